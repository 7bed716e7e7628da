"""Real articles, counted in plain Python beside."""

from collections import Counter

import pytest
from nltk import FreqDist

from tenor.corpus import from_texts
from tenor.frequency import concordance, keyness, ngrams, trends, word_list

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def corpus(real):
    paths = sorted((real / "polnear" / "articles").glob("*.txt"))[::6]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    parts = [path.name.split("_") for path in paths]
    return from_texts(texts, source=[part[0] for part in parts], published=[part[1] for part in parts])


def test_words_and_pairs_are_counted_as_in_plain_python(corpus):
    tokens = corpus.tokens
    words = tokens["term"][tokens["is_word"]]
    table = word_list(corpus)
    assert dict(zip(table["term"], table["frequency"], strict=True)) == FreqDist(words)
    sentence, term, is_word = (tokens[column].tolist() for column in ("sentence", "term", "is_word"))
    pairs = Counter(
        f"{term[i]} {term[i + 1]}"
        for i in range(len(term) - 1)
        if is_word[i] and is_word[i + 1] and sentence[i] == sentence[i + 1]
    )
    table = ngrams(corpus, min_frequency=1)
    assert dict(zip(table["ngram"], table["frequency"], strict=True)) == pairs


def test_groups_and_lines_add_up(corpus):
    grouped, whole = word_list(corpus, by="source"), word_list(corpus).set_index("term")
    assert (grouped.groupby("term")["frequency"].sum() == whole["frequency"].sort_index()).all()
    for term in ("said", "percent", "senate"):
        assert len(concordance(corpus, term, limit=10**6)) == whole.loc[term, "frequency"]


def test_every_source_has_key_terms(corpus):
    table = keyness(corpus)
    assert (table.groupby("source")["is_key"].sum() > 0).all()
    assert table.loc[table["is_key"], "p_adjusted"].max() <= 0.05
    assert table["g2"].notna().all()


def test_picked_words_have_a_row_for_each_period(corpus):
    table = trends(corpus)
    assert table["word"].nunique() == 6
    assert table.groupby("word")["period"].nunique().nunique() == 1
    assert table["per_million"].isna().sum() == (table["n_words"] == 0).sum()
