"""Texts met more than once."""

from tenor.corpus import from_texts
from tenor.loading import copies

REPORT = (
    "The dockers of Port Sella walked out at dawn over a roster that allows shifts of fourteen hours, and "
    "ships waited outside the harbour for the third day while the minister said that talks would go on."
)


def test_clusters_of_near_copies(load):
    corpus = load(
        {
            "a.txt": "It rains on the upper valley.",
            "b.txt": REPORT + " The union meets again on Sunday.",
            "c.txt": REPORT,
            "d.txt": "It rains on the upper valley.\r\n",
            "e.txt": REPORT,
            "f.txt": "The crown was found in a barrel of flour.",
            "metadata.csv": "file,source,title,published\na.txt,,,\nb.txt,Flare,Dockers!,2031-03-05\n"
            "c.txt,Wire,Dockers walk out,2031-03-04\nd.txt,,,\ne.txt,Flare,Out,2031-03-06\nf.txt,,,\n",
        }
    )
    table = copies(corpus)
    assert table["cluster"].tolist() == ["c", "a"]
    first, second = table.to_dict("records")
    assert (first["n_documents"], first["n_sources"], first["sources"]) == (3, 2, "Wire | Flare")
    assert (first["earliest_source"], first["earliest_published"], first["title"]) == (
        *("Wire", "2031-03-04"),
        "Dockers walk out",
    )
    assert 0.8 < first["least_similarity"] < 1
    assert (second["n_documents"], second["n_sources"], second["least_similarity"]) == (2, 0, 1.0)
    assert table.attrs["notes"][0].startswith("3 of 6 documents nearly repeat an earlier text.")


def test_in_a_selection_the_earliest_is_the_one_that_is_there(load):
    corpus = load(
        {
            "a.txt": REPORT,
            "b.txt": REPORT,
            "c.txt": REPORT,
            "metadata.csv": "file,source,published\na.txt,Wire,2031-03-04\nb.txt,Flare,2031-03-06\n"
            "c.txt,Flare,2031-03-05\n",
        }
    )
    (row,) = copies(corpus.select(sources=["Flare"])).to_dict("records")
    assert (row["cluster"], row["earliest_published"], row["n_documents"]) == ("a", "2031-03-05", 2)


def test_no_copies():
    corpus = from_texts(["The dam holds.", "It rains."])
    assert copies(corpus).empty
    assert copies(corpus.take([])).empty
