import pytest

from tenor.errors import UserError
from tenor.voices.speakers import read_aliases
from tenor.voices.speakers.aliases import Alias


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "aliases.txt"
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_line_is_a_speaker_and_its_names(write):
    aliases = read_aliases(
        write("# who is who\n\nMara Quill [person, official]: the Keeper, Ms Quill\nDL [body]:\n")
    )
    quill = Alias("Mara Quill", "person", True)
    assert aliases == {
        "mara quill": quill,
        "keeper": quill,
        "ms quill": quill,
        "dl": Alias("DL", "body", False),
    }


def test_no_file_is_no_alias():
    assert read_aliases("") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Mara Quill\n", "line 1: 'Mara Quill' has no name and colon"),
        ("A: b\n: the keeper\n", "line 2: ': the keeper' has no name and colon"),
        (
            "Ada Orr: the mayor\nMara Quill: The Mayor\n",
            "line 2: 'The Mayor' is already an alias of 'Ada Orr'",
        ),
        ("Mara Quill [persn]: the keeper\n", "line 1: what 'Mara Quill' is = 'persn'"),
    ],
)
def test_mistakes_are_named_with_their_line(write, text, message):
    with pytest.raises(UserError, match=r"aliases\.txt, ") as raised:
        read_aliases(write(text))
    assert message in str(raised.value)


def test_a_file_that_cannot_be_read_is_named():
    with pytest.raises(UserError, match=r"aliases = 'none\.txt' cannot be read"):
        read_aliases("none.txt")
