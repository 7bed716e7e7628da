"""Building a corpus from inputs."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import make_parquet, make_xlsx

from tenor.corpus.store import read_corpus
from tenor.errors import TenorError, UserError
from tenor.loading import builds
from tenor.loading.builds import build_corpus
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.reading import cut_shards
from tenor.loading.settings import Settings

MIXED = {
    "a.txt": "The dam holds.",
    "b.txt": "  ",
    "c.csv": "text,outlet\nIt rains.,Lantern\n,Flare\nThe dam holds.,Flare\n" + "More rain.,Flare\n" * 20,
    "d.jsonl": '{"body": "The river rose.", "date": "May 3, 2031"}\nbroken\n{"body": "It fell."}\n',
    "e.xyz": "?",
    "metadata.csv": "file,source,published\na.txt,Courier,2031-05-04\n",
}


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 100))
def test_shards_keep_every_file_in_order_and_their_size(sizes, size):
    files = [Input(f"{number}.txt", "", n_bytes, 0) for number, n_bytes in enumerate(sizes)]
    shards = list(cut_shards(files, size, Settings()))
    assert [file for shard in shards for file in shard] == files
    assert all(sum(file.size for file in shard) >= size for shard in shards[:-1])
    assert all(sum(file.size for file in shard[:-1]) < size for shard in shards)


def build(inputs, folder, **options):
    folder.mkdir()
    build_corpus(inputs, Settings(), folder, **options)
    return read_corpus(folder)


def test_documents_and_ledger_add_up(load):
    corpus = load(MIXED)
    left_out = corpus.ledger[corpus.ledger["outcome"] == "left out"]
    assert corpus.manifest["found"] == len(corpus.documents) + len(left_out) == 25 + 4
    assert list(zip(left_out["path"], left_out["row"].fillna(0), left_out["reason"], strict=True)) == [
        ("b.txt", 0, "empty"),
        ("c.csv", 2, "empty"),
        ("d.jsonl", 2, "broken row"),
        ("e.xyz", 0, "unsupported format"),
    ]
    assert corpus.documents["cluster"].tolist()[:3] == ["a", "c-1", "a"]
    assert corpus.documents["published"].dropna().tolist() == ["2031-05-04", "2031-05-03"]
    assert [corpus.text(number) for number in (0, 1, 23)] == [
        "The dam holds.",
        "It rains.",
        "The river rose.",
    ]


def test_the_manifest_tells_what_was_recognised(load):
    recognised = load(MIXED).manifest["recognised"]
    assert recognised == {
        "text": ["body", "text"],
        "source": ["outlet", "source"],
        "published": ["date", "published"],
        "file": ["file"],
    }


def test_shards_of_any_size_and_two_processes_make_the_same_corpus(texts, tmp_path, monkeypatch):
    inputs = find_inputs(texts(MIXED))
    whole = build(inputs, tmp_path / "whole")
    monkeypatch.setenv("TENOR_WORKERS", "2")
    cut = build(inputs, tmp_path / "cut", shard_bytes=100)
    assert (len(whole.manifest["shards"]), len(cut.manifest["shards"]) > 3) == (1, True)
    pd.testing.assert_frame_equal(whole.documents, cut.documents)
    pd.testing.assert_frame_equal(whole.ledger, cut.ledger)
    pd.testing.assert_frame_equal(whole.vocabulary, cut.vocabulary)
    assert whole.terms.tolist() == cut.terms.tolist()
    assert whole.sentence_bounds.tolist() == cut.sentence_bounds.tolist()


STRAY = {
    "codes.csv": "code,desk\n" + "1,front\n" * 50,
    "codes.parquet": make_parquet([{"code": 1}]),
    "codes.xlsx": make_xlsx([["code", "desk"], [1, "front"]], More=[["desk", "floor"]]),
}


@pytest.mark.parametrize("shard_bytes", [30, 16_000_000])
def test_tables_without_texts_stop_no_other_input(texts, tmp_path, shard_bytes):
    inputs = find_inputs(texts({"a.txt": "The dam holds.", **STRAY}))
    corpus = build(inputs, tmp_path / "built", shard_bytes=shard_bytes)
    assert corpus.text(0) == "The dam holds."
    rows = corpus.ledger[["path", "reason", "detail"]].to_numpy().tolist()
    assert rows == [
        ["codes.csv", "no text", "no column of texts; it has 'code', 'desk'"],
        ["codes.parquet", "no text", "no column of texts; it has 'code'"],
        ["codes.xlsx", "no text", "no column of texts; it has 'code', 'desk', 'floor'"],
    ]


def test_without_a_text_in_any_table_the_error_says_how_to_name_its_column(load):
    message = (
        r"no document could be loaded from .*harbour; left out: 1 no text\. The first is news\.csv: "
        r"no column of texts; it has 'id', 'Copy'; .* name its column: columns: \{text: NAME\} in a recipe, "
        r"--column text=NAME on the command line"
    )
    with pytest.raises(UserError, match=message):
        load({"news.csv": "id,Copy\n1,The dam holds.\n"})


def test_when_nothing_is_left_the_error_says_why(load):
    message = (
        r"no document could be loaded from .*harbour; left out: 2 empty, 1 unsupported format\. "
        r"The first is a\.txt: empty; add the text, or remove the file or row\. "
        r"Another is c\.xyz: \.xyz; export the input as"
    )
    with pytest.raises(UserError, match=message):
        load({"a.txt": "", "b.txt": " ", "c.xyz": "x"})


def test_a_column_that_is_nowhere(load):
    with pytest.raises(
        UserError, match=r"columns: source = 'papr' is not one of 'paper', 'text'; did you mean"
    ):
        load({"a.csv": "text,paper\nDam.,Lantern\n"}, columns={"source": "papr"})


def test_a_column_of_the_metadata_alone_is_enough(load):
    corpus = load({"a.txt": "Dam.", "metadata.csv": "file,desk\na.txt,city\n"}, columns={"source": "desk"})
    assert corpus.documents.loc[0, "source"] == "city"


def test_the_limits_hold_for_the_metadata_too(load, texts):
    table = make_xlsx([["file", "note"], ["a.txt", ""], *[["b.txt", "x" * 30_000]] * 50])
    metadata = texts({"about.xlsx": table}) / "about.xlsx"
    with pytest.raises(
        UserError, match=r"about\.xlsx cannot be read .*more than 200 times as large as packed"
    ):
        load({"a.txt": "Dam."}, metadata=metadata)
    assert len(load({"a.txt": "Dam."}, metadata=metadata, limits={"expansion": 10_000}).documents) == 1


def test_a_metadata_table_that_may_not_be_read(texts, tmp_path, as_nobody):
    folder = texts({"a.txt": "Dam.", "metadata.csv": "file\n"})
    (folder / "metadata.csv").chmod(0)
    inputs = find_inputs(folder)
    message = r"metadata .*/metadata\.csv cannot be read \(Permission denied\); allow reading it"
    with as_nobody(), pytest.raises(UserError, match=message):
        build_corpus(inputs, Settings(), tmp_path / "built")


def test_a_document_lost_on_the_way_is_a_fault(load, monkeypatch):
    read_inputs = builds.read_inputs

    def lose(*given):
        found, old = read_inputs(*given)
        return replace(found, contents=found.contents.take(np.array([1]))), old[1:]

    monkeypatch.setattr(builds, "read_inputs", lose)
    message = r"1 documents and 0 left out do not add up to 2 found .*; the first that differs is a\.txt"
    with pytest.raises(TenorError, match=message):
        load({"a.txt": "Dam.", "b.txt": "Sea."})


def test_the_fingerprint_is_that_of_contents_alone(texts, tmp_path):
    folder = texts(MIXED)
    moved = tmp_path / "moved"
    moved.mkdir()
    for name, content in MIXED.items():
        (moved / name).write_text(content)
    first = build(find_inputs(folder), tmp_path / "first").manifest["fingerprint"]
    assert build(find_inputs(moved), tmp_path / "second").manifest["fingerprint"] == first
    (moved / "metadata.csv").write_text("file,source\na.txt,Flare\n")
    assert build(find_inputs(moved), tmp_path / "third").manifest["fingerprint"] != first


@pytest.mark.parametrize("changed", [{"a.txt": "The dam broke."}, {"f.txt": "New."}])
def test_the_fingerprint_tells_every_change(texts, tmp_path, changed):
    folder = texts(MIXED)
    first = build(find_inputs(folder), tmp_path / "first").manifest["fingerprint"]
    texts(changed)
    assert build(find_inputs(folder), tmp_path / "second").manifest["fingerprint"] != first
