import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment import evidence_towards, towards

PRAISE, BLAME = "Voters praised Orr for her honest work.", "Critics accused Orr of lying and fraud."


def shown(*texts: str, n: int = 5) -> list[str]:
    return evidence_towards(towards(from_texts(texts), "Orr"), n=n)["text"].tolist()


def test_each_pole_has_lines_of_its_label_the_strongest_first():
    corpus = from_texts([BLAME, "Voters applauded Orr.", PRAISE, "Orr said it rained on Tuesday."])
    table = evidence_towards(towards(corpus, "Orr"))
    assert table["pole"].tolist() == ["most positive", "most positive", "most negative"]
    assert set(table["text"]) == {PRAISE, BLAME, "Voters applauded Orr."}
    for _, part in table.groupby("pole"):
        assert part["polarity"].abs().is_monotonic_decreasing


def test_one_line_a_story():
    assert shown(f"{PRAISE} Voters applauded Orr.") == [PRAISE]


def test_no_text_is_shown_twice():
    assert shown(f"{PRAISE} It rained.", f"{PRAISE} It snowed.") == [PRAISE]


def test_n_lines_a_pole_and_target():
    corpus = from_texts([PRAISE, "Voters applauded Orr.", "Voters thanked Tull warmly."])
    table = evidence_towards(towards(corpus, {"Orr": [], "Tull": []}), n=1)
    assert table["target"].tolist() == ["Orr", "Tull"]


def test_no_mentions_give_no_rows():
    assert len(evidence_towards(towards(from_texts(["It rains."]), "Orr"))) == 0


def test_n_is_checked():
    with pytest.raises(UserError, match="n_evidence"):
        evidence_towards(towards(from_texts([PRAISE]), "Orr"), n=0)
