"""The notebooks keep to their rules, and each rule finds what breaks it."""

import json
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from notebook_rules import MAX_BYTES, find_faults

from tenor.parameters import BY_NAME

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks():
    assert [path.stem for path in NOTEBOOKS][:3] == ["01_loading", "02_frequency", "03_sentiment"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_keeps_to_the_rules(path):
    faults = find_faults(path)
    assert not faults, "\n".join(faults)


def good_notebook() -> nbformat.NotebookNode:
    """A small notebook that breaks no rule: parameters, a table, a figure."""
    shown = [
        new_output("execute_result", {"text/html": "<table>7</table>"}, execution_count=2),
        new_output(
            "execute_result",
            {"image/png": "iVBORw"},
            metadata={"image/png": {"alt": "A line"}},
            execution_count=3,
        ),
    ]
    code = [
        new_code_cell("\n".join(BY_NAME[name].line for name in ("corpus", "top_n")), execution_count=1),
        new_code_cell("page.table(words)", execution_count=2, outputs=shown[:1]),
        new_code_cell("page.figure(drawn)", execution_count=3, outputs=shown[1:]),
        new_code_cell(
            "# NBVAL_IGNORE_OUTPUT\npage.run_details(corpus)", execution_count=4, outputs=shown[:1]
        ),
    ]
    code[0].metadata["tags"] = ["parameters"]
    prose = [
        new_markdown_cell(source) for source in ("# Which words", "The words.", "The figure.", "The run.")
    ]
    cells = [cell for pair in zip(prose, code, strict=True) for cell in pair]
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def write(notebook: nbformat.NotebookNode, folder: Path) -> Path:
    path = folder / "notebook.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def test_a_good_notebook_has_no_faults(tmp_path):
    assert find_faults(write(good_notebook(), tmp_path)) == []


def source(number: int, text: str) -> Callable:
    return lambda notebook: notebook.cells[number].update(source=text)


def tag(number: int, *tags: str) -> Callable:
    return lambda notebook: notebook.cells[number].metadata.update(tags=list(tags))


def strip(notebook: nbformat.NotebookNode) -> None:
    for cell in notebook.cells[1::2]:
        cell.update(outputs=[], execution_count=None)


def warn(notebook: nbformat.NotebookNode) -> None:
    notebook.cells[3].outputs.append(new_output("stream", name="stderr", text="careful"))


def fail(notebook: nbformat.NotebookNode) -> None:
    notebook.cells[3].outputs.append(new_output("error", ename="E", evalue="e", traceback=[]))


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda notebook: notebook.update(nbformat_minor=4), "the format is 4.4, not 4.5"),
        (lambda notebook: notebook.cells[1].pop("id"), "a cell has no id"),
        (
            lambda notebook: notebook.cells[1].update(id=notebook.cells[3].id),
            "a cell has no id, or that of another",
        ),
        (lambda notebook: notebook.cells[2].update(cell_type="song"), "the file is not valid"),
        (lambda notebook: notebook.metadata.kernelspec.update(name="mine"), "the kernel is not python3"),
        (lambda notebook: notebook.metadata.update(papermill={}), "carries the metadata papermill"),
        (source(0, "Which words"), "cell 0 is not a title"),
        (
            lambda notebook: [notebook.cells.pop(at) for at in (4, 2)],
            "more than 2 code cells follow one another",
        ),
        (tag(1), "0 cells are tagged parameters"),
        (tag(3, "parameters"), "2 cells are tagged parameters"),
        (source(1, "corpus = 5"), "has a line that declares none: 'corpus = 5'"),
        (source(1, BY_NAME["top_n"].line.replace("20", "10 + 10")), "the parameters cell says"),
        (tag(3, "injected-parameters"), "cell 3 has the tag injected-parameters"),
        (tag(3, "raises-exception"), "cell 3 has the tag raises-exception"),
        (tag(3, "nbval-ignore-output"), "cell 3 has the tag nbval-ignore-output"),
        (source(3, "# NBVAL_IGNORE_OUTPUT\nwords"), "cell 3 has a marker for nbval"),
        (lambda notebook: notebook.cells[3].metadata.update(execution={}), "cell 3 carries the metadata"),
        (source(3, "words\n" * 9), "cell 3 has 9 lines"),
        (source(3, "def f(): pass\nf()"), "cell 3 has a FunctionDef"),
        (source(3, "class A: pass\nA"), "cell 3 has a ClassDef"),
        (source(3, "for a in b: a\nb"), "cell 3 has a For"),
        (source(3, "print(words)"), "cell 3 uses print"),
        (source(3, "plt.show()"), "cell 3 uses plt"),
        (source(3, "sys.path.append(a)"), "cell 3 uses sys"),
        (source(3, "read('data/a.csv')"), "cell 3 has the path 'data/a.csv'"),
        (source(3, "read('a.csv')"), "cell 3 has the path 'a.csv'"),
        (lambda notebook: notebook.cells[5].update(execution_count=7), "cell 5 was run as number 7, not 3"),
        (warn, "cell 3 has an output of errors or warnings"),
        (fail, "cell 3 has an output of errors or warnings"),
        (strip, "cell 3 shows something, but no output is stored"),
        (strip, "cell 1 was run as number None"),
        (
            lambda notebook: notebook.cells[5].outputs[0].metadata.clear(),
            "cell 5 shows a figure without an alt",
        ),
        (
            lambda notebook: notebook.cells[3].outputs[0].update(data={"text/plain": "7"}),
            "figure with no table",
        ),
        (source(2, "See /home/me/texts."), "cell 2 holds a path of one machine: '/home/me/texts.'"),
        (
            lambda notebook: notebook.cells[3].outputs[0].data.update({"text/plain": "C:\\texts"}),
            "cell 3 holds a path of one machine",
        ),
        (source(0, "# " + "a" * MAX_BYTES), f"bytes; at most {MAX_BYTES:,} are allowed"),
    ],
)
def test_a_rule_finds_what_breaks_it(tmp_path, spoil, fault):
    notebook = good_notebook()
    spoil(notebook)
    assert [found for found in find_faults(write(notebook, tmp_path)) if fault in found]
