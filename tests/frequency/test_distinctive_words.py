import pytest
from nltk.metrics import BigramAssocMeasures

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import pick_words
from tenor.frequency.distinctive_words import _unevenness


def make(texts_by_month):
    texts = [text for texts in texts_by_month.values() for text in texts]
    return from_texts(texts, published=[month for month, texts in texts_by_month.items() for _ in texts])


def test_documents_count_not_occurrences():
    corpus = make(
        {
            "2031-01": ["dam " * 30 + "port", "dam port flood", "port flood", "port flood"],
            "2031-02": ["dam port"] + ["port"] * 3,
        }
    )
    assert pick_words(corpus) == ["flood", "dam", "port"]
    assert pick_words(corpus, top_n=1) == ["flood"]


def test_stop_words_numbers_and_words_of_few_documents_are_not_picked_beside_others():
    corpus = make({"2031-01": ["the dam 2031 rare"] * 2 + ["the dam 2031"], "2031-02": ["port"] * 3})
    assert pick_words(corpus) == ["port", "dam"] or pick_words(corpus) == ["dam", "port"]
    assert set(pick_words(corpus, stop_words="")) == {"the", "dam", "port"}


def test_rare_words_are_picked_where_there_are_no_others():
    assert pick_words(from_texts(["the dam 2031", "the port", "the dam"])) == ["dam", "port"]
    assert pick_words(from_texts(["the 2031", "the"])) == ["the", "2031"]


def test_ties_follow_documents_occurrences_and_the_alphabet():
    corpus = from_texts(["dam dam dam port quay quay"] * 3 + ["dock port quay quay"] + ["dock"] * 3)
    assert pick_words(corpus) == ["quay", "dock", "port", "dam"]


def test_unevenness_is_g2_of_documents():
    corpus = make({"2031-01": ["dam"] * 3 + ["port"] * 2, "2031-02": ["dam"] + ["port"] * 6})
    term = [corpus.vocabulary["term"].tolist().index("dam")]
    expected = BigramAssocMeasures.likelihood_ratio(3, (4, 5), 12)
    assert _unevenness(corpus, term, "month") == pytest.approx([expected])


def test_no_words():
    assert pick_words(from_texts([])) == []
    assert pick_words(from_texts(["..."])) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"top_n": 0}, "top_n = 0 is too small"),
        ({"period": "day"}, "period = 'day' is not one of"),
        ({"stop_words": "xx"}, "stop_words = 'xx' is neither a language code nor a file"),
    ],
)
def test_wrong_settings(settings, message):
    with pytest.raises(UserError, match=message):
        pick_words(from_texts(["dam"]), **settings)
