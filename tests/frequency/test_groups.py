import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency.groups import note_counted, note_ungrouped, part_numbers, stack_tables


@pytest.fixture
def corpus():
    return from_texts(["a", "b", "c", "d e"], source=["Lantern", None, "Courier", "Lantern"])


def test_documents_without_a_value_are_told(corpus):
    assert note_ungrouped(corpus, corpus.split("source"), "source") == [
        "1 of 4 documents have no value of 'source' and are left out."
    ]
    assert note_ungrouped(corpus, corpus.split(None), None) == []


def test_words_without_a_speaker_are_told(corpus):
    rows = pd.DataFrame({"doc_id": ["3"], "start": [0], "end": [1], "kind": ["direct"], "speaker": ["Kell"]})
    quoted = corpus.with_quotations(rows)
    assert note_ungrouped(quoted, quoted.split("speaker"), "speaker") == [
        "4 of 5 words have no value of 'speaker' and are left out."
    ]
    assert note_ungrouped(quoted, quoted.split("voice"), "voice") == []


def test_notes_tell_the_selection_first(corpus):
    chosen = corpus.select(sources=["Lantern"])
    assert note_counted(chosen, chosen, "documents", None) == ["The selection holds 2 of 4 documents."]


def test_stacked_tables_carry_their_labels(corpus):
    parts = corpus.split("source")
    table = stack_tables(parts, [pd.DataFrame({"term": ["x"]}), pd.DataFrame({"term": ["y", "z"]})], "source")
    assert table.to_numpy().tolist() == [["Courier", "x"], ["Lantern", "y"], ["Lantern", "z"]]
    assert table.index.tolist() == [0, 1, 2]


def test_a_metadata_column_named_like_a_column_of_the_result(corpus):
    with pytest.raises(UserError, match="by = 'term' is also the name of a column of the result; rename"):
        stack_tables(corpus.split("source"), [pd.DataFrame({"term": ["x"]})] * 2, "term")


def test_parts_are_documents_or_groups_of_them(corpus):
    assert [part_numbers(corpus, "document")[0].tolist(), part_numbers(corpus, "document")[1]] == [
        [0, 1, 2, 3],
        4,
    ]
    numbers, n = part_numbers(corpus, "source")
    assert (numbers.tolist(), n) == ([1, -1, 0, 1], 2)
