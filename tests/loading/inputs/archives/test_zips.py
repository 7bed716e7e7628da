"""Zip archives: what only they can hold."""

import io
import random
import stat
import struct
import zipfile
import zlib

import pytest
from made_files import make_zip


def make(*members: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for info, content in members:
            archive.writestr(info, content, info.compress_type)
    return stream.getvalue()


def info_of(name: str, **details: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    for detail, value in details.items():
        setattr(info, detail, value)
    return info


@pytest.mark.parametrize(
    ("mode", "reason", "detail"),
    [
        (stat.S_IFLNK, "unsafe name", "a link, which is not followed"),
        (stat.S_IFIFO, "unreadable", "a device, pipe or socket, not a file"),
    ],
)
def test_links_and_devices_are_told_and_not_followed(outcomes, mode, reason, detail):
    archive = make((info_of("a.txt", external_attr=(mode | 0o777) << 16), b"/etc/hosts"))
    (told,) = outcomes("news.zip", archive)
    assert (told.path, told.reason, told.detail) == ("news.zip/a.txt", reason, detail)


def encrypt(archive: bytes) -> bytes:
    """Set the bit that says so in the list and before the first member."""
    archive = bytearray(archive)
    archive[6] |= 1
    archive[archive.index(b"PK\1\2") + 8] |= 1
    return bytes(archive)


def test_a_member_with_a_password_is_told(outcomes):
    told, document = outcomes("news.zip", encrypt(make_zip({"a.txt": "The dam.", "b.txt": "The sea."})))
    assert (told.path, told.reason) == ("news.zip/a.txt", "encrypted")
    assert document.text == "The sea."


def test_a_member_with_a_wrong_checksum_costs_no_other(outcomes):
    archive = make_zip({"a.txt": "The dam.", "b.txt": "The sea."})
    archive = archive.replace(struct.pack("<I", zlib.crc32(b"The dam.")), b"\1\2\3\4")
    told, document = outcomes("news.zip", archive)
    assert (told.path, told.reason) == ("news.zip/a.txt", "broken file")
    assert told.detail == "Bad CRC-32 for file 'a.txt'"
    assert document.text == "The sea."


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_read(outcomes, method):
    text = "The dam on the Ilmer holds. " * 5000
    (document,) = outcomes("news.zip", make((info_of("a.txt", compress_type=method), text.encode())))
    assert document.text == text


def test_ways_of_packing_that_nobody_reads_are_told(outcomes):
    archive = bytearray(make((info_of("a.txt"), b"The dam.")))
    archive[8] = archive[archive.index(b"PK\1\2") + 10] = 97
    (told,) = outcomes("news.zip", bytes(archive))
    assert (told.reason, told.detail) == ("unsupported format", "That compression method is not supported")


@pytest.mark.parametrize(
    ("method", "size", "most"),
    [
        (zipfile.ZIP_DEFLATED, 60_000_000, 20_000_000),
        (zipfile.ZIP_LZMA, 60_000_000, 20_000_000),
        # The smallest step there is unpacks to two blocks of 46 MB.
        (zipfile.ZIP_BZIP2, 150_000_000, 120_000_000),
    ],
)
def test_a_bomb_is_stopped_in_little_memory(outcomes, peak, method, size, most):
    bomb = make((info_of("a.txt", compress_type=method), bytes(size)))
    with peak() as memory:
        (told,) = outcomes("news.zip", bomb)
    assert told.reason == "expands too much"
    assert memory() < most


@pytest.mark.parametrize(("declared", "reason"), [(60_000, "broken file"), (9_000_000, "expands too much")])
def test_a_declared_size_is_not_trusted(outcomes, declared, reason):
    archive = bytearray(make_zip({"a.txt": bytes(5_000_000)}))
    for place in (22, archive.index(b"PK\1\2") + 24):
        struct.pack_into("<I", archive, place, declared)
    (told,) = outcomes("news.zip", bytes(archive))
    assert told.reason == reason


def test_an_archive_of_too_many_members_is_refused_before_it_is_taken_apart(outcomes, peak):
    listed = bytearray(make_zip({"": ""}))
    listed = bytes(listed[listed.index(b"PK\1\2") : listed.index(b"PK\5\6")]) * 100_000
    archive = listed + b"PK\5\6" + bytes(4) + struct.pack("<HHIIH", 0, 0, len(listed), 0, 0)
    with peak() as memory:
        (told,) = outcomes("news.zip", archive, members=99_999)
    assert (told.path, told.reason) == ("news.zip", "too many members")
    assert told.detail == "it has 100,000; the limit is 99,999, and none were read"
    assert memory() < 10_000_000


def test_no_row_is_read_of_a_member_with_a_wrong_checksum(outcomes):
    archive = make((info_of("a.csv"), b"text\n" + b"The dam.\n" * 5000))
    (told,) = outcomes("news.zip", archive.replace(b"dam", b"sea", 1))
    assert (told.path, told.reason) == ("news.zip/a.csv", "broken file")


def test_a_member_that_looks_like_a_list_is_not_taken_for_one(outcomes):
    document, *_ = outcomes("news.zip", make((info_of("a.txt"), b"PK\1\2 holds. " * 5)), members=1)
    assert document.text.startswith("PK")


def test_a_bomb_cannot_hide_behind_members_that_pack_badly(outcomes):
    digits = random.Random(1).randbytes(600_000).hex()
    document, told = outcomes(
        "news.zip", make_zip({"a.txt": digits, "b.txt": "The sea. " * 300_000}), expansion=20
    )
    assert document.text == digits
    assert (told.path, told.reason) == ("news.zip/b.txt", "expands too much")


def test_names_are_as_the_library_decodes_them(shown):
    names = ["Übersicht.txt", "north\\a.txt", "line\nend.txt"]
    assert [path for path, _ in shown("news.zip", make_zip(dict.fromkeys(names, "The dam.")))] == [
        "news.zip/Übersicht.txt",
        "news.zip/north/a.txt",
        "news.zip/line\nend.txt",
    ]


@pytest.mark.parametrize("content", [b"", b"The dam holds.", make_zip({"a.txt": "The dam."})[:-30]])
def test_what_is_no_zip_archive_is_told(outcomes, content):
    (told,) = outcomes("news.zip", content)
    assert (told.path, told.reason, told.detail) == ("news.zip", "broken file", "File is not a zip file")
