"""Tone over time: means of the documents of each week, month or year, with intervals."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods
from tenor.errors import check_choice
from tenor.parameters import PERIODS
from tenor.sentiment.groups import COLUMNS, make_interval, shared_notes, summarise
from tenor.sentiment.intervals import MIN_DOCUMENTS
from tenor.sentiment.units import Units, check_free, columns_of, find_units, without_copies
from tenor.tables import describe


def _place_in_time(corpus: Corpus, units: Units, period: str) -> Units:
    """The units parted by period, too, in a grid of all groups and all periods."""
    dated_codes, dated = corpus.groups(period)
    periods = all_periods(pd.Series(dated, dtype="string"), period)
    # `dated` holds only the periods in which something was published; the grid has those between them too.
    numbers = np.append(pd.Index(periods).get_indexer(dated), -1)[dated_codes][units.documents]
    codes = np.where((units.groups < 0) | (numbers < 0), -1, units.groups * len(periods) + numbers)
    grid = units.names.loc[np.repeat(units.names.index, len(periods))].reset_index(drop=True)
    names = grid.assign(period=pd.array(periods * len(units.names), dtype="string"))
    return units._replace(groups=codes, names=names)


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
    by: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone of documents within periods, with intervals.

    One row a group, period and analyzer, in this order: the group under the name `by`, `period` (a week by
    its Monday, a month or a year), then the columns of `tone`. Every period between the first and the last of
    the corpus is there: one in which a group published nothing has `n_documents` 0 and missing values.

    `period` is "week", "month", "year", or "auto" for what suits the dates; `by` is a column of the
    documents, "voice" or "speaker", or None for the whole corpus, without a column of groups. Where fewer
    than 5 documents with different texts have a score, `polarity`, `low`, `high` and `subjectivity` are
    missing, as a line through such points would draw chance; the notes count them. Documents without a date
    as exact as the period are left out and counted there too.

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
    for column in columns_of(by):
        check_free(column, COLUMNS)
    units = _place_in_time(corpus, find_units(corpus, by), period)
    units = without_copies(corpus, units, count, by)
    table = summarise(scores, corpus, units, interval)
    notes = shared_notes(corpus, units, by, f"{by} or no {period}" if by else period, interval_note)
    table.attrs["period"] = period
    return describe(
        table,
        title=f"Tone by {period} and {by}" if by else f"Tone by {period}",
        row=f"one row is a {by}, a {period} and an analyzer"
        if by
        else f"one row is a {period} and an analyzer",
        notes=[*notes, *_mask_small(table)],
    )
