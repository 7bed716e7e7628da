from pathlib import Path

import pytest

from tenor.corpus import from_texts
from tenor.sentiment import agreement, evidence, score_sentences, tone

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear" / "articles"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the real articles are absent: no folder {ARTICLES}"),
]


@pytest.fixture(scope="module")
def corpus():
    paths = sorted(ARTICLES.glob("*.txt"))[::8]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    return from_texts(texts, source=[path.name.split("_")[0] for path in paths])


def test_tables_of_a_real_corpus_hold_together(corpus):
    scores = score_sentences(corpus)
    table = tone(scores, corpus, n_resamples=200)
    assert table["n_documents"].sum() == 3 * len(corpus.documents)
    assert table["n_sentences"].sum() == len(scores)
    known = table.dropna(subset="low")
    assert len(known) > 8
    assert known["polarity"].between(known["low"], known["high"]).all()
    assert (agreement(scores, corpus)["n_sentences"] <= len(scores) // 3).all()
    lines = evidence(scores, corpus)
    assert lines["pole"].tolist() == ["most positive"] * 5 + ["most negative"] * 5
    assert lines["doc_id"].groupby(lines["pole"]).nunique().eq(5).all()
    texts = corpus.documents.reset_index().set_index("doc_id")["index"]
    assert all(
        corpus.text(texts[row.doc_id])[row.start : row.end] == row.text
        for row in lines.itertuples(index=False)
    )
