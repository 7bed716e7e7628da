import numpy as np
import pytest
from hypothesis import given
from toned_sentences import sentences

from tenor.corpus.shards import make_shard
from tenor.errors import UserError
from tenor.sentiment.analyzers.tone import explain_tone, score_tokens
from tenor.sentiment.analyzers.tone.explanations import explain_by
from tenor.sentiment.analyzers.tone.words import make_words


@given(sentences)
def test_what_the_words_add_sums_to_the_polarity(texts):
    shard = make_shard(texts)
    polarity = score_tokens(shard.forms, shard.form_ids, shard.document_starts)[0]
    table = explain_tone(texts)
    sums = np.bincount(table["text"], weights=table["adds"], minlength=len(texts))
    np.testing.assert_array_equal(np.clip(sums, -1, 1), np.nan_to_num(polarity))
    at = zip(table["text"], table["start"], table["end"], table["word"], strict=True)
    assert all(texts[text][start:end] == word for text, start, end, word in at)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("It isn’t a bad day.", "negated by “isn’t”"),
        ("They denied a bad deed.", "reduced by “denied”"),
        ("They prevented bad floods.", "reversed by “prevented”"),
        ("A very bad day.", "intensified by “very”"),
        ("It was over, but so bad.", "intensified by “so”; behind “but”"),
        ("It was bad, but over.", "before “but”"),
        ("It was bad.", ""),
        ("They met Old Bad there.", "written as a name"),
        ("They met no Bad there.", "written as a name"),
        ("The party met.", "a club here"),
    ],
)
def test_each_row_says_why(text, because):
    words = make_words({"bad": (-1.0, ""), "party": (0.0, "a club here")})
    assert explain_by([text], words)["because"].tolist() == [because]


def test_masked_and_silenced_words_add_nothing():
    words = make_words({"united": (2.0, ""), "party": (0.0, "a club here")})
    table = explain_by(["The party met Sella United."], words)
    assert table["adds"].tolist() == [0, 0]
    assert table["word"].tolist() == ["party", "United"]
    assert "1 words are masked as names." in table.attrs["notes"]


def test_texts_without_listed_words_have_no_rows():
    assert explain_tone(["", "😀"]).empty


def test_one_text_is_not_a_list():
    with pytest.raises(UserError, match="is one text"):
        explain_tone("A bad day.")
