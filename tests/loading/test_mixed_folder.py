"""A folder with every format and every fault: each input is a document or a ledger row, and totals add up."""

import os
import zipfile
from io import BytesIO

import pytest
from made_files import (
    make_docx,
    make_parquet,
    make_pdf,
    make_rss,
    make_tar,
    make_warc,
    make_xlsx,
    make_zip,
)

from tenor.loading import funnel, open_corpus

TEXT = (
    "The dockers of Port Sella walked out at dawn over a roster that allows shifts of ten hours, for {}, "
    "and ships waited outside the harbour while the minister said that talks would go on."
)
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
ROWS = [("headline", "text"), ("One", TEXT.format("one")), ("Two", TEXT.format("two"))]
ENTITIES = '<!DOCTYPE r [<!ENTITY a "dam dam dam"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>'


def page(title: str) -> str:
    paragraphs = "".join(f"<p>{TEXT.format(title)} Paragraph {number} of {title}.</p>" for number in range(5))
    return PAGE.format(title, paragraphs)


def records() -> list[dict[str, str]]:
    return [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]


def json_lines() -> str:
    return "".join(f'{{"text": "{TEXT.format(name)}"}}\n' for name in ("a", "b"))


def encrypted_zip() -> bytes:
    """An archive that says that its member is encrypted."""
    data = bytearray(make_zip({"secret.txt": "Dam."}))
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    data[local + 6] |= 1
    data[central + 8] |= 1
    return bytes(data)


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b" " * 1_500_000)
    return stream.getvalue()


def good_files() -> dict[str, str | bytes]:
    """A file of each format, with the number of documents in it behind the first "-" of its name."""
    return {
        "text-1.txt": TEXT.format("txt"),
        "markdown-1.md": "---\ntitle: Strike\n---\n\n" + TEXT.format("md"),
        "page-1.html": page("page"),
        "comma-2.csv": f"text,outlet\n{TEXT.format('a').replace(',', ';')},Lantern\nThe river rises.,Flare\n",
        "tab-1.tsv": "text\toutlet\nThe dam holds for now.\tLantern\n",
        "lines-2.jsonl": json_lines(),
        "list-2.json": f"[{json_lines().strip().replace(chr(10), ',')}]",
        "table-2.parquet": make_parquet(records()),
        "workbook-2.xlsx": make_xlsx(ROWS),
        "word-1.docx": make_docx([TEXT.format("docx"), "It rained on the quay."]),
        "print-1.pdf": make_pdf([[(50, 700, TEXT.format("pdf")[:90]), (50, 680, "It rained on the quay.")]]),
        "feed-2.rss": make_rss([{"title": row[0], "description": row[1]} for row in ROWS[1:]]),
        "crawl-2.warc": make_warc(
            {"https://lantern.example/a": page("a"), "https://lantern.example/b": page("b")}
        ),
        "packed-2.zip": make_zip({"in/one.txt": TEXT.format("zip"), "two.html": page("zipped")}),
        "packed-1.tar": make_tar({"one.txt": TEXT.format("tar")}),
        "deeper-1.zip": make_zip({"inner.zip": make_zip({"one.txt": TEXT.format("deep")})}),
        "folder/inner/text-1.txt": TEXT.format("folder"),
    }


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "empty"),
    "blank.md": (" \n ", "empty"),
    "binary.txt": (b"\x00\x01\x02\x03" * 50, "not text"),
    "picture.png": (b"\x89PNG", "unsupported format"),
    "noname": ("?", "unsupported format"),
    "script.html": ("<html><script>let a = 1</script></html>", "no text"),
    "cut.zip": (make_zip({"a.txt": "Dam." * 500})[:60], "broken file"),
    "cut.xlsx": (make_xlsx(ROWS)[:500], "broken file"),
    "cut.docx": (make_docx(["Dam."])[:500], "broken file"),
    "cut.parquet": (make_parquet(records())[:60], "broken file"),
    "cut.pdf": (make_pdf([[(50, 700, "Dam.")]])[:40], "broken file"),
    "bomb.zip": (bomb(), "expands too much"),
    "locked.zip": (encrypted_zip(), "encrypted"),
    "escape.zip": (make_zip({"../out.txt": "Dam."}), "unsafe name"),
    "entities.rss": (ENTITIES, "broken file"),
    "line.jsonl": ('{"text": "' + "x" * 1_100_000 + '"}\n', "too large"),
    "large.txt": ("x" * 2_100_000, "too large"),
}
LIMITS = {"file_mb": 2, "row_mb": 1}


@pytest.fixture
def mixed(texts):
    """The folder; also a loop of links, a pipe, a dead link, a name that is not UTF-8, and a ragged table."""
    folder = texts({**good_files(), **{name: content for name, (content, _) in FAULTS.items()}})
    texts({"ragged-1.csv": "text,outlet\nThe dam holds.\nIt rains.,Flare,more,and more\n"})
    (folder / "folder" / "loop").symlink_to(folder)
    (folder / "dead.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / os.fsdecode(b"caf\xe9-1.txt")).write_text(TEXT.format("cafe"))
    return folder


def n_documents_named(path: str) -> int:
    return int(path.partition("-")[2].partition(".")[0])


def test_everything_is_told(mixed):
    before = {str(path) for path in mixed.parent.rglob("*")}
    corpus = open_corpus(mixed, limits=LIMITS, language="")
    left_out = corpus.ledger[corpus.ledger["outcome"] == "left out"]
    assert corpus.manifest["found"] == len(corpus.documents) + len(left_out)
    assert funnel(corpus)["n_inputs"].iloc[:-1].sum() == len(corpus.documents)
    reasons = left_out.groupby("path")["reason"].first()
    expected = {name: reason for name, (_, reason) in FAULTS.items()}
    told = {
        name: next((reasons[path] for path in reasons.index if path.startswith(name)), None)
        for name in FAULTS
    }
    assert told == expected
    assert reasons["dead.txt"] == reasons["pipe.txt"] == "unreadable"
    assert reasons["ragged-1.csv"] == "broken row"
    assert {str(path) for path in mixed.parent.rglob("*")} == before, "nothing is written beside the inputs"


@pytest.mark.parametrize("name", [*good_files(), "ragged-1.csv", "caf\\xe9-1.txt"])
def test_every_format_gives_its_documents(mixed, name):
    path = mixed / (os.fsdecode(b"caf\xe9-1.txt") if "xe9" in name else name)
    corpus = open_corpus(path, language="")
    assert len(corpus.documents) == n_documents_named(name.rpartition("/")[2])
    assert corpus.documents["n_words"].ge(3).all()
    assert all(corpus.text(number).strip() for number in range(len(corpus.documents)))
