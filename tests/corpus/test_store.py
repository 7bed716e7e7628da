import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.corpus.shards import shard_folder, write_shard
from tenor.corpus.store import read_corpus, read_manifest, write_corpus
from tenor.errors import TenorError

TEXTS = ["The dam holds.", "", "“It broke,” he said. So it did."]


@pytest.fixture
def stored(tmp_path):
    whole = from_texts(TEXTS, source=["Courier", "Lantern", "Courier"])
    documents = whole.documents.drop(columns=["n_characters", "n_words", "n_tokens", "n_sentences"])
    shards = [
        write_shard(TEXTS[:2], shard_folder(tmp_path, 0)),
        write_shard(TEXTS[2:], shard_folder(tmp_path, 1)),
    ]
    write_corpus(tmp_path, shards, documents, whole.ledger, {"found": 3})
    return tmp_path, whole


def test_what_is_written_is_read(stored):
    folder, whole = stored
    corpus = read_corpus(folder)
    for name in ("terms", "starts", "ends", "document_bounds", "sentence_bounds"):
        assert np.array_equal(getattr(corpus, name), getattr(whole, name)), name
    pd.testing.assert_frame_equal(corpus.documents, whole.documents, check_like=True)
    assert [corpus.text(number) for number in range(3)] == TEXTS
    assert corpus.manifest["found"] == 3


def test_a_folder_without_manifest_is_no_corpus(tmp_path):
    assert read_manifest(tmp_path) is None
    with pytest.raises(TenorError, match="holds no corpus"):
        read_corpus(tmp_path)


def test_damage_is_named(stored):
    folder, _ = stored
    (shard_folder(folder, 1) / "starts.arrow").write_bytes(b"cut short")
    with pytest.raises(TenorError, match=r"is damaged .*delete it to build it anew"):
        read_corpus(folder)
