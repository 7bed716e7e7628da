"""Column names."""

import pytest

from tenor.errors import UserError
from tenor.loading.columns import SYNONYMS, Columns, check_mapping


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("text", "text"),
        ("Body", "text"),
        ("full_text", "text"),
        ("Full Text", "text"),
        ("content", "text"),
        ("Headline", "title"),
        ("Outlet", "source"),
        ("publication", "source"),
        ("newspaper", "source"),
        ("date", "published"),
        ("Publication-Date", "published"),
        ("pubDate", "published"),
        ("filename", "file"),
        ("path", "file"),
        ("ID", "doc_id"),
        ("byline", "author"),
        ("wire", "agency"),
        ("desk", "desk"),
        ("encoding", "encoding_given"),
        ("cluster", "cluster_given"),
        ("n_words", "n_words_given"),
    ],
)
def test_names_are_recognised(theirs, ours):
    assert Columns().rename((theirs,)) == (ours,)


def test_our_own_name_goes_before_a_synonym_and_each_is_given_once():
    assert Columns().rename(("body", "content", "text", "date")) == ("body", "content", "text", "published")


def test_the_mapping_goes_before_all():
    columns = Columns({"text": "summary", "source": "desk"})
    assert columns.rename(("text", "summary", "outlet", "desk")) == ("text_given", "text", "outlet", "source")


def test_a_mapping_for_a_column_that_is_elsewhere_leaves_ours_empty():
    assert Columns({"text": "summary"}).rename(("text", "id")) == ("text_given", "doc_id")


def test_what_was_seen_is_kept():
    columns = Columns()
    columns.rename(("headline", "desk"))
    assert columns.seen == {("headline", "desk"): ("title", "desk")}


def test_a_mapping_of_an_unknown_column_of_ours():
    with pytest.raises(
        UserError, match=r"columns = 'txet' is not one of 'doc_id', 'text'.*did you mean 'text'"
    ):
        Columns({"txet": "body"})


def test_a_mapping_to_a_column_that_is_nowhere():
    with pytest.raises(
        UserError, match=r"columns: text = 'bdy' is not one of 'body', 'id'; did you mean 'body'"
    ):
        check_mapping({"text": "bdy"}, ["id", "body"])


def test_no_synonym_means_two_things():
    words = [word for written in SYNONYMS.values() for word in written.split()]
    assert len(words) == len(set(words))
    assert all(word == word.casefold() and "_" not in word for word in words)
