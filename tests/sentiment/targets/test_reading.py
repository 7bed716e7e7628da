import pytest

from tenor.sentiment.targets.reading import read

ORDINARY = {"rain", "voter", "the", "dam"}


def words(text: str) -> list[str]:
    (reading,) = read([text], ORDINARY, {"men"})
    return reading.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters met Orr.", ["voters", "met", "NAME", "."]),
        ("Orr met voters.", ["NAME", "met", "voters", "."]),
        ("It stood, he said. Rain fell.", ["NAME", "stood", ",", "PERSON", "said", ".", "rain", "fell", "."]),
        ("THE DAM ORR BUILT", ["the", "dam", "NAME", "NAME"]),
        ("Men’s 12 dams", ["GROUP", "NUMBER", "dams"]),
        ("I saw @orr and x", ["i", "saw", "@", "NAME", "and", "NAME"]),
        ("it isn’t", ["it", "isn't"]),
    ],
)
def test_names_persons_numbers_and_groups_are_masked(text, expected):
    assert words(text) == expected


def test_spans_are_those_of_the_text():
    text = "“Orr’s  dam”"
    (reading,) = read([text], ORDINARY, set())
    spans = zip(reading.starts, reading.ends, strict=True)
    assert [text[start:end] for start, end in spans] == ["“", "Orr’s", "dam", "”"]


def test_a_negation_reaches_four_words_and_no_clause_bound():
    (reading,) = read(["it is not a dam of old stone, it holds not, a dam"], ORDINARY, set())
    denied = [word for word, denied in zip(reading.words, reading.negated, strict=True) if denied]
    assert denied == ["a", "dam", "of", "old"]


@pytest.mark.parametrize("text", ["orr said “the dam” holds", 'orr said "the dam" holds'])
def test_quoted_words(text):
    (reading,) = read([text], ORDINARY, set())
    pairs = zip(reading.words, reading.quoted, strict=True)
    assert [word for word, quoted in pairs if quoted and word.isalpha()] == ["the", "dam"]


def test_clauses_are_counted():
    (reading,) = read(["it holds, but it rains"], ORDINARY, set())
    assert reading.clauses == [0, 0, 1, 2, 2, 2]
