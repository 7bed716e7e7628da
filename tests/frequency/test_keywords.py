import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from nltk.metrics import BigramAssocMeasures
from plain_counts import count_documents, count_words, two_sided_corpora, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import keyness

COLUMNS = [
    "term",
    "frequency",
    "reference_frequency",
    "per_million",
    "reference_per_million",
    "log_ratio",
    "g2",
    "p_value",
    "p_adjusted",
    "document_frequency",
    "n_documents",
    "reference_document_frequency",
    "few_documents",
    "is_key",
    "is_stop_word",
]


@pytest.fixture(scope="module")
def corpus():
    """Two sources: `fury` marks the first in every document, `gala` in one, `rates` marks the others."""
    lantern = ["the fury " * 5] * 4 + ["the gala " * 10]
    courier = ["the rates " * 5] * 4 + ["the fury rates calm"]
    return from_texts([*lantern, *courier, "the fury"], source=["Lantern"] * 5 + ["Courier"] * 5 + [None])


def test_by_hand(corpus):
    table = keyness(corpus, target="Lantern", min_frequency=1)
    assert table.columns.tolist() == ["source", *COLUMNS]
    rows = table.set_index("term")
    assert rows.loc["fury", ["frequency", "reference_frequency"]].tolist() == [20, 1]
    assert rows.loc["fury", "per_million"] == pytest.approx(20e6 / 60)
    assert rows.loc["fury", "reference_per_million"] == pytest.approx(1e6 / 44)
    assert rows.loc["fury", "log_ratio"] == pytest.approx(np.log2((20 / 60) / (1 / 44)))
    assert rows.loc["gala", "log_ratio"] == pytest.approx(np.log2((10 / 60) / (0.5 / 44)))
    likelihood = BigramAssocMeasures.likelihood_ratio(20, (21, 60), 104)
    assert rows.loc["fury", "g2"] == pytest.approx(likelihood)
    assert rows.loc["rates", "g2"] < -20
    assert rows.loc[
        "fury", ["document_frequency", "n_documents", "reference_document_frequency"]
    ].tolist() == [4, 5, 1]
    assert rows["is_stop_word"].to_dict() == {"fury": False, "rates": False, "gala": False, "the": True}


def test_key_terms_come_first_and_those_of_few_documents_are_none(corpus):
    table = keyness(corpus, target="Lantern", min_frequency=1)
    assert table["term"].tolist() == ["fury", "rates", "gala", "the"]
    assert table["is_key"].tolist() == [True, True, False, False]
    assert table["few_documents"].tolist() == [False, False, True, False]
    assert table.set_index("term").loc["gala", "p_adjusted"] < 0.05


def test_three_documents_are_no_few():
    three, two = (from_texts(["gala"] * n + ["port"] * 3, source=["a"] * n + ["b"] * 3) for n in (3, 2))
    assert keyness(three, target="a", min_frequency=1)["few_documents"].tolist() == [False, False]
    few = keyness(two, target="a", min_frequency=1).set_index("term")["few_documents"]
    assert few.to_dict() == {"gala": True, "port": False}


def test_terms_that_the_target_lacks_for_no_reason_are_counted_not_listed(corpus):
    table = keyness(corpus, target="Lantern", min_frequency=1)
    assert "calm" not in set(table["term"])
    assert table.attrs["notes"][2].startswith(
        "For each target 5 terms are tested: those with a frequency of 1"
    )
    assert (
        "1 rows of terms that the target lacks, for no significant reason, are not listed"
        in table.attrs["notes"][2]
    )
    assert "calm" in set(keyness(corpus, target="Courier", min_frequency=1)["term"])


def test_the_least_frequency_is_that_of_target_and_reference_together(corpus):
    table = keyness(corpus, target="Courier", min_frequency=21)
    assert set(table["term"]) == {"fury", "rates", "the"}


def test_each_group_in_its_turn(corpus):
    table = keyness(corpus, min_frequency=1)
    assert table["source"].unique().tolist() == ["Courier", "Lantern"]
    for name, part in table.groupby("source"):
        alone = keyness(corpus, target=name, min_frequency=1)
        pd.testing.assert_frame_equal(part.reset_index(drop=True), alone)
    assert "1 of 11 documents have no value of 'source' and are left out." in table.attrs["notes"]
    assert table.attrs["title"] == "Keywords of each source against the rest"


