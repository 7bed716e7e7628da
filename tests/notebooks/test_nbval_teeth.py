"""Strict nbval fails when a stored number is changed; the rules of hygiene see that outputs were stripped."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from notebook_rules import code_cells, find_faults

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "01_loading.ipynb"
DIGIT = re.compile(r"(?<=>)\d(?=[\d.,]*<)")


def read_notebook() -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOK, as_version=4)


def shows(cell: nbformat.NotebookNode, kind: str) -> bool:
    return any(output.get("metadata", {}).get("tenor", {}).get("kind") == kind for output in cell.outputs)


def change_digit(cell: nbformat.NotebookNode, data_kind: str, digit: re.Pattern) -> None:
    """Change the first digit in what a cell showed."""
    data = next(
        output.data for output in cell.outputs if digit.search(output.get("data", {}).get(data_kind, ""))
    )
    data[data_kind] = digit.sub(lambda found: str((int(found[0]) + 1) % 10), data[data_kind], count=1)


def run_nbval(folder: Path) -> tuple[int, set[tuple[str, int]]]:
    """The exit code, and notebook and cell (of code, from 0) of each failure."""
    program = [sys.executable, "-m", "pytest", "-c", "tests/notebooks/nbval.ini", str(folder)]
    run = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
    found = re.findall(r"^FAILED \S*?(\w+)\.ipynb::Cell (\d+)", run.stdout, re.MULTILINE)
    assert found, run.stdout + run.stderr
    return run.returncode, {(name, int(number)) for name, number in found}


def test_changed_numbers_fail(tmp_path):
    notebook = read_notebook()
    cells = [cell for _, cell in code_cells(notebook)]
    found = next(place for place, cell in enumerate(cells) if shows(cell, "finding"))
    change_digit(cells[found], "text/markdown", re.compile(r"\d"))
    nbformat.write(notebook, tmp_path / "finding.ipynb")

    notebook = read_notebook()
    cells = [cell for _, cell in code_cells(notebook)]
    drawn = next(place for place, cell in enumerate(cells) if shows(cell, "figure"))
    table = next(place for place in (drawn, drawn - 1, drawn + 1) if shows(cells[place], "table"))
    change_digit(cells[table], "text/html", DIGIT)
    nbformat.write(notebook, tmp_path / "table_of_figure.ipynb")

    code, failed = run_nbval(tmp_path)
    assert code == 1
    assert failed == {("finding", found), ("table_of_figure", table)}


def test_stripped_outputs_fail(tmp_path):
    # nbval itself has nothing to compare then, and passes.
    notebook = read_notebook()
    for _, cell in code_cells(notebook):
        cell.update(outputs=[], execution_count=None)
    nbformat.write(notebook, tmp_path / "stripped.ipynb")
    faults = find_faults(tmp_path / "stripped.ipynb")
    assert [fault for fault in faults if "no output is stored" in fault]
    assert len([fault for fault in faults if "was run as number None" in fault]) == len(code_cells(notebook))
