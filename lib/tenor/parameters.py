"""Every notebook parameter, declared once: its name, type, default, check and help.

A notebook's parameters cell repeats the line of each parameter that it uses (a test holds the two in step),
and the cell after it calls `check(globals())`. The runner checks a recipe against the same declaration before
any kernel starts.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from tenor import project
from tenor.errors import UserError, check_choice, did_you_mean

PERIODS = ("auto", "week", "month", "year")
COUNTS = ("documents", "stories")
UNITS = ("word", "form", "stem", "lemma")


@dataclass(frozen=True)
class Parameter:
    """One parameter. `line` is how a notebook's parameters cell writes it."""

    name: str
    kind: type
    default: Any
    help: str
    check: Callable[[str, Any], Any] = lambda name, value: value  # noqa: ARG005

    @property
    def line(self) -> str:
        return f"{self.name}: {self.kind.__name__} = {_literal(self.default)}  # {self.help}"


def _literal(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _date(name: str, value: str) -> str:
    try:
        if value:
            datetime.date.fromisoformat(value)
    except ValueError:
        raise UserError(
            f"{name} = {value!r} is not an ISO date such as '2031-05-31'; use '' for no limit"
        ) from None
    return value


def _period(name: str, value: str) -> str:
    return check_choice(name, value, PERIODS)


def _count(name: str, value: str) -> str:
    return check_choice(name, value, COUNTS)


def _unit(name: str, value: str) -> str:
    return check_choice(name, value, UNITS)


def _at_least(lowest: int) -> Callable[[str, int], int]:
    def check(name: str, value: int) -> int:
        if value < lowest:
            raise UserError(f"{name} = {value!r} is too small; the least allowed is {lowest}")
        return value

    return check


def _share(name: str, value: float) -> float:
    if not 0.5 <= value < 1:
        raise UserError(f"{name} = {value!r} is outside 0.5 to 0.999; 0.95 is usual")
    return value


def _file(name: str, value: str) -> str:
    if value:
        project.existing_file(name, value)
    return value


def _strings(name: str, value: list) -> list:
    wrong = [item for item in value if not isinstance(item, str)]
    if wrong:
        raise UserError(f"{name} holds {wrong[0]!r}, which is not text; write it in quotation marks")
    return value


def _columns(name: str, value: dict) -> dict:
    _strings(name, [*value.keys(), *value.values()])
    return value


def _targets(name: str, value: dict) -> dict:
    for target, aliases in value.items():
        _strings(name, [target])
        if not isinstance(aliases, list):
            raise UserError(
                f"{name}[{target!r}] = {aliases!r} is {type(aliases).__name__}; give a list of other names, "
                "such as ['Ms Orr'], or [] for none"
            )
        _strings(name, aliases)
    return value


DECLARED = (
    Parameter("corpus", str, "data/sample/articles", "folder or file of articles"),
    Parameter("metadata", str, "", 'table with a row for each document; "" for metadata.csv in the folder'),
    Parameter(
        "quotations", str, "", 'table with a row for each quotation; "" for quotations.csv, or to find them'
    ),
    Parameter("aliases", str, "", 'text file of who is called what; "" for none', _file),
    Parameter("corrections", str, "", 'table that overrules quotations that are found; "" for none', _file),
    Parameter("columns", dict, {}, 'our column names and yours, such as {"text": "body"}', _columns),
    Parameter("pattern", str, "", 'how files are named, such as "{published}_{source}_{slug}"'),
    Parameter("language", str, "main", 'keep documents in this language, such as "en"; "" for all'),
    Parameter("limits", dict, {}, 'how much of an input to read, such as {"file_mb": 200}'),
    Parameter("sources", list, [], "keep only these sources; [] for all", _strings),
    Parameter("start", str, "", 'first day to keep, such as "2031-03-01"; "" for no limit', _date),
    Parameter("end", str, "", 'last day to keep; "" for no limit', _date),
    Parameter(
        "voices", list, [], 'count only these: "narration", "direct", "indirect"; [] for all', _strings
    ),
    Parameter("speakers", list, [], "count only the words of these speakers; [] for all", _strings),
    Parameter("count", str, "documents", '"stories" counts near-copies of one text once', _count),
    Parameter("unit", str, "word", 'what to count: "word", "form" (as written), "stem" or "lemma"', _unit),
    Parameter("phrases", list, [], 'phrases to count as one word, such as "port strike"', _strings),
    Parameter("by", str, "source", "metadata column that parts the documents into groups"),
    Parameter("period", str, "auto", 'bins of time: "week", "month", "year" or "auto"', _period),
    Parameter("top_n", int, 20, "rows to show of each table", _at_least(1)),
    Parameter("min_frequency", int, 5, "leave out terms seen fewer times", _at_least(1)),
    Parameter("stop_words", str, "en", 'function words to mark: a language code, a file, or "" for none'),
    Parameter("words", list, [], 'words to follow, or "strik*"; [] for the most distinctive ones', _strings),
    Parameter("context", int, 8, "words on each side of a concordance line", _at_least(1)),
    Parameter(
        "target",
        str,
        "",
        'group to compare with the rest; "" for every group',
    ),
    Parameter("lexicon", str, "", 'table of words and weights of your own for tone; "" for none', _file),
    Parameter(
        "targets",
        dict,
        {},
        'whom to follow, such as {"Ilse Orr": ["Ms Orr"]}; {} for those quoted most',
        _targets,
    ),
    Parameter("ratings", str, "", 'table of sentences that people rated; "" for none', _file),
    Parameter("confidence", float, 0.95, "level of the intervals", _share),
    Parameter("n_resamples", int, 1000, "bootstrap samples behind an interval", _at_least(100)),
    Parameter("seed", int, 1, "start of the random numbers", _at_least(0)),
    Parameter("n_evidence", int, 5, "sentences to show at each end of the scale", _at_least(1)),
    Parameter("output", str, "", 'folder for tables and figures; "" to write none'),
)
BY_NAME: Mapping[str, Parameter] = {parameter.name: parameter for parameter in DECLARED}


def check_value(name: str, value: Any, *, allowed: Mapping[str, Parameter] = BY_NAME) -> Any:
    """Return `value` as the parameter `name` takes it.

    Raises
    ------
    UserError
        If there is no such parameter among `allowed`, or the value has another type or is out of range.

    >>> check_value("top_n", 25)
    25
    """
    if name not in allowed:
        hint = did_you_mean(name, allowed) or "."
        raise UserError(f"there is no parameter {name!r}{hint} There are {', '.join(allowed)}")
    parameter = allowed[name]
    if parameter.kind is float and type(value) is int:
        value = float(value)
    if type(value) is not parameter.kind:
        raise UserError(
            f"{name} = {value!r} is {type(value).__name__}, but {name} takes {parameter.kind.__name__}, "
            f"such as {_literal(parameter.default)} ({parameter.help})"
        )
    return parameter.check(name, value)


# What `loading.open_corpus` is told besides the place of the texts, what
# `voices.quotations` and what `Corpus.select` is.
READING = ("metadata", "quotations", "columns", "pattern", "language", "limits")
ATTRIBUTION = ("aliases", "corrections")
SELECTION = ("sources", "start", "end", "voices", "speakers")
_INTERVAL = ("confidence", "n_resamples", "seed")


def reading(settings: Any) -> dict[str, Any]:
    """How the texts are to be read: the arguments of `loading.open_corpus` among `settings`."""
    return {name: getattr(settings, name) for name in READING}


def attribution(settings: Any) -> dict[str, Any]:
    """How quotations are attributed: the arguments of `voices.quotations` among `settings`."""
    return {name: getattr(settings, name) for name in ATTRIBUTION}


def selection(settings: Any) -> dict[str, Any]:
    """Which documents are to be kept: the arguments of `Corpus.select` among `settings`."""
    return {name: getattr(settings, name) for name in SELECTION}


def interval(settings: Any) -> dict[str, Any]:
    """How intervals are drawn: the arguments of `sentiment.tone` and its kin among `settings`."""
    return {name: getattr(settings, name) for name in _INTERVAL}


def check(cell: Mapping[str, Any]) -> SimpleNamespace:
    """Check the declared parameters among the variables of a notebook (`globals()`) and return them by name.

    Variables that are not declared parameters are left alone.

    Raises
    ------
    UserError
        As `check_value` does.

    >>> check({"top_n": 25, "other": 1})
    namespace(top_n=25)
    """
    return SimpleNamespace(**{name: check_value(name, cell[name]) for name in BY_NAME if name in cell})
