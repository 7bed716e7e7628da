import pytest

from tenor.corpus import from_texts
from tenor.voices.finding.texts import read_texts


def read(*written, tokens=None):
    (texts,) = read_texts(from_texts(written), tokens)
    return texts


def in_marks(written):
    texts = read(written)
    forms = texts.forms.to_pylist()
    return " ".join(
        forms[form] for form, quoted in zip(texts.form_ids, texts.is_quoted, strict=True) if quoted
    )


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("She said “rain” and left.", "“ rain ”"),
        ('She said "rain" and left.', '" rain "'),
        ("She said «rain» and left.", "« rain »"),
        ("She said „rain” and left.", "„ rain ”"),
        ("He said ‘rain’ and left.", "‘ rain ’"),
        ("“One,” she said, “two.”", "“ One , ” “ two . ”"),
        ('"One," she said, "two."', '" One , " " two . "'),
        ("“She told me ‘no’ twice,” he said.", "“ She told me ‘ no ’ twice , ”"),
        ("No marks at all.", ""),
        ("A closing mark” alone.", "”"),
        ("“Never closed.\n\nNext.", "“ Never closed ."),
        ("“First.\n\n“Second.” Third.", "“ First . “ Second . ”"),
        ("The bargemen’s song, ‘aloud’, and “this”.", "“ this ”"),
    ],
)
def test_what_stands_in_marks(written, quoted):
    assert in_marks(written) == quoted


def test_a_straight_mark_behind_a_curly_one_closes_it():
    assert in_marks('“One" two.') == '“ One "'


def test_a_line_break_between_sentences_begins_a_paragraph():
    texts = read("One. Two.\nThree.\n\nFour.")
    assert texts.paragraph_bounds.tolist() == [0, 4, 6, 8]
    assert texts.sentence_bounds.tolist() == [0, 2, 4, 6, 8]


def test_a_wrapped_line_begins_none():
    texts = read("The gate of the upper lock was closed again on Monday\nbecause of the rain.")
    assert texts.paragraph_bounds.tolist() == [0, len(texts)]


def test_a_paragraph_without_end_is_cut():
    texts = read("rain " * 4_500)
    assert texts.paragraph_bounds.tolist() == [0, 2_000, 4_000, 4_500]


def test_batches_hold_whole_documents_and_number_them():
    batches = list(read_texts(from_texts(["one two"] * 5), tokens=4))
    assert [batch.first for batch in batches] == [0, 2, 4]
    assert [len(batch) for batch in batches] == [4, 4, 2]
    assert [batch.texts for batch in batches][-1] == ["one two"]


def test_a_document_longer_than_a_batch_is_one():
    batches = list(read_texts(from_texts(["one two three", "four"]), tokens=2))
    assert [len(batch) for batch in batches] == [3, 1]


@pytest.mark.parametrize("written", [[], [""], ["", "", "one"], ["\n\n"]])
def test_empty_texts_are_read(written):
    batches = list(read_texts(from_texts(written)))
    assert sum(len(batch.is_quoted) for batch in batches) == len("".join(written).split())
