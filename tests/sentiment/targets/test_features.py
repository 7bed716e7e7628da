import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.sentiment.targets.model import mention_features
from tenor.sentiment.targets.reading import read

ORDINARY = {"critic", "the", "voter"}


def found(text: str, mention: str) -> dict[str, float]:
    (reading,) = read([text], ORDINARY, set())
    start = text.index(mention)
    return mention_features(reading, text, start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voters praised Orr.", "left1:praised"),
        ("Orr lied to voters.", "right verb::lie"),
        ("Orr was praised by voters.", "right verb:be :prais"),
        ("Orr did not lie.", "right verb:!:lie"),
        ("Orr did not lie.", "class:!err right near"),
        ("Voters were blamed by Orr.", "left between:by "),
        ("Orr’s lies grew.", "owned:lie"),
        ("Orr’s lies grew.", "mention:owner"),
        ("The voters’ trust in Orr fell.", "sign:left1+ near"),
        ("“Orr lies,” it said.", "quote:inside"),
        ("“It lies,” said Orr.", "quote:outside"),
        ("Orr, a liar, left.", "right mark:,"),
        ("Orr praised, blamed.", "sign:0 mention +"),
    ],
)
def test_what_stands_around_a_mention(text, name):
    assert found(text, "Orr")[name] == 1.0


def test_a_word_further_away_weighs_less():
    near, far = found("Orr lies.", "Orr"), found("Orr of the old dam lies.", "Orr")
    assert near["right:lie"] / near["any:lie"] > far["right:lie"] / far["any:lie"] > 0


def test_only_the_two_nearest_signs_of_a_side_count_by_their_place():
    names = found("Orr praised, blamed, lied.", "Orr")
    assert {name for name in names if name.startswith("sign:right") and name[-1] in "+-"} == {
        "sign:right1+",
        "sign:right2-",
    }
    assert names["signs:1+ 2-"] == 1.0


def test_who_is_mentioned_is_no_feature():
    assert found("The minister lied.", "The minister") == found("The senator lied.", "The senator")


def test_names_are_no_features():
    names = " ".join(found("Voters blamed Orr and Tull in Sella.", "Orr"))
    assert not {"orr", "tull", "sella"} & set(names.lower().replace(":", " ").split())


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_span_of_any_text_has_features(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (reading,) = read([text], ORDINARY, set())
    assert all(value > 0 for value in mention_features(reading, text, start, end).values())
