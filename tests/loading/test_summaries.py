"""Tables of what is in a corpus."""

import pandas as pd
import pytest

from tenor.corpus import from_texts
from tenor.loading import copies, funnel, missing, overview, summary_lines


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
        "different texts": 3,
        "inputs left out": 0,
        "changes noted": 0,
    }


def test_funnel_adds_up(load):
    corpus = load({"a.txt": "Dam.", "b.txt": "", "c.txt": " ", "d.pdf": "", ".e.txt": ""})
    table = funnel(corpus)
    assert list(table.itertuples(index=False, name=None)) == [
        ("found", 4),
        ("left out: empty", -2),
        ("left out: unsupported format", -1),
        ("documents", 1),
    ]
    assert "1 hidden files" in table.attrs["notes"][1]


def test_funnel_counts_what_a_selection_leaves_outside(corpus):
    table = funnel(corpus.select(sources=["Flare"]))
    assert table["n_inputs"].tolist() == [4, -2, 2]
    assert table.loc[1, "step"] == "outside the chosen sources and days"


def test_missing(corpus):
    table = missing(corpus).set_index("column")
    assert table["n_missing"].to_dict() == {
        "title": 2,
        "source": 1,
        "published": 1,
        "author": 4,
        "agency": 4,
        "desk": 3,
    }
    assert table.loc["source", "missing_share"] == 0.25


def test_copies(load):
    corpus = load(
        {
            "a.txt": "It rains.",
            "b.txt": "The dam\nholds.",
            "c.txt": "It rains.\n",
            "d.txt": "The dam\nholds.",
            "e.txt": "The dam\r\nholds.",
            "f.txt": "The dam held.",
            "metadata.csv": "file,source,title\nb.txt,Wire,Dam\nd.txt,Flare,Dam!\ne.txt,Wire,Dam\n"
            "a.txt,,\nc.txt,,\nf.txt,,\n",
        }
    )
    table = copies(corpus)
    assert list(table.itertuples(index=False, name=None)) == [
        ("b", 3, "Flare | Wire", "Dam | Dam!"),
        ("a", 2, "", ""),
    ]
    assert table.attrs["notes"] == ["3 of 6 documents repeat an earlier text; all are counted."]


@pytest.mark.parametrize("table", [overview, funnel, missing, copies])
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
    ]


def test_summary_lines_say_how_to_name_what_is_not_there():
    assert summary_lines(from_texts(["Dam.", "Sea."]))[1:] == [
        "no sources: name their column with columns: {source: ...}",
        "no dates: name their column with columns: {published: ...}",
    ]


def test_summary_lines_stay_short():
    corpus = from_texts(["Dam."] * 20, source=[f"Paper {number:02}" for number in range(20)])
    assert summary_lines(corpus)[1].endswith("Paper 07 1 and 12 more")
