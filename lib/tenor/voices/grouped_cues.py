"""Cues by group: the commonest labels of each group's cues, compared with those of all other groups."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.voices.comparisons import compare_groups
from tenor.voices.cues import cues_in
from tenor.voices.groups import Groups, document_groups, stories_note
from tenor.voices.resampling import Bootstrap
from tenor.voices.words import quoted_words

_OF_QUOTATIONS = ("speaker", "speaker_kind")


class GroupedCues(NamedTuple):
    """The cues that have a group, with its number in the column `group`, and what a table says of them."""

    rows: pd.DataFrame
    groups: Groups
    stories: np.ndarray
    notes: list[str]


def read_cues(
    quotations: pd.DataFrame, corpus: Corpus, by: str | None, count: str, columns: tuple[str, ...]
) -> GroupedCues:
    """The cues that count, in the groups of documents or quotations that `by` makes, for a result with these
    columns.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, `by` or `count` is unknown, or a column is named `by`.
    """
    of_document = None if by in _OF_QUOTATIONS else by
    counted = corpus.counted_by(count, of_document)
    groups = document_groups(counted, of_document, columns)
    words = quoted_words(quotations, counted)
    rows = cues_in(words.rows, counted)
    if by in _OF_QUOTATIONS:
        codes, names = pd.factorize(rows[by], sort=True)
        groups = Groups(codes.astype(np.int64), list(map(str, names)), by, [])
        rows["group"] = codes
    else:
        rows["group"] = groups.of_document[rows["doc"]]
    has_group = rows["group"] >= 0
    notes = [*corpus.notes, *stories_note(corpus, counted), *words.notes, *groups.notes]
    n_bare = int((words.rows["cue"].fillna("").str.strip() == "").sum())
    if n_bare:
        notes.append(f"{n_bare:,} of {len(words.rows):,} quotations have no cue.")
    if by in _OF_QUOTATIONS and not has_group.all():
        notes.append(f"{(~has_group).sum():,} of {len(rows):,} cues have no {by} and are left out.")
    return GroupedCues(rows[has_group].reset_index(drop=True), groups, counted.groups("cluster")[0], notes)


def compare_cues(
    cued: GroupedCues,
    what: str,
    codes: np.ndarray,
    labels: list[str],
    bootstrap: Bootstrap,
    sizes: tuple[int | None, int],
) -> tuple[pd.DataFrame, list[str]]:
    """One row a group and label: of `sizes[1]` groups the `sizes[0]` commonest labels, None for all in their
    order; and notes on the rest."""
    rows = cued.rows[["doc", "group"]].assign(label=codes)
    n_labels, n_groups = sizes
    shape = (len(cued.groups.names), len(labels))
    counts = np.bincount(rows["group"] * shape[1] + rows["label"], minlength=shape[0] * shape[1]).reshape(
        shape
    )
    groups = np.sort(np.argsort(-counts.sum(axis=1), kind="stable")[:n_groups])
    pairs = [
        (group, label)
        for group in groups
        for label in (range(len(labels)) if n_labels is None else _commonest(counts[group], n_labels))
    ]
    shown = pd.DataFrame(pairs, columns=["group", "label"], dtype=np.int64)
    table = compare_groups(rows, shown, cued.stories, bootstrap)
    table = table.astype({"n_cues": "int64", "n_documents": "int64"})
    table.insert(0, what, pd.array(np.array([*labels, ""], object)[shown["label"]], dtype="string"))
    n_more = shape[0] - len(groups)
    dropped = [f"Not shown: {number_of(n_more, 'further group')}, with fewer cues."] if n_more else []
    n_hidden = int((counts[groups] > 0).sum() - (table["n_cues"] > 0).sum())
    dropped += [f"Not shown: {number_of(n_hidden, 'row')} of rarer verbs."] if n_hidden else []
    return cued.groups.label(table, shown["group"].to_numpy()), dropped


def _commonest(counts: np.ndarray, n: int) -> np.ndarray:
    order = np.argsort(-counts, kind="stable")[:n]
    return order[counts[order] > 0]
