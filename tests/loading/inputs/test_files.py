"""Inputs as bytes."""

import os

import pytest

from tenor.loading.inputs.files import ChangedWhileReadError, Input

HEAD = b"id,text\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(HEAD + b"1,Dam.\n2,Sea.\n")
    return Input("b/a.csv", str(path), path.stat().st_size, path.stat().st_mtime_ns)


def test_a_slice_has_its_head_before_it(file):
    part = file.slice(15, 22, head=HEAD, rows_before=1)
    assert part.read() == HEAD + b"2,Sea.\n"
    assert part.rows_before == 1


def test_a_member_holds_its_own_bytes():
    member = Input("a.zip/b.txt", "", 4, 0, content=b"Dam.")
    assert (member.read(), member.open().read()) == (b"Dam.", b"Dam.")
    assert member.slice(1, 3, head=b"", rows_before=0).read() == b"am"


@pytest.mark.parametrize(
    ("path", "suffix"), [("a/b.TXT", ".txt"), ("a.b/c", ""), ("a/.txt", ""), ("a.tar.gz", ".gz")]
)
def test_suffix(path, suffix):
    assert Input(path, "", 0, 0).suffix == suffix


def test_a_fault_is_raised_where_it_is_read(file):
    faulty = Input("a.txt", file.location, 0, 0, fault="a pipe")
    with pytest.raises(OSError, match="a pipe"):
        faulty.read()
    with pytest.raises(OSError, match="a pipe"):
        faulty.open()


class _Growing:
    """Grows the file while it is read, the first `times` times."""

    def __init__(self, path: str, times: int):
        self.path, self.times = path, times
        self.fstat = os.fstat

    def __call__(self, number: int) -> os.stat_result:
        status = self.fstat(number)
        if self.times:
            self.times -= 1
            with open(self.path, "ab") as stream:
                stream.write(b"3,More.\n")
        return status


def test_a_file_that_changes_once_while_it_is_read_is_read_again(file, monkeypatch):
    monkeypatch.setattr(os, "fstat", _Growing(file.location, 1))
    assert file.read().endswith(b"2,Sea.\n3,More.\n")


def test_a_file_that_keeps_changing_is_told(file, monkeypatch):
    monkeypatch.setattr(os, "fstat", _Growing(file.location, 9))
    with pytest.raises(ChangedWhileReadError, match="somebody wrote to it meanwhile"):
        file.read()
