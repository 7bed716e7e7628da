"""The conventions of news in a text: its dateline, bylines and furniture, marked and never cut."""

from typing import NamedTuple

from tenor.loading.texts.conventions.bylines import find_bylines
from tenor.loading.texts.conventions.datelines import find_dateline
from tenor.loading.texts.conventions.furniture import find_furniture
from tenor.loading.texts.conventions.marks import KINDS, Mark, separate
from tenor.loading.texts.lines import Line

__all__ = ["KINDS", "Conventions", "Mark", "find_conventions"]


class Conventions(NamedTuple):
    """What was found: `marks` in order, and `fields` of metadata by origin, "dateline" and "byline"."""

    marks: list[Mark]
    fields: dict[str, dict[str, str]]


def find_conventions(lines: list[Line]) -> Conventions:
    """Find what the conventions of news put into a text, of which these are the `lines`, besides the story.

    Marks are spans of the text, in order and without overlaps, each of whole words. The mark of a dateline
    holds its dash or colon and the blank behind, so that the sentence starts where the mark ends. The kinds:

    - "dateline": place, date and agency before the first sentence.
    - "byline": who wrote it, at the head, or as a sign-off at the end.
    - "contribution": "Additional reporting by …", "Editing by …".
    - "credit": who made a picture, whose agency's copy it is.
    - "copyright", "caption".
    - "link": what leads elsewhere, such as "Read more: …" or "Follow us on …".
    - "label": "Advertisement", "Story continues below", "ABSTRACT".

    `fields` has, as written and where given: `place`, `agency` and `published` of the dateline, or
    `dateline_date` where that is no whole date; `author`, `agency` and `place` of the byline. Empty texts and
    those without conventions have neither marks nor fields.

    Everything is known by its shape and its place, by no list of agencies or cities. A doubtful line is left
    alone, as a sentence lost is worse than a dateline counted: in capitals "NOTE —" is no place, and "SELLA:"
    is one only if the story also says "in Sella". Corrections are journalism and are not marked.

    >>> from tenor.loading.texts.lines import lines_of
    >>> text = "SELLA, May 1 (Meridian Wire) — It rains.\\n\\nAdditional reporting by Tam Orrin."
    >>> find_conventions(lines_of(text))
    ... # doctest: +NORMALIZE_WHITESPACE
    Conventions(marks=[Mark(start=0, end=31, kind='dateline'), Mark(start=42, end=76, kind='contribution')],
                fields={'dateline': {'place': 'SELLA', 'agency': 'Meridian Wire', 'dateline_date': 'May 1'}})
    """
    marks: list[Mark] = []
    fields: dict[str, dict[str, str]] = {}
    for origin, find in (("dateline", find_dateline), ("byline", find_bylines)):
        found, values = find(lines)
        marks += found
        if values:
            fields[origin] = values
    marks += find_furniture(lines)
    return Conventions(separate(marks), fields)
