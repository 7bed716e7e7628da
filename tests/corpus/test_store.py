import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.corpus.shards import make_shard, shard_file
from tenor.corpus.store import join_shards, read_corpus, read_manifest, write_corpus
from tenor.errors import TenorError

TEXTS = ["The dam holds.", "", "“It broke,” he said. So it did.", "SELLA — Rain."]
ARRAYS = ("terms", "starts", "ends", "document_bounds", "sentence_bounds", "is_counted")


def write(folder, shards, segments, documents, marks):
    """Write a corpus of `segments` of shards, which are lists of texts."""
    names = [f"{number:04}" for number in range(len(shards))]
    (folder / "shards").mkdir()
    for name, texts in zip(names, shards, strict=True):
        make_shard(texts).write(shard_file(folder, name))
    runs = np.array(segments)
    counts = ["n_characters", "n_words", "n_tokens", "n_sentences"]
    raw = documents.assign(**{name: from_texts(TEXTS).documents[name] for name in counts})
    joined = join_shards(folder, names, runs, raw, from_texts([]).ledger, {"found": 4})
    write_corpus(joined.with_marks(marks), folder, names, runs)


@pytest.fixture
def whole():
    corpus = from_texts(TEXTS, source=["Courier", "Lantern", "Courier", "Courier"])
    return corpus.with_marks(as_marks([3], [0], [7], ["dateline"]))


@pytest.fixture
def stored(tmp_path, whole):
    write(tmp_path, [TEXTS[:2], TEXTS[2:]], [[0, 0, 2], [1, 0, 2]], whole.documents, whole.marks)
    return tmp_path


def test_what_is_written_is_read(stored, whole):
    corpus = read_corpus(stored)
    for name in ARRAYS:
        assert np.array_equal(getattr(corpus, name), getattr(whole, name)), name
    pd.testing.assert_frame_equal(corpus.documents, whole.documents, check_like=True)
    pd.testing.assert_frame_equal(corpus.marks, whole.marks)
    assert [corpus.text(number) for number in range(4)] == TEXTS
    assert corpus.manifest["found"] == 4


def test_runs_of_several_shards_make_one_corpus(tmp_path, whole):
    shards = [["Lost words.", TEXTS[0], TEXTS[2], "More of them."], [TEXTS[3], TEXTS[1]]]
    segments = [[0, 1, 2], [1, 1, 2], [0, 2, 3], [1, 0, 1]]
    write(tmp_path, shards, segments, whole.documents, whole.marks)
    corpus = read_corpus(tmp_path)
    pd.testing.assert_frame_equal(corpus.vocabulary, whole.vocabulary)
    for name in ARRAYS:
        assert np.array_equal(getattr(corpus, name), getattr(whole, name)), name
    chosen = corpus.take(np.array([3, 0]))
    assert chosen.tokens["term"].tolist() == ["sella", "—", "rain", ".", "the", "dam", "holds", "."]


def test_a_folder_without_manifest_is_no_corpus(tmp_path):
    assert read_manifest(tmp_path) is None
    with pytest.raises(TenorError, match="holds no corpus"):
        read_corpus(tmp_path)


def test_damage_is_named(stored):
    shard_file(stored, "0001").write_bytes(b"cut short")
    with pytest.raises(TenorError, match=r"is damaged .*delete it to build it anew"):
        read_corpus(stored)
