import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from plain_counts import corpora, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import dispersion, word_list

COLUMNS = [
    *("term", "frequency", "per_million", "part_range", "part_share", "dp", "dp_norm", "juilland_d"),
    *("carroll_d2", "rosengren_s", "dkl"),
]


@pytest.fixture
def corpus():
    """The published toy corpus: parts of 9, 10, 10, 10 and 11 words, with 1 to 5 occurrences of a word."""
    sizes = (9, 10, 10, 10, 11)
    texts = [" ".join(["a"] * n + [f"x{n}{i}" for i in range(size - n)]) for n, size in enumerate(sizes, 1)]
    return from_texts(texts, source=["s", "s", "s", "t", None])


def test_published_values(corpus):
    row = dispersion(corpus).iloc[0]
    assert row[["term", "frequency", "part_range", "part_share"]].tolist() == ["a", 15, 5, 1]
    published = {
        "dp": 0.18,
        "dp_norm": 0.2195,
        "juilland_d": 0.7851,
        "carroll_d2": 0.9379,
        "rosengren_s": 0.9498,
        "dkl": 0.1280,
    }
    for name, value in published.items():
        assert row[name] == pytest.approx(value, abs=1e-4), name


def test_words_rarer_than_the_parts_are_many_have_a_range_only(corpus):
    rare = dispersion(corpus, min_frequency=1).set_index("term").loc["x51"]
    assert (rare["frequency"], rare["part_range"]) == (1, 1)
    assert rare[COLUMNS[5:]].isna().all()


def test_parts_may_be_groups_and_documents_of_none_are_told(corpus):
    table = dispersion(corpus, parts="source")
    assert table.loc[0, ["frequency", "part_range"]].tolist() == [10, 2]
    assert table.attrs["notes"][0].startswith("2 parts with words, by source, of 39 words in all")
    assert "1 of 5 documents have no value of 'source' and are left out." in table.attrs["notes"]


@pytest.mark.parametrize("texts", [[], ["..."], ["", ""]])
def test_without_words_the_table_has_its_columns(texts):
    table = dispersion(from_texts(texts))
    assert (table.columns.tolist(), len(table)) == (COLUMNS, 0)
    assert table.attrs["notes"][0] == "There are no words."


def test_a_single_document_has_no_spread():
    table = dispersion(from_texts(["dam dam port"]), min_frequency=1)
    assert table["part_range"].tolist() == [1, 1]
    assert table[COLUMNS[5:]].isna().all(axis=None)


def test_wrong_settings(corpus):
    with pytest.raises(UserError, match="by = 'sauce' is no column"):
        dispersion(corpus, parts="sauce")
    with pytest.raises(UserError, match="min_frequency = 0 is too small"):
        dispersion(corpus, min_frequency=0)


@unhurried
@given(corpora)
def test_values_stay_in_their_ranges_whatever_the_order_of_documents(corpus):
    table = dispersion(corpus, min_frequency=1)
    for name in COLUMNS[5:]:
        assert table[name].dropna().between(-1e-9, 1 + 1e-9).all(), name
    reverse = corpus.take(np.arange(len(corpus.documents))[::-1])
    pd.testing.assert_frame_equal(dispersion(reverse, min_frequency=1), table)
    listed = word_list(corpus)
    assert table[["term", "frequency"]].equals(listed[["term", "frequency"]])
    assert table["part_range"].tolist() == listed["document_frequency"].tolist()
    np.testing.assert_allclose(table["dp_norm"], listed["dp_norm"])
