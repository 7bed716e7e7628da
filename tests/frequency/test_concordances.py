import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_counts import corpora, count_words, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import concordance

COLUMNS = ["doc_id", "source", "published", "left", "node", "right", "start", "end"]
TEXT = "“The port strike goes on,” she said.\n\nStrike! The Port’s strike; the port\nstrike"


@pytest.fixture
def corpus():
    return from_texts([TEXT, "No port."], source=["Lantern", None], published=["2031-03-04", None])


def lines(table):
    return table[["left", "node", "right"]].to_numpy().tolist()


def test_by_hand(corpus):
    table = concordance(corpus, "port", context=2)
    assert table.columns.tolist() == COLUMNS
    assert lines(table) == [
        ["“The ", "port", " strike goes"],
        ["strike; the ", "port", "\nstrike"],
        ["No ", "port", "."],
    ]
    assert table[["start", "end"]].to_numpy().tolist() == [[5, 9], [69, 73], [3, 7]]
    assert table["doc_id"].tolist() == ["0", "0", "1"]
    assert table["source"].isna().tolist() == [False, False, True]
    assert table.attrs["title"] == "“port” in context"
    assert table.attrs["notes"] == ["All 3 occurrences, in the order of the documents."]


def test_several_words_and_phrases_in_the_order_of_the_text(corpus):
    table = concordance(corpus, ["said", "port strike", "prot"], context=1)
    assert lines(table) == [
        ["The ", "port strike", " goes"],
        ["she ", "said", ".\n\nStrike"],
        ["the ", "port\nstrike", ""],
    ]
    assert table.attrs["title"] == "“said”, “port strike”, “prot” in context"
    assert table.attrs["notes"][0].startswith(
        "“prot” does not occur in the corpus. Words spelt like it: port"
    )


def test_no_word_has_no_lines(corpus):
    table = concordance(corpus, [])
    assert (len(table), table.columns.tolist()) == (0, COLUMNS)


def test_context_counts_words_not_marks(corpus):
    assert lines(concordance(corpus, "said", context=3)) == [
        ["goes on,” she ", "said", ".\n\nStrike! The Port’s"]
    ]


@pytest.mark.parametrize("query", ["PORT strike", "port\nStrike"])
def test_phrases_in_any_letters(corpus, query):
    assert concordance(corpus, query)["node"].tolist() == ["port strike", "port\nstrike"]


@pytest.mark.parametrize("query", ["port's", "Port’s"])
def test_either_apostrophe(corpus, query):
    assert concordance(corpus, query)["node"].tolist() == ["Port’s"]


def test_phrases_stay_inside_a_sentence_and_between_marks(corpus):
    assert len(concordance(corpus, "said strike")) == 0
    assert len(concordance(corpus, "strike the")) == 0
    assert concordance(corpus, "strike; the")["node"].tolist() == ["strike; the"]
    assert len(concordance(corpus, "! The port's")) == 0


def test_marks_can_be_looked_for(corpus):
    assert concordance(corpus, "!")["start"].tolist() == [44]


def test_matches_may_overlap():
    assert concordance(from_texts(["ha ha ha"]), "ha ha")["start"].tolist() == [0, 3]


def test_a_sample_is_drawn_by_seed_and_keeps_the_order():
    corpus = from_texts([f"dam {i}" for i in range(50)])
    first, again, other = (
        concordance(corpus, "dam", limit=8, seed=seed)["doc_id"].tolist() for seed in (1, 1, 2)
    )
    assert first == again != other
    assert first == sorted(first, key=int)
    assert len(set(first)) == 8
    notes = concordance(corpus, "dam", limit=8).attrs["notes"]
    assert notes == ["8 of 50 occurrences, drawn at random (seed 1), in the order of the documents."]


def test_what_does_not_occur_gets_near_words(corpus):
    table = concordance(corpus, "strke")
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 0
    assert table.attrs["notes"] == ["“strke” does not occur in the corpus. Words spelt like it: strike."]


def test_words_of_documents_left_out_are_not_offered(corpus):
    chosen = corpus.take([1])
    assert concordance(chosen, "strikes").attrs["notes"] == ["“strikes” does not occur in the corpus."]


def test_an_empty_selection(corpus):
    assert len(concordance(corpus.select(start="2040-01-01"), "port")) == 0


@pytest.mark.parametrize(
    ("query", "settings", "message"),
    [
        (" ", {}, "query: ' ' holds nothing to look for; give a word or phrase such as 'port strike'"),
        ("port", {"limit": 0}, "limit = 0 is too small; the least allowed is 1"),
        ("port", {"context": 0}, "context = 0 is too small; the least allowed is 1"),
    ],
)
def test_wrong_settings(corpus, query, settings, message):
    with pytest.raises(UserError, match=message):
        concordance(corpus, query, **settings)


@unhurried
@given(corpora, st.integers(1, 4))
def test_each_word_has_as_many_lines_as_its_frequency_and_they_are_the_text(corpus, context):
    for term, frequency in count_words(corpus).items():
        table = concordance(corpus, term, context=context)
        assert len(table) == frequency
        assert table[["doc_id", "start"]].drop_duplicates().shape[0] == frequency
        sides = from_texts([*table["left"], *table["right"]])
        assert sides.documents["n_words"].max() <= context
        for line in table.itertuples():
            text = corpus.text(int(line.doc_id))
            assert text[line.start : line.end] == line.node
            assert text[: line.start].endswith(line.left)
            assert text[line.end :].startswith(line.right)
            assert line.node.lower().replace("’", "'") == term
