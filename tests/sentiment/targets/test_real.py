from pathlib import Path

import pytest

from tenor.corpus import from_texts
from tenor.sentiment import evidence_towards, tone_towards, towards

ARTICLES = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "polnear" / "articles"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the real articles are absent: no folder {ARTICLES}"),
]


def test_mentions_of_real_articles_stand_where_they_are_said_to():
    paths = sorted(ARTICLES.glob("*.txt"))[::8]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    corpus = from_texts(texts, source=[path.name.split("_")[0] for path in paths])
    mentions = towards(corpus, {"police": ["officers"], "the president": []})
    assert len(mentions) > 50
    for row in mentions.itertuples():
        assert corpus.text(row.doc)[row.start : row.end] == row.mention
        assert row.mention in row.text
    assert mentions["polarity"].between(-1, 1).all()
    table = tone_towards(mentions, corpus)
    assert table["target"].tolist() == ["police", "the president"]
    assert (table["low"] <= table["polarity"]).all()
    assert set(evidence_towards(mentions)["pole"]) == {"most positive", "most negative"}
