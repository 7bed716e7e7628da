from sample_voices import sample_corpus, sample_key

from tenor.voices.tables import TYPES, rows_in


def test_the_key_is_a_table_of_quotations():
    key = sample_key()
    assert list(key) == list(TYPES)
    assert len(key) == 540
    assert key["doc_id"].notna().all()


def test_rows_are_those_of_the_documents_of_a_selection_by_their_number_there():
    corpus = sample_corpus().select(sources=["The Daily Flare"])
    rows = rows_in(sample_key(), corpus)
    ids = corpus.documents["doc_id"].reindex(rows["doc"])
    assert ids.tolist() == rows["doc_id"].tolist()
    assert 0 < len(rows) < 540
