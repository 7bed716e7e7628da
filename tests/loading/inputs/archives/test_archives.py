"""Members of archives of any kind: their paths, what is passed over, limits, and temporary files."""

import bz2
import gzip
import lzma
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import make_rss, make_tar, make_warc, make_zip

from tenor.loading.documents import Document, read
from tenor.loading.inputs.archives import members, unpacking
from tenor.loading.inputs.archives.streams import Tally
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import LedgerRow

FILES = {"b.txt": "The dam holds.", "north/a.txt": "The ferry waits."}
KINDS = {
    "news.zip": make_zip,
    "news.tar": make_tar,
    "news.tar.gz": lambda files: gzip.compress(make_tar(files)),
    "NEWS.TGZ": lambda files: gzip.compress(make_tar(files)),
    "news.tar.bz2": lambda files: bz2.compress(make_tar(files)),
    "news.tar.xz": lambda files: lzma.compress(make_tar(files)),
}
kinds = pytest.mark.parametrize(("path", "make"), KINDS.items(), ids=KINDS)
both = pytest.mark.parametrize(("path", "make"), [("news.zip", make_zip), ("news.tar", make_tar)])


@kinds
def test_members_come_in_the_order_of_the_archive(shown, path, make):
    assert shown(path, make(FILES)) == [
        (f"{path}/b.txt", "The dam holds."),
        (f"{path}/north/a.txt", "The ferry waits."),
    ]


@kinds
def test_an_archive_of_nothing_is_empty(shown, path, make):
    assert shown(path, make({})) == [(path, "empty")]


