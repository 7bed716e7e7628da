"""What an earlier build has read is used again, and changes nothing in the result."""

import os

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tenor.corpus.store import read_corpus
from tenor.loading import past, shards
from tenor.loading.builds import build_corpus
from tenor.loading.inputs.finding import find_inputs
from tenor.loading.settings import Settings

TABLES = ("documents", "ledger", "marks", "vocabulary")
ARRAYS = ("terms", "starts", "document_bounds", "sentence_bounds", "is_counted")
REPORT = (
    "The dockers of Port Sella walked out at dawn over a roster that allows shifts of fourteen hours, and "
    "ships waited outside the harbour for the third day while the minister said that talks would go on. "
)
CONTENTS = {
    "report": REPORT,
    "copy": "SELLA, March 4 (Meridian Wire) — " + REPORT + "It rained.",
    "dam": "The dam holds.\n\nSign up for our newsletter today",
    "rows": "text,source\nIt rains.,Lantern\n" + REPORT + ",Flare\n",
    "nothing": "",
    "french": "La rivière monte et les dockers de Port Sella attendent toujours la réponse de la ministre.",
}
NAMES = ["a.txt", "b.txt", "c.csv", "d/e.txt", "f.txt", "metadata.csv"]


def assert_equal(corpus, other):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(corpus, name), getattr(other, name), obj=name)
    for name in ARRAYS:
        assert np.array_equal(getattr(corpus, name), getattr(other, name)), name
    assert corpus.manifest["fingerprint"] == other.manifest["fingerprint"]
    assert [corpus.text(n) for n in range(len(corpus.documents))] == [
        other.text(n) for n in range(len(other.documents))
    ]


def build(folder, target, **options):
    target.mkdir()
    build_corpus(find_inputs(folder), Settings(), target, **options)
    return read_corpus(target)


def write(folder, name, content, time):
    path = folder / name
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    is_table = name == "metadata.csv"
    path.write_text("file,source,published\na.txt,Courier,2031-03-04\n" if is_table else content, "utf-8")
    os.utime(path, ns=(time, time))


changes = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*CONTENTS.values(), None]), min_size=1),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(changes)
def test_a_corpus_that_grew_is_the_one_built_at_once(tmp_path_factory, steps):
    root = tmp_path_factory.mktemp("grown")
    folder = root / "articles"
    write(folder, "always.txt", REPORT + "It did not rain.", 0)
    earlier = root / "0"
    build(folder, earlier)
    for time, step in enumerate(steps, 1):
        for name, content in step.items():
            csv_text = name != "c.csv" or content in (None, CONTENTS["rows"])
            write(folder, name, content if csv_text else CONTENTS["rows"], time)
        grown = build(folder, root / str(time), earlier=earlier)
        earlier = root / str(time)
    assert_equal(grown, build(folder, root / "fresh"))


@pytest.fixture
def read(monkeypatch):
    """The paths of the inputs that are read, as they are."""
    paths = []
    read_file = shards.read_file

    def note(file, *given):
        paths.append(file.path)
        return read_file(file, *given)

    monkeypatch.setattr(shards, "read_file", note)
    return paths


DAM = {"a.txt": "The dam holds.", "b.txt": "It rains.", "c.txt": "It pours."}


def test_only_what_is_new_or_changed_is_read(load, texts, read):
    load(DAM | {"e.txt": "It thunders."})
    folder = texts({"b.txt": "It pours, and the river rises.", "d.txt": "New."})
    (folder / "c.txt").unlink()
    del read[:]
    corpus = load({})
    assert read == ["b.txt", "d.txt"]
    assert corpus.documents["doc_id"].tolist() == ["a", "b", "d", "e"]


def test_metadata_alone_needs_no_reading(load, read):
    load(DAM)
    del read[:]
    assert load({"metadata.csv": "file,source\na.txt,Lantern\n"}).documents["source"].count() == 1
    assert (
        load({"metadata.csv": "file,source\nb.txt,Flare\na.txt,Lantern\n"}).documents["source"].count() == 2
    )
    assert read == ["a.txt", "b.txt", "c.txt"], "another table is another corpus; its change is not"


def test_everything_is_read_again_when_little_is_left(load, texts, read):
    load(DAM)
    folder = texts({})
    for name in ("b.txt", "c.txt"):
        (folder / name).unlink()
    del read[:]
    load({})
    assert read == ["a.txt"]


def test_everything_is_read_again_after_many_steps(load, read, monkeypatch):
    monkeypatch.setattr(past, "_MAX_SHARDS", 2)
    for number in range(4):
        load({f"{number}.txt": "The dam holds."})
    assert read == ["0.txt", "1.txt", "2.txt", "0.txt", "1.txt", "2.txt", "3.txt"]


def test_a_damaged_earlier_build_is_not_used(load, project, read):
    load(DAM)
    (record,) = (project / "data" / "corpora").glob("*/state/records.arrow")
    record.unlink()
    del read[:]
    assert len(load({"d.txt": "New."}).documents) == 4
    assert read == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_shards_are_copied_where_there_are_no_links(load, read, monkeypatch):
    def refuse(*_):
        raise OSError

    load(DAM)
    monkeypatch.setattr(os, "link", refuse)
    corpus = load({"d.txt": "New."})
    assert [corpus.text(number) for number in range(4)] == [*DAM.values(), "New."]
    assert read == [*DAM, "d.txt"]
