import pytest

from tenor.errors import UserError
from tenor.sentiment.analyzers.tone import read_lexicon, shipped_words
from tenor.sentiment.analyzers.tone.modifiers import FOLDER
from tenor.sentiment.analyzers.tone.words import make_words
from tenor.sentiment.training.tone.candidates import silenced, unlearned
from tenor.sentiment.training.tone.inflections import find_inflections
from tenor.sentiment.training.tone.lexicons import listed_terms


def lexicon(tmp_path, text):
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "term\tweight\nFog\t-1.5\nparty\t0\n",
        "weight,term\n-1.5,fog\n\n0,party\n",
        "\ufeffTerm\tWeight\tReason\nfog\t-1.5\nparty\t0\ta club here\nfog\t-1.5\n",
    ],
)
def test_a_lexicon_is_read(tmp_path, text):
    words = read_lexicon(lexicon(tmp_path, text))
    assert dict(zip(words.terms.to_pylist(), words.weights, strict=True)) == {"fog": -1.5, "party": 0}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fog\tmuch", r"line 3: 'fog\\tmuch' has the weight 'much'; a weight is a number from -4 to 4"),
        ("fog\t4.5", r"line 3: .* a weight is a number from -4 to 4"),
        ("fog\tnan", "a number from -4 to 4"),
        ("fog", r"line 3: 'fog' has the weight ''"),
        ("\t1", "line 3: '1' has no term"),
        ("grey fog\t1", "more than one word"),
        ("DAM\t2", r"line 3: .* gives 'dam' another weight than before \(1\)"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, said):
    with pytest.raises(UserError, match=f"mine.tsv, {said}" if said.startswith("line") else said):
        read_lexicon(lexicon(tmp_path, f"term\tweight\ndam\t1\n{line}\n"))


@pytest.mark.parametrize(
    ("text", "said"), [("", "'term' or 'weight'"), ("term\tvalue\nfog\t1\n", "'weight'")]
)
def test_a_missing_column_is_named(tmp_path, text, said):
    with pytest.raises(UserError, match=f"has no column {said}"):
        read_lexicon(lexicon(tmp_path, text))


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UserError, match=r"mine.tsv' cannot be read"):
        read_lexicon(tmp_path / "mine.tsv")
    (tmp_path / "mine.tsv").write_bytes(b"term\tweight\nf\xf6hn\t1\n")
    with pytest.raises(UserError, match="not in UTF-8"):
        read_lexicon(tmp_path / "mine.tsv")


def test_a_list_is_written_as_it_is_read(tmp_path):
    words = make_words({"fog": (-1.5, ""), "party": (0.0, "a club here")})
    words.write(tmp_path / "mine.tsv")
    again = read_lexicon(tmp_path / "mine.tsv")
    assert (again.terms, again.weights.tolist(), again.reasons) == (words.terms, [-1.5, 0.0], words.reasons)


def test_own_words_stand_in_place_of_shipped_ones():
    merged = shipped_words().merge(make_words({"awful": (4.0, ""), "brackwater": (-1.0, "")}))
    weights = dict(zip(merged.terms.to_pylist(), merged.weights, strict=True))
    assert (weights["awful"], weights["brackwater"]) == (4, -1)
    assert len(weights) == len(shipped_words().terms) + 1


def test_the_shipped_list_is_small_and_in_range():
    assert (FOLDER / "words.tsv").stat().st_size < 400_000
    words = shipped_words()
    assert len(words.terms) == len(set(words.terms.to_pylist()))
    for reason, weight in zip(words.reasons, words.weights.tolist(), strict=True):
        assert (weight == 0) == bool(reason)


def test_groups_offices_and_names_have_no_learned_weight():
    words = shipped_words()
    weights = dict(zip(words.terms.to_pylist(), words.weights.tolist(), strict=True))
    listed = set(listed_terms())
    learned = weights.keys() - listed - silenced().keys() - find_inflections(listed).keys()
    assert 100 < len(learned) < 1000
    assert not learned & unlearned().keys()
    assert all(weights[term] == 0 for term in silenced())
