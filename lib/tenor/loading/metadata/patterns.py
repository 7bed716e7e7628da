"""Metadata in the names of files, by a pattern such as "{published}_{source}_{slug}"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tenor.errors import UserError
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.strings import as_array, as_table, clean

_FIELD = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"\w[\w -]*")
_SUFFIX = re.compile(r"(.*)(\.\w+)", re.DOTALL)
# A date begins with a digit and may hold the mark that parts the fields; whole dates are tried first.
_DATE = r"[12]\d{3}(?:-\d\d-\d\d|_\d\d_\d\d|\.\d\d\.\d\d|[-_.]\d\d)|\d[^/]*?"
_DATE_PARTS = ("year", "month", "day")
_IGNORED = ("", "_")


@dataclass(frozen=True)
class Pattern:
    """How files are named: as `written`, the columns that its fields fill, and as an expression of RE2."""

    written: str
    names: tuple[str, ...]
    expression: str

    def match(self, paths: pd.Series) -> pd.DataFrame:
        """The fields in each of `paths`; all are missing where a path is unlike the pattern.

        As many folders as the pattern has are compared, from the end. `{year}`, `{month}` and `{day}`
        together are `published`.

        >>> pattern = read_pattern("{source}/{published}_{slug}")
        >>> pattern.match(pd.Series(["all/lantern/2031-03-04_strike.txt"])).to_dict("list")
        {'source': ['lantern'], 'published': ['2031-03-04'], 'slug': ['strike']}
        """
        found = pc.extract_regex(pc.utf8_normalize(as_array(paths), form="NFC"), self.expression)
        columns = {name: clean(array) for name, array in zip(self.names, found.flatten(), strict=True)}
        if "month" in columns and "year" in columns:
            parts = [columns.pop(name) for name in _DATE_PARTS if name in columns]
            columns["published"] = pc.binary_join_element_wise(*parts, pa.scalar("-", parts[0].type))
        return as_table(columns, paths.index)


def read_pattern(written: str) -> Pattern:
    """Read a pattern: fields in braces, with other characters between them that stand in the names as they do
    in the pattern.

    A field takes as little as it can; `published` begins with a digit. Fields are named as columns are: by
    our names, their synonyms or any other, and `{}` or `{_}` is passed over. "/" parts folders. The suffix
    can be left out.

    Raises
    ------
    UserError
        If a brace has no partner, a field is no name, has no mark before it or comes twice, means the text or
        the file itself, or there is no field at all.

    >>> read_pattern("{date}_{outlet}_{_}.txt").names
    ('published', 'source')
    """
    plain = unicodedata.normalize("NFC", written.strip().replace("\\", "/"))
    pieces = _FIELD.split(plain)
    fields = [name.strip() for name in pieces[1::2]]
    _check(written, pieces[::2], fields)
    names = _columns(written, [name for name in fields if name not in _IGNORED])
    waiting = iter(names)
    columns = ["" if name in _IGNORED else next(waiting) for name in fields]
    return Pattern(written, names, _expression(pieces[::2], columns))


def _check(written: str, marks: Sequence[str], fields: Sequence[str]) -> None:
    named = [name for name in fields if name not in _IGNORED]
    if any(brace in mark for mark in marks for brace in "{}"):
        raise _fault(written, "has a brace without its partner")
    for name in named:
        if not _NAME.fullmatch(name):
            raise _fault(written, f"has the field {{{name}}}, which is no name of letters and digits")
        if named.count(name) > 1:
            raise _fault(written, f"has the field {{{name}}} twice")
    if "" in marks[1:-1]:
        pair = fields[marks.index("", 1) - 1 :][:2]
        raise _fault(written, f"has no mark between {{{pair[0]}}} and {{{pair[1]}}}")
    if not named:
        raise _fault(written, "names no field")


def _columns(written: str, fields: Sequence[str]) -> tuple[str, ...]:
    """The columns that the fields fill."""
    is_date = {"year", "month"} <= set(fields)
    apart = [name for name in fields if is_date and name in _DATE_PARTS]
    ours = dict(
        zip(
            others := tuple(name for name in fields if name not in apart),
            Columns().rename(others),
            strict=True,
        )
    )
    for name, our in ours.items():
        if our in ("text", "file"):
            raise _fault(written, f"has the field {{{name}}}, which means the {our}, not a part of its name")
    return tuple(ours.get(name, name) for name in fields)


def _expression(marks: Sequence[str], columns: Sequence[str]) -> str:
    end = _SUFFIX.fullmatch(marks[-1])
    last = re.escape(end[1]) + f"(?i:{re.escape(end[2])})" if end else re.escape(marks[-1]) + r"(?:\.[^./]*)?"
    pieces = [rf"(?:\A|/){re.escape(marks[0].lstrip('/'))}"]
    for number, (column, mark) in enumerate(zip(columns, [*map(re.escape, marks[1:-1]), last], strict=True)):
        part = _DATE if column == "published" else "[^/]+?"
        pieces.append((f"(?P<f{number}>{part})" if column else f"(?:{part})") + mark)
    return "".join(pieces) + r"\z"


def _fault(written: str, what: str) -> UserError:
    return UserError(
        f"pattern = {written!r} {what}; write the parts of a name in braces with marks between them, such as "
        "'{published}_{source}_{slug}'"
    )
