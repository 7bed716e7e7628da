import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.corpus.marks import as_marks
from tenor.corpus.voices import COUNTED_VOICES, VOICES
from tenor.errors import UserError

TEXT = "SELLA — “The dam holds,” Kell said. Orr said it “may not” hold."
OTHER = "It rains."


def quotation(text, span, kind, speaker=None, doc_id="0"):
    start = text.index(span)
    return {"doc_id": doc_id, "start": start, "end": start + len(span), "kind": kind, "speaker": speaker}


@pytest.fixture
def table():
    return pd.DataFrame(
        [
            quotation(TEXT, "The dam holds,", "direct", "Kell"),
            quotation(TEXT, "it “may not” hold", "mixed", "Orr"),
        ]
    )


@pytest.fixture
def corpus(table):
    marks = as_marks([0], [0], [8], ["dateline"])
    return from_texts([TEXT, OTHER], source=["Lantern", "Courier"]).with_marks(marks).with_quotations(table)


def words_of(corpus):
    return corpus.vocabulary["term"].to_numpy()[corpus.terms[corpus.is_counted]].tolist()


def test_each_token_has_its_voice_and_speaker(corpus):
    words = corpus.tokens[corpus.tokens["is_word"]]
    assert [(row.term, row.voice) for row in words.itertuples()] == [
        *[("sella", "boilerplate"), ("the", "direct"), ("dam", "direct"), ("holds", "direct")],
        *[("kell", "narration"), ("said", "narration"), ("orr", "narration"), ("said", "narration")],
        *[("it", "indirect"), ("may", "direct"), ("not", "direct"), ("hold", "indirect")],
        *[("it", "narration"), ("rains", "narration")],
    ]
    named = words.dropna(subset="speaker").groupby("speaker", observed=True)["term"].agg(list)
    assert named.to_dict() == {"Kell": ["the", "dam", "holds"], "Orr": ["it", "may", "not", "hold"]}


def test_a_voice_is_selected(corpus):
    chosen = corpus.select(voices=["direct"])
    assert words_of(chosen) == ["the", "dam", "holds", "may", "not"]
    assert chosen.documents["doc_id"].tolist() == ["0"]
    assert chosen.documents["n_words"].tolist() == [5]
    assert chosen.n_words == 5
    assert chosen.notes == [
        "The selection holds 1 of 2 documents.",
        "Only words of voice direct count: 5 of 13.",
    ]


def test_a_speaker_is_selected(corpus):
    assert words_of(corpus.select(speakers=["Orr"])) == ["it", "may", "not", "hold"]
    assert words_of(corpus.select(speakers=["Orr"], voices=["direct"])) == ["may", "not"]
    assert words_of(corpus.select(speakers=["Orr"]).select(voices=["direct"])) == ["may", "not"]


def test_what_was_not_chosen_cannot_be_chosen_again(corpus):
    assert corpus.select(voices=["direct"]).select(voices=["narration"]).n_words == 0


def test_a_selection_keeps_its_voices_when_documents_are_taken(corpus):
    taken = corpus.select(voices=["narration"]).take(np.array([1, 0]))
    assert words_of(taken) == ["it", "rains", "kell", "said", "orr", "said"]
    assert words_of(corpus.select(sources=["Lantern"]).select(voices=["direct"]))[0] == "the"


def test_parts_by_voice_and_speaker(corpus):
    by_voice = {part.label: words_of(part.corpus) for part in corpus.split("voice")}
    assert list(by_voice) == ["narration", "direct", "indirect"]
    assert by_voice["indirect"] == ["it", "hold"]
    assert {label: part.n_words for label, part in corpus.split("speaker")} == {"Kell": 3, "Orr": 4}


def test_the_voice_of_a_sentence_is_that_of_most_of_its_words(corpus):
    assert corpus.sentences["voice"].tolist() == ["boilerplate", "direct", "narration", "narration"]
    assert corpus.sentences["speaker"].astype("string").fillna("").tolist() == ["", "Kell", "", ""]
    assert corpus.sentences["is_counted"].tolist() == [False, True, True, True]
    chosen = corpus.select(voices=["direct"])
    assert chosen.sentences["is_counted"].tolist() == [False, True, False]
    assert chosen.documents["n_sentences"].tolist() == [1]


def test_of_two_that_overlap_the_inner_has_its_words():
    text = "a b c d e f"
    rows = [quotation(text, "b c d e", "indirect", "Outer"), quotation(text, "c d", "direct", "Inner")]
    corpus = from_texts([text]).with_quotations(pd.DataFrame(rows))
    speakers = corpus.tokens["speaker"].astype("string").fillna("-").tolist()
    assert speakers == ["-", "Outer", "Inner", "Inner", "Outer", "-"]


def test_rows_that_fit_no_text_are_counted(table):
    strange = pd.DataFrame([quotation(OTHER, "rains", "direct", doc_id="x")])
    long = pd.DataFrame([{"doc_id": "0", "start": 50, "end": 99, "kind": "direct"}])
    corpus = from_texts([TEXT]).with_quotations(pd.concat([table, strange, long], ignore_index=True))
    assert corpus.notes == [
        "1 of 4 quotations are of documents that this corpus does not hold.",
        "1 of 4 quotations end behind the end of their text and are left out.",
    ]
    assert len(corpus.quotations) == 4


