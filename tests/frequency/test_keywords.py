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
    "lrc",
    "log_ratio",
    "percent_difference",
    "odds_ratio",
    "simple_maths",
    "g2",
    "p_value",
    "p_adjusted",
    "bic",
    "document_frequency",
    "n_documents",
    "reference_document_frequency",
    "n_reference_documents",
    "text_g2",
    "story_share",
    "speaker_share",
    "few_documents",
    "one_story",
    "one_speaker",
    "is_key",
    "is_lockword",
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
    assert any(note.startswith(message) for note in table.attrs["notes"])


def test_documents_without_groups_have_nothing_to_compare_with(corpus):
    table = keyness(corpus, by="agency")
    assert (len(table), table.columns.tolist()) == (0, ["agency", *COLUMNS])
    assert table.attrs["empty"] == (
        "There is nothing to compare by agency: no document with words has a value of it. "
        "Choose another column (by) or keep more documents."
    )


def test_published_values_in_a_table():
    frequent = {"war": 150, "peace": 9_850}
    corpus = from_texts(["war " * 50 + "peace " * 19_950])
    row = keyness(corpus, frequent, by=None).set_index("term").loc["war"]
    assert row[["frequency", "reference_frequency"]].tolist() == [50, 150]
    assert row["g2"] == pytest.approx(-146.2463, abs=5e-5)
    assert row["log_ratio"] == pytest.approx(-2.5850, abs=5e-5)
    assert row["lrc"] == pytest.approx(-2.0, abs=0.2)
    assert row["bic"] == pytest.approx(146.2463 - np.log(30_000), abs=5e-5)


@pytest.fixture(scope="module")
def sides(corpus):
    return [corpus.select(sources=[name]) for name in ("Lantern", "Courier")]


def test_another_corpus_is_a_reference_like_the_rest(corpus, sides):
    inside = keyness(corpus.select(sources=["Lantern", "Courier"]), target="Lantern", min_frequency=1)
    other = from_texts([sides[1].text(number) for number in range(5)])
    outside = keyness(sides[0], other, by=None, min_frequency=1)
    pd.testing.assert_frame_equal(outside, inside.drop(columns="source"))
    assert outside.attrs["title"] == "Keywords of the corpus against the reference"


def test_each_part_against_a_reference(corpus):
    table = keyness(corpus, {"rates": 1, "gala": 1, "the": 2, "fury": 9}, min_frequency=1)
    assert table["source"].unique().tolist() == ["Courier", "Lantern"]
    assert set(table["reference_frequency"]) <= {0, 1, 2, 9}


def test_terms_that_only_the_reference_has_can_be_key(sides):
    other = from_texts(["zebra the", "zebra a zebra", "zebra zebra zebra zebra zebra zebra"])
    row = keyness(sides[0], other, by=None).set_index("term").loc["zebra"]
    assert (row["frequency"], row["reference_frequency"], row["is_key"]) == (0, 9, True)
    assert row["lrc"] < 0


@pytest.mark.parametrize(
    "kind", [dict, pd.Series, lambda table: pd.DataFrame(table.items(), columns=["term", "frequency"])]
)
def test_a_frequency_list_may_be_a_mapping_a_series_or_a_table(sides, kind):
    table = keyness(sides[0], kind({"The": 5, "fury": 2, "zebra": 30, "!": 9}), by=None)
    rows = table.set_index("term")
    assert rows.loc["the", "reference_frequency"] == 5
    assert rows.loc["fury", "reference_per_million"] == pytest.approx(2e6 / 37)
    unknown = ["reference_document_frequency", "n_reference_documents", "text_g2"]
    assert rows[unknown].isna().all(axis=None)
    assert not rows.loc["zebra", "few_documents"]
    assert any("the 37 that the frequencies of the reference add up to" in n for n in table.attrs["notes"])


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ({"port": "many"}, "reference: the frequency of 'port' is 'many'; give numbers from 0 on"),
        ({"port": -1}, "reference: the frequency of 'port' is -1"),
        (
            pd.DataFrame({"word": ["port"], "frequency": [1]}),
            "reference lacks the column 'term'; it has word",
        ),
        ("list.csv", "reference is str; give a corpus, or a table with term and frequency"),
    ],
)
def test_a_wrong_reference(sides, reference, message):
    with pytest.raises(UserError, match=message):
        keyness(sides[0], reference, by=None)


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ({"zebra": 3}, "There is nothing to compare: the reference shares no word with the corpus."),
        ({}, "There is nothing to compare: the reference holds no words."),
        (from_texts(["..."]), "There is nothing to compare: the reference holds no words."),
    ],
)
def test_a_reference_that_shares_nothing(sides, reference, message):
    table = keyness(sides[0], reference, by=None)
    assert (len(table), table.columns.tolist()) == (0, COLUMNS)
    assert table.attrs["empty"] == message
    assert message in table.attrs["notes"]


