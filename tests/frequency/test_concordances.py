import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_counts import corpora, count_words, unhurried

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency import concordance
from tenor.frequency.line_orders import KEYS

COLUMNS = ["doc_id", "source", "published", "voice", "speaker", "left", "node", "right", "start", "end"]
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
    assert table.attrs["notes"] == ["There is no word to look for."]


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
    assert concordance(chosen, "strikes").attrs["notes"][0] == "“strikes” does not occur in the corpus."


def test_an_empty_selection(corpus):
    assert len(concordance(corpus.select(start="2040-01-01"), "port")) == 0


@pytest.mark.parametrize(
    ("query", "settings", "message"),
    [
        (" ", {}, "query: ' ' holds nothing to look for; give a word or phrase such as 'port strike'"),
        ("port", {"limit": 0}, "limit = 0 is too small; the least allowed is 1, and None shows all lines"),
        ("port", {"limit": -1}, "limit = -1 is too small"),
        ("port", {"sort": "R6"}, "sort = 'R6' is not one of 'document', 'source', 'date'"),
        ("port", {"sort": []}, r"sort = \[\] has 0 keys; give 1 to 3 of document, source"),
        ("port", {"sort": ["R1", "R2", "R3", "R4"]}, "has 4 keys"),
        ("/strike", {}, "query: '/strike' has a regular expression without an end; write it between slashes"),
        ("/(strike/", {}, r"query: '/\(strike/' is no regular expression that can be read \(missing \)"),
        (["port", 5], {}, "query: 5 is no text"),
        (5, {}, "query: 5 is no text"),
        ("port", {"limit": "9"}, "limit = '9' is no whole number; the least allowed is 1"),
        ("port", {"seed": -1}, "seed = -1 is too small"),
        ("port", {"sort": 5}, "sort = 5 is not one of 'document'"),
        ("/(?=s)trike/", {}, "The syntax is that of RE2, without look-arounds and references back"),
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


SORTED = ["a dam c", "b dam a", "a dam a", "dam"]


@pytest.fixture
def unsorted():
    return from_texts(
        SORTED, source=["b", "a", None, "a"], published=["2031-03-02", None, "2031-03-01", "2031-03"]
    )


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("document", "0123"),
        ("R1", "3120"),
        ("L1", "3021"),
        (["L1", "R1"], "3201"),
        (["R1", "source"], "3120"),
        (["date", "R1"], "3201"),
        ("source", "1302"),
        ("date", "2301"),
        ("R2", "0123"),
        ("node", "0123"),
    ],
)
def test_lines_are_sorted(unsorted, sort, order):
    table = concordance(unsorted, "dam", sort=sort)
    assert "".join(table["doc_id"]) == order
    keys = "in the order of the documents" if sort == "document" else "sorted by "
    assert keys in table.attrs["notes"][0]


def test_lines_are_sorted_by_who_speaks():
    text = "A dam, a dam, a dam."
    rows = pd.DataFrame(
        [("0", 0, 5, "indirect", "Orr"), ("0", 7, 12, "direct", "Kell")],
        columns=["doc_id", "start", "end", "kind", "speaker"],
    )
    corpus = from_texts([text]).with_quotations(rows)
    table = concordance(corpus, "dam", sort="voice")
    assert table["voice"].tolist() == ["narration", "direct", "indirect"]
    assert concordance(corpus, "dam", sort="speaker")["speaker"].tolist()[:2] == ["Kell", "Orr"]
    assert table["start"].tolist() == [16, 9, 2]


def test_no_limit_shows_all():
    assert len(concordance(from_texts(["dam " * 300]), "dam", limit=None)) == 300


def test_patterns_tell_what_they_fit():
    corpus = from_texts(["Strikes and a strike: strikes struck."])
    notes = concordance(corpus, "strik*").attrs["notes"]
    assert notes[0] == "“strik*” fits 2 different words: strikes (2), strike (1)."


def test_a_line_that_two_queries_find_is_shown_once(corpus):
    assert len(concordance(corpus, ["port", "po*"])) == len(concordance(corpus, "po*"))


def test_phrases_are_sorted_by_all_their_words():
    corpus = from_texts(["The port. The dam. The arch. The old dam."])
    table = concordance(corpus, ["the *", "the old dam"], sort="node")
    assert table["node"].tolist() == ["The arch", "The dam", "The old", "The old dam", "The port"]


def test_lines_of_documents_apart_are_of_their_own_text():
    corpus = from_texts(["a dam b", "c dam d", "e dam f dam g"], source=["y", "x", "y"])
    assert lines(concordance(corpus, "dam", context=1, sort=["source", "L1"])) == [
        ["c ", "dam", " d"],
        ["a ", "dam", " b"],
        ["e ", "dam", " f"],
        ["f ", "dam", " g"],
    ]


@pytest.mark.parametrize("texts", [[], [""], ["... !"], ["dam"]])
@pytest.mark.parametrize("sort", ["document", ["node", "L1", "R5"], ["source", "date", "speaker"]])
def test_little_text_gives_an_empty_table_and_says_why(texts, sort):
    table = concordance(from_texts(texts), "port", sort=sort)
    assert (len(table), table.columns.tolist()) == (0, COLUMNS)
    assert table.attrs["notes"] == ["“port” does not occur in the corpus."]
    assert table.dtypes.tolist() == concordance(from_texts(["A port."]), "port").dtypes.tolist()


@unhurried
@given(corpora, st.lists(st.sampled_from(KEYS), min_size=1, max_size=3))
def test_sorting_keeps_all_lines(corpus, sort):
    table, unsorted = (concordance(corpus, ["d*", "the *"], sort=keys) for keys in (sort, "document"))
    assert sorted(table.itertuples(index=False), key=str) == sorted(unsorted.itertuples(index=False), key=str)
