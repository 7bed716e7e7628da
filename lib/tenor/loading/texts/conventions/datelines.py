"""Datelines: the place, date and agency before the first sentence of a report."""

import re

from tenor.loading.metadata.dates import read_date
from tenor.loading.texts.conventions.credibility import is_credible
from tenor.loading.texts.conventions.heads import Head, read_head
from tenor.loading.texts.conventions.marks import Mark
from tenor.loading.texts.lines import Line

# How many of the first lines may begin with a dateline.
_LINES = 8
_YEAR = re.compile(r"[12]\d{3}")


def find_dateline(lines: list[Line]) -> tuple[list[Mark], dict[str, str]]:
    """The mark of the dateline, if one of the first lines has one, and its fields."""
    for number, (start, line) in enumerate(lines[:_LINES]):
        head = read_head(line)
        if head and is_credible(head, lines, number):
            return [Mark(start, start + head.end, "dateline")], _fields(head)
    return [], {}


def _fields(head: Head) -> dict[str, str]:
    is_whole = _YEAR.search(head.date) and read_date(head.date)[0]
    date_name = "published" if is_whole else "dateline_date"
    fields = {"place": head.place, "agency": head.agency, date_name: head.date}
    return {name: value for name, value in fields.items() if value}