def test_the_level_decides_what_is_key(corpus):
    strict = keyness(corpus, target="Lantern", confidence=0.99999)
    assert strict["term"][strict["is_key"]].tolist() == ["rates"]
    assert strict.attrs["notes"][3].startswith("Key terms have p_adjusted of at most 1e-05")


def test_an_empty_selection(corpus):
    table = keyness(corpus.select(start="2031-01-01"), target="Lantern")
    assert table.columns.tolist() == ["source", *COLUMNS]
    assert len(table) == 0
    assert table.attrs["empty"].startswith("There is nothing to compare by source")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"target": "Lanterne"},
            "target = 'Lanterne' is not one of 'Courier', 'Lantern'; did you mean 'Lantern'",
        ),
        ({"by": "sauce"}, "by = 'sauce' is no column of the documents; did you mean 'source'"),
        ({"confidence": 1.5}, "confidence = 1.5 is outside 0.5 to 0.999"),
        ({"min_frequency": 0}, "min_frequency = 0 is too small"),
    ],
)
def test_wrong_settings(corpus, settings, message):
    with pytest.raises(UserError, match=message):
        keyness(corpus, **settings)


def test_a_single_group_has_nothing_to_compare_with(corpus):
    alone = corpus.select(sources=["Courier"])
    message = "There is nothing to compare by source: all words are of 'Courier'. Choose another column"
    with pytest.raises(UserError, match=message):
        keyness(alone, target="Courier")
    table = keyness(alone)
    assert (len(table), table.columns.tolist()) == (0, ["source", *COLUMNS])
    assert table.attrs["notes"][1].startswith(message)


def test_documents_without_groups_have_nothing_to_compare_with(corpus):
    table = keyness(corpus, by="agency")
    assert (len(table), table.columns.tolist()) == (0, ["agency", *COLUMNS])
    assert table.attrs["empty"] == (
        "There is nothing to compare by agency: no document with words has a value of it. "
        "Choose another column (by) or keep more documents."
    )


def part(corpus, source):
    return corpus.take(np.flatnonzero(corpus.documents["source"].eq(source).fillna(False)))


@unhurried
@given(two_sided_corpora)
def test_counts_are_those_of_plain_python(corpus):
    parts = {name: part(corpus, name) for name in ("a", "b")}
    frequency = {name: count_words(side) for name, side in parts.items()}
    documents = {name: count_documents(side) for name, side in parts.items()}
    table = keyness(corpus, min_frequency=1)
    for row in table.itertuples():
        other = "b" if row.source == "a" else "a"
        a, b = frequency[row.source][row.term], frequency[other][row.term]
        c, d = parts[row.source].n_words, parts[other].n_words
        assert (row.frequency, row.reference_frequency) == (a, b)
        assert row.document_frequency == documents[row.source][row.term]
        assert row.reference_document_frequency == documents[other][row.term]
        likelihood = BigramAssocMeasures.likelihood_ratio(a, (a + b, c), c + d)
        assert abs(row.g2) == pytest.approx(likelihood, abs=1e-6)
        assert np.sign(row.g2) == np.sign(a * d - b * c)
    for name, listed in table.groupby("source")["term"]:
        assert set(frequency[name]) <= set(listed)


@unhurried
@given(two_sided_corpora)
def test_the_two_sides_of_one_comparison_mirror_each_other(corpus):
    table = keyness(corpus, min_frequency=1)
    sides = [table[table["source"] == name].set_index("term") for name in ("a", "b")]
    terms = sides[0].index.intersection(sides[1].index)
    first, second = (side.loc[terms] for side in sides)
    np.testing.assert_allclose(first["g2"], -second["g2"], atol=1e-9)
    np.testing.assert_allclose(first["log_ratio"], -second["log_ratio"], atol=1e-9)
    np.testing.assert_allclose(first["p_adjusted"], second["p_adjusted"], atol=1e-9)
