"""Sentences on how much is known of who speaks."""

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import listed, plain

_NAMED = ("person", "body")
_FURTHER = {
    "group": "are of a group without names",
    "record": "are of a poll, a letter or another record",
    "unnamed": "are of an unnamed source",
    "kind not known": "have a speaker of an unknown kind",
}


def coverage(table: pd.DataFrame) -> str:
    """Of how many quoted words the speaker has a name, and of how many there is none."""
    if table["n_words"].sum() == 0:
        return "No word is quoted."
    if table.columns[0] == "attribution":
        return _whole(table)
    return _groups(table)


def _whole(table: pd.DataFrame) -> str:
    rows = table.set_index("attribution")
    named = rows["share"].reindex(_NAMED).sum()
    further = [
        f"{rows['share'][name]:.0%} {what}"
        for name, what in _FURTHER.items()
        if name in rows.index and rows["n_words"][name]
    ]
    nobody = rows.loc["unattributed"]
    words, quotations = (
        number_of(int(table[name].sum()), thing)
        for name, thing in (("n_words", "quoted word"), ("n_quotations", "quotation"))
    )
    told = f"; {listed(further)}" if further else ""
    return (
        f"Of {words} in {quotations}, **{named:.0%}** have a speaker with a name{told}; "
        f"**{nobody['share']:.0%}** are attributed to nobody."
    )


def _groups(table: pd.DataFrame) -> str:
    by = table.columns[0]
    known = table.dropna(subset="share")
    named = known[known["attribution"].isin(_NAMED)].groupby(by, sort=False)["share"].sum()
    if len(named) == 1:
        return (
            f"In {plain(named.index[0])}, {named.iloc[0]:.0%} of the quoted words have a speaker with a name."
        )
    return (
        "The share of quoted words whose speaker has a name runs from "
        f"{named.min():.0%} ({plain(named.idxmin())}) to {named.max():.0%} ({plain(named.idxmax())})."
    )
