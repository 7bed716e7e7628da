"""Every input ends as a document or in the ledger."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import make_zip

from tenor.loading.documents import Document, read
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.metadata.columns import Columns
from tenor.loading.outcomes import REASONS


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".html"])
@given(data=st.binary() | st.text().map(lambda text: text.encode(errors="replace")))
def test_any_bytes_end_as_documents_or_ledger_rows(tmp_path_factory, suffix, data):
    path = tmp_path_factory.mktemp("any") / f"any{suffix}"
    path.write_bytes(data)
    outcomes = list(read(find_inputs(path).files, Columns()))
    ends = [outcome for outcome in outcomes if isinstance(outcome, Document) or outcome.outcome == "left out"]
    assert ends
    assert len({outcome.row for outcome in ends}) == len(ends)
    for outcome in outcomes:
        assert outcome.path == path.name
        if isinstance(outcome, Document):
            assert outcome.text.strip()
            assert outcome.text.encode()
        else:
            assert (outcome.outcome, outcome.remedy) == REASONS[outcome.reason]


@given(data=st.binary())
def test_any_bytes_in_the_rows_of_a_table_end_somewhere(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(b"text,id\n" + data)
    outcomes = list(read(find_inputs(path).files, Columns()))
    ends = [outcome for outcome in outcomes if isinstance(outcome, Document) or outcome.outcome == "left out"]
    assert ends
    assert len({outcome.row for outcome in ends}) == len(ends)


def test_formats_that_are_not_read_are_told(texts):
    folder = texts({"a.txt": "Dam.", "b.XYZ": "?", "notes": "none"})
    outcomes = list(read(find_inputs(folder).files, Columns()))
    told = [(row.path, row.reason, row.detail) for row in outcomes[1:]]
    assert told == [
        ("b.XYZ", "unsupported format", ".xyz"),
        ("notes", "unsupported format", "its name has no suffix"),
    ]


def test_a_file_that_vanished_is_told(texts):
    folder = texts({"a.txt": "Dam.", "b.txt": "Sea."})
    files = find_inputs(folder).files
    (folder / "a.txt").unlink()
    told, document = read(files, Columns())
    assert (told.outcome, told.reason, told.detail) == ("left out", "unreadable", "No such file or directory")
    assert document.text == "Sea."


def test_odd_entries_are_told_and_never_waited_for(texts):
    folder = texts({"a.txt": "Dam."})
    os.mkfifo(folder / "pipe.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    outcomes = list(read(find_inputs(folder).files, Columns()))
    assert [(row.path, row.reason, row.detail) for row in outcomes[1:]] == [
        ("nowhere.txt", "unreadable", "No such file or directory"),
        ("pipe.txt", "unreadable", "a device, pipe or socket, not a file"),
    ]


def test_what_may_not_be_read_is_told(texts, as_nobody):
    folder = texts({"a.txt": "Dam.", "b.txt": "Sea.", "closed/c.txt": "River."})
    (folder / "b.txt").chmod(0)
    (folder / "closed").chmod(0)
    with as_nobody():
        outcomes = list(read(find_inputs(folder).files, Columns()))
    (folder / "closed").chmod(0o755)
    assert [(row.path, row.reason, row.detail) for row in outcomes[1:]] == [
        ("b.txt", "unreadable", "Permission denied"),
        ("closed/", "unreadable", "Permission denied"),
    ]


def test_a_table_without_texts_in_an_archive_spoils_no_other(texts):
    packed = make_zip({"metadata.csv": "file,source\na.txt,Lantern\n", "a.txt": "The dam holds."})
    told, document = read(find_inputs(texts({"a.zip": packed})).files, Columns())
    assert (told.path, told.reason) == ("a.zip/metadata.csv", "no text")
    assert told.detail == "no column of texts; it has 'file', 'source'"
    assert document.text == "The dam holds."
