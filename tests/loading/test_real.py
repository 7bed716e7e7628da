"""The real articles beside the checkout, loaded whole."""

import pytest

from tenor.loading import copies, documents_over_time, funnel, lengths, open_corpus

pytestmark = pytest.mark.real


def test_all_news_articles_load_with_their_metadata(real):
    folder = real / "polnear"
    corpus = open_corpus(folder / "articles", metadata=folder / "metadata.csv")
    documents = corpus.documents
    assert len(documents) == corpus.manifest["found"] == 924
    assert documents[["doc_id", "source", "published", "title"]].notna().all(axis=None)
    assert documents["published"].str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    assert documents["source"].value_counts().tolist() == [132] * 7
    assert documents["doc_id"].is_unique
    assert set(corpus.ledger["outcome"]) == {"changed"}
    as_written = documents[~documents["path"].isin(corpus.ledger["path"])].set_index("path")["n_characters"]
    assert len(as_written) > 800
    assert as_written.to_dict() == {
        name: len((folder / "articles" / name).read_bytes().decode()) for name in as_written.index
    }
    assert documents["language"].eq("en").all()
    assert funnel(corpus)["n_inputs"].tolist() == [924, 924]
    assert documents_over_time(corpus)["n_documents"].sum() == lengths(corpus)["n_documents"].sum() == 924
    assert copies(corpus)["n_documents"].ge(2).all()


def test_all_speeches_load_with_years_and_the_one_encoding_told(real):
    corpus = open_corpus(real / "inaugural" / "articles")
    documents = corpus.documents
    assert len(documents) == corpus.manifest["found"] == 59
    assert documents["published"].str.fullmatch(r"\d{4}").all()
    assert documents["published"].tolist() == documents["path"].str[:4].tolist()
    (changed,) = corpus.ledger.itertuples()
    assert (changed.outcome, changed.reason) == ("changed", "encoding guessed")
    assert documents["encoding"].value_counts().tolist() == [58, 1]
    assert documents.loc[documents["encoding"] != "utf-8", "path"].item() == changed.path
    assert documents_over_time(corpus).attrs["period"] == "year"
