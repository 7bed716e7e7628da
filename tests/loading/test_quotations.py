import json

import pytest

from tenor.errors import UserError
from tenor.loading import open_corpus

HEAD = "doc_id,start,end,kind,speaker\n"


@pytest.fixture
def texts(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("It rains, Kell said.", "utf-8")
    (folder / "two.txt").write_text("The dam holds.", "utf-8")
    return folder


def voices(corpus):
    return corpus.tokens.loc[corpus.tokens["is_word"], "voice"].tolist()


@pytest.mark.parametrize("place", [".", ".."])
def test_the_table_in_or_beside_the_folder_is_found_and_is_no_input(texts, place):
    (texts / place / "quotations.csv").write_text(HEAD + "one,0,8,indirect,Kell\n", "utf-8")
    corpus = open_corpus(texts)
    assert corpus.documents["doc_id"].tolist() == ["one", "two"]
    assert corpus.ledger.empty
    assert voices(corpus)[:3] == ["indirect", "indirect", "narration"]
    assert corpus.speakers == ["Kell"]


def test_a_table_may_be_named_and_may_be_json(texts):
    rows = [{"path": "one.txt", "start": 0, "end": 8, "kind": "direct"}]
    (texts.parent / "said.json").write_text(json.dumps(rows), "utf-8")
    assert "direct" in voices(open_corpus(texts, quotations="said.json"))


def test_a_corpus_that_is_built_takes_one_too(texts):
    (texts.parent / "said.csv").write_text(HEAD + "one,0,8,direct,\n", "utf-8")
    open_corpus(texts)
    (built,) = (texts.parent / "data" / "corpora").glob("articles-*")
    assert "direct" not in voices(open_corpus(built))
    assert "direct" in voices(open_corpus(built, quotations="said.csv"))


def test_a_changed_table_needs_no_new_build(texts):
    table = texts / "quotations.csv"
    table.write_text(HEAD + "one,0,8,direct,\n", "utf-8")
    first = open_corpus(texts)
    table.write_text(HEAD + "two,0,7,indirect,\n", "utf-8")
    second = open_corpus(texts)
    assert first.manifest == second.manifest
    assert voices(second)[-3:] == ["indirect", "indirect", "narration"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (HEAD + "one,0,800,loud,\n", "quotations, row 1: kind = 'loud' is not one of 'direct', 'indirect'"),
        (HEAD + "one,zero,8,direct,\n", "quotations, row 1: start = 'zero' and end = '8' are no span"),
        (
            HEAD + "three,0,8,direct,\n",
            "no row is of a document of the corpus; the first has doc_id = 'three'",
        ),
        ("who,what\nKell,rain\n", "quotations lack doc_id, start, end, kind; they have who, what"),
        (HEAD + "one,0,8\n", "quotations .*, row 1: "),
    ],
)
def test_a_table_that_does_not_fit(texts, written, message):
    (texts / "quotations.csv").write_text(written, "utf-8")
    with pytest.raises(UserError, match=message):
        open_corpus(texts)


def test_a_table_that_is_not_there(texts):
    (texts.parent / "sayings.csv").write_text(HEAD, "utf-8")
    with pytest.raises(
        UserError, match=r"quotations = 'saying.csv' does not exist .*did you mean 'sayings.csv'"
    ):
        open_corpus(texts, quotations="saying.csv")
