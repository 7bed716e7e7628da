"""Reporting verbs: with which verbs a group reports what others say, and what stance these show."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.comparisons import MEASURES, compare_groups
from tenor.voices.cues import STANCES, cues_in
from tenor.voices.groups import Groups, document_groups, stories_note
from tenor.voices.resampling import Bootstrap
from tenor.voices.words import quoted_words

_OF_QUOTATIONS = ("speaker", "speaker_kind")


class _Cued(NamedTuple):
    """The cues that have a group, with its number in the column `group`, and what a table says of them."""

    rows: pd.DataFrame
    groups: Groups
    stories: np.ndarray
    notes: list[str]


def reporting_verbs(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
    count: str = "documents",
    n: int = 10,
    n_groups: int = 20,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Count the reporting verbs of groups and compare each group with all others.

    One row a group and verb, those with most cues first: the group under the name `by`; `verb` (the base form
    of the cue's verb: "has said" is "say", "according to" stays); `stance` (see below); `n_cues`;
    `n_documents`; `share` of the group's cues (0 to 1); `share_elsewhere`, of the cues of all other groups;
    `difference` of the two, `low` and `high` (its bootstrap interval over documents, missing where the group
    or the others have cues in fewer than 5 stories). Of each group the first `n` verbs stand in the table,
    and of more than `n_groups` groups those with most cues; the notes count the rest.

    `by` is a column of the documents, "week", "month" or "year", "speaker" or "speaker_kind", or None. With
    `count` "stories", near-copies of one text in a group count once: the earliest of them. A cue that
    introduces several quotations counts once.

    The stance is looked up in a short list (`reporting_verbs.tsv`): neutral (say, tell), doubt (claim,
    insist), concession (admit, concede), force (warn, demand), assent (agree, confirm), all others "other".
    It is that of the verb, not of the sentence: "nobody claims" doubts nobody, "allowed" may be a permission,
    and whoever is asked to confirm confirms. A verb also tells of the speaker: those who warn often are
    reported with "warn". Read the lines with `evidence_of`. Of 20 differences by chance alone, one interval
    leaves out 0.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name, or a setting is out of range.

    References
    ----------
    The interval: Field & Welsh 2007, see `tenor.intervals`.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": 0, "end": 8, "kind": "indirect", "cue": "claimed", "cue_start": 14}
    ... )
    >>> corpus = from_texts(["It rains, she claimed."]).with_quotations(rows)
    >>> reporting_verbs(rows, corpus, by=None)[["verb", "stance", "n_cues", "share"]]
        verb stance  n_cues  share
    0  claim  doubt       1    1.0
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    n, n_groups = check_value("top_n", n), check_value("top_n", n_groups)
    cued = _read(quotations, corpus, by, count, ("verb", "stance", *MEASURES))
    codes, verbs = pd.factorize(cued.rows["verb"], sort=True)
    table, dropped = _compare(cued, "verb", codes, list(map(str, verbs)), bootstrap, (n, n_groups))
    stances = cued.rows.drop_duplicates("verb").set_index("verb")["stance"]
    table.insert(table.columns.get_loc("verb") + 1, "stance", table["verb"].map(stances).astype("string"))
    return _describe(table, "Reporting verbs", by, bootstrap, [*cued.notes, *dropped])


def verb_stances(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
    count: str = "documents",
    n_groups: int = 20,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Count the stances that the reporting verbs of groups show, and compare each group with all others.

    One row a group and stance, all six in each group (neutral, doubt, concession, force, assent, other): the
    group under the name `by`, `stance`, then the columns of `reporting_verbs`, whose arguments and warnings
    hold here, too.

    Raises
    ------
    UserError
        As `reporting_verbs` does.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": 0, "end": 8, "kind": "indirect", "cue": "claimed", "cue_start": 14}
    ... )
    >>> corpus = from_texts(["It rains, she claimed."]).with_quotations(rows)
    >>> verb_stances(rows, corpus, by=None)["n_cues"].tolist()
    [0, 1, 0, 0, 0, 0]
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    cued = _read(quotations, corpus, by, count, ("stance", *MEASURES))
    codes = pd.Index(STANCES).get_indexer(cued.rows["stance"])
    sizes = (None, check_value("top_n", n_groups))
    table, dropped = _compare(cued, "stance", codes, list(STANCES), bootstrap, sizes)
    return _describe(table, "Stances of reporting verbs", by, bootstrap, [*cued.notes, *dropped])


def _read(
    quotations: pd.DataFrame, corpus: Corpus, by: str | None, count: str, columns: tuple[str, ...]
) -> _Cued:
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
    return _Cued(rows[has_group].reset_index(drop=True), groups, counted.groups("cluster")[0], notes)


def _compare(
    cued: _Cued,
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


def _describe(
    table: pd.DataFrame, title: str, by: str | None, bootstrap: Bootstrap, notes: list[str]
) -> pd.DataFrame:
    table.attrs["confidence"] = bootstrap.confidence
    what = "stance" if "stances" in title.lower() else "verb"
    return describe(
        table,
        title=f"{title} by {by}" if by else title,
        row=f"one row is a {by} and a {what}" if by else f"one row is a {what}",
        notes=[*notes, bootstrap.note("difference, the share here less the share elsewhere,")],
    )
