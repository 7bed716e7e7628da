"""Recipes: what a report reads and how, in one YAML file each."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenor import parameters, project
from tenor.errors import UserError, did_you_mean
from tenor.parameters import BY_NAME, READING, SELECTION
from tenor.report.entries import read_entries
from tenor.report.templates import Template, read_template, template_names

# What the runner itself decides is no setting of a recipe.
SETTINGS = {name: parameter for name, parameter in BY_NAME.items() if name != "output"}
# What must be the same in all notebooks of a report, since its page speaks of one corpus.
INPUT_SETTINGS = ("corpus", *READING, *SELECTION)


@dataclass(frozen=True)
class Recipe:
    """A report to be made: its notebooks, and the settings that it gives them."""

    name: str
    path: Path
    title: str
    templates: tuple[Template, ...]
    settings: dict[str, Any]

    def parameters_of(self, template: Template) -> dict[str, Any]:
        """Every parameter that the notebook declares, with the recipe's value or else the notebook's own."""
        return {name: self.settings.get(name, default) for name, default in template.defaults.items()}

    def input_settings(self) -> dict[str, Any]:
        """What the report reads: its corpus and the limits put on it.

        Raises
        ------
        UserError
            If the notebooks have different values of their own and the recipe gives none.
        """
        return {name: self._agreed(name) for name in INPUT_SETTINGS}

    def _agreed(self, name: str) -> Any:
        values = {
            template.name: self.parameters_of(template)[name]
            for template in self.templates
            if name in template.defaults
        }
        value = next(iter(values.values()), BY_NAME[name].default)
        if any(other != value for other in values.values()):
            listed = ", ".join(f"{value!r} in {notebook}" for notebook, value in values.items())
            raise UserError(
                f"{project.shown(self.path)}: {name} differs between the notebooks ({listed}); write the one "
                f"to use into the recipe, such as {name}: {value!r}"
            )
        return value


def check_name(name: str) -> str:
    """Return `name` if a report can be called that.

    Raises
    ------
    UserError
        If it holds anything but letters from a to z, digits, - and _.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name):
        raise UserError(
            f"{name!r} cannot name a report; use letters from a to z, digits, - and _, such as 'harbour-2031'"
        )
    return name


def read_recipe(path: str | Path) -> Recipe:
    """Read and check a recipe: a YAML file with `title`, `notebooks` and any parameter of the notebooks.

    A relative path counts from the working directory or else from the project's folder. Without `title` the
    report is called by the file's name, without `notebooks` all numbered ones run.

    Raises
    ------
    UserError
        If the file is missing, empty or broken, a key is unknown or repeated, a value has the wrong type, a
        notebook does not exist, or a parameter is declared by none of the notebooks.
    """
    path = Path(path) if Path(path).exists() else project.resolve(path)
    entries = read_entries(path)
    _check_keys(entries)
    name = check_name(path.stem)
    title = entries.pop("title", (name, ""))
    names = entries.pop("notebooks", (template_names(), project.shown(path)))
    templates = tuple(_read_templates(*names))
    settings = {key: _check_setting(key, *entry, templates) for key, entry in entries.items()}
    return Recipe(name, path, _check_title(*title), templates, settings)


def _check_keys(entries: dict[str, tuple[Any, str]]) -> None:
    allowed = ["title", "notebooks", *SETTINGS]
    for key, (_, place) in entries.items():
        if key == "output":
            raise UserError(
                f"{place}: output is no setting of a recipe; the report is written to the folder of the "
                "recipe's name"
            )
        if key not in allowed:
            raise UserError(
                f"{place}: there is no setting {key!r}{did_you_mean(key, allowed) or '.'} "
                f"There are {', '.join(allowed)}"
            )


def _check_title(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UserError(f"{place}: title = {value!r} is not text; put it in quotation marks")
    return value


def _read_templates(names: Any, place: str) -> Iterator[Template]:
    example = "such as [01_loading, 02_frequency]"
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise UserError(f"{place}: notebooks = {names!r} is not a list of names; write them in [], {example}")
    if not names:
        raise UserError(f"{place}: there is no notebook to run; name at least one, {example}")
    for position, name in enumerate(names):
        if name in names[:position]:
            raise UserError(f"{place}: notebooks names {name!r} twice; a report runs each once")
        try:
            yield read_template(name)
        except UserError as error:
            raise UserError(f"{place}: {error}") from error


def _check_setting(name: str, value: Any, place: str, templates: Iterable[Template]) -> Any:
    declared = {key: None for template in templates for key in template.defaults if key in SETTINGS}
    if name not in declared:
        notebooks = ", ".join(template.name for template in templates)
        raise UserError(
            f"{place}: {name} is not a parameter of {notebooks}, so it would change nothing; delete the line "
            f"or add a notebook that takes it. They take {', '.join(declared)}"
        )
    if value is None:
        raise UserError(f"{place}: {name} has no value; write one, or delete the line")
    if type(value) is datetime.date:
        value = value.isoformat()
    try:
        return parameters.check_value(name, value, allowed=SETTINGS)
    except UserError as error:
        quote = "; put it in quotation marks" if _needs_quoting(name, value) else ""
        raise UserError(f"{place}: {error}{quote}") from error


def _needs_quoting(name: str, value: Any) -> bool:
    return BY_NAME[name].kind is str and not isinstance(value, str | list | dict)
