"""Tables of what is in a corpus."""

import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.loading import missing, overview, summary_lines

REMEDY = ": name their column (columns), say how the files are named (pattern), or add a table (metadata)"


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam holds.", "It rains on.", "The dam holds.", "More rain."],
        source=["Lantern", "Flare", "Flare", None],
        title=["Dam", None, "Dam holds", None],
        published=["2031-03-04", "2031-03", None, "2031-05-01"],
        desk=["city", None, None, None],
    )


def test_overview(corpus):
    facts = overview(corpus).set_index("fact")["value"].to_dict()
    assert facts == {
        "documents": 4,
        "words": 11,
        "sentences": 4,
        "sources": 2,
        "first published": "2031-03",
        "last published": "2031-05-01",
        "undated": 1,
        "with a title": "50.0%",
        "with a source": "75.0%",
        "with an author": "0.0%",
        "different stories": 3,
        "inputs left out": 0,
        "changes noted": 0,
    }


def test_missing(corpus):
    table = missing(corpus).set_index("column")
    assert table["n_missing"].to_dict() == {
        "title": 2,
        "source": 1,
        "published": 1,
        "author": 4,
        "agency": 4,
        "place": 4,
        "desk": 3,
    }
    assert table.loc["source", "missing_share"] == 0.25


def test_missing_tells_where_values_were_found(load):
    corpus = load(
        {
            "a.csv": "text,outlet\nDam.,Lantern\nSea.,\n",
            "b.csv": "text,outlet\nRain.,\n",
            "metadata.csv": "id,source\na-2,Flare\n",
        }
    )
    told = missing(corpus).set_index("column")["origins"]
    assert told["source"] == "file 1, sidecar 1"
    assert told["title"] == ""


@pytest.mark.parametrize("table", [overview, missing])
def test_tables_of_an_empty_selection(corpus, table):
    made = table(corpus.take([]))
    assert isinstance(made, pd.DataFrame)
    assert {"title", "row", "notes"} <= set(made.attrs)


def test_summary_lines(load):
    corpus = load(
        {
            "a.csv": "body,outlet,date\nDam.,Lantern,2031-03-04\n,Flare,\nRain.,Flare,soon\nSea.,,\n",
            "metadata.csv": "id,desk\n",
        }
    )
    assert summary_lines(corpus) == [
        "3 documents with 3 words, of 4 inputs found",
        "2 sources: Flare 1, Lantern 1; 1 document without",
        "published 2031-03-04 to 2031-03-04; 2 undated",
        "columns: doc_id from 'id', text from 'body', source from 'outlet', published from 'date'",
        "changed: document without metadata row 3, not a date 1",
        "left out: empty 1",
        "  a.csv: empty; add the text, or remove the file or row",
    ]


def test_summary_lines_say_how_to_name_what_is_not_there():
    assert summary_lines(from_texts(["Dam.", "Sea."]))[1:] == [
        f"no sources{REMEDY}",
        f"no dates{REMEDY}",
    ]


def test_summary_lines_stay_short():
    corpus = from_texts(["Dam."] * 20, source=[f"Paper {number:02}" for number in range(20)])
    assert summary_lines(corpus)[1].endswith("Paper 07 1 and 12 more")


def test_summary_lines_tell_languages_if_there_are_several():
    corpus = from_texts(["It rains.", "Il pleut.", "It holds."], language=["en", "fr", "en"])
    lines = summary_lines(corpus.select(language="main"))
    assert lines[0] == "3 documents with 6 words, of 3 inputs found"
    assert lines[3] == "languages: en 2, fr 1; the commonest is kept (language: ... for another)"
