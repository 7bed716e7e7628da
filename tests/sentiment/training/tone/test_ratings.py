import pytest

from tenor.errors import UserError
from tenor.sentiment.training.tone.ratings import read_ratings


def rated(tmp_path, text):
    path = tmp_path / "rated.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rated_sentences_are_read(tmp_path):
    text = 'text\tid\trating\nThe fog "lay there.\ta_1\t-0.5\n\nIt rose.\ta_2\t4\nIt fell.\tb\t0\n'
    ratings = read_ratings(rated(tmp_path, text))
    assert ratings.groups.tolist() == [0, 0, 1]
    assert ratings.ratings.tolist() == [-0.5, 4, 0]
    assert ratings.texts == ['The fog "lay there.', "It rose.", "It fell."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id\ttext\na\tFog.\n", "has no column 'rating'"),
        ("id\trating\ttext\n", "has no rated line"),
        (
            "id\trating\ttext\na\tgood\tFog.\n",
            "line 2: .* has the rating 'good'; a rating is a number from -4 to 4",
        ),
        ("id\trating\ttext\na\t5\tFog.\n", "a rating is a number from -4 to 4"),
        ("id\trating\ttext\na\t1\tFog.\nb\t1\n", "line 3: .* has 2 fields; the first line names 3 columns"),
        ("id\trating\ttext\na\t1\t \n", "line 2: .* has no text"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, text, said):
    with pytest.raises(UserError, match=f"rated.tsv.*{said}"):
        read_ratings(rated(tmp_path, text))


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UserError, match=r"rated.tsv' cannot be read"):
        read_ratings(tmp_path / "rated.tsv")
    (tmp_path / "rated.tsv").write_bytes(b"id\trating\ttext\na\t1\tF\xf6hn\n")
    with pytest.raises(UserError, match="not in UTF-8"):
        read_ratings(tmp_path / "rated.tsv")
