import numpy as np
import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import changes, trends
from tenor.frequency.measures.stretches import most_different_stretch

COLUMNS = [
    "word",
    "period",
    "share_before",
    "share_after",
    "per_million_before",
    "per_million_after",
    "log_ratio",
    "p_value",
    "p_adjusted",
    "n_periods",
]


def series(word, holders, n_documents=20, **groups):
    """A trends table: documents of ten words each, that hold the word twice or not at all."""
    holders = np.array(holders)
    n_documents = np.broadcast_to(n_documents, len(holders))
    table = pd.DataFrame(
        {
            **groups,
            "word": word,
            "period": [str(2031 + number) for number in range(len(holders))],
            "frequency": 2 * holders,
            "n_words": 10 * n_documents,
            "document_frequency": holders,
            "n_documents": n_documents,
        }
    )
    table.attrs["period"] = "year"
    return table


DOUBLED = [4, 5, 4, 3, 4, 4, 8, 9, 8, 7, 8, 8]
FLAT = [4, 5, 4, 3, 4, 5, 4, 4, 5, 3, 4, 4]


def stack(*tables):
    stacked = pd.concat(tables, ignore_index=True)
    stacked.attrs["period"] = "year"
    return stacked


def test_a_doubling_by_hand():
    table = changes(series("dam", DOUBLED))
    assert table.columns.tolist() == COLUMNS
    row = table.iloc[0].to_dict()
    assert len(table) == 1
    assert row["period"] == "2037"
    assert (row["share_before"], row["share_after"]) == (24 / 120, 48 / 120)
    assert (row["per_million_before"], row["per_million_after"]) == (48e6 / 1200, 96e6 / 1200)
    assert row["log_ratio"] == 1
    assert row["p_value"] == row["p_adjusted"] == most_different_stretch(DOUBLED, [20] * 12, seed=1).p_value
    assert row["n_periods"] == 12


def test_a_series_without_change_has_no_row_and_is_counted():
    table = changes(stack(series("dam", DOUBLED), series("port", FLAT)))
    assert table["word"].tolist() == ["dam"]
    assert table.attrs["n_tested"] == 2
    assert table.attrs["notes"][1].startswith("2 series tested, 1 with changes: p_adjusted, for all of them")
    none = changes(series("port", FLAT))
    assert none.columns.tolist() == COLUMNS
    assert none["period"].dtype == "str"
    assert none["n_periods"].dtype == "int64"


def test_a_rise_and_a_fall_lie_between_their_neighbours():
    table = changes(series("dam", [2] * 10 + [12] * 5 + [2] * 10))
    assert table["period"].tolist() == ["2041", "2046"]
    assert table["share_before"].tolist() == [0.1, 0.6]
    assert table["share_after"].tolist() == [0.6, 0.1]
    assert table["log_ratio"].tolist() == pytest.approx([np.log2(6), -np.log2(6)])


def test_the_parts_of_a_changed_series_are_searched_again():
    table = changes(series("dam", [1, 2] * 5 + [6, 7] * 5 + [17, 18] * 5))
    assert table["period"].tolist() == ["2041", "2051"]
    assert table["n_periods"].tolist() == [20, 30]
    table = changes(series("dam", [17, 18] * 5 + [6, 7] * 5 + [1, 2] * 5))
    assert table["period"].tolist() == ["2041", "2051"]
    assert table["n_periods"].tolist() == [30, 20]


def test_words_picked_for_their_changes_are_called_so():
    texts = ["The dam broke."] * 4 + ["The dam holds."] * 4
    corpus = from_texts(texts, published=[str(2031 + number) for number in range(8)])
    picked, named = trends(corpus, period="year"), trends(corpus, ["dam"], period="year")
    assert "picked for their uneven spread" in changes(picked).attrs["notes"][1]
    assert not any("picked" in note for note in changes(named).attrs["notes"])


