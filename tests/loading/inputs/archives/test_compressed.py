"""Single compressed files."""

import bz2
import gzip
import lzma
from functools import partial

import pytest

PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": partial(lzma.compress, preset=0)}
packers = pytest.mark.parametrize(("suffix", "pack"), PACKERS.items(), ids=PACKERS)


@packers
def test_the_member_is_named_as_the_file_without_its_suffix(shown, suffix, pack):
    path = f"north/a.TXT{suffix.upper()}"
    assert shown(path, pack(b"The dam holds.")) == [(f"{path}/a.TXT", "The dam holds.")]


@packers
def test_an_archive_of_several_streams_is_one_member(shown, suffix, pack):
    assert shown(f"a.txt{suffix}", pack(b"The dam ") + pack(b"holds."))[0][1] == "The dam holds."


@packers
def test_a_text_that_is_cut_off_is_left_out(outcomes, suffix, pack):
    packed = pack(b"".join(b"The dam holds, day %d.\n" % day for day in range(9000)))
    (told,) = outcomes(f"a.txt{suffix}", packed[:-9])
    assert (told.path, told.reason) == (f"a.txt{suffix}/a.txt", "broken file")
    assert told.detail == "Compressed file ended before the end-of-stream marker was reached"


def test_rows_before_the_cut_are_read_and_the_cut_is_told(outcomes):
    lines = b"".join(b'{"text": "The dam holds, day %d."}\n' % day for day in range(900))
    *documents, row, told = outcomes("a.jsonl.gz", gzip.compress(lines)[:-50])
    assert [document.row for document in documents] == list(range(1, len(documents) + 1))
    assert len(documents) > 850
    assert (row.row, row.reason) == (len(documents) + 1, "broken row")
    assert (told.path, told.row, told.reason) == ("a.jsonl.gz/a.jsonl", None, "broken file")
    assert told.detail == "Compressed file ended before the end-of-stream marker was reached"


def test_no_row_of_a_bomb_is_read(outcomes):
    (told,) = outcomes("a.jsonl.gz", gzip.compress(b'{"text": "The dam."}\n' * 100_000), expansion=9)
    assert (told.path, told.reason) == ("a.jsonl.gz/a.jsonl", "expands too much")


def test_rows_before_damage_are_read_and_the_damage_is_told(outcomes):
    lines = [b'{"text": "The dam holds, day %d."}\n' % day for day in range(900)]
    packed = bytearray(gzip.compress(b"".join(lines[:500])) + gzip.compress(b"".join(lines[500:])))
    packed[-100] ^= 0xFF
    outcomes = outcomes("a.jsonl.gz", bytes(packed))
    assert [document.row for document in outcomes[:500]] == list(range(1, 501))
    assert (outcomes[-1].path, outcomes[-1].reason) == ("a.jsonl.gz/a.jsonl", "broken file")


@packers
@pytest.mark.parametrize("content", [b"", b"The dam holds."])
def test_what_is_not_packed_is_told(outcomes, suffix, pack, content):  # noqa: ARG001
    (told,) = outcomes(f"a.txt{suffix}", content)
    assert (told.path, told.reason) == (f"a.txt{suffix}", "broken file")
    assert told.detail == "it is not packed with gzip, bzip2 or xz"


@packers
def test_a_bomb_is_stopped_in_little_memory(outcomes, suffix, pack, peak):
    packed = pack(bytes(60_000_000))
    with peak() as memory:
        (told,) = outcomes(f"a.txt{suffix}", packed)
    assert (told.path, told.reason) == (f"a.txt{suffix}/a.txt", "expands too much")
    assert memory() < 20_000_000
