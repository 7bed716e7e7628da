"""The set-up files agree with one another, and the Makefile says what a machine lacks."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DIRECT = [
    Requirement(text)
    for text in (*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"])
]
BUILDING = [Requirement(text) for text in PROJECT["build-system"]["requires"]]
# Where conda-forge names a package otherwise.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
MAKE = shutil.which("make")


def bounds(requirements: list[Requirement]) -> dict[str, str]:
    return {canonicalize_name(entry.name): str(entry.specifier) for entry in requirements}


def environment() -> list:
    return yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]


def from_pip() -> list[str]:
    return next(entry["pip"] for entry in environment() if isinstance(entry, dict))


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    return {canonicalize_name(name): version for name, version in PINNED.findall(text)}


def test_conda_users_get_the_same_dependencies():
    from_conda = [Requirement(entry) for entry in environment() if isinstance(entry, str) and ">=" in entry]
    others = [Requirement(entry) for entry in from_pip() if entry != "-e ."]
    wanted = {CONDA_NAMES.get(name, name): bound for name, bound in bounds(DIRECT).items()}
    assert bounds(from_conda) | bounds(others) == wanted
    assert bounds(from_conda).keys().isdisjoint(bounds(others))


def test_conda_users_get_the_package_and_a_python_that_it_takes():
    assert from_pip()[-1] == "-e ."
    python = next(entry for entry in environment() if entry.startswith("python "))
    # Binder picks its base by `python =X.Y`, and does not understand a range.
    version = re.fullmatch(r"python =(\d\.\d+)", python)
    assert version, python
    assert version[1] in SpecifierSet(PROJECT["project"]["requires-python"])


@pytest.mark.parametrize("requirement", [*DIRECT, *BUILDING], ids=lambda entry: entry.name)
def test_the_lock_pins_what_the_package_asks_for(requirement):
    version = locked().get(canonicalize_name(requirement.name))
    assert version, f"{requirement.name} is not in requirements.lock; run: make lock"
    assert version in requirement.specifier, "requirements.lock is out of date; run: make lock"


def test_the_lock_has_a_hash_for_every_package_and_names_no_place():
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    entries = "\n".join(line for line in lines if not line.startswith("#")).replace("\\\n", " ").splitlines()
    assert all(" --hash=sha256:" in entry for entry in entries)
    assert [line for line in lines if "/" in line or line.startswith("-")] == []


def test_the_version_is_written_once_for_each_reader():
    import tenor

    assert tenor.__version__ == PROJECT["project"]["version"]


def test_git_keeps_the_library():
    assert "lib/" not in (ROOT / ".gitignore").read_text("utf-8").split()


def make(*arguments: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    # make hands its own options down by variables, which do not concern the make under test.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        [MAKE, *arguments], cwd=folder, env=inherited | environment, capture_output=True, text=True
    )


def test_help_lists_every_target_for_people():
    targets = re.findall(r"^\.PHONY: ([a-z-]+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    listed = re.findall(r"^make (\S+) +\S", make("help").stdout, re.MULTILINE)
    assert listed == [target for target in targets if target != "browser"]
    assert make().stdout == make("help").stdout


@pytest.fixture
def bare(tmp_path) -> Path:
    """A folder with the Makefile and the lock alone."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def write_program(folder: Path, name: str, program: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{program}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_an_old_python_is_refused(bare):
    old = write_program(bare, "old python", "exit 0")
    run = make("report", f"PYTHON={old.name}", folder=bare, PATH=f"{bare}:{os.environ['PATH']}")
    assert run.returncode != 0
    assert "Tenor needs Python 3.11 or later; there is none among: old python." in run.stderr
    assert "apt-get install python3 python3-venv" in run.stderr
    assert not (bare / ".venv").exists()


def test_a_python_without_venv_is_refused(bare):
    lame = write_program(bare, "lame", 'case "$*" in *ensurepip*) exit 1;; esac; echo "$0"')
    run = make("report", f"PYTHON={lame}", folder=bare)
    assert run.returncode != 0
    assert f"{lame} cannot make an environment: it lacks venv or ensurepip" in run.stderr
    assert "apt-get install python3-venv" in run.stderr


def test_the_next_python_is_tried(bare):
    write_program(bare, "python3.14", "exit 127")
    good = write_program(bare, "python3.13", 'echo "$0"; case "$*" in *venv*--clear*) exit 3;; esac')
    run = make("report", folder=bare, PATH=f"{bare}:{os.environ['PATH']}")
    assert f"Making .venv with {good}" in run.stdout


def test_a_half_made_or_moved_environment_is_made_anew(bare):
    venv = bare / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(shutil.which("python3"))
    for stamp in (".locked", ".installed"):
        (venv / stamp).touch()
    assert "Making .venv" in make("--dry-run", "report", folder=bare).stdout
    (venv / ".placed").write_text(f"{bare}\n", "utf-8")
    assert "Making .venv" not in make("--dry-run", "report", folder=bare).stdout
    (venv / ".placed").write_text("/elsewhere\n", "utf-8")
    assert "Making .venv" in make("--dry-run", "report", folder=bare).stdout


def test_clean_leaves_texts_and_recipes(bare):
    kept = ["data/raw/mine.txt", "reports/mine.yaml", "data/sample/a.txt"]
    made = [
        "data/corpora/mine/terms.npy",
        "reports/mine/index.html",
        ".venv/bin/python",
        "lib/__pycache__/a.pyc",
    ]
    for name in [*kept, *made, "tests/a.py", "notebooks/a.ipynb"]:
        (bare / name).parent.mkdir(parents=True, exist_ok=True)
        (bare / name).touch()
    assert make("clean", folder=bare).returncode == 0
    assert [name for name in kept if not (bare / name).exists()] == []
    assert [name for name in made if (bare / name).exists()] == []


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 2)])
def test_a_missing_browser_is_told_and_fails_only_for_ci(bare, ci, code):
    write_program(bare, "id", "echo 1000")
    run = make("browser", folder=bare, PATH=str(bare), CI=ci)
    assert "Chromium is missing: the tests of the report page are left out" in run.stdout
    assert run.returncode == code


def test_a_missing_browser_is_installed_where_that_is_possible(bare):
    write_program(bare, "id", "echo 0")
    write_program(bare, "apt-get", 'echo "$@" >&2')
    run = make("browser", folder=bare, PATH=str(bare), CI="true")
    assert run.returncode == 0
    assert run.stderr.splitlines() == ["-qq update", "-qq install chromium"]


def test_what_is_run_before_a_change_is_taken_is_make_test():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert [line for line in script.read_text("utf-8").splitlines() if "make" in line and line[0] != "#"] == [
        "exec make test </dev/null"
    ]
