import numpy as np
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam holds. It rains.", "The dam broke.", "", "The dam broke."],
        source=["Courier", "Lantern", "Lantern", "Courier"],
        published=["2031-03-04", "2031-03-12", None, "2031"],
    )


def test_counts_of_documents(corpus):
    assert corpus.documents["n_words"].tolist() == [5, 3, 0, 3]
    assert corpus.documents["n_tokens"].tolist() == [7, 4, 0, 4]
    assert corpus.documents["n_sentences"].tolist() == [2, 1, 0, 1]
    assert corpus.documents["n_characters"].tolist() == [24, 14, 0, 14]
    assert corpus.n_words == 11


def test_same_texts_share_a_cluster(corpus):
    assert corpus.documents["cluster"].tolist() == ["0", "1", "2", "1"]


def test_groups_by_column_and_by_time(corpus):
    codes, names = corpus.groups("source")
    assert (codes.tolist(), names) == ([0, 1, 1, 0], ["Courier", "Lantern"])
    codes, names = corpus.groups("week")
    assert (codes.tolist(), names) == ([0, 1, -1, -1], ["2031-03-03", "2031-03-10"])
    codes, names = corpus.groups("year")
    assert (codes.tolist(), names) == ([0, 0, -1, 0], ["2031"])


def test_selection_keeps_documents_in_order_and_term_ids(corpus):
    chosen = corpus.select(sources=["Courier"])
    assert chosen.documents["doc_id"].tolist() == ["0", "3"]
    assert chosen.text(1) == "The dam broke."
    assert chosen.tokens["term"].tolist() == "the dam holds . it rains . the dam broke .".split()
    assert chosen.sentences["n_words"].tolist() == [3, 2, 3]
    assert chosen.vocabulary is corpus.vocabulary


@pytest.mark.parametrize(
    ("limits", "kept"),
    [
        ({"start": "2031-03-05"}, ["1"]),
        ({"end": "2031-03-04"}, ["0", "3"]),
        ({"start": "2031-03-04", "end": "2031-03-04"}, ["0"]),
        ({"start": "2040-01-01"}, []),
        ({}, ["0", "1", "2", "3"]),
    ],
)
def test_selection_by_day(corpus, limits, kept):
    assert corpus.select(**limits).documents["doc_id"].tolist() == kept


def test_any_choice_of_documents_has_their_tokens(corpus):
    numbers = np.array([3, 0, 2])
    chosen = corpus.take(numbers)
    assert [chosen.text(number) for number in range(3)] == [corpus.text(number) for number in numbers]
    assert chosen.tokens["term"].tolist() == "the dam broke . the dam holds . it rains .".split()
    assert chosen.sentence_documents.tolist() == [0, 1, 1]


COPIES = {
    "doc_id": ["late", "wire", "early", "other", "undated"],
    "source": ["Lantern", "Meridian", "Lantern", "Courier", "Courier"],
    "published": ["2031-03-06", "2031-03-04", "2031-03-05", "2031-03-04", None],
}


@pytest.fixture
def copies():
    return from_texts(["The dam holds."] * 3 + ["It rains."] * 2, **COPIES)


def test_of_a_story_the_earliest_counts(copies):
    assert copies.stories().documents["doc_id"].tolist() == ["wire", "other"]
    assert copies.counted_by("stories").documents["doc_id"].tolist() == ["wire", "other"]
    assert copies.counted_by("documents") is copies


def test_of_a_story_the_earliest_of_each_group_counts(copies):
    assert copies.stories("source").documents["doc_id"].tolist() == ["wire", "early", "other"]


def test_times_of_one_day_are_compared_with_their_zones():
    corpus = from_texts(
        ["The dam holds."] * 3,
        doc_id=["noon in the east", "noon in the west", "later"],
        published=["2031-03-04"] * 3,
        published_time=["12:00:00+05:00", "12:00:00-05:00", "23:00:00"],
    )
    assert corpus.stories().documents["doc_id"].tolist() == ["noon in the east"]
    assert corpus.take(np.array([1, 2])).stories().documents["doc_id"].tolist() == ["noon in the west"]


@pytest.fixture
def languages():
    texts = ["It rains.", "Il pleut.", "It holds.", "Oh!"]
    return from_texts(texts, language=["en", "fr", "en", None])


def test_selection_by_language_keeps_what_is_too_short_to_tell(languages):
    assert languages.select(language="main").documents["doc_id"].tolist() == ["0", "2", "3"]
    assert languages.select(language="fr").documents["doc_id"].tolist() == ["1", "3"]
    assert languages.select(language="") is languages


def test_a_selection_knows_the_whole(languages):
    assert languages.select(language="fr").select(language="main").whole is languages


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda corpus: corpus.groups("sorce"), r"by = 'sorce' is no column.*did you mean 'source'"),
        (
            lambda corpus: corpus.select(sources=["Curier"]),
            r"'Curier' is not one of 'Courier', 'Lantern'; did",
        ),
        (lambda corpus: corpus.select(start="2031-02-01", end="2031-01-01"), "lies behind end"),
        (lambda corpus: corpus.select(language="fr"), "language = 'fr' is not one of nothing"),
        (lambda corpus: corpus.counted_by("story"), "count = 'story' is not one of.*did you mean 'stories'"),
        (lambda _: from_texts(["a", "b"], source=["x"]), "source has 1 values for 2 texts"),
    ],
)
def test_mistakes_are_named(corpus, call, message):
    with pytest.raises(UserError, match=message):
        call(corpus)
