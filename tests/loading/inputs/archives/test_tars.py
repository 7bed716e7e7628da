"""Tar archives: what only they can hold."""

import gzip
import io
import tarfile

import pytest
from made_files import make_tar


def make(*members: tuple[tarfile.TarInfo, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form, errors="surrogateescape") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def info_of(name: str, **details) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for detail, value in details.items():
        setattr(info, detail, value)
    return info


@pytest.mark.parametrize(
    ("kind", "reason", "detail"),
    [
        (tarfile.SYMTYPE, "unsafe name", "a link, which is not followed"),
        (tarfile.LNKTYPE, "unsafe name", "a link, which is not followed"),
        (tarfile.CHRTYPE, "unreadable", "a device, pipe or socket, not a file"),
        (tarfile.FIFOTYPE, "unreadable", "a device, pipe or socket, not a file"),
    ],
)
def test_links_and_devices_are_told_and_not_followed(outcomes, kind, reason, detail):
    archive = make((info_of("b.txt"), b"The dam."), (info_of("a.txt", type=kind, linkname="b.txt"), b""))
    _, told = outcomes("news.tar", archive)
    assert (told.path, told.reason, told.detail) == ("news.tar/a.txt", reason, detail)


def test_names_that_are_no_utf_8_show_their_bytes(shown):
    archive = make((info_of("Fl\udcfcsse.txt"), b"The Ilmer."), form=tarfile.GNU_FORMAT)
    assert shown("news.tar", archive) == [("news.tar/Fl\\xfcsse.txt", "The Ilmer.")]


def test_an_archive_packed_otherwise_than_it_is_named_is_read(shown):
    archive = make_tar({"a.txt": "The dam."})
    for path, content in (("a.tar.gz", archive), ("a.tar", gzip.compress(archive)), ("a.txz", archive)):
        assert shown(path, content) == [(f"{path}/a.txt", "The dam.")]


SIX = {f"{number}.txt": f"The dam holds, day {number}." for number in range(6)}


def test_members_before_the_break_stay(outcomes):
    archive = bytearray(make_tar(SIX))
    archive[3 * 1024 + 148 : 3 * 1024 + 156] = b"nonsense"
    *documents, told = outcomes("news.tar", bytes(archive))
    assert [document.path for document in documents] == [f"news.tar/{number}.txt" for number in range(3)]
    assert (told.path, told.reason) == ("news.tar", "broken file")
    assert told.detail == "no header where one should be; 3 before it were met"


@pytest.mark.parametrize(
    ("size", "path", "detail"),
    [
        (3 * 1024, "news.tar", "its end is missing; 3 before it were met"),
        (3 * 1024 + 100, "news.tar", "its end is missing; 3 before it were met"),
        (3 * 1024 + 520, "news.tar/3.txt", "unexpected end of data"),
    ],
)
def test_an_archive_that_ends_too_soon_is_told_once(outcomes, size, path, detail):
    *documents, told = outcomes("news.tar", make_tar(SIX)[:size])
    assert len(documents) == 3
    assert (told.path, told.reason, told.detail) == (path, "broken file", detail)


def test_what_stands_behind_the_end_is_told(outcomes):
    document, told = outcomes("news.tar", make_tar({"a.txt": "The dam."}) + make_tar({"b.txt": "The sea."}))
    assert (document.text, told.reason) == ("The dam.", "broken file")


def test_damage_behind_the_last_member_is_told(outcomes):
    packed = bytearray(gzip.compress(make_tar({"a.txt": "The dam."})))
    packed[-6] ^= 1
    document, told = outcomes("news.tar.gz", bytes(packed))
    assert (document.text, told.path, told.reason) == ("The dam.", "news.tar.gz", "broken file")
    assert told.detail.startswith("CRC check failed")


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_a_bomb_in_a_header_is_stopped_in_little_memory(outcomes, peak, kind):
    packed = gzip.compress(make((info_of("a", type=kind), bytes(60_000_000))))
    with peak() as memory:
        (told,) = outcomes("news.tar.gz", packed)
    assert (told.path, told.reason) == ("news.tar.gz", "broken file")
    assert told.detail == "a header of 60 MB; nothing behind it was read"
    assert memory() < 20_000_000


def test_a_member_that_is_passed_over_is_metered_too(outcomes):
    packed = gzip.compress(make_tar({"a.jpg": bytes(30_000_000), "b.txt": "The dam."}))
    _, told = outcomes("news.tar.gz", packed)
    assert (told.path, told.reason) == ("news.tar.gz", "expands too much")


def test_members_beyond_the_limit_are_not_read(outcomes):
    *documents, told = outcomes("news.tar", make_tar(SIX), members=4)
    assert [document.path for document in documents] == [f"news.tar/{number}.txt" for number in range(4)]
    assert (told.path, told.reason) == ("news.tar", "too many members")
    assert told.detail == "it has more than 4, which is the limit, and no more were read"


def test_a_sparse_file_is_told(outcomes):
    info = info_of("a.txt", pax_headers={"GNU.sparse.map": "0,8", "GNU.sparse.size": "900000000000"})
    (told,) = outcomes("news.tar", make((info, b"The dam.")))
    assert (told.path, told.reason) == ("news.tar/a.txt", "not text")


@pytest.mark.parametrize("content", [b"", b"The dam holds.", b"The dam holds. " * 100])
def test_what_is_no_tar_archive_is_told(outcomes, content):
    (told,) = outcomes("news.tar", content)
    assert (told.path, told.reason) == ("news.tar", "broken file")
