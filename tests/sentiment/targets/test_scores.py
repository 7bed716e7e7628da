import numpy as np
import pytest

from tenor.errors import UserError
from tenor.sentiment import explain_towards, score_towards


def scored(text: str, mention: str):
    start = text.index(mention)
    return score_towards([text], [start], [start + len(mention)]).iloc[0]


@pytest.mark.parametrize(
    ("text", "mention", "label"),
    [
        ("Voters praised Orr for her honest and courageous work.", "Orr", "positive"),
        ("Critics accused Orr of lying and called her corrupt.", "Orr", "negative"),
        ("Orr said on Tuesday that the dam would open in spring.", "Orr", "neutral"),
    ],
)
def test_plain_sentences(text, mention, label):
    assert scored(text, mention)["label"] == label


def test_the_two_sides_of_an_accusation_differ():
    text = "Orr praised Tull, who was indicted for fraud."
    assert scored(text, "Orr")["polarity"] > scored(text, "Tull")["polarity"]


def test_probabilities_sum_to_one_and_give_polarity():
    row = scored("Voters praised Orr.", "Orr")
    assert row[["negative", "neutral", "positive"]].sum() == pytest.approx(1)
    assert row["polarity"] == row["positive"] - row["negative"]


@pytest.mark.parametrize("text", ["Orr", "Orr 🙂 !!!", "Orr Orr Orr"])
def test_nothing_known_is_missing(text):
    table = score_towards([text], [0], [3])
    assert table["n_known"].tolist() == [0]
    assert table[["negative", "neutral", "positive", "polarity", "label"]].isna().all(axis=None)
    assert table.attrs["notes"] == ["Missing where the model knows no word of the sentence."]


def test_no_texts_give_no_rows():
    table = score_towards([], [], [])
    assert table.columns.tolist() == ["negative", "neutral", "positive", "polarity", "label", "n_known"]
    assert len(table) == 0


def test_names_do_not_change_a_score():
    one, other = (scored(f"Voters blamed {name} for the flood.", name) for name in ("Orr", "Tull"))
    assert one["polarity"] == other["polarity"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((["Orr"], [0], []), "1 texts, 1 starts and 0 ends"),
        ((["Orr"], [0], [4]), "row 0: start = 0 and end = 4 are no span of a text of 3"),
        ((["Orr", "Orr"], [0, 2], [3, 2]), "row 1: start = 2 and end = 2"),
    ],
)
def test_bad_spans(arguments, message):
    with pytest.raises(UserError, match=message):
        score_towards(*arguments)


def test_an_explanation_adds_up():
    text = "Critics accused Orr of lying."
    table = explain_towards(text, 16, 19)
    row = scored(text, "Orr")
    assert table["adds"].sum() == pytest.approx(np.log(row["positive"] / row["negative"]))
    assert table["adds"].abs().is_monotonic_decreasing
