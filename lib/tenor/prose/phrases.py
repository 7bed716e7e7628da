"""Phrases that sentences are put together of: names in a row, words of texts, periods."""

from collections.abc import Iterable

from tenor.formats import readable_date

# Beyond this many groups a sentence about each is no longer a finding.
MOST_GROUPS = 8


def listed(names: Iterable[str]) -> str:
    """Names in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def in_period(unit: str, label: str) -> str:
    """A period as it stands behind "in".

    >>> in_period("week", "2031-03-03"), in_period("month", "2031-03")
    ('the week of 3 March 2031', 'March 2031')
    """
    return f"the {unit} of {readable_date(label)}" if unit == "week" else readable_date(label)


def quoted(terms: Iterable[str]) -> str:
    """Words of texts in a row, set apart from the sentence."""
    return listed(f"*{plain(term)}*" for term in terms)


def bold(names: Iterable[str]) -> str:
    """Names of groups in a row, to be found at a glance."""
    return listed(f"**{plain(name)}**" for name in names)


def plain(text: str) -> str:
    """`text` with the signs that Markdown would take for its own switched off."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in str(text))
