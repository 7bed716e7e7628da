"""Tone of groups of documents: means in which each document counts once, with intervals."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.sentiment.cells import By, names_of
from tenor.sentiment.notes import phrase_by, shared_notes, small_groups, unit_note
from tenor.sentiment.summaries import COLUMNS, counted_cells, make_interval, summarise
from tenor.tables import describe


def tone(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    by: By = "source",
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone of documents within groups, with intervals.

    One row a group and analyzer, groups in alphabetical order: the group under the name `by`, `analyzer`,
    `n_documents`, `n_scored_documents` (with a known word; the mean is over these), `n_sentences`,
    `share_scored` (share of the sentences with a known word, 0 to 1), `polarity` (mean over documents, -1 to
    1), `low` and `high` (its bootstrap interval), `subjectivity` (mean over documents, 0 to 1; TextBlob
    only).

    `by` is a column of the documents, "week", "month" or "year", "voice" or "speaker", several of these such
    as ["source", "voice"], or None for the whole corpus, without a column of groups. Voices and speakers are
    those of sentences: a document counts once in each that it has, with the mean of its sentences there.

    `low` and `high` are missing where fewer than 5 documents with different texts have a score, and the notes
    name these groups. What has no value in `by` is left out and counted in the notes.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    Groups differ in topics before they differ in stance: a source that writes about a flood scores lower than
    one that writes about a concert. Read the sentences behind a difference with `evidence`.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, there is no column `by` or the result has one of that name,
        or a setting is out of range.

    References
    ----------
    Efron 1979; Field & Welsh 2007: see `tenor.intervals`.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day. It rains.", "A bad day."], source=["Courier", "Lantern"])
    >>> table = tone(score_sentences(corpus, analyzers=["vader"]), corpus)
    >>> table[["source", "n_documents", "share_scored", "polarity", "low"]]
        source  n_documents  share_scored  polarity  low
    0  Courier            1           0.5    0.6249  NaN
    1  Lantern            1           1.0   -0.5423  NaN
    """
    interval, interval_note = make_interval(confidence, n_resamples, seed)
    names = names_of(by, COLUMNS)
    cells = counted_cells(scores, corpus, names, count)
    table = summarise(scores, corpus, cells, interval)
    told, row = phrase_by(names, "analyzer")
    return describe(
        table,
        title=f"Tone by {told}" if names else "Tone of the corpus",
        row=row,
        notes=[
            *unit_note(corpus),
            interval_note,
            *shared_notes(corpus, cells),
            *small_groups(table, names, "No interval"),
        ],
    )
