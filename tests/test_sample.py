"""The sample corpus and the hand-made key of its quotations agree with each other."""

import csv
from pathlib import Path

import pytest

from tenor.loading import open_corpus

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
KEY = SAMPLE / "quotations_key.csv"
LEGACY = "2031-04-29_lantern_night-guards-cafe.txt"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    paths = sorted((SAMPLE / "articles").iterdir())
    return {
        path.name: path.read_bytes().decode("cp1252" if path.name == LEGACY else "utf-8") for path in paths
    }


def test_every_file_has_its_row_of_metadata(texts):
    assert sorted(row["file"] for row in rows_of(SAMPLE / "metadata.csv")) == sorted(texts)
    assert len(texts) == 61


def test_the_key_quotes_the_articles_to_the_letter(texts):
    wrong = [
        row
        for row in rows_of(KEY)
        if texts[row["file"]][int(row["start"]) : int(row["end"])] != row["content"]
    ]
    assert wrong == []


@pytest.mark.parametrize("part", ["speaker", "cue"])
def test_the_key_points_at_words(texts, part):
    for row in rows_of(KEY):
        start, end = row[f"{part}_start"], row[f"{part}_end"]
        assert bool(start) == bool(end), row
        if start:
            named = texts[row["file"]][int(start) : int(end)]
            assert named == named.strip() != "", row
            assert part == "speaker" or named == row["cue"], row


def test_the_key_covers_the_kinds():
    assert {row["kind"] for row in rows_of(KEY)} == {"direct", "indirect", "mixed"}


def test_the_corpus_of_the_sample_has_the_voices_of_its_key(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    corpus = open_corpus(SAMPLE / "articles", quotations=KEY, language="")
    assert corpus.notes == []
    parts = {part.label: part.corpus.n_words for part in corpus.split("voice")}
    assert list(parts) == ["narration", "direct", "indirect"]
    assert sum(parts.values()) == corpus.n_words
    assert len(corpus.speakers) == len({row["speaker"] for row in rows_of(KEY)} - {""})
