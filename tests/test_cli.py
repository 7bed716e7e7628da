import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from projects import make_project, write_recipe_file

import tenor
from tenor.cli import main
from tenor.report.recipes import read_recipe


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path, {"01_loading": ["1 + 1"]})


def call(*arguments):
    return CliRunner().invoke(main, arguments)


def test_new_says_what_is_there_and_writes_a_recipe(project):
    result = call("new", "harbour", "data/raw/harbour", "--title", "The strike")
    assert result.exit_code == 0
    assert "3 documents" in result.stdout
    assert result.stdout.endswith("Wrote reports/harbour.yaml. Next: tenor report reports/harbour.yaml\n")
    recipe = read_recipe(project / "reports" / "harbour.yaml")
    assert (recipe.title, recipe.settings) == ("The strike", {"corpus": "data/raw/harbour"})


def test_new_takes_paths_from_here_and_hands_on_columns(project, monkeypatch):
    (project / "data" / "raw" / "lines.csv").write_text("words,paper\nThe dam holds.,Courier\n")
    monkeypatch.chdir(project / "data")
    result = call("new", "lines", "raw/lines.csv", "--column", "text=words", "--column", "source=paper")
    assert result.exit_code == 0, result.stderr
    written = (project / "reports" / "lines.yaml").read_text()
    assert 'corpus: "data/raw/lines.csv"' in written
    assert "columns: {text: words, source: paper}" in written


def test_new_keeps_paths_outside_the_project_absolute(project, tmp_path_factory):
    texts = tmp_path_factory.mktemp("texts")
    (texts / "a.txt").write_text("The dam holds.")
    (texts.parent / "sheet.csv").write_text("file,source\na.txt,Courier\n")
    result = call("new", "outside", str(texts), "--metadata", str(texts.parent / "sheet.csv"))
    assert result.exit_code == 0, result.stderr
    written = (project / "reports" / "outside.yaml").read_text()
    assert f'corpus: "{texts}"' in written
    assert f'metadata: "{texts.parent / "sheet.csv"}"' in written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "my report", "data/raw"], "Error: 'my report' cannot name a report; use letters"),
        (["new", "harbour", "data/nowhere"], "Error: .*nowhere"),
        (["new", "harbour", "data/raw/harbour", "--column", "text"], "--column 'text' is not OURS=THEIRS"),
        (["new", "harbour", "data/raw/harbour", "--column", "txt=a"], "did you mean 'text'"),
        (["report", "reports/none.yaml"], r"no recipe 'reports/none\.yaml'.*tenor new"),
        (["reprot"], "No such command 'reprot'"),
    ],
)
@pytest.mark.usefixtures("project")
def test_mistakes_end_with_2_and_no_stack(arguments, message):
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert re.search(message, result.stderr, re.DOTALL)
    assert "Traceback" not in result.stderr


def test_new_never_overwrites_a_recipe(project):
    path = write_recipe_file(project, "top_n: 3")
    result = call("new", "harbour", "data/raw/harbour")
    assert result.exit_code == 2
    assert "reports/harbour.yaml is there already and stays as it is" in result.stderr
    assert path.read_text() == "top_n: 3"


@pytest.mark.slow
def test_report_ends_with_the_path_of_its_page(project):
    write_recipe_file(project, "title: Harbour")
    result = call("report", "reports/harbour.yaml")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [str(project / "reports" / "harbour" / "index.html")]
    assert "[1/1] 01_loading …" in result.stderr


@pytest.mark.slow
def test_a_failed_report_ends_with_1(project):
    notebook = project / "notebooks" / "01_loading.ipynb"
    notebook.write_text(notebook.read_text().replace("1 + 1", "1 / 0"))
    write_recipe_file(project, "title: Harbour")
    result = call("report", "reports/harbour.yaml")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert (
        "Error: 01_loading failed in code cell 3 of 3: 1 / 0\n  ZeroDivisionError: division" in result.stderr
    )


def test_version_and_help():
    assert call("--version").stdout == f"tenor, version {tenor.__version__}\n"
    for command in ([], ["new"], ["report"]):
        assert "Example: tenor" in call(*command, "--help").stdout


def test_help_waits_for_no_heavy_library():
    heavy = "pandas numpy papermill nbconvert matplotlib pyarrow yaml nltk"
    check = f"import sys, tenor.cli; print([name for name in {heavy.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