def test_a_gap_is_skipped_and_no_zero():
    gap = 5 * [0]
    holders, n_documents = FLAT[:6] + gap + FLAT[6:], [20] * 6 + gap + [20] * 6
    assert changes(series("dam", holders, n_documents)).empty
    holders, n_documents = DOUBLED[:6] + gap + DOUBLED[6:], [20] * 6 + gap + [20] * 6
    table = changes(series("dam", holders, n_documents))
    assert table["period"].tolist() == ["2042"]
    assert table["n_periods"].tolist() == [12]


def test_groups_are_series_of_their_own():
    table = changes(
        stack(
            series("dam", FLAT, source="Courier"),
            series("dam", DOUBLED, source="Lantern"),
        )
    )
    assert table.columns.tolist() == ["source", *COLUMNS]
    assert table[["source", "word", "period"]].to_numpy().tolist() == [["Lantern", "dam", "2037"]]
    assert table.attrs["row"] == "one row is a change of a word in a source"


def test_what_is_not_tested_is_said():
    table = changes(
        stack(
            series("dam", DOUBLED[:7]),
            series("port", [0] * 12),
            series("quay", [1] * 8),
            series("rain", [9]),
        )
    )
    assert table.empty
    assert table.attrs["n_tested"] == 0
    assert table.attrs["notes"][1:] == [
        "No series was tested.",
        "Not tested, fewer than 8 years with words: “dam”, “rain”.",
        "Not tested, in fewer than 10 documents: “port”, “quay”.",
    ]


def test_many_that_are_not_tested_are_counted():
    table = changes(stack(*(series(f"word{number}", [0] * 12) for number in range(11))))
    assert table.attrs["notes"][-1].endswith("“word6”, “word7”, 3 more.")


def test_many_series_make_the_bound_stricter():
    word = series("dam", [3, 4, 3, 4, 3, 4, 6, 7, 6, 7, 6, 4])
    alone = changes(word)
    assert 0.005 < alone["p_value"][0] <= 0.05
    flat = [series(f"word{number}", FLAT) for number in range(20)]
    assert changes(stack(word, *flat)).empty


def test_false_alarms_among_many_flat_words_are_rare():
    rng = np.random.default_rng(8)
    alarms = 0
    for _ in range(40):
        rates = 0.2 * np.exp(rng.normal(scale=0.4, size=(5, 16)) - 0.08)
        words = [series(f"word{number}", rng.binomial(20, rate)) for number, rate in enumerate(rates)]
        alarms += len(changes(stack(*words))) > 0
    # Of 40 trials at 0.05, 7 or more are a surprise of less than one in a hundred.
    assert alarms < 7


def test_the_table_of_an_empty_selection():
    corpus = from_texts(["The dam."], published=["2031-03-04"])
    table = changes(trends(corpus.select(start="2040-01-01"), ["dam"], period="month"))
    assert table.columns.tolist() == COLUMNS
    assert table.empty


def test_a_corpus_by_voice():
    text = "The dam holds, she said."
    rows = [
        text.replace("dam", "dam" if year >= 2037 else "quay") for year in range(2031, 2043) for _ in "abcd"
    ]
    corpus = from_texts(rows, published=[str(year) for year in range(2031, 2043) for _ in "abcd"])
    quotations = pd.DataFrame({"doc_id": corpus.documents["doc_id"], "start": 0, "kind": "indirect"})
    quotations["end"] = [row.index(",") for row in rows]
    table = changes(trends(corpus.with_quotations(quotations), ["dam"], period="year", by="voice"))
    assert table[["voice", "period", "share_after"]].to_numpy().tolist() == [["indirect", "2037", 1.0]]


@pytest.mark.parametrize(
    ("table", "settings", "message"),
    [
        (
            pd.DataFrame({"word": ["dam"]}),
            {},
            "trends lacks the column 'period'; it has word. Give a table made",
        ),
        (series("dam", FLAT), {"confidence": 0.2}, "confidence = 0.2 is outside 0.5 to 0.999"),
        (series("dam", FLAT), {"seed": -1}, "seed = -1 is too small"),
    ],
)
def test_wrong_settings(table, settings, message):
    with pytest.raises(UserError, match=message):
        changes(table, **settings)