def test_documents_are_named_by_path_or_file():
    corpus = from_texts([OTHER], path=["a/one.txt"])
    for name, value in (("path", "a/one.txt"), ("file", "one.txt")):
        rows = pd.DataFrame({name: [value], "start": [0], "end": [2], "kind": ["direct"]})
        assert corpus.with_quotations(rows).tokens["voice"].tolist()[0] == "direct"


def test_an_empty_table_leaves_all_narration():
    rows = pd.DataFrame({"doc_id": [], "start": [], "end": [], "kind": []})
    assert set(from_texts([TEXT]).with_quotations(rows).tokens["voice"]) == {"narration"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "loud"}, r"quotations, row 1: kind = 'loud' is not one of 'direct', 'indirect', 'mixed'"),
        ({"start": 9, "end": 9}, r"quotations, row 1: start = 9 and end = 9 are no span"),
        ({"start": "x"}, r"quotations, row 1: start = 'x' and end = 2 are no span"),
        ({"start": None}, r"quotations, row 1: start = .* are no span"),
        ({"doc_id": "z"}, r"no row is of a document of the corpus; the first has doc_id = 'z'"),
    ],
)
def test_wrong_rows(changes, message):
    row = {"doc_id": "0", "start": 0, "end": 2, "kind": "direct"} | changes
    with pytest.raises(UserError, match=message):
        from_texts([TEXT]).with_quotations(pd.DataFrame([row], dtype=object))


def test_missing_columns():
    with pytest.raises(UserError, match=r"quotations lack doc_id, kind; they have start, end"):
        from_texts([TEXT]).with_quotations(pd.DataFrame({"start": [0], "end": [1]}))


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        ({"voices": ["boilerplate"]}, r"voices = 'boilerplate' is not one of 'narration', 'direct'"),
        ({"speakers": ["Kel"]}, r"speakers = 'Kel' is not one of 'Kell', 'Orr'; did you mean 'Kell'"),
        ({"where": {"sorce": "x"}}, r"where = 'sorce' is not one of .*did you mean 'source'"),
        ({"where": {"source": "Lantrn"}}, r"where\['source'\] = 'Lantrn' is not one of 'Courier', 'Lantern'"),
    ],
)
def test_wrong_selections(corpus, selection, message):
    with pytest.raises(UserError, match=message):
        corpus.select(**selection)


def test_any_column_selects(corpus):
    assert corpus.select(where={"source": "Courier"}).documents["doc_id"].tolist() == ["1"]
    assert len(corpus.select(where={"source": ["Courier", "Lantern"], "doc_id": "0"}).documents) == 1


spans = st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(["direct", "indirect", "mixed"]))


@given(st.lists(spans, max_size=6), st.sampled_from(["Kell", "Orr", None]))
def test_voices_and_speakers_add_up_to_the_whole(rows, speaker):
    text = "It “rains and” pours, he said; “no"
    table = pd.DataFrame(
        [("0", start, min(start + n, len(text)), kind, speaker) for start, n, kind in rows],
        columns=["doc_id", "start", "end", "kind", "speaker"],
    )
    corpus = from_texts([text]).with_quotations(table)
    assert sum(part.n_words for _, part in corpus.split("voice")) == corpus.n_words
    parts = [corpus.select(voices=[voice]) for voice in COUNTED_VOICES]
    is_word = corpus.vocabulary["is_word"].to_numpy()
    n_words = sum((part.counts.sum(axis=0) for part in parts), 0)
    assert n_words[is_word].tolist() == corpus.counts.sum(axis=0)[is_word].tolist()
    named = corpus.is_word & (corpus.token_speakers >= 0)
    assert sum(part.n_words for _, part in corpus.split("speaker")) == named.sum()
    assert set(corpus.token_voices) <= set(range(len(VOICES)))


def test_a_first_line_that_repeats_the_title_is_headline_but_for_what_is_quoted_in_it():
    text = "Dam “will hold”, says Quill.\n\nIt rained."
    corpus = from_texts(
        [text, "The dam holds."], title=["DAM ‘WILL HOLD’, SAYS QUILL", "The dam holds no more"]
    )
    table = pd.DataFrame({"doc_id": ["0"], "start": [5], "end": [14], "kind": ["direct"]})
    tokens = corpus.with_quotations(table).tokens
    words = tokens[tokens["is_word"]]
    assert words["voice"].tolist() == ["headline", "direct", "direct", *["headline"] * 2, *["narration"] * 5]


def test_the_table_that_told_the_voices_is_kept_with_the_documents_ids():
    corpus = from_texts(["It rains, Kell said."], path=["a/one.txt"], doc_id=["first"])
    table = pd.DataFrame(
        {
            "file": ["one.txt", "two.txt"],
            "start": [0, 0],
            "end": [8, 3],
            "kind": ["direct"] * 2,
            "cue": ["said"] * 2,
        }
    )
    told = corpus.with_quotations(table).select(voices=["direct"]).told
    assert told[["doc_id", "start", "cue"]].values.tolist() == [["first", 0, "said"]]
    assert corpus.told is None