def test_nothing_to_compare_with(corpus):
    with pytest.raises(UserError, match="by = None leaves nothing to compare with"):
        keyness(corpus, by=None)


def test_one_story_and_one_speaker_are_flagged():
    told = ["gala gala gala", "gala gala gala gala", "rain gala fury fury", "fury port", "fury rain"]
    corpus = from_texts([*told, *["calm rates calm rates"] * 5], source=["a"] * 5 + ["b"] * 5)
    corpus.documents["cluster"] = ["0", "0", *map(str, range(2, 10))]
    spans = {"doc_id": ["2", "3"], "start": [10, 0], "end": [19, 4], "kind": ["direct"] * 2}
    quoted = corpus.with_quotations(pd.DataFrame({**spans, "speaker": ["Kell", "Orr"]}))
    rows = keyness(quoted, target="a", min_frequency=2, confidence=0.5).set_index("term")
    assert rows.loc["gala", ["story_share", "one_story"]].tolist() == [7 / 8, True]
    assert rows.loc["fury", ["story_share", "one_story"]].tolist() == [1 / 2, True]
    assert rows.loc["fury", ["speaker_share", "one_speaker"]].tolist() == [1 / 2, True]
    assert rows.loc["gala", ["speaker_share", "one_speaker"]].tolist() == [0, False]
    assert rows.loc["rates", ["story_share", "one_story"]].tolist() == [1 / 5, False]
    without = keyness(corpus, target="a", min_frequency=2, confidence=0.5)
    assert without["speaker_share"].isna().all()
    assert not without["one_speaker"].any()


def test_lockwords_are_those_that_both_use_alike():
    corpus = from_texts(["the dam the fury the", "the port the rain the"] * 20, source=["a", "b"] * 20)
    rows = keyness(corpus, target="a").set_index("term")
    assert rows["is_lockword"].to_dict() == {
        "dam": False,
        "fury": False,
        "port": False,
        "rain": False,
        "the": True,
    }


def test_key_terms_are_ranked_by_what_chance_leaves_of_their_ratio(corpus):
    table = keyness(corpus, min_frequency=1)
    key = table[table["is_key"]]
    for _, part in key.assign(over=key["g2"] > 0).groupby(["source", "over"]):
        assert part["lrc"].abs().is_monotonic_decreasing


def test_speakers_are_compared_with_each_other():
    text = "“Fury fury fury fury,” said Kell. “Calm calm calm calm,” said Orr."
    rows = [("0", 1, 21, "direct", "Kell"), ("0", 35, 55, "direct", "Orr")]
    corpus = from_texts([text]).with_quotations(
        pd.DataFrame(rows, columns=["doc_id", "start", "end", "kind", "speaker"])
    )
    table = keyness(corpus, by="speaker", min_frequency=1)
    assert table[["speaker", "term", "frequency", "reference_frequency"]].to_numpy().tolist() == [
        *(["Kell", "fury", 4, 0], ["Kell", "calm", 0, 4], ["Orr", "calm", 4, 0], ["Orr", "fury", 0, 4])
    ]


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


def test_documents_of_several_voices_count_once_for_each():
    quotations = {"doc_id": ["0"] * 2, "start": [0, 10], "end": [8, 18], "kind": ["indirect", "direct"]}
    corpus = from_texts(["It rains, it pours, she said."]).with_quotations(pd.DataFrame(quotations))
    table = keyness(corpus, by="voice", min_frequency=1)
    assert set(table["n_reference_documents"]) == {2}
    assert table.attrs["notes"][0].endswith("A document counts once for each voice in it.")
