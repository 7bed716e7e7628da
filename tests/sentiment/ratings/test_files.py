import openpyxl
import pytest

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment.ratings import read_ratings


@pytest.fixture
def write(tmp_path):
    def make(content: str, name: str = "rated.csv", encoding: str = "utf-8"):
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return path

    return make


def values(table) -> list[tuple[str, float]]:
    return list(zip(table["text"], table["rating"], strict=True))


@pytest.mark.parametrize(
    "content",
    [
        'text,rating\n"A calm, good day.",1.5\nIt rained.,-1\n',
        "\ufeffText;Rating\r\nA calm, good day.;1,5\r\nIt rained.;−1\r\n",
        "rating\ttext\n1.5\tA calm, good day.\n-1\tIt rained.",
        "\ntext;rating;remark\n\nA calm, good day.;+1.5;hm\nIt  rained. ;-1\n",
    ],
    ids=["commas", "semicolons with a mark of the encoding", "tabs", "blank rows and another column"],
)
def test_ways_to_write_the_same(write, content):
    assert values(read_ratings(write(content))) == [("A calm, good day.", 1.5), ("It rained.", -1)]


def test_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    for row in [["text", "rating"], ["A good day.", 1.5], ["It rained.", None]]:
        book.active.append(row)
    book.save(tmp_path / "rated.xlsx")
    table = read_ratings(tmp_path / "rated.xlsx")
    assert values(table) == [("A good day.", 1.5)]
    assert "1 of 2 rows have an empty rating and are left out." in table.attrs["notes"]


def test_quotation_marks_of_a_text_between_tabs_stay(write):
    table = read_ratings(write('text\trating\n"No," she said.\t1\nIt rained.\t0'))
    assert values(table) == [('"No," she said.', 1), ("It rained.", 0)]


def test_quotation_marks_of_a_spreadsheet_between_tabs_go(write):
    table = read_ratings(write('text\trating\n"""No,"" she said."\t1\n'))
    assert values(table) == [('"No," she said.', 1)]


def test_words_count_as_numbers(write):
    table = read_ratings(write("text,rating\na,Negative\nb,neutral\nc,positive\nd,3\n"))
    assert table["rating"].tolist() == [-2, 0, 2, 3]
    assert "3 ratings given as words: negative is -2, neutral 0, positive 2." in table.attrs["notes"]


@pytest.mark.parametrize(
    "content",
    [
        "text,rating_1,rating_2,rating_3\na,1,2,\nb,0,,\n",
        "text,rating\na,1\nb,0\na,2\n",
        "text,rater,rating\na,Orr,1\nb,Orr,0\na,Ilse,3\na,Ilse,1\n",
    ],
    ids=["columns", "rows", "named raters, one of whom rates twice"],
)
def test_several_raters_are_averaged(write, content):
    table = read_ratings(write(content))
    assert values(table) == [("a", 1.5), ("b", 0)]
    assert table["n_raters"].tolist() == [2, 1]


def test_agreement_of_raters_by_hand(write):
    # Ratings and others' means: 1 with 2, 2 with 1, 3 with 4, 4 with 3, and so on; r = 3 / 5.
    table = read_ratings(write("text,rating_1,rating_2\na,1,2\nb,3,4\nc,0,\nd,1,2\ne,3,4\n"))
    note = "One rater against the mean of the others: r = 0.60, over 8 ratings of 4 sentences"
    assert table.attrs["notes"][-1].startswith(note)


def test_raters_who_are_all_alike_have_no_correlation(write):
    table = read_ratings(write("text,rating_1,rating_2\na,1,1\nb,1,1\nc,1,1\n"))
    assert "no r, since all rate alike" in table.attrs["notes"][-1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "are empty"),
        ("sentence,rating\na,1\n", "has no column 'text'; it has 'sentence', 'rating'"),
        ("text,score\na,1\n", "has no column 'rating'; it has 'text', 'score'"),
        ("text,rating,rating\na,1,2\n", "has two columns 'rating'"),
        ("text,rating\na,1\nb,good\n", "row 3, column rating: the rating 'good' is no number"),
        ("text,rating\na,nan\n", "row 2, column rating: the rating 'nan' is no number"),
        (
            "text,rating\na,5\n",
            r"row 2, column rating: the rating 5 is off the scale from -4 .* \(rating - 3\)",
        ),
        ("text,rating\na,\nb,\n", "nothing is rated yet: all 2 rows have an empty rating"),
        ("text,rating\n", "nothing is rated yet: all 0 rows"),
        ("text,rating\n,1\n", "row 2 has a rating and no text"),
        ('text,rating\n"a,1\n', "are no valid CSV"),
    ],
)
def test_what_is_wrong_is_told(write, content, message):
    with pytest.raises(UserError, match=message):
        read_ratings(write(content))


def test_files_that_cannot_be_read(write, tmp_path):
    with pytest.raises(UserError, match=r"there is no file .*none\.csv"):
        read_ratings(tmp_path / "none.csv")
    with pytest.raises(UserError, match="cannot be read"):
        read_ratings(tmp_path)
    with pytest.raises(UserError, match="are not in UTF-8"):
        read_ratings(write("text,rating\nfür,1\n", encoding="latin-1"))
    with pytest.raises(UserError, match="are no readable workbook"):
        read_ratings(write("text,rating\na,1\n", name="rated.xlsx"))


CORPUS = from_texts(["The dam held. It rained.", "It rained. The quay\nsank."], doc_id=["one", "two"])


def test_sentences_find_their_documents(write):
    path = write(
        "doc_id,text,rating\n,The quay sank.,-2\n,It rained.,0\ntwo,It rained.,1\nnone,The dam held.,1\n"
    )
    table = read_ratings(path, CORPUS)
    assert table["doc_id"].tolist() == ["two", "one", "two", "one"]


def test_sentences_of_no_document_are_left_out_and_counted(write):
    table = read_ratings(write("text,rating\nThe dam held.,1\nThe dam broke.,-3\n"), CORPUS)
    assert values(table) == [("The dam held.", 1)]
    assert table.attrs["notes"][-1] == "1 of 2 rated sentences stand in no document here and are left out."


def test_ratings_of_another_corpus_are_an_error(write):
    with pytest.raises(
        UserError, match=r"of 1 rated sentence none stands in the corpus; the first is 'Hail\.'"
    ):
        read_ratings(write("text,rating\nHail.,1\n"), CORPUS)


def test_without_a_corpus_documents_are_those_of_the_file(write):
    table = read_ratings(write("doc_id,text,rating\n7,a,1\n,b,1\n"))
    assert table["doc_id"].fillna("-").tolist() == ["7", "-"]
