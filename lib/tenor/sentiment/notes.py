"""Footnotes of tables of tone: what a mean is of, and what was left out or masked."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.intervals import MIN_DOCUMENTS
from tenor.sentiment.cells import COPY, Cells

# So many names of groups a footnote lists.
_MOST_NAMES = 5


def unit_note(corpus: Corpus) -> list[str]:
    """What a mean of tone is taken over."""
    notes = [
        "polarity is the mean over documents, each counting once with the mean of its scored sentences; "
        "compare groups within an analyzer, not analyzers: their scales differ."
    ]
    return notes if len(corpus.documents) else [*notes, "No document is selected."]


def copies_note(corpus: Corpus, cells: Cells) -> list[str]:
    """A footnote on near-copies, if there are any: left out, or drawn together."""
    n_documents = len(corpus.documents)
    n_dropped = len(np.unique(cells.doc[cells.group == COPY]))
    n_copies = n_documents - corpus.documents["cluster"].nunique()
    if n_dropped:
        return [f"Counted once a story: {n_dropped:,} later near-copies are left out."]
    if n_copies:
        return [
            f"{n_copies:,} of {n_documents:,} documents nearly repeat another; copies are resampled together."
        ]
    return []


def shared_notes(corpus: Corpus, cells: Cells) -> list[str]:
    """What every table of tone says of copies, and of documents or sentences without a group."""
    notes = copies_note(corpus, cells)
    if cells.unit == "sentence":
        notes.append("A document counts in each group that it has sentences of, with the mean of these.")
    return [*notes, *lost_note(cells)]


def lost_note(cells: Cells) -> list[str]:
    """A footnote on the documents or sentences without a group, if there are any."""
    if not cells.n_lost:
        return []
    units = "sentences" if cells.unit == "sentence" else "documents"
    wanted = " or no ".join(cells.groups)
    return [f"{cells.n_lost:,} of {cells.n_units:,} {units} are left out: they have no {wanted}."]


def small_groups(table: pd.DataFrame, names: list[str], lacking: str) -> list[str]:
    """What to say of groups without an interval: the first five names, and how many more there are."""
    small = table[table["low"].isna()]
    if small.empty:
        return []
    rule = f"{lacking} where fewer than {MIN_DOCUMENTS} documents with different texts have a score"
    if not names:
        return [f"{rule}."]
    called = small[names].agg(" · ".join, axis=1).unique().tolist()
    n_more = len(called) - _MOST_NAMES
    listed = ", ".join(called[:_MOST_NAMES]) + (f" and {n_more:,} more" if n_more > 0 else "")
    return [f"{rule}: {listed}."]


def phrase_by(names: list[str], *further: str) -> tuple[str, str]:
    """The columns of a table in its title, and in the sentence on what a row is.

    >>> phrase_by(["source", "voice"], "analyzer")
    ('source and voice', 'one row is a source, a voice and an analyzer')
    """
    things = [f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" for name in (*names, *further)]
    listed = " and ".join([", ".join(things[:-1]), things[-1]]) if things[1:] else things[0]
    return " and ".join(names), f"one row is {listed}"
