"""Tone over time: means of the documents of each week, month or year, with intervals."""

from dataclasses import replace

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods
from tenor.errors import check_choice
from tenor.intervals import MIN_DOCUMENTS
from tenor.parameters import PERIODS
from tenor.sentiment.cells import By, Cells, names_of
from tenor.sentiment.notes import phrase_by, shared_notes, unit_note
from tenor.sentiment.summaries import COLUMNS, counted_cells, make_interval, summarise
from tenor.tables import describe


def _part_by_period(cells: Cells, corpus: Corpus, period: str) -> Cells:
    """The cells of each group and period, with a group for every period between the first and the last."""
    dated_codes, dated = corpus.groups(period)
    periods = all_periods(pd.Series(dated, dtype="string"), period)
    # `dated` holds only the periods in which something was published.
    numbers = np.append(pd.Index(periods).get_indexer(dated), -1)[dated_codes][cells.doc]
    group = np.where(numbers < 0, -1, cells.group * len(periods) + numbers)
    grid = cells.groups.loc[np.repeat(cells.groups.index, len(periods))].reset_index(drop=True)
    grid["period"] = pd.array(periods * len(cells.groups), dtype="string")
    return replace(cells, groups=grid, group=np.where(cells.group < 0, cells.group, group))


def _note_undated(cells: Cells, period: str) -> list[str]:
    n, n_undated = (len(np.unique(cells.doc[chosen])) for chosen in (slice(None), cells.group == -1))
    if not n_undated:
        return []
    return [f"{n_undated:,} of {n:,} documents are left out: they have no {period}."]


def _mask_small(table: pd.DataFrame) -> list[str]:
    """Take out the means of too few documents, in place, and return what to say of masked and empty rows."""
    empty = table["n_documents"] == 0
    small = table["low"].isna() & ~empty
    table.loc[small, ["polarity", "subjectivity"]] = np.nan
    reasons = {
        f"fewer than {MIN_DOCUMENTS} documents with different texts have a score": int(small.sum()),
        "nothing was published": int(empty.sum()),
    }
    return [f"No mean in {n:,} of {len(table):,} rows: {why}." for why, n in reasons.items() if n]


def tone_over_time(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    period: str = "auto",
    by: By = None,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone of documents within periods, with intervals.

    One row a group, period and analyzer, in this order: the group under the name `by`, `period` (a week by
    its Monday, a month or a year), then the columns of `tone`. Every period between the first and the last of
    the corpus is there: one in which a group published nothing has `n_documents` 0 and missing values.

    `period` is "week", "month", "year", or "auto" for what suits the dates; `by` is what `tone` takes, or
    None for the whole corpus, without a column of groups. Where fewer than 5 documents with different texts
    have a score, `polarity`, `low`, `high` and `subjectivity` are missing, as a line through such points
    would draw chance; the notes count them. Documents without a date as exact as the period are left out and
    counted there too.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    A change over time is as often one of topics as one of stance.

    Raises
    ------
    UserError
        As `tone` does, and if `period` is unknown.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day.", "A bad day."], published=["2031-03-04", "2031-05-06"])
    >>> table = tone_over_time(score_sentences(corpus, analyzers=["vader"]), corpus, period="month")
    >>> table[["period", "n_documents", "polarity"]]
        period  n_documents  polarity
    0  2031-03            1       NaN
    1  2031-04            0       NaN
    2  2031-05            1       NaN
    """
    interval, interval_note = make_interval(confidence, n_resamples, seed)
    check_choice("period", period, PERIODS)
    period = corpus.period() if period == "auto" else period
    names = names_of(by, COLUMNS)
    cells = counted_cells(scores, corpus, names, count)
    placed = _part_by_period(cells, corpus, period)
    table = summarise(scores, corpus, placed, interval)
    table.attrs["period"] = period
    _, row = phrase_by([*names, period], "analyzer")
    title = f"Tone by {period} and {' and '.join(names)}" if names else f"Tone by {period}"
    return describe(
        table,
        title=title,
        row=row,
        notes=[
            *unit_note(corpus),
            interval_note,
            *shared_notes(corpus, cells),
            *_note_undated(placed, period),
            *_mask_small(table),
        ],
    )
