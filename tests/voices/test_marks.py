import pytest

from tenor.corpus import from_texts
from tenor.voices import open_marks


@pytest.mark.parametrize(
    "text",
    [
        "“It rains,” she said.",
        "“It rains.\n\n“It pours.”",
        '"It rains.\n\n"It pours."',
        "„Es regnet“, sagte sie.",
        "„Pada”, powiedziała.",
        "« Il pleut », dit-elle.",
        "»Es regnet«, sagte sie.",
        "It rains.",
        "",
    ],
)
def test_marks_that_pair(text):
    assert len(open_marks(from_texts([text]))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "“It rains, she said.",
        "It rains,” she said.",
        "“It rains.\n\nIt pours.”",
        'It is 12" wide.',
        "« Il pleut, dit-elle.",
        "“It “rains, she said.\n\n“It pours.”",
        "It rains,” she said.\n\n“It pours.”",
    ],
)
def test_marks_that_do_not_pair(text):
    assert len(open_marks(from_texts([text]))) == 1


def test_the_first_paragraph_in_question_is_shown():
    text = "“It rains.”\n\n“It pours, she said.\n\nIt stops,” she said."
    row = open_marks(from_texts(["It rains.", text])).iloc[0]
    assert row["doc_id"] == "1"
    assert (row["n_marks"], row["n_paragraphs"]) == (4, 2)
    assert text[row["start"] : row["end"]] == row["text"] == "“It pours, she said."


def test_lines_are_paragraphs_where_no_line_is_blank():
    assert open_marks(from_texts(["“It rains.\nIt pours.”"]))["n_paragraphs"].tolist() == [2]


def test_many_pages_of_open_marks_are_read_in_one_pass():
    text = "“It rains, she said.\n\nIt pours.\n\n" * 20_000
    assert open_marks(from_texts([text]))["n_paragraphs"].tolist() == [20_000]
