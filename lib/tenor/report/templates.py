"""The notebooks as papermill takes them: templates, each with one cell of parameters."""

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenor import parameters, project
from tenor.errors import UserError, did_you_mean

PARAMETERS_TAG = "parameters"
INJECTED_TAG = "injected-parameters"


@dataclass(frozen=True)
class Template:
    """A notebook that can be run with other parameters; `defaults` are those of its parameters cell."""

    name: str
    path: Path
    defaults: dict[str, Any]
    n_cells: int


def notebooks_folder() -> Path:
    """Where the notebooks lie, and where their kernels work."""
    return project.root() / "notebooks"


def template_names() -> list[str]:
    """The names of the numbered notebooks, in their order."""
    return sorted(path.stem for path in notebooks_folder().glob("[0-9]*.ipynb"))


def read_template(name: str) -> Template:
    """Read the notebook `name` of the notebooks folder, such as "02_frequency".

    Raises
    ------
    UserError
        If there is none, it is no notebook, it is the output of a run, or it has other than one parameters
        cell of declared parameters with plain values.
    """
    path = notebooks_folder() / f"{name}.ipynb"
    if not path.is_file():
        there = template_names()
        hint = did_you_mean(name, there) or "."
        raise UserError(
            f"there is no notebook {name!r} in {project.shown(path.parent)}{hint} "
            f"There are {', '.join(there) or 'none'}"
        )
    cells = _read_cells(path)
    return Template(name, path, _read_defaults(cells, project.shown(path)), len(cells))


def _read_defaults(cells: list[dict[str, Any]], place: str) -> dict[str, Any]:
    if any(INJECTED_TAG in _tags(cell) for cell in cells):
        raise UserError(
            f"{place} is the output of a run (it has a cell tagged {INJECTED_TAG!r}); delete that cell or "
            "restore the notebook"
        )
    tagged = [cell for cell in cells if PARAMETERS_TAG in _tags(cell) and cell.get("cell_type") == "code"]
    if len(tagged) != 1:
        raise UserError(
            f"{place} has {len(tagged)} code cells tagged {PARAMETERS_TAG!r}; tag the one cell that holds "
            "the parameters"
        )
    return parse_parameters("".join(tagged[0]["source"]), place=f"{place}, parameters cell")


def _read_cells(path: Path) -> list[dict[str, Any]]:
    try:
        return json.loads(path.read_text("utf-8"))["cells"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{project.shown(path)} is not a notebook of format 4 ({type(error).__name__}: {error}); open "
            "and save it in JupyterLab, or restore it"
        ) from error


def _tags(cell: dict[str, Any]) -> list[str]:
    return cell.get("metadata", {}).get("tags", [])


def parse_parameters(source: str, *, place: str) -> dict[str, Any]:
    """The names and values of the parameters that the code `source` sets; `place` names it in errors.

    Raises
    ------
    UserError
        If it does anything else than give declared parameters plain values of their type.

    >>> parse_parameters('corpus: str = "data/sample"  # folder', place="02_frequency")
    {'corpus': 'data/sample'}
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        raise UserError(f"{place}, line {error.lineno}: {error.msg}; mend the line") from error
    return dict(_check_assignments(statements, place))


def _check_assignments(statements: list[ast.stmt], place: str) -> Iterator[tuple[str, Any]]:
    for statement in statements:
        try:
            name, value = _read_assignment(statement)
        except ValueError as error:
            raise UserError(
                f"{place}, line {statement.lineno}: {ast.unparse(statement)!r} does not give one parameter a "
                "plain value; write name: type = value, and compute in the next cell"
            ) from error
        try:
            yield name, parameters.check_value(name, value)
        except UserError as error:
            raise UserError(f"{place}, line {statement.lineno}: {error}") from error


def _read_assignment(statement: ast.stmt) -> tuple[str, Any]:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            return name, ast.literal_eval(value)
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name, ast.literal_eval(value)
    raise ValueError
