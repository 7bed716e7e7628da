"""The notebooks run with other parameters: by plain papermill from any directory, and by a recipe."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
TOP_N = 7
START = "2031-04-01"


def run(program: str, *arguments: str, folder: Path, **environment: str) -> str:
    ended = subprocess.run(
        [PROGRAMS / program, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def rows_shown(path: Path, name: str) -> int:
    """How many rows the notebook at `path` shows of its table `name`."""
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            if output.get("metadata", {}).get("tenor", {}).get("name") == name and "text/html" in output.data:
                return output.data["text/html"].partition("<tbody>")[2].count("<tr>")
    raise AssertionError(f"{path.name} shows no table {name}")


@pytest.mark.parametrize("name", ["01_loading", "02_frequency", "03_sentiment"])
def test_papermill_runs_from_any_directory(tmp_path, name):
    overrides = [
        "-p",
        "corpus",
        "data/sample",
        "-r",
        "start",
        START,
        "-y",
        "sources: [The Calderan Register, The Daily Flare]",
    ]
    run("papermill", f"{ROOT}/notebooks/{name}.ipynb", "out.ipynb", *overrides, folder=tmp_path)
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    injected = next(cell for cell in cells if "injected-parameters" in cell.metadata.tags)
    assert f'start = "{START}"' in injected.source
    assert 'sources = ["The Calderan Register", "The Daily Flare"]' in injected.source
    assert all(cell.execution_count for cell in cells if cell.cell_type == "code")


def test_papermill_gives_a_number_as_one(tmp_path):
    run(
        "papermill",
        f"{ROOT}/notebooks/02_frequency.ipynb",
        "out.ipynb",
        "-p",
        "top_n",
        str(TOP_N),
        folder=tmp_path,
    )
    assert rows_shown(tmp_path / "out.ipynb", "content_words") == TOP_N


def test_a_recipe_overrides_what_the_notebooks_say(tmp_path):
    for folder in ("notebooks", "data/sample"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    recipe = tmp_path / "short.yaml"
    recipe.write_text(f"notebooks: [02_frequency]\ntop_n: {TOP_N}\nstart: {START}\n", "utf-8")
    printed = run("tenor", "report", str(recipe), folder=tmp_path, TENOR_ROOT=str(tmp_path))
    report = tmp_path / "reports" / "short"
    assert printed.splitlines()[-1].endswith("reports/short/index.html")
    assert rows_shown(report / "notebooks" / "02_frequency.ipynb", "content_words") == TOP_N
    assert START in json.dumps(json.loads((report / "run.json").read_text("utf-8")))
    assert [path.name for path in (report / "tables").iterdir() if path.name.endswith("_content_words.csv")]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(["The ferry sank.", "Nobody was hurt when the ferry sank."], id="no metadata"),
        pytest.param(["One dam."], id="one document"),
        pytest.param(["...", "?!"], id="no words"),
    ],
)
def test_the_poorest_texts_make_a_report(tmp_path, written):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    (tmp_path / "data" / "mine").mkdir(parents=True)
    for number, text in enumerate(written):
        (tmp_path / "data" / "mine" / f"{number}.txt").write_text(text, "utf-8")
    run("tenor", "new", "mine", "data/mine", folder=tmp_path, TENOR_ROOT=str(tmp_path))
    printed = run("tenor", "report", "reports/mine.yaml", folder=tmp_path, TENOR_ROOT=str(tmp_path))
    assert printed.splitlines()[-1].endswith("reports/mine/index.html")
