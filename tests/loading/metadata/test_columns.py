"""Column names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import UserError
from tenor.loading.metadata.columns import RESERVED, SYNONYMS, Columns, check_mapping


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
        ("similarity", "similarity_given"),
        ("title_origin", "title_origin_given"),
        ("language", "language_given"),
        ("Lang", "language_given"),
        ("dc:creator", "author"),
        ("source.name", "source"),
        ("Dateline", "place"),
        ("published_time", "published"),
        ("timestamp", "published"),
        ("url", "url"),
        ("link", "link"),
        ("Section", "Section"),
        ("word_count", "word_count"),
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


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (
            ("_id", "headline.main", "byline.original", "pub_date", "web_url", "snippet"),
            ("doc_id", "title", "author", "published", "web_url", "snippet"),
        ),
        (
            ("stories_id", "publish_date", "title", "url", "language", "media_id", "media_name"),
            ("doc_id", "published", "title", "url", "language_given", "media_id", "source"),
        ),
        (
            ("source.id", "source.name", "author", "title", "publishedAt", "content"),
            ("source.id", "source", "author", "title", "published", "text"),
        ),
        (
            ("uri", "lang", "date", "dateTime", "dateTimePub", "title", "body", "source.title"),
            ("uri", "language_given", "date", "dateTime", "published", "title", "text", "source"),
        ),
        (
            ("url", "title", "seendate", "domain", "language"),
            ("url", "title", "published", "source", "language_given"),
        ),
        (
            ("authors", "date_download", "date_publish", "filename", "maintext", "source_domain"),
            ("author", "date_download", "published", "file", "text", "source"),
        ),
        (
            (
                "Publication title",
                "Publisher",
                "Publication date",
                "Publication year",
                "Full text",
                "Section",
            ),
            ("source", "Publisher", "published", "Publication year", "text", "Section"),
        ),
        (
            ("published", "published_time", "title_given", "title", "headline"),
            ("published", "published_time_given", "title_given", "title", "headline"),
        ),
    ],
)
def test_the_likeliest_of_several_is_taken_and_the_others_stay(theirs, ours):
    assert Columns().rename(theirs) == ours


def test_further_names_never_meet():
    assert Columns().rename(("encoding_given", "encoding", "lang", "language")) == (
        *("encoding_given", "encoding_given_given", "language_given", "language_given_given"),
    )


@given(
    st.lists(st.sampled_from([*sorted(RESERVED), "date", "lang", "path_given", "Title", "x"]), unique=True)
)
def test_columns_stay_apart_and_none_takes_a_name_of_ours(names):
    renamed = Columns().rename(tuple(names))
    assert len(set(renamed)) == len(names)
    assert not set(renamed) & (RESERVED - set(SYNONYMS))


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
    assert all(word == word.casefold() and word.isalpha() for word in words)
