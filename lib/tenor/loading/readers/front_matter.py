"""The metadata at the head of a Markdown file: names and values in YAML, between two lines of three
hyphens."""

import re
from typing import Any, NamedTuple

from tenor.loading.metadata.delimited import distinct
from tenor.loading.readers.records import as_text

_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_UNFINISHED = re.compile(r"---[ \t]*\r?\n[ \t]*\w[\w -]*:(?:[ \t]|\r?$)", re.MULTILINE)
# More is no metadata, but something that keeps the parser busy.
_MOST = 100_000
_NULL = {"", "~", "null", "Null", "NULL"}


class FrontMatter(NamedTuple):
    """The values under their names, the text behind them, and what is wrong with them, "" if nothing is."""

    record: dict[str, Any]
    body: str
    fault: str


class _BrokenError(Exception):
    """What is wrong."""


def split_front_matter(text: str) -> FrontMatter:
    """Part the metadata from the text behind it; what is broken stays in the text.

    Values are strings as written, so that dates and numbers keep their form, or lists and dicts of such; an
    empty value is None. Of a name that is repeated, the later ones are numbered. Anchors and aliases are
    refused: with a few of them, some lines stand for more than any memory holds.

    >>> split_front_matter("---\\ntitle: No\\ndate: 2031-03-04\\n---\\nThe dam holds.")
    FrontMatter(record={'title': 'No', 'date': '2031-03-04'}, body='The dam holds.', fault='')
    """
    block = _BLOCK.match(text)
    if not block:
        return FrontMatter({}, text, "it has no end" if _UNFINISHED.match(text) else "")
    try:
        return FrontMatter(_parse(block[1]), text[block.end() :], "")
    except _BrokenError as error:
        return FrontMatter({}, text, str(error))


def _parse(written: str) -> dict[str, Any]:
    import yaml

    if len(written) > _MOST:
        raise _BrokenError(f"{len(written):,} characters; no more than {_MOST:,} are read")
    try:
        node = yaml.compose(written, yaml.BaseLoader)
        value = _value(node, set()) if node else {}
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise _BrokenError(f"{error.problem}{line}") from error
    except yaml.YAMLError as error:
        raise _BrokenError(str(error).splitlines()[0]) from error
    except RecursionError as error:
        raise _BrokenError("nested too deeply") from error
    if not isinstance(value, dict):
        raise _BrokenError("it is no list of names and values")
    return value


def _value(node: Any, met: set[int]) -> Any:
    """The value of a node of YAML, whose nodes `met` before are aliases."""
    import yaml

    if id(node) in met:
        raise _BrokenError("it has aliases (*), which are not followed")
    met.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NULL else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(part, met) for part in node.value]
    names = [as_text(_value(name, met)) for name, _ in node.value]
    return dict(zip(distinct(names), [_value(part, met) for _, part in node.value], strict=True))
