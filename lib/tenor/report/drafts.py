"""New recipes, written to be read and changed by their user."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tenor import project
from tenor.errors import TenorError, UserError
from tenor.report.recipes import SETTINGS, check_name
from tenor.report.templates import template_names


def new_recipe_path(name: str) -> Path:
    """Where the recipe `name` is to be written.

    Raises
    ------
    UserError
        If no report can be called that, or there is such a recipe already.
    """
    path = project.root() / "reports" / f"{check_name(name)}.yaml"
    if path.exists():
        raise UserError(
            f"{project.shown(path)} is there already and stays as it is; give the new report another name, "
            "edit that recipe, or delete it first"
        )
    return path


def write_recipe(name: str, *, title: str, settings: Mapping[str, Any]) -> Path:
    """Write the recipe `name` to the reports folder; settings not given are listed in it as comments.

    Raises
    ------
    UserError
        As `new_recipe_path` does.
    TenorError
        If the folder cannot be written to.
    """
    path = new_recipe_path(name)
    text = "".join(_recipe_lines(path, title, settings))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise TenorError(f"cannot write {project.shown(path)} ({error.strerror})") from error
    return path


def _recipe_lines(path: Path, title: str, settings: Mapping[str, Any]) -> Iterator[str]:
    yield f"# What one report reads, and how. To make it:  tenor report {project.shown(path)}\n"
    yield f"# The report is written to {project.shown(path.with_suffix(''))}/.\n\n"
    yield f"title: {_yaml(title)}\n"
    for name, value in settings.items():
        yield f"{name}: {_yaml(value)}  # {SETTINGS[name].help}\n"
    yield "\n# What you may change as well: take away the # in front and write your value.\n"
    yield f"# notebooks: [{', '.join(template_names())}]\n"
    for name, parameter in SETTINGS.items():
        if name not in settings:
            yield f"# {name}: {_yaml(parameter.default)}  # {parameter.help}\n"


def _yaml(value: Any) -> str:
    style = '"' if isinstance(value, str) else None
    text = yaml.safe_dump(
        value,
        default_style=style,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10**9,
    )
    return text.removesuffix("...\n").strip()
