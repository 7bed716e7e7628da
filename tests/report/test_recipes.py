import pytest
from projects import code, make_project, text, write_recipe_file

from tenor.errors import UserError
from tenor.report.recipes import read_recipe

FREQUENCY = """corpus: str = "data/sample"
columns: dict = {}
sources: list = []
start: str = ""
by: str = "source"
words: list = []
top_n: int = 20
confidence: float = 0.95
output: str = ""
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    title = {**text("# Words"), "metadata": {"bare": True}}
    notebooks = {"01_loading": ["1 + 1"], "02_frequency": [title, code(FREQUENCY, "parameters")]}
    return make_project(tmp_path, notebooks)


def read(project, content):
    return read_recipe(write_recipe_file(project, content))


def test_reads_titles_notebooks_and_settings(project):
    recipe = read(project, "title: The strike\nnotebooks: [02_frequency]\ntop_n: 25\nwords: [dam, pact]\n")
    assert (recipe.name, recipe.title) == ("harbour", "The strike")
    assert [template.name for template in recipe.templates] == ["02_frequency"]
    assert recipe.settings == {"top_n": 25, "words": ["dam", "pact"]}


def test_without_title_and_notebooks_it_takes_its_name_and_all_of_them(project):
    recipe = read(project, "top_n: 25\n")
    assert recipe.title == "harbour"
    assert [template.name for template in recipe.templates] == ["01_loading", "02_frequency"]


def test_each_notebook_gets_what_it_declares(project):
    recipe = read(project, "corpus: data/raw\nwords: [dam]\n")
    loading, frequency = (recipe.parameters_of(template) for template in recipe.templates)
    assert loading == {"corpus": "data/raw", "top_n": 20, "output": ""}
    assert frequency["words"] == ["dam"]
    assert frequency["by"] == "source"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("start: 2031-03-04", "start", "2031-03-04"),
        ("start: '2031-03-04'", "start", "2031-03-04"),
        ("confidence: 0.9", "confidence", 0.9),
        ("sources: ['no', \"yes\"]", "sources", ["no", "yes"]),
        ("sources: []", "sources", []),
        ("columns: {text: body, source: outlet}", "columns", {"text": "body", "source": "outlet"}),
        ("corpus: C:\\texts and more", "corpus", "C:\\texts and more"),
        ("corpus: Zeitung/Müller", "corpus", "Zeitung/Müller"),
    ],
)
def test_values_arrive_as_what_they_are(project, line, name, value):
    got = read(project, line).settings[name]
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r"reports/harbour\.yaml holds no settings; write one a line"),
        ("# only a comment\n", "holds no settings"),
        ("- a\n- b\n", "holds no settings"),
        ("top_n 25", "holds no settings"),
        ("title: a\ntopn: 3", r"harbour\.yaml, line 2: there is no setting 'topn'; did you mean 'top_n'"),
        ("titel: a", "no setting 'titel'; did you mean 'title'"),
        ("true: 3", "there is no setting 'true'"),
        ("<<: {top_n: 3}", "there is no setting '<<'"),
        ("output: here", "output is no setting of a recipe"),
        ("top_n: 3\ntop_n: 4", "line 2: 'top_n' was already given in line 1; delete one of the two"),
        ("columns:\n  text: a\n  text: b", "line 3: 'text' was already given in line 2"),
        ("top_n: '25'", "line 1: top_n = '25' is str, but top_n takes int, such as 20"),
        ("top_n: 25.0", "top_n = 25.0 is float"),
        ("top_n: yes", "top_n = True is bool"),
        ("top_n: 0", "top_n = 0 is too small"),
        ("by: yes", r"by = True is bool, but by takes str.*; put it in quotation marks"),
        ("by: 2031", "by = 2031 is int, but by takes str.*; put it in quotation marks"),
        ("by: [source]", r"by = \['source'\] is list, but by takes str[^;]*$"),
        ("by:", "line 1: by has no value; write one, or delete the line"),
        ("sources: Courier", "sources = 'Courier' is str, but sources takes list"),
        ("sources: [no]", "sources holds False, which is not text; write it in quotation marks"),
        ("words: [2031-03-04]", "words holds .*, which is not text; write it in quotation marks"),
        ("start: 31.05.2031", "start = '31.05.2031' is not an ISO date"),
        ("start: 2031-03-04 10:00:00", "start = .* is datetime, but start takes str"),
        ("start: 2031-02-30", "line 1: start = '2031-02-30' is no date: day is out of range"),
        ("title: 2031", "title = 2031 is not text; put it in quotation marks"),
        ("title: ''", "title = '' is not text"),
        ("notebooks: []", "line 1: there is no notebook to run; name at least one"),
        ("notebooks: 01_loading", "notebooks = '01_loading' is not a list of names"),
        ("notebooks: [1]", r"notebooks = \[1\] is not a list of names"),
        ("notebooks: [01_loading, 01_loading]", "notebooks names '01_loading' twice"),
        (
            "notebooks: [03_tone]",
            r"line 1: there is no notebook '03_tone' in notebooks\. There are 01_loading, 02_frequency",
        ),
        ("notebooks: [01_loading]\nby: a", "by is not a parameter of 01_loading, so it would.*top_n"),
        ("seed: 3", "seed is not a parameter of 01_loading, 02_frequency"),
        ("title: a: b", r"harbour\.yaml, line 1, column 9 is not YAML: mapping values are not allowed here"),
        ("sources: [a", r"line 2, column 1 is not YAML|line 1, column \d+ is not YAML"),
        ("top_n: !!python/object/apply:os.getcwd []", "line 1, column 8 is not YAML: could not determine"),
        ("a: 1\n---\nb: 2", "is not YAML: but found another document"),
        ("title: \x07", "is not YAML"),
        ("words: &w [*w]", "is not YAML: found unconstructable recursive node"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_place_and_remedy(project, content, message):
    with pytest.raises(UserError, match=f"(?s){message}"):
        read(project, content)


def test_a_missing_recipe_lists_those_there_are(project):
    write_recipe_file(project, "top_n: 3", name="harbour")
    with pytest.raises(
        UserError, match=r"no recipe 'reports/harbor\.yaml'; did you mean 'reports/harbour\.yaml'"
    ):
        read_recipe("reports/harbor.yaml")


def test_relative_paths_also_count_from_the_project(project, monkeypatch):
    write_recipe_file(project, "top_n: 3")
    monkeypatch.chdir(project / "notebooks")
    assert read_recipe("reports/harbour.yaml").settings == {"top_n": 3}


def test_refuses_a_recipe_that_is_not_utf8(project):
    path = write_recipe_file(project, "")
    path.write_bytes("title: Müller".encode("latin-1"))
    with pytest.raises(UserError, match=r"reports/harbour\.yaml is not UTF-8"):
        read_recipe(path)


@pytest.mark.parametrize("name", ["my report", ".hidden", "a.b", "Straße", "-a"])
def test_a_report_is_called_by_a_plain_name(project, name):
    path = write_recipe_file(project, "top_n: 3", name=name)
    with pytest.raises(UserError, match="cannot name a report; use letters from a to z, digits, - and _"):
        read_recipe(path)


def test_a_report_has_one_corpus(project):
    with pytest.raises(
        UserError, match=r"corpus differs between the notebooks \('data/raw/harbour' in 01_loading"
    ):
        read(project, "top_n: 3").input_settings()
    given = read(project, "corpus: data/raw\nstart: 2031-03-04").input_settings()
    assert given == {
        "corpus": "data/raw", "metadata": "", "quotations": "", "columns": {}, "pattern": "",
        "language": "main", "limits": {}, "sources": [], "start": "2031-03-04", "end": "", "voices": [],
        "speakers": [],
    }  # fmt: skip
