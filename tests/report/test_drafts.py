import pytest
import yaml
from projects import code, make_project, text, write_recipe_file

from tenor.errors import TenorError, UserError
from tenor.report.drafts import write_recipe
from tenor.report.recipes import read_recipe
from tenor.report.templates import template_names


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    parameters = 'corpus: str = "data/sample"\ncolumns: dict = {}'
    title = {**text("# Loading"), "metadata": {"bare": True}}
    return make_project(tmp_path, {"01_loading": [title, code(parameters, "parameters")]})


def test_written_recipes_are_read_back(project):
    settings = {"corpus": 'a "b": #c\\d/é', "columns": {"text": "the body"}}
    path = write_recipe("harbour-2", title="On: the # harbour", settings=settings)
    assert path == project / "reports" / "harbour-2.yaml"
    recipe = read_recipe(path)
    assert (recipe.title, recipe.settings) == ("On: the # harbour", settings)


@pytest.mark.usefixtures("project")
def test_written_recipes_offer_every_other_setting_as_a_comment():
    path = write_recipe("harbour", title="Harbour", settings={"corpus": "data/raw"})
    commented = [line.removeprefix("# ") for line in path.read_text().splitlines() if line.startswith("# ")]
    offered = yaml.safe_load(
        "\n".join(line for line in commented if ": " in line and "To make it" not in line)
    )
    assert offered["notebooks"] == template_names()
    assert offered["top_n"] == 20
    assert offered["sources"] == []
    assert not {"corpus", "output"} & offered.keys()


def test_an_existing_recipe_is_never_overwritten(project):
    path = write_recipe_file(project, "top_n: 3")
    with pytest.raises(UserError, match=r"reports/harbour\.yaml is there already and stays as it is; give"):
        write_recipe("harbour", title="Harbour", settings={})
    assert path.read_text() == "top_n: 3"


def test_a_reports_folder_that_is_none_is_named(project):
    (project / "reports").write_text("a file")
    with pytest.raises(TenorError, match=r"cannot write reports/harbour\.yaml"):
        write_recipe("harbour", title="Harbour", settings={})
