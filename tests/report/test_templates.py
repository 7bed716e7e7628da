import json

import pytest
from projects import PARAMETERS, code, make_project, text, write_notebook

from tenor.errors import UserError
from tenor.report.templates import parse_parameters, read_template, template_names


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    return make_project(tmp_path, {"01_loading": ["1 + 1"], "02_frequency": []})


def test_numbered_notebooks_are_listed_in_their_order(project):
    write_notebook(project / "notebooks" / "Untitled.ipynb", [])
    write_notebook(project / "notebooks" / ".ipynb_checkpoints" / "03_old.ipynb", [])
    assert template_names() == ["01_loading", "02_frequency"]


@pytest.mark.usefixtures("project")
def test_reads_the_defaults_of_the_parameters_cell():
    template = read_template("01_loading")
    assert template.defaults == {"corpus": "data/raw/harbour", "top_n": 20, "output": ""}
    assert template.n_cells == 3


@pytest.mark.usefixtures("project")
def test_missing_notebook_lists_those_that_exist():
    with pytest.raises(
        UserError, match=r"no notebook '02_frequenzy' in notebooks; did you mean '02_fre"
    ) as e:
        read_template("02_frequenzy")
    assert "There are 01_loading, 02_frequency" in str(e.value)


def test_source_may_be_a_list_of_lines(project):
    path = project / "notebooks" / "01_loading.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][1]["source"] = ["top_n: int = 3\n", "corpus: str = 'a'"]
    path.write_text(json.dumps(notebook))
    assert read_template("01_loading").defaults == {"top_n": 3, "corpus": "a"}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ([text("# No parameters")], "01_loading.ipynb has 0 code cells tagged 'parameters'; tag the one"),
        (
            [code(PARAMETERS, "parameters"), code("top_n: int = 3", "parameters")],
            "has 2 code cells tagged 'parameters'",
        ),
        (
            [code(PARAMETERS, "parameters"), code("top_n = 3", "injected-parameters")],
            "is the output of a run .* delete that cell",
        ),
    ],
    ids=["none", "two", "output of a run"],
)
def test_refuses_notebooks_that_are_no_templates(project, cells, message):
    write_notebook(project / "notebooks" / "01_loading.ipynb", cells)
    with pytest.raises(UserError, match=message):
        read_template("01_loading")


@pytest.mark.parametrize("content", ["no JSON", "[]", '{"worksheets": []}'])
def test_refuses_what_is_no_notebook(project, content):
    (project / "notebooks" / "01_loading.ipynb").write_text(content)
    with pytest.raises(UserError, match=r"notebooks/01_loading\.ipynb is not a notebook of format 4"):
        read_template("01_loading")


def test_reads_what_the_runner_of_notebooks_overlooks():
    source = 'corpus: str = "a=b"  # two equals signs\ncolumns: dict = {"text": "body"}\nwords = ["dam"]'
    assert parse_parameters(source, place="x") == {
        "corpus": "a=b",
        "columns": {"text": "body"},
        "words": ["dam"],
    }


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("top_n: int = 2 * 10", r"x, line 1: 'top_n: int = 2 \* 10' does not give one parameter a plain"),
        ("top_n: int", "does not give one parameter a plain value"),
        ("top_n = seed = 3", "does not give one parameter a plain value"),
        ("import os", "'import os' does not give one parameter"),
        ("\ntopn: int = 3", r"x, line 2: there is no parameter 'topn'; did you mean 'top_n'\?"),
        ('top_n: int = "3"', "x, line 1: top_n = '3' is str, but top_n takes int"),
        ("top_n: int =", "x, line 1: invalid syntax; mend the line"),
    ],
)
def test_refuses_cells_that_do_more_than_set_parameters(source, message):
    with pytest.raises(UserError, match=message):
        parse_parameters(source, place="x")
