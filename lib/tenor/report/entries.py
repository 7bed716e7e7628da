"""Recipe files read strictly: what YAML would pass over in silence is an error with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tenor import project
from tenor.errors import UserError, did_you_mean


def read_entries(path: Path) -> dict[str, tuple[Any, str]]:
    """The keys of the recipe file `path`, each with its value and its place for error messages.

    Raises
    ------
    UserError
        If there is no such file, it is no YAML of the form `key: value`, or a key stands in it twice.
    """
    place = project.shown(path)
    try:
        loader = yaml.SafeLoader(_read_text(path))
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode) or not node.value:
            raise UserError(
                f"{place} holds no settings; write one a line, such as corpus: data/sample (`tenor new` "
                "writes a recipe to start from)"
            )
        return dict(_construct_entries(loader, node, place))
    except yaml.YAMLError as error:
        raise UserError(f"{place}{_explain_yaml(error)}") from error


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        there = sorted(map(project.shown, (project.root() / "reports").glob("*.yaml")))
        wanted = project.shown(path)
        raise UserError(
            f"there is no recipe {wanted!r}{did_you_mean(wanted, there) or '.'} "
            f"There are {', '.join(there) or 'none yet'}; `tenor new` writes one"
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(f"{project.shown(path)} is not UTF-8 ({error}); save it as UTF-8") from error
    except OSError as error:
        raise UserError(
            f"{project.shown(path)} cannot be read ({error.strerror}); allow reading it"
        ) from error


def _explain_yaml(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error)
    return f'{place} is not YAML: {problem}; text with : # [ {{ or " in it needs quotation marks around it'


def _construct_entries(
    loader: yaml.SafeLoader, node: yaml.MappingNode, place: str
) -> Iterator[tuple[str, tuple[Any, str]]]:
    _refuse_repeated(node, place)
    for key_node, value_node in node.value:
        where = f"{place}, line {key_node.start_mark.line + 1}"
        key = str(key_node.value)
        if isinstance(value_node, yaml.MappingNode):
            _refuse_repeated(value_node, place)
        try:
            yield key, (loader.construct_object(value_node, deep=True), where)
        except ValueError as error:
            raise UserError(f"{where}: {key} = {value_node.value!r} is no date: {error}") from error


def _refuse_repeated(node: yaml.MappingNode, place: str) -> None:
    lines: dict[str, int] = {}
    for key_node, _ in node.value:
        line = key_node.start_mark.line + 1
        key = str(key_node.value)
        if key in lines:
            raise UserError(
                f"{place}, line {line}: {key!r} was already given in line {lines[key]}; delete one of the two"
            )
        lines[key] = line
