import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.voices.finding import kept
from tenor.voices.finding.finder import find
from tenor.voices.finding.kept import find_once
from tenor.voices.finding.models import shipped_model

TEXTS = ["“The dam will hold,” said Mara Quill.", "It rained.", "Orr said that it would rain again."]


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    monkeypatch.setattr(kept, "_LEAST_WORDS", 0)
    return tmp_path


def once(texts, **metadata):
    return find_once(from_texts(texts, **metadata), shipped_model())


def anew(texts, **metadata):
    return find(from_texts(texts, **metadata), shipped_model())


def files(root):
    return [path.name for path in (root / "data" / "corpora").glob("quotations-*.parquet")]


def test_a_second_time_gives_the_same():
    first = once(TEXTS)
    pd.testing.assert_frame_equal(first, anew(TEXTS))
    pd.testing.assert_frame_equal(once(TEXTS), first)


def test_texts_are_looked_into_once(root, monkeypatch):
    once(TEXTS)
    looked = []
    monkeypatch.setattr(
        kept, "find", lambda corpus, model: looked.extend(corpus.documents["doc_id"]) or find(corpus, model)
    )
    found = once(["New: “It will rain,” Orr said.", *TEXTS], doc_id=["n", "a", "b", "c"])
    assert looked == ["n"]
    pd.testing.assert_frame_equal(
        found, anew(["New: “It will rain,” Orr said.", *TEXTS], doc_id=["n", "a", "b", "c"])
    )
    assert len(files(root)) == 1


def test_copies_are_found_in_each_document():
    assert once([TEXTS[0]] * 2)["doc_id"].tolist() == ["0", "1"]


def test_a_damaged_file_is_written_anew(root):
    once(TEXTS)
    (file,) = (root / "data" / "corpora").glob("quotations-*.parquet")
    file.write_bytes(b"no parquet")
    pd.testing.assert_frame_equal(once(TEXTS), anew(TEXTS))


def test_where_nothing_can_be_written_all_is_found(root):
    (root / "data").write_text("a file where the folder should be")
    pd.testing.assert_frame_equal(once(TEXTS), anew(TEXTS))


def test_small_corpora_leave_no_file(root, monkeypatch):
    monkeypatch.setattr(kept, "_LEAST_WORDS", 1_000)
    once(TEXTS)
    assert files(root) == []
