import pandas as pd
import pytest
from quoting_texts import of, quoting

from tenor.voices.cues import STANCES, cues_in, stance_of, verb_of
from tenor.voices.words import quoted_words


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("said", "say"),
        ("Says", "say"),
        ("has said", "say"),
        ("would have been told", "tell"),
        ("told reporters", "tell"),
        ("repeatedly denied", "deny"),
        ("replied", "reply"),
        *((f"{verb} that", verb) for verb in ("apply", "imply", "rally", "rely", "reply")),
        ("according to", "according to"),
        ("In the words of", "in the words of"),
        ("did not dispute", "not dispute"),
        ("didn’t say", "not say"),
        ("refused to say", "refuse"),
        ("swore", "swear"),
        ("thought", "think"),
        ("will", "will"),
        (":", ":"),
    ],
)
def test_verbs_in_their_base_form(cue, verb):
    assert verb_of(cue) == verb


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("tell", "neutral"),
        ("insist", "doubt"),
        ("admit", "concession"),
        ("vow", "force"),
        ("agree", "assent"),
        ("giggle", "other"),
        ("not agree", "other"),
    ],
)
def test_stances(verb, stance):
    assert stance_of(verb) == stance
    assert stance in STANCES


def cued(documents: list, **metadata) -> pd.DataFrame:
    quotations, corpus = quoting(documents, **metadata)
    return cues_in(quoted_words(quotations, corpus).rows, corpus)


def test_a_cue_of_two_quotations_counts_once():
    quotations, corpus = quoting([[of("Orr"), of("Orr"), of("Orr", cue="added")]])
    quotations.loc[1, ["cue_start", "cue_end"]] = quotations.loc[0, ["cue_start", "cue_end"]]
    assert cues_in(quoted_words(quotations, corpus).rows, corpus)["verb"].tolist() == ["say", "add"]


def test_cues_without_a_place_all_count():
    quotations, corpus = quoting([[of("Orr"), of("Orr")]])
    quotations[["cue_start", "cue_end"]] = pd.NA
    assert len(cues_in(quoted_words(quotations, corpus).rows, corpus)) == 2


def test_quotations_without_a_cue_are_left_out():
    assert len(cued([[of("Orr", cue=None), of("Orr", cue="")]])) == 0


def test_other_languages_keep_the_cue_as_written():
    rows = cued([[of("Orr", cue="Claims")], [of("Orr", cue="Claims")]], language=["fr", "en"])
    assert rows["verb"].tolist() == ["claims", "claim"]
