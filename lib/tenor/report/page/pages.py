"""The page of a report: what was found, how, and from what."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from tenor import annotations
from tenor.parameters import BY_NAME
from tenor.report.page.sections import make_section

_HERE = Path(__file__).parent
_MOST_SOURCES = 12


def render_page(
    record: Mapping[str, Any], notebooks: Mapping[str, Mapping[str, Any]], *, folder: Path
) -> str:
    """The HTML of a report's page.

    `record` is that of `run.json`, `notebooks` are the executed notebooks by name in their order, `folder`
    holds the report's tables and figures. The page is complete in itself: pictures, styles and the script
    are part of it, and its policy forbids the browser to load or run anything else.
    """
    sections = [
        make_section(name, notebook, number, folder)
        for number, (name, notebook) in enumerate(notebooks.items(), 1)
    ]
    script = _asset("report.js")
    return _template().render(
        record=record,
        input=record["input"],
        sections=sections,
        findings=[section for section in sections if section.findings],
        settings=list_settings(record["parameters"], record["set_by_recipe"]),
        files=list_files(folder, notebooks),
        style=_asset("report.css") + Markup(annotations.STYLE),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters.update(
        count="{:,}".format, day=say_day, moment=say_moment, sources=say_sources, value=say_value
    )
    return environment.get_template("index.html.j2")


def _asset(name: str) -> Markup:
    return Markup((_HERE / name).read_text("utf-8"))


def list_settings(parameters: Mapping[str, Mapping[str, Any]], given: list[str]) -> list[dict[str, Any]]:
    """One row a setting and value: `name`, `value`, `help`, the numbers of its `notebooks`, whether `given`.

    `given` names those that the recipe sets. `output` is left out: it is where the page itself lies.
    """
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for number, values in enumerate(parameters.values(), 1):
        for name, value in values.items():
            about = {"name": name, "value": value, "help": BY_NAME[name].help, "given": name in given}
            rows.setdefault((name, repr(value)), {**about, "notebooks": []})["notebooks"].append(number)
    order = list(BY_NAME)
    return sorted(
        (row for row in rows.values() if row["name"] != "output"), key=lambda row: order.index(row["name"])
    )


def list_files(folder: Path, notebooks: Mapping[str, Any]) -> dict[str, list[str]]:
    """The files beside the page, by kind."""
    kinds = {"Notebooks": [f"notebooks/{name}.ipynb" for name in notebooks]}
    for kind, pattern in {
        "Tables": "tables/*.csv",
        "Figures": "figures/*.png",
        "Texts": "texts/*.html",
    }.items():
        kinds[kind] = sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))
    return {**kinds, "Record of the run": ["run.json"]}


def say_day(iso: str) -> str:
    """A date, full or partial, in words.

    >>> say_day("2031-03-04"), say_day("2031-03"), say_day("1789")
    ('4 March 2031', 'March 2031', '1789')
    """
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    day = date(int(parts[0]), int(parts[1]), 1)
    words = f"{day:%B} {parts[0]}"
    return words if len(parts) == 2 else f"{int(parts[2])} {words}"


def say_moment(iso: str) -> str:
    """The day and minute of a time in UTC.

    >>> say_moment("2031-03-04T18:02:11+00:00")
    '4 March 2031, 18:02 UTC'
    """
    moment = datetime.fromisoformat(iso)
    return f"{say_day(moment.date().isoformat())}, {moment:%H:%M} UTC"


def say_sources(sources: Mapping[str, int]) -> str:
    """The sources with their documents, the largest first; beyond a dozen the rest are counted.

    >>> say_sources({"Courier": 2, "Lantern": 1200})
    'Lantern (1,200), Courier (2)'
    """
    ranked = sorted(sources.items(), key=lambda item: (-item[1], item[0]))
    names = [f"{name} ({n:,})" for name, n in ranked[:_MOST_SOURCES]]
    rest = ranked[_MOST_SOURCES:]
    if rest:
        names.append(f"and {len(rest):,} more ({sum(n for _, n in rest):,})")
    return ", ".join(names)


def say_value(value: Any) -> str:
    """A setting's value for people.

    >>> say_value(["Courier", "Lantern"]), say_value([]), say_value({"text": "body"}), say_value("")
    ('Courier, Lantern', '–', 'text: body', '–')
    """
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    elif isinstance(value, dict):
        value = ", ".join(f"{ours}: {theirs}" for ours, theirs in value.items())
    return str(value) if value != "" else "–"