@kinds
def test_an_archive_cut_off_is_told(shown, path, make):
    whole = make({f"{number}.txt": f"The dam holds, day {number}. " * 9 for number in range(40)})
    *_, (last, reason) = shown(path, whole[: len(whole) * 2 // 3])
    assert (last.startswith(path), reason) == (True, "broken file")


@both
def test_folders_and_hidden_members_are_passed_over(shown, path, make):
    names = ["north/", ".DS_Store", "__MACOSX/b.txt", "north/.cache/c.txt", "./north/a.txt"]
    assert shown(path, make(dict.fromkeys(names, ""))) == [(f"{path}/north/a.txt", "empty")]


@both
@pytest.mark.parametrize(
    "name", ["../a.txt", "north/../../a.txt", "/etc/a.txt", "C:\\a.txt", "C:a.txt", "..\\a.txt", "\\a.txt"]
)
def test_names_that_lead_elsewhere_are_told_and_not_read(outcomes, path, make, name):
    told, document = outcomes(path, make({name: "The dam.", "b.txt": "The sea."}))
    assert (told.outcome, told.reason) == ("left out", "unsafe name")
    assert document.text == "The sea."


@both
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_told_apart(shown, path, make):
    files = [("a.txt", "one"), ("a.txt", "two"), ("./a.txt", "three"), ("a#2.txt", "four")]
    assert shown(path, make(files)) == [
        (f"{path}/a.txt", "one"),
        (f"{path}/a#2.txt", "two"),
        (f"{path}/a#3.txt", "three"),
        (f"{path}/a#2#2.txt", "four"),
    ]


def test_a_repeated_archive_is_still_an_archive(shown):
    inner = gzip.compress(make_tar({"a.txt": "The dam."}))
    (_, (path, text)) = shown("news.tar", make_tar([("x.tar.gz", inner), ("x.tar.gz", inner)]))
    assert (path, text) == ("news.tar/x#2.tar.gz/a.txt", "The dam.")


@both
def test_formats_that_are_not_read_are_told(shown, path, make):
    files = {"a.jpg": b"\xff\xd8", "README": "Read me.", "b.txt": "The dam."}
    assert shown(path, make(files)) == [
        (f"{path}/a.jpg", "unsupported format"),
        (f"{path}/README", "unsupported format"),
        (f"{path}/b.txt", "The dam."),
    ]


def test_archives_in_archives_are_read_as_deep_as_allowed(shown):
    inner = make_zip({"a.txt": "The dam."})
    middle = make_zip({"inner.zip": inner, "b.txt": "The sea."})
    outer = make_zip({"middle.zip": middle})
    assert shown("outer.zip", outer) == [
        ("outer.zip/middle.zip/inner.zip/a.txt", "The dam."),
        ("outer.zip/middle.zip/b.txt", "The sea."),
    ]
    assert shown("outer.zip", outer, depth=2) == [
        ("outer.zip/middle.zip/inner.zip", "nested too deeply"),
        ("outer.zip/middle.zip/b.txt", "The sea."),
    ]


BOMB = "The dam holds. " * 200_000


@pytest.mark.parametrize("path", [path for path in KINDS if path != "news.tar"])
def test_a_member_that_expands_too_much_is_not_read(outcomes, path):
    files = {"a.txt": "The sea.", "bomb.txt": BOMB, "c.txt": "The river."}
    document, told, *behind = outcomes(path, KINDS[path](files), expansion=20)
    assert document.text == "The sea."
    assert (told.path, told.reason) == (f"{path}/bomb.txt", "expands too much")
    assert told.detail.startswith("more than 20 times as large as packed")
    # The others are packed in one with the bomb.
    assert [outcome.path for outcome in behind] == ([f"{path}/c.txt"] if path == "news.zip" else [])


@kinds
def test_little_text_may_expand_as_it_likes(shown, path, make):
    ((_, text),) = shown(path, make({"a.txt": BOMB[:900_000]}), expansion=1)
    assert text == BOMB[:900_000]


@kinds
def test_an_archive_that_unpacks_to_too_much_is_read_so_far(outcomes, path, make):
    files = {f"{number}.txt": f"{number} " * 300_000 for number in range(4)}
    first, told = outcomes(path, make(files), unpacked_mb=1)
    assert (first.path, told.path) == (f"{path}/0.txt", f"{path}/1.txt")
    assert told.reason == "expands too much"
    assert (
        told.detail == "the whole file unpacks to more than 1 MB (unpacked_mb); nothing behind this was read"
    )


def test_archives_inside_an_archive_count_together(outcomes, shown):
    inner = {name: make_zip({"in.txt": f"{name} " * 300_000}) for name in ("a.zip", "b.zip", "c.zip")}
    outer = make_zip({"more/all.zip": make_zip(inner), "z.txt": "The sea."})
    assert len(shown("outer.zip", outer, expansion=10_000, unpacked_mb=6)) == 4
    document, *told = outcomes("outer.zip", outer, expansion=10_000, unpacked_mb=3)
    assert document.path == "outer.zip/more/all.zip/a.zip/in.txt"
    assert [(row.path, row.reason) for row in told] == [
        ("outer.zip/more/all.zip/b.zip/in.txt", "expands too much"),
        ("outer.zip/more/all.zip/c.zip", "expands too much"),
        ("outer.zip/z.txt", "expands too much"),
    ]


def test_archives_beside_each_other_count_apart():
    archive = make_zip({"in.txt": "The dam. " * 100_000})
    files = [Input(name, "", len(archive), 0, content=archive) for name in ("a.zip", "b.zip")]
    outcomes = read(files, Columns(), Limits(expansion=10_000, unpacked_mb=1))
    assert [type(outcome) for outcome in outcomes] == [Document, Document]


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """The folder for temporary files, which members above 1 MB are unpacked into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(unpacking, "MEMORY_BYTES", 1_000_000)
    return folder


LARGE = b"The dam holds.\n" * 100_000


def members_of(path: str, archive: bytes) -> Iterator[Input | LedgerRow]:
    limits = Limits(expansion=10_000)
    return members(Input(path, "", len(archive), 0, content=archive), limits, Tally(limits))


@kinds
def test_a_large_member_lies_in_a_temporary_file_until_the_next(temporary, path, make):
    archive = make({"large.txt": LARGE, "small.txt": "The sea."})
    unpacked = members_of(path, archive)
    large = next(unpacked)
    assert (large.content, large.size, large.read()) == (None, len(LARGE), LARGE)
    assert large.location.startswith(str(temporary))
    assert next(unpacked).read() == b"The sea."
    assert list(temporary.iterdir()) == []


def test_the_temporary_file_goes_when_reading_is_given_up(temporary):
    archive = make_zip({"large.txt": LARGE})
    unpacked = members_of("a.zip", archive)
    next(unpacked)
    unpacked.close()
    assert list(temporary.iterdir()) == []


def test_a_member_that_breaks_in_its_temporary_file_leaves_none(temporary, outcomes):
    archive = make_zip({"large.txt": LARGE})
    (told,) = outcomes("a.zip", archive, unpacked_mb=len(LARGE) // 1_000_000)
    assert told.reason == "expands too much"
    assert list(temporary.iterdir()) == []


def test_a_member_that_no_file_can_take_is_told(temporary, outcomes):
    temporary.rmdir()
    told, document = outcomes("a.zip", make_zip({"a.txt": LARGE, "b.txt": "The sea."}), expansion=10_000)
    assert (told.path, told.reason, told.detail) == ("a.zip/a.txt", "unreadable", "No such file or directory")
    assert document.text == "The sea."


def test_a_member_declared_too_large_is_not_unpacked(outcomes):
    archive = make_zip({"a.txt": "The dam holds. " * 80_000})
    (told,) = outcomes("a.zip", archive, file_mb=1)
    assert (told.reason, told.detail) == ("too large", "1 MB; the limit is 1 MB")


def test_an_archive_that_cannot_be_opened_is_told(tmp_path):
    (told,) = read([Input("a.zip", str(tmp_path / "a.zip"), 1, 0)], Columns())
    assert (told.path, told.reason, told.detail) == ("a.zip", "unreadable", "No such file or directory")


def test_a_corpus_of_archives_adds_up(load):
    page = (
        "<html><body><article><p>The harbour office said that the dam had held.</p></article></body></html>"
    )
    files = {
        "a.txt": "The river falls.",
        "inner.zip": make_zip({"b.txt": "The dam holds.", "../c.txt": "No."}),
        "feed.rss": make_rss([{"guid": "lantern-1", "description": "The ferry waits."}]),
        "d.jpg": b"\xff\xd8",
    }
    corpus = load(
        {
            "news.tar.gz": gzip.compress(make_tar(files)),
            "crawl.warc.gz": gzip.compress(make_warc({"https://lantern.example": page})),
        }
    )
    assert corpus.documents["path"].tolist() == [
        "crawl.warc.gz/crawl.warc",
        "news.tar.gz/a.txt",
        "news.tar.gz/inner.zip/b.txt",
        "news.tar.gz/feed.rss",
    ]
    assert corpus.documents["doc_id"].tolist() == ["crawl-2", "a", "b", "lantern-1"]
    assert corpus.ledger["reason"].tolist() == ["not an article", "unsafe name", "unsupported format"]
    assert corpus.manifest["found"] == 7


NAMES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), max_size=9
)


@both
@pytest.mark.filterwarnings("ignore:Duplicate name")
@given(names=NAMES)
def test_paths_of_members_are_their_own(path, make, names):
    archive = make([(name, "The dam.") for name in names])
    unpacked = members_of(path, archive)
    paths = [member.path for member in unpacked]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("path", KINDS)
@given(data=st.data())
def test_damage_ends_in_the_ledger(path, data):
    archive = bytearray(KINDS[path](FILES | {"c.zip": make_zip(FILES)}))
    for _ in range(data.draw(st.integers(1, 4))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    outcomes = list(read([Input(path, "", len(archive), 0, content=bytes(archive))], Columns()))
    assert outcomes
    assert all(outcome.path.startswith(path) for outcome in outcomes)
