import json
import re

import nbformat
import pytest
from projects import code, make_project, text, write_recipe_file

from tenor.errors import TenorError, UserError
from tenor.report.recipes import read_recipe
from tenor.report.runner import run_report

pytestmark = pytest.mark.slow

ALL_KINDS = """corpus: str = "data/raw/harbour"
columns: dict = {}
sources: list = []
start: str = ""
top_n: int = 20
words: list = []
confidence: float = 0.95
output: str = ""
"""
SHOW = """import os
import pandas as pd
from tenor import show
page = show.Page("02", output)
page.table(pd.DataFrame({"term": words, "frequency": 3}), "words")"""
TITLE = {**text("# Which words?"), "metadata": {"bare": True}}
SETTINGS = {
    "words": ['a "quoted" {brace}', "ünï\\code", "line\nbreak", "<script>alert(1)</script>"],
    "sources": ["Courier", "Lantern"],
    "start": "2031-03-04",
    "confidence": 0.9,
    "top_n": 7,
}


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def outputs_of(path):
    return [cell.outputs for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]


@pytest.fixture
def make(tmp_path, monkeypatch):
    """A function that makes a project of notebooks, and a report of it, given the recipe's text."""
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path / "a {project}"))

    def run(notebooks, recipe="top_n: 7", **options):
        project = tmp_path / "a {project}"
        if not project.exists():
            make_project(project, notebooks)
        return run_report(read_recipe(write_recipe_file(project, recipe)), **options)

    return run


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report of two notebooks, run twice; the folder of the second, and the first's notebooks."""
    project = tmp_path_factory.mktemp("project")
    cells = [
        TITLE,
        code(ALL_KINDS, "parameters"),
        "repr([words, columns, sources, start, confidence, top_n])",
        "import os; os.getcwd()",
        SHOW,
        'page.finding("*dam* leads")',
    ]
    make_project(project, {"01_loading": ["top_n"], "02_frequency": cells})
    recipe = write_recipe_file(project, json.dumps({"title": "Harbour", **SETTINGS}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TENOR_ROOT", str(project))
        run_report(read_recipe(recipe))
        first = {path.name: path.read_text() for path in (project / "reports/harbour/notebooks").iterdir()}
        page = run_report(read_recipe(recipe))
    assert page == project / "reports" / "harbour" / "index.html"
    return page.parent, first


def test_a_report_is_a_page_with_its_files(report):
    folder, _ = report
    assert files_in(folder) == [
        "index.html",
        "notebooks/01_loading.ipynb",
        "notebooks/02_frequency.ipynb",
        "run.json",
        "tables/02_words.csv",
    ]
    assert {path.name for path in folder.parent.iterdir()} == {"harbour", "harbour.yaml", ".harbour.lock"}
    page = (folder / "index.html").read_text("utf-8")
    assert "<em>dam</em> leads" in page
    assert 'href="tables/02_words.csv"' in page
    assert "<script>alert(1)" not in page


def test_parameters_of_every_kind_arrive_as_what_they_are(report):
    folder, _ = report
    got = outputs_of(folder / "notebooks" / "02_frequency.ipynb")[2][0]["data"]["text/plain"]
    expected = [SETTINGS["words"], {}, SETTINGS["sources"], "2031-03-04", 0.9, 7]
    assert eval(eval(got)) == expected


def test_notebooks_work_in_their_folder(report):
    folder, _ = report
    where = outputs_of(folder / "notebooks" / "02_frequency.ipynb")[3][0]["data"]["text/plain"]
    assert where == repr(str(folder.parents[1] / "notebooks"))


def test_notebooks_are_the_same_each_time_and_tell_nothing_of_the_machine(report):
    folder, first = report
    for name, content in first.items():
        assert (folder / "notebooks" / name).read_text() == content
        assert ".harbour.tmp" not in content
    notebook = nbformat.read(folder / "notebooks" / "02_frequency.ipynb", 4)
    assert notebook.metadata.papermill.keys() == {"parameters"}
    assert notebook.metadata.papermill.parameters["output"] == "reports/harbour"
    assert not [cell for cell in notebook.cells if {"papermill", "execution"} & cell.metadata.keys()]


def test_the_record_tells_what_the_run_depended_on(report):
    folder, _ = report
    record = json.loads((folder / "run.json").read_text("utf-8"))
    assert record["title"] == "Harbour"
    assert record["recipe"] == "reports/harbour.yaml"
    assert [(step["step"], step["result"]) for step in record["steps"]] == [
        ("corpus", "ok"),
        ("01_loading", "ok"),
        ("02_frequency", "ok"),
        ("page", "ok"),
    ]
    assert record["parameters"]["01_loading"] == {"corpus": "data/raw/harbour", "top_n": 7, "output": ""}
    assert record["parameters"]["02_frequency"]["words"] == SETTINGS["words"]
    assert record["input"]["documents"] == 3
    assert record["input"]["fingerprint"]
    assert record["versions"].keys() >= {"tenor", "python", "papermill", "pandas"}
    assert record["started"] <= record["finished"]


@pytest.mark.parametrize(
    ("cell", "error", "message"),
    [
        (
            "# why\nopen('/no/such/file')",
            TenorError,
            r"02_b failed in code cell 3 of 4: # why\n  FileNotFoundError: \[Errno 2\]",
        ),
        ("raise ValueError", TenorError, "3 of 4: raise ValueError\n  ValueError\n"),
        (
            "from tenor.errors import UserError\nraise UserError('by = 3 is no column')",
            UserError,
            "  UserError: by = 3 is no column",
        ),
        ("import os; os.kill(os.getpid(), 9)", TenorError, "  Kernel died: it was killed or it crashed"),
        ("import faulthandler; faulthandler._sigsegv()", TenorError, "  Kernel died: it was killed or it"),
        ("import sys; sys.exit(0)", TenorError, "  SystemExit: it ended the notebook before its last"),
        ("import sys; sys.exit(3)", TenorError, "  SystemExit: 3"),
        ("import threading; threading.Event().wait()", TenorError, "  Timeout: it ran for more than 3 sec"),
        ("input()", TenorError, "StdinNotImplementedError"),
    ],
    ids=["error", "error without message", "user", "killed", "crash", "exit 0", "exit 3", "timeout", "input"],
)
def test_a_failed_notebook_is_named_and_kept(make, tmp_path, cell, error, message):
    folder = tmp_path / "a {project}" / "reports" / "harbour"
    with pytest.raises(TenorError, match=message) as raised:
        make({"02_b": [cell, "'later'"]}, cell_timeout=3)
    assert type(raised.value) is error
    assert "as far as it came: reports/harbour/notebooks/02_b.failed.ipynb" in str(raised.value)
    assert files_in(folder.parent) == [".harbour.lock", "harbour.yaml", "harbour/notebooks/02_b.failed.ipynb"]
    kept = nbformat.read(folder / "notebooks" / "02_b.failed.ipynb", 4)
    assert "02_b failed in code cell 3 of 4" in kept.cells[0].source
    assert kept.cells[-1].outputs == []


def test_a_failed_run_leaves_the_earlier_results_whole(make, tmp_path):
    page = make({"01_a": ["1 + 1"]})
    before = {name: (page.parent / name).read_bytes() for name in files_in(page.parent)}
    notebook = tmp_path / "a {project}" / "notebooks" / "01_a.ipynb"
    notebook.write_text(notebook.read_text().replace("1 + 1", "1 / 0"))
    with pytest.raises(TenorError, match="Earlier results in reports/harbour are untouched"):
        make({})
    assert {name: (page.parent / name).read_bytes() for name in before} == before
    assert files_in(page.parent) == sorted([*before, "notebooks/01_a.failed.ipynb"])
    notebook.write_text(notebook.read_text().replace("1 / 0", "1 + 1"))
    assert files_in(make({}).parent) == sorted(before)


def test_mistakes_in_the_input_show_before_any_kernel_starts(make, tmp_path):
    with pytest.raises(UserError):
        make({"01_a": ["1 + 1"]}, "corpus: data/nowhere")
    assert files_in(tmp_path / "a {project}" / "reports") == [".harbour.lock", "harbour.yaml"]


def test_limits_that_leave_no_document_are_refused(make):
    limited = [TITLE, code('corpus: str = "data/raw/harbour"\nstart: str = ""', "parameters")]
    with pytest.raises(UserError, match=r"no document of data/raw/harbour is left with start = '2040-01-01'"):
        make({"01_a": limited}, "start: 2040-01-01")


def test_progress_is_told_in_lines(make, capsys):
    make({"01_a": ["import sys; print('x', file=sys.stderr)"], "02_b": []})
    told = capsys.readouterr()
    seconds = r"\d+\.\d s\n"
    assert re.fullmatch(
        rf"reading data/raw/harbour … {seconds}\[1/2\] 01_a … {seconds}\[2/2\] 02_b … {seconds}", told.err
    )
    assert told.out == ""
