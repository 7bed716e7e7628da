import errno

import pytest

from tenor.errors import TenorError
from tenor.report.staging import explain_failed_writing, reserve, staged


@pytest.fixture
def target(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    return tmp_path / "reports" / "harbour"


def names_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def make(target, content, error=None):
    with reserve(target), staged(target) as folder:
        (folder / "index.html").write_text(content)
        if error:
            raise error


def test_the_folder_appears_when_all_is_written(target):
    make(target, "first")
    assert names_in(target.parent) == ["harbour"]
    assert (target / "index.html").read_text() == "first"


def test_the_folder_is_replaced_as_a_whole(target):
    make(target, "first")
    (target / "old.csv").touch()
    make(target, "second")
    assert names_in(target) == ["index.html"]
    assert (target / "index.html").read_text() == "second"
    assert names_in(target.parent) == ["harbour"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_what_was_there(target, error):
    make(target, "first")
    with pytest.raises(error):
        make(target, "second", error)
    assert (target / "index.html").read_text() == "first"
    assert names_in(target.parent) == ["harbour"]


def test_what_a_killed_run_left_is_tidied_up(target):
    make(target, "first")
    (target.parent / ".harbour.tmp").mkdir()
    (target.parent / ".harbour.old").mkdir()
    with reserve(target):
        assert names_in(target.parent) == ["harbour"]


def test_results_that_a_killed_run_had_set_aside_come_back(target):
    make(target, "first")
    target.rename(target.with_name(".harbour.old"))
    with reserve(target):
        assert (target / "index.html").read_text() == "first"


def test_a_report_of_a_longer_name_is_another(target):
    other = target.with_name("harbour-2")
    with reserve(other), staged(other) as folder:
        make(target, "first")
        assert folder.is_dir()


def test_the_same_report_cannot_be_made_twice_at_once(target):
    message = "reports/harbour is being made by another run at this moment; wait"
    with reserve(target), pytest.raises(TenorError, match=message):
        make(target, "second")
    make(target, "third")
    assert (target / "index.html").read_text() == "third"


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, r"the disk is full; free some space, then run again"),
        (errno.EACCES, "no permission; make the folder writable for you"),
        (errno.EROFS, "the disk is read-only"),
        (
            errno.EIO,
            r"cannot write reports/harbour/a\.csv: .* Earlier results in reports/harbour are un",
        ),
    ],
)
def test_refusals_of_the_system_are_explained(target, number, message):
    with pytest.raises(TenorError, match=message), explain_failed_writing(target):
        raise OSError(number, "refused", str(target / "a.csv"))
