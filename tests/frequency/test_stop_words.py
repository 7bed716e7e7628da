import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.frequency.stop_words import OWN_LIST, mark_stop_words, stop_word_list


def test_own_english_list():
    words, origin = stop_word_list("en")
    assert {"the", "of", "and", "who", "would", "don't", "it's", "cannot"} <= words
    assert (
        not {"state", "states", "government", "problem", "great", "good", "new", "said", "mr", "two"} & words
    )
    assert 200 <= len(words) <= 300
    assert f"marked, not removed: {len(words)} words of Tenor's list of English function words" in origin


def test_own_list_is_written_as_terms_are_and_without_repetition():
    lines = [line for line in OWN_LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(set(lines)) == len(lines)
    vocabulary = from_texts([" ; ".join(lines)]).vocabulary
    assert set(vocabulary["term"][vocabulary["is_word"]]) == set(lines)
    assert OWN_LIST.read_text("utf-8").startswith("# ")


def test_packaged_list():
    words, origin = stop_word_list("de")
    assert {"der", "und", "nicht"} <= words
    assert "the list 'de' of the package stopwordsiso" in origin


def test_no_list():
    assert stop_word_list("") == (frozenset(), "No stop words are marked.")


def test_own_file(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("\ufeff# mine\nMr\n\nDon’t \n", encoding="utf-8")
    words, origin = stop_word_list(str(path))
    assert words == {"mr", "don't"}
    assert "2 words of the file" in origin


def test_a_relative_path_counts_from_the_project(tmp_path, monkeypatch):
    (tmp_path / "mine.txt").write_text("mr", encoding="utf-8")
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    assert stop_word_list("mine.txt") == (
        {"mr"},
        "Stop words are marked, not removed: 1 words of the file mine.txt.",
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "english",
            r"stop_words = 'english' is neither a language code nor a file; did you mean 'en'\? Give one",
        ),
        (
            "xx/none.txt",
            r"is neither a language code nor a file\. Give one of the codes af, .*, zu, the path of a",
        ),
        (".", "is neither a language code nor a file"),
    ],
)
def test_unknown_lists(name, message):
    with pytest.raises(UserError, match=message):
        stop_word_list(name)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# only this\n", "holds no word; write one word a line"),
        (b"caf\xe9", "cannot be read .*text file in UTF-8"),
    ],
)
def test_files_that_are_no_list(tmp_path, content, message):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(UserError, match=message):
        stop_word_list(str(path))


def test_marks():
    corpus = from_texts(["The dam, don’t."])
    marked = mark_stop_words(corpus, frozenset({"the", "don't"}))
    assert corpus.vocabulary["term"][marked].tolist() == ["don't", "the"]
