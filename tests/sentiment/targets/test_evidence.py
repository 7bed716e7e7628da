import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence_towards, towards

PRAISE, BLAME = "Voters praised Orr for her honest work.", "Critics accused Orr of lying and fraud."


def test_one_line_a_story_the_strongest_first():
    texts = [
        f"{PRAISE} {BLAME}",
        "Voters applauded Orr.",
        f"{PRAISE} {BLAME}",
        "Orr said it rained on Tuesday.",
    ]
    table = evidence_towards(towards(from_texts(texts), "Orr"))
    assert table["pole"].tolist() == ["most positive", "most positive", "most negative"]
    assert set(table["text"]) == {PRAISE, BLAME, "Voters applauded Orr."}
    for _, part in table.groupby("pole"):
        assert part["polarity"].abs().is_monotonic_decreasing


def test_n_lines_a_pole_and_target():
    corpus = from_texts([PRAISE, "Voters applauded Orr.", "Voters thanked Tull warmly."])
    table = evidence_towards(towards(corpus, {"Orr": [], "Tull": []}), n=1)
    assert table["target"].tolist() == ["Orr", "Tull"]


def test_no_mentions_give_no_rows():
    assert len(evidence_towards(towards(from_texts(["It rains."]), "Orr"))) == 0


def test_n_is_checked():
    with pytest.raises(UserError, match="n_evidence"):
        evidence_towards(towards(from_texts([PRAISE]), "Orr"), n=0)
