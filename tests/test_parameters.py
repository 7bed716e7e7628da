import pytest

from tenor.errors import UserError
from tenor.parameters import BY_NAME, DECLARED, check, check_value


def test_every_default_passes_its_own_check():
    for parameter in DECLARED:
        assert check_value(parameter.name, parameter.default) == parameter.default


def test_other_variables_of_a_notebook_are_left_alone():
    assert vars(check({"top_n": 3, "np": object()})) == {"top_n": 3}


def test_a_whole_number_serves_where_a_share_is_due():
    with pytest.raises(UserError, match=r"confidence = 1.0 is outside 0.5 to 0.999"):
        check_value("confidence", 1)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("topn", 3, r"no parameter 'topn'; did you mean 'top_n'\? There are corpus"),
        ("zebra", 3, r"no parameter 'zebra'. There are corpus"),
        ("top_n", "3", r"top_n = '3' is str, but top_n takes int, such as 20"),
        ("top_n", True, r"top_n = True is bool, but top_n takes int"),
        ("top_n", 0, "too small; the least allowed is 1"),
        ("start", "31/05/2031", r"start = '31/05/2031' is not an ISO date such as '2031-05-31'; use ''"),
        ("period", "weekly", r"period = 'weekly' is not one of 'auto', 'week'.*did you mean 'week'"),
        ("sources", ["a", 1], r"sources holds 1, which is not text"),
        ("columns", {"text": 2}, r"columns holds 2, which is not text"),
        ("sources", "Courier", r"sources = 'Courier' is str, but sources takes list"),
    ],
)
def test_mistakes_are_named(name, value, message):
    with pytest.raises(UserError, match=message):
        check_value(name, value)


@pytest.mark.parametrize("name", ["aliases", "corrections", "lexicon", "ratings"])
def test_a_file_that_is_not_there_is_found_with_the_parameters(name, tmp_path):
    (tmp_path / "names.txt").touch()
    message = rf"{name} = '.*name\.txt' does not exist .*did you mean 'names.txt'\?"
    with pytest.raises(UserError, match=message):
        check_value(name, str(tmp_path / "name.txt"))
    with pytest.raises(UserError, match=rf"{name} = .* is a folder, not a file"):
        check_value(name, str(tmp_path))
    assert check_value(name, str(tmp_path / "names.txt")) == str(tmp_path / "names.txt")


def test_a_line_of_the_parameters_cell():
    assert BY_NAME["top_n"].line == "top_n: int = 20  # rows to show of each table"
    assert BY_NAME["output"].line.startswith('output: str = ""  # ')


def test_targets_are_names_with_lists_of_aliases():
    assert check_value("targets", {"Ilse Orr": ["Ms Orr"], "Hask": []}) == {
        "Ilse Orr": ["Ms Orr"],
        "Hask": [],
    }


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"Ilse Orr": "Ms Orr"}, r"targets\['Ilse Orr'\] = 'Ms Orr' is str; give a list of other names"),
        ({5: []}, r"targets holds 5, which is not text"),
        ({"Ilse Orr": [5]}, r"targets holds 5, which is not text"),
    ],
)
def test_other_targets_are_errors(value, message):
    with pytest.raises(UserError, match=message):
        check_value("targets", value)
