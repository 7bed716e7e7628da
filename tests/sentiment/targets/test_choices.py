import pandas as pd

from tenor.corpus import from_texts
from tenor.sentiment import choose_targets, towards


def corpus_of(*speakers: str | None):
    text = "It rains. " * len(speakers)
    table = pd.DataFrame({"doc_id": "0", "start": [10 * i for i in range(len(speakers))]})
    table = table.assign(end=table["start"] + 9, kind="direct", speaker=list(speakers))
    return from_texts([text]).with_quotations(table)


def test_those_quoted_most_are_first_with_their_last_names():
    corpus = corpus_of("Wim Hask", "Ilse Orr", "Ilse Orr", "Ada Penn")
    assert choose_targets(corpus, n=2) == {"Ilse Orr": ["Orr"], "Ada Penn": ["Penn"]}


def test_a_last_name_of_two_speakers_is_no_alias():
    assert choose_targets(corpus_of("Ilse Orr", "Adela Orr")) == {"Adela Orr": [], "Ilse Orr": []}


def test_unnamed_speakers_and_single_names():
    assert choose_targets(corpus_of("officials", "Orr", None, "Orr's aides")) == {
        "Orr": [],
        "Orr's aides": [],
    }


def test_named_targets_are_kept():
    assert choose_targets(corpus_of("Wim Hask"), {"Ilse Orr": ("Ms Orr",)}) == {"Ilse Orr": ["Ms Orr"]}


def test_without_quotations_there_are_none_and_nothing_to_score():
    corpus = from_texts(["It rains."])
    assert choose_targets(corpus) == {}
    table = towards(corpus, {})
    assert table.empty
    assert table.attrs["notes"][0] == "No target is named."
