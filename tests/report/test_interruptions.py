"""What happens to a run from outside: Ctrl-C, a second run, no permission, a full disk."""

import contextlib
import os
import shutil
import signal
import subprocess

import pytest
from commands import Signal, finish, run, start
from projects import make_project, write_recipe_file

pytestmark = pytest.mark.slow

WAITS = """import os
with open("../started", "w") as started:
    started.write(str(os.getpid()))
with open("../go_on") as go_on:
    go_on.readline()"""
EARLIER = "earlier results"


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def add_earlier_results(project):
    folder = project / "reports" / "harbour"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(EARLIER)
    return folder


@pytest.fixture
def project(tmp_path):
    make_project(tmp_path, {"01_a": [WAITS]})
    write_recipe_file(tmp_path, "title: Harbour")
    return tmp_path


@pytest.fixture
def signals(project):
    """Pipes to the cell of `WAITS`: it says that it runs, and is told to go on."""
    pipes = Signal(project / "started"), Signal(project / "go_on")
    yield pipes
    for pipe in pipes:
        pipe.close()


def test_ctrl_c_leaves_the_earlier_results_and_no_kernel(project, signals):
    earlier = add_earlier_results(project)
    process = start(project, "report", "reports/harbour.yaml")
    kernel = int(signals[0].wait())
    os.killpg(process.pid, signal.SIGINT)
    code, out, err = finish(process)
    assert code == 1
    assert out == ""
    assert err.endswith("stopped\n\nstopped; earlier results are untouched\n")
    assert (earlier / "index.html").read_text() == EARLIER
    assert files_in(project / "reports") == [".harbour.lock", "harbour.yaml", "harbour/index.html"]
    with pytest.raises(ProcessLookupError):
        os.kill(kernel, 0)


def test_a_second_run_of_the_same_report_ends_at_once_and_harms_nothing(project, signals):
    first = start(project, "report", "reports/harbour.yaml")
    signals[0].wait()
    code, out, err = run(project, "report", "reports/harbour.yaml")
    assert (code, out) == (1, "")
    assert (
        err
        == "Error: reports/harbour is being made by another run at this moment; wait until that has ended\n"
    )
    signals[1].send()
    code, out, _ = finish(first)
    assert code == 0
    assert out.splitlines()[-1] == str(project / "reports" / "harbour" / "index.html")
    assert (project / "reports" / "harbour" / "run.json").is_file()


@pytest.fixture
def without_privilege():
    """What to put before a command so that permissions hold for it, also where the administrator runs it."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("the administrator may write anywhere, and there is no setpriv to give that up")
    return ("setpriv", "--bounding-set=-dac_override")


def test_a_folder_without_permission_is_named(tmp_path, without_privilege):
    project = make_project(tmp_path, {"01_a": ["1 + 1"]})
    write_recipe_file(project, "title: Harbour")
    add_earlier_results(project)
    (project / "reports").chmod(0o555)
    code, out, err = run(project, "report", "reports/harbour.yaml", prefix=without_privilege)
    assert (code, out) == (1, "")
    assert "Error: cannot write reports/.harbour.lock: Permission denied." in err
    assert "Earlier results in reports/harbour are untouched (no permission; make the folder writable" in err
    assert "Traceback" not in err


MOUNT = ("unshare", "--mount", "sh", "-c")


def mount_small_disk(folder, size):
    return f"mount -t tmpfs -o size={size} tmpfs '{folder}'"


@pytest.fixture
def may_mount(tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    with contextlib.suppress(FileNotFoundError):
        if not subprocess.run([*MOUNT, mount_small_disk(small, "64k")], capture_output=True).returncode:
            return
    pytest.skip("mounting a small disk needs unshare and the right to mount")


@pytest.mark.usefixtures("may_mount")
@pytest.mark.parametrize(
    "cell",
    ["print('dam ' * 100_000)", "open(f'{output}/big', 'w').write('dam ' * 100_000)"],
    ids=["notebook", "file of a cell"],
)
def test_a_full_disk_is_told_and_leaves_the_earlier_results(tmp_path, cell):
    project = make_project(tmp_path / "project", {"01_a": [cell]})
    recipe = write_recipe_file(project, "title: Harbour").rename(project / "harbour.yaml")
    reports = project / "reports"
    script = f"""{mount_small_disk(reports, "128k")}
mkdir '{reports}/harbour' && printf '{EARLIER}' > '{reports}/harbour/index.html'
"$@"; code=$?
cat '{reports}/harbour/index.html'; echo; ls -A '{reports}'
exit $code"""
    code, out, err = run(project, "report", str(recipe), prefix=(*MOUNT, script, "sh"))
    assert code == 1
    assert out == f"{EARLIER}\n.harbour.lock\nharbour\n"
    assert "No space left on device" in err
    assert "Earlier results in reports/harbour are untouched" in err
    assert "Traceback" not in err
