import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment.targets.mentions import Names, check_targets, nearest_terms


def mentions(text: str, *names: str) -> list[str]:
    return [text[span.start : span.end] for span in Names({names[0]: names[1:]}).find(text)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ms Orr met Orr.", ["Orr", "Ms Orr"], ["Ms Orr", "Orr"]),
        ("Orr’s dam; Orr's dam", ["Orr"], ["Orr", "Orr"]),
        ("Orrin, Orr-Bell, post-Orr", ["Orr"], []),
        ("ORR WINS, orr", ["Orr"], ["ORR"]),
        ("The minister, THE MINISTER", ["the minister"], ["The minister", "THE MINISTER"]),
        ("Ms\nOrr", ["Ms  Orr"], ["Ms\nOrr"]),
        ("O’Lan", ["O'Lan"], ["O’Lan"]),
        ("C+ and C++", ["C++"], ["C++"]),
        ("", ["Orr"], []),
    ],
)
def test_names_are_found_as_whole_words(text, names, expected):
    assert mentions(text, *names) == expected


def test_a_name_of_two_targets_is_told():
    with pytest.raises(UserError, match="'Orr' names two targets, 'Ilse Orr' and 'Bram Orr'"):
        Names({"Ilse Orr": ["Orr"], "Bram Orr": ["Orr"]})


def test_the_longer_name_wins_between_targets():
    names = Names({"Orr": [], "Orr Dam": []})
    assert [span.target for span in names.find("Orr Dam, Orr")] == ["Orr Dam", "Orr"]


@pytest.mark.parametrize(
    ("target", "aliases", "message"),
    [
        ("", (), "target = '' is no name"),
        (" - ", (), "target = ' - ' is no name"),
        (5, (), "target = 5 is no name"),
        ("Orr", "Ms Orr", "aliases of 'Orr' = 'Ms Orr' is str; give a list"),
        ("Orr", None, "aliases of 'Orr' = None is NoneType; give a list"),
        ("Orr", [""], "an alias of 'Orr' = '' is no name"),
        ({"Orr": "Ms Orr"}, (), "aliases of 'Orr' = 'Ms Orr' is str"),
        ({"Orr": []}, ["Ms Orr"], "give them in the dict"),
    ],
)
def test_bad_targets(target, aliases, message):
    with pytest.raises(UserError, match=message):
        check_targets(target, aliases)


def test_nearest_terms():
    corpus = from_texts(["The ministry praised the minster."])
    assert nearest_terms(corpus, "Minister")[0] in ("minster", "ministry")
    assert nearest_terms(corpus, "Zyx") == []
