import pytest

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.loading.duplicates.passages import read_sentences


def quoted_words(text: str) -> str:
    return " ".join(
        word
        for sentence in read_sentences(from_texts([text]), 0)
        for word, is_quoted in zip(sentence.words, sentence.is_quoted, strict=True)
        if is_quoted
    )


def test_a_sentence_has_its_words_and_its_span_in_the_text():
    text = "“The dam holds,” Kell said.\n\n* * *\n\nIt rains."
    sentences = read_sentences(from_texts(["Other.", text]), 1)
    assert [" ".join(sentence.words) for sentence in sentences] == ["the dam holds kell said", "it rains"]
    assert [text[sentence.start : sentence.end] for sentence in sentences] == [
        "“The dam holds,” Kell said.",
        "It rains.",
    ]


def test_commas_before_words_are_known():
    (sentence,) = read_sentences(from_texts(["Kell, the mayor,\nsaid 1,000 came"]), 0)
    after = [word for word, comma in zip(sentence.words, sentence.after_comma, strict=True) if comma]
    assert after == ["the", "said"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The dam holds,” Kell said.", "the dam holds"),
        ('"The dam holds," Kell said. "It does."', "the dam holds it does"),
        ("« La digue tient », dit-il.", "la digue tient"),
        ("„Der Damm hält“, sagte er.", "der damm hält"),
        ("‘The dockers’ strike isn’t over,’ he said.", "the dockers"),
        ("‘It isn’t over,’ he said.", "it isn't over"),
        ("''It holds,'' he said.", "it holds"),
        ("The dockers' leaders' dinner", ""),
        ("“He said ‘Scrap it’ to me,” she said.", "he said scrap it to me"),
        ("“It goes on\n\n“and on,” he said.", "it goes on and on"),
        ('"It goes on\n\n"and on," he said.', "it goes on and on"),
        ('"It goes\non," he said.', "it goes on"),
        ('He left.\n"It holds," she said.\nHe came.', "it holds"),
        ("No quotation.", ""),
    ],
)
def test_words_in_quotation_marks_are_known(text, quoted):
    assert quoted_words(text) == quoted


def test_boilerplate_is_left_out():
    corpus = from_texts(["PORT SELLA — The dam holds. Subscribe now!", "It rains."])
    marked = corpus.with_marks(as_marks([0, 0], [0, 28], [12, 42], ["dateline", "call"]))
    assert [sentence.words for sentence in read_sentences(marked, 0)] == [("the", "dam", "holds")]
    assert [sentence.words for sentence in read_sentences(marked, 1)] == [("it", "rains")]


@pytest.mark.parametrize("text", ["", " \n ", "* * *"])
def test_a_text_without_words_has_no_sentences(text):
    assert read_sentences(from_texts([text, "It rains."]), 0) == []
