import pandas as pd
import pytest

from tenor import frequency
from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.voices import most_quoted

TEXT = "It rains again today. It snows there. Hail now. Fog. He left."
SPANS = [("Ada Orr", 0, 21), ("Ned Kell", 22, 37), ("Ina Pell", 38, 47), (None, 48, 52)]


@pytest.fixture
def corpus():
    rows = [("0", start, end, "direct", speaker) for speaker, start, end in SPANS]
    table = pd.DataFrame(rows, columns=["doc_id", "start", "end", "kind", "speaker"])
    return from_texts([TEXT]).with_quotations(table)


def words(corpus):
    return {part.label: part.corpus.n_words for part in corpus.split("speaker")}


def test_all_but_the_most_quoted_are_one(corpus):
    assert words(most_quoted(corpus, 2)) == {"(everybody else)": 3, "Ada Orr": 4, "Ned Kell": 3}


def test_narration_is_nobodys(corpus):
    assert most_quoted(corpus, 2).n_words == 10


def test_speakers_who_were_chosen_stay(corpus):
    chosen = corpus.select(speakers=["Ina Pell", "Ned Kell"])
    assert words(most_quoted(chosen, 1)) == {"Ina Pell": 2, "Ned Kell": 3}


def test_keywords_are_of_each_against_all_others(corpus):
    table = frequency.keyness(most_quoted(corpus, 1), by="speaker", min_frequency=1)
    row = table[(table["speaker"] == "Ada Orr") & (table["term"] == "it")].iloc[0]
    assert (row["frequency"], row["reference_frequency"]) == (1, 1)


def test_a_corpus_without_quotations_has_nobody():
    assert most_quoted(from_texts(["It rains."])).n_words == 0


def test_none_is_too_few(corpus):
    with pytest.raises(UserError, match="n = 0 is too small"):
        most_quoted(corpus, 0)
