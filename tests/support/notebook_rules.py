"""What every notebook of the project keeps to. Each rule yields what breaks it, with the cell's number."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat.v4.rwbase import rejoin_lines

from tenor.parameters import BY_NAME

MAX_LINES = 8
MOST_CODE_IN_A_ROW = 2
MAX_BYTES = 450_000
# Tags that change what papermill or nbval let pass.
FORBIDDEN_TAGS = re.compile(r"injected-parameters|raises-exception|skip-execution|nbval-.*|nbmake.*")
# The versions that a notebook ran with are the only output that another machine need not repeat.
IGNORED = re.compile(r"# NBVAL_IGNORE_OUTPUT\npage\.run_details\(\w+\)")
UNTHIN = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.Try)
UNTHIN_NAMES = {"print", "plt", "sys"}
PATH_LIKE = re.compile(r"[^\s/]*/[^\s]*|[^\s]+\.(csv|html?|ipynb|jsonl|png|txt|ya?ml)")
ABSOLUTE = re.compile(r"(?<![\w/.:<])/(home|root|Users|tmp|var|work|opt|usr|mnt|private|srv)/|\b[A-Z]:\\\\")
NotebookNode = nbformat.NotebookNode
Rule = Callable[[NotebookNode], Iterator[str]]


def find_faults(path: Path) -> list[str]:
    """All that is wrong with the notebook at `path`; empty for a good one."""
    notebook = rejoin_lines(nbformat.from_dict(json.loads(path.read_text("utf-8"))))
    faults = [fault for rule in RULES for fault in rule(notebook)]
    if path.stat().st_size > MAX_BYTES:
        faults.append(f"the file has {path.stat().st_size:,} bytes; at most {MAX_BYTES:,} are allowed")
    return faults


def check_format(notebook: NotebookNode) -> Iterator[str]:
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        yield f"the format is {notebook.nbformat}.{notebook.nbformat_minor}, not 4.5"
    elif len({cell.get("id", "") for cell in notebook.cells} - {""}) < len(notebook.cells):
        yield "a cell has no id, or that of another"
    elif error := _invalid(notebook):
        yield f"the file is not valid: {error}"
    if notebook.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "the kernel is not python3"
    if extra := notebook.metadata.keys() - {"kernelspec", "language_info"}:
        yield f"the notebook carries the metadata {', '.join(sorted(extra))}"


def _invalid(notebook: NotebookNode) -> str:
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        return str(error).partition("\n")[0]
    return ""


def check_prose(notebook: NotebookNode) -> Iterator[str]:
    first = notebook.cells[0]
    if first.cell_type != "markdown" or not first.source.startswith("# "):
        yield "cell 0 is not a title, such as '# Which words'"
    kinds = [cell.cell_type for cell in notebook.cells]
    for at in range(len(kinds) - MOST_CODE_IN_A_ROW):
        if set(kinds[at : at + MOST_CODE_IN_A_ROW + 1]) == {"code"}:
            yield f"more than {MOST_CODE_IN_A_ROW} code cells follow one another from cell {at} on; add prose"


def check_parameters(notebook: NotebookNode) -> Iterator[str]:
    tagged = [cell for cell in notebook.cells if "parameters" in tags_of(cell)]
    if len(tagged) != 1:
        yield f"{len(tagged)} cells are tagged parameters, not 1"
    for line in "\n".join(cell.source for cell in tagged).splitlines():
        name = line.partition(":")[0]
        if name not in BY_NAME:
            yield f"the parameters cell has a line that declares none: {line!r}"
        elif line != BY_NAME[name].line:
            yield f"the parameters cell says {line!r}, the declaration {BY_NAME[name].line!r}"


def check_tags(notebook: NotebookNode) -> Iterator[str]:
    for number, cell in enumerate(notebook.cells):
        for tag in filter(FORBIDDEN_TAGS.fullmatch, tags_of(cell)):
            yield f"cell {number} has the tag {tag}"
        if "NBVAL_" in cell.source and not IGNORED.fullmatch(cell.source):
            yield f"cell {number} has a marker for nbval, which only the details of the run may have"
        if extra := cell.metadata.keys() & {"papermill", "execution"}:
            yield f"cell {number} carries the metadata {', '.join(sorted(extra))} of a run"


def check_code(notebook: NotebookNode) -> Iterator[str]:
    for number, cell in code_cells(notebook):
        if "parameters" in tags_of(cell):
            continue
        if (n_lines := len(cell.source.splitlines())) > MAX_LINES:
            yield f"cell {number} has {n_lines} lines; at most {MAX_LINES} are allowed"
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, UNTHIN):
                yield f"cell {number} has a {type(node).__name__}; that belongs into lib/tenor"
            elif isinstance(node, ast.Name) and node.id in UNTHIN_NAMES:
                yield f"cell {number} uses {node.id}; that belongs into lib/tenor"
            elif isinstance(node, ast.Constant) and PATH_LIKE.fullmatch(str(node.value)):
                yield f"cell {number} has the path {node.value!r}; paths belong into the parameters cell"


def check_outputs(notebook: NotebookNode) -> Iterator[str]:
    for place, (number, cell) in enumerate(code_cells(notebook), start=1):
        if cell.execution_count != place:
            yield f"cell {number} was run as number {cell.execution_count}, not {place}: run all anew"
        for output in cell.outputs:
            if output.output_type == "error" or output.get("name") == "stderr":
                yield f"cell {number} has an output of errors or warnings"
        if _ends_in_expression(cell.source) and not cell.outputs:
            yield f"cell {number} shows something, but no output is stored: run all anew"


def _ends_in_expression(source: str) -> bool:
    statements = ast.parse(source).body
    return bool(statements) and isinstance(statements[-1], ast.Expr)


def check_figures(notebook: NotebookNode) -> Iterator[str]:
    cells = code_cells(notebook)
    has_table = [any("text/html" in output.get("data", {}) for output in cell.outputs) for _, cell in cells]
    for place, (number, cell) in enumerate(cells):
        for output in cell.outputs:
            if "image/png" not in output.get("data", {}):
                continue
            if not output.metadata.get("image/png", {}).get("alt"):
                yield f"cell {number} shows a figure without an alternative text"
            if not any(has_table[max(place - 1, 0) : place + 2]):
                yield f"cell {number} shows a figure with no table in it or beside it"


def check_paths(notebook: NotebookNode) -> Iterator[str]:
    for number, cell in enumerate(notebook.cells):
        texts = [cell.source, *(_without_images(output) for output in cell.get("outputs", []))]
        for found in filter(None, map(ABSOLUTE.search, texts)):
            yield f"cell {number} holds a path of one machine: {found.string[found.start() :][:40]!r}"


def _without_images(output: NotebookNode) -> str:
    data = {kind: content for kind, content in output.get("data", {}).items() if kind != "image/png"}
    return json.dumps([data, output.metadata if "data" in output else "", output.get("text", "")])


def code_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """The code cells, each with its number among all cells."""
    return [(number, cell) for number, cell in enumerate(notebook.cells) if cell.cell_type == "code"]


def tags_of(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


RULES: tuple[Rule, ...] = (
    check_format,
    check_prose,
    check_parameters,
    check_tags,
    check_code,
    check_outputs,
    check_figures,
    check_paths,
)
