"""Changes: the periods in which words become more or less frequent, beyond what chance does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from tenor.errors import UserError
from tenor.frequency.measures.effect_sizes import log_ratio
from tenor.frequency.measures.rates import per_million
from tenor.frequency.measures.significance import adjust_p_values
from tenor.frequency.measures.stretches import LEAST_PERIODS, N_SHUFFLES, most_different_stretch
from tenor.parameters import check_value
from tenor.tables import describe

# Fewer than these, and even the clearest change could be chance.
MIN_PERIODS = 8
MIN_DOCUMENTS = 10
_COUNTS = ("frequency", "n_words", "document_frequency", "n_documents")
_COLUMNS = {
    "period": str,
    **dict.fromkeys(("share_before", "share_after", "per_million_before", "per_million_after"), float),
    **dict.fromkeys(("log_ratio", "p_value", "p_adjusted"), float),
    "n_periods": int,
}
_PICKED = "The words were picked for their uneven spread over time, so that chance looks rarer than it is."
# A footnote names no more words than these.
_MOST_NAMES = 8


def changes(trends: pd.DataFrame, *, confidence: float = 0.95, seed: int = 1) -> pd.DataFrame:
    """Find the periods in which words begin to be in more or fewer of the documents.

    `trends` is a table of the function `trends`, of groups or not. One row is a change of a word (in a
    group), in the order of that table and of time:

    - the group, if there is one, and `word`
    - `period`: the first after the change
    - `share_before` and `share_after`: the documents with the word, of all from the change before (or the
      start) to this one, and from this one to the next (or the end)
    - `per_million_before` and `per_million_after`: its rate there
    - `log_ratio` of the shares: 1 is twice as large after the change, -1 half; where no document holds the
      word, half a document counts
    - `p_value`; `p_adjusted` for all series tested at once (Benjamini-Hochberg), at most `1 - confidence`
    - `n_periods` that were searched

    The stretch of periods whose documents differ most from all others (G² of documents inside and outside,
    with and without the word) is set apart if hardly any shuffle of the periods holds one as different, and
    the parts that it leaves are searched in turn. Documents are counted and not words, since one document may
    repeat a word at length; whole periods are shuffled, so that words that come in crowds are not taken for
    changed. See `measures.stretches.most_different_stretch`.

    A stretch is 3 periods or longer: a lone peak is no change. Periods without words are left out, and count
    for none. A series is tested if it has 8 periods with words and 10 documents with the word; the footnotes
    count the others. A word in nearly all documents can hardly change by this measure, and one becomes more
    frequent by it where documents grow longer: compare the rates.

    A change is no cause. A subject that goes on for weeks is one, and a slow drift is cut into steps.
    P-values are too small where each period resembles the one before more than the others, where the number
    of documents jumps, and for words that were picked because they are unevenly spread.

    Raises
    ------
    UserError
        If `trends` is another table, or `confidence` or `seed` is not allowed.

    >>> from tenor.corpus import from_texts
    >>> from tenor.frequency import trends
    >>> texts = ["The dam holds.", "No rain."] * 60 + ["The dam broke."] * 80
    >>> days = [f"20{10 + n // 10}" for n in range(200)]
    >>> table = changes(trends(from_texts(texts, published=days), ["dam"], period="year"))
    >>> table[["word", "period", "share_before", "share_after", "log_ratio"]]
      word period  share_before  share_after  log_ratio
    0  dam   2022           0.5          1.0        1.0
    """
    check_value("confidence", confidence)
    check_value("seed", seed)
    keys = _key_columns(trends)
    unit = trends.attrs.get("period", "period")
    series = dict(iter(trends.groupby(keys, sort=False)))
    filled = {key: part[part["n_words"] > 0].reset_index(drop=True) for key, part in series.items()}
    tested = {key: part for key, part in filled.items() if _is_enough(part)}
    edges = _find_edges(list(tested.values()), 1 - confidence, seed)
    table = _make_table(keys, tested, edges)
    table.attrs.update(period=unit, n_tested=len(tested))
    return describe(
        table,
        title=f"Changes by {unit}",
        row=f"one row is a change of a word{f' in a {keys[0]}' if len(keys) > 1 else ''}",
        notes=[
            f"A change starts or ends a stretch of {LEAST_PERIODS} or more {unit}s whose documents hold the "
            f"word in another share than those of the other {unit}s. p_value is the share of {N_SHUFFLES:,} "
            f"shuffles of the {unit}s (seed {seed}) that hold a stretch as different; it is too small where "
            f"{unit}s resemble the ones before.",
            *([_PICKED] if trends.attrs.get("is_picked") else []),
            _note_tests(len(tested), sum(map(bool, edges)), 1 - confidence),
            *_note_untested({key: part for key, part in filled.items() if key not in tested}, unit),
        ],
    )


class _Edge(NamedTuple):
    """A change: the number of its period, and how sure it is."""

    at: int
    p_value: float
    p_adjusted: float
    n_periods: int


class _Segment(NamedTuple):
    """Some periods of a series, by number."""

    series: int
    start: int
    end: int


def _key_columns(trends: pd.DataFrame) -> list[str]:
    missing = [name for name in ("word", "period", *_COUNTS) if name not in trends]
    if missing:
        raise UserError(
            f"trends lacks the column {missing[0]!r}; it has {', '.join(map(str, trends.columns))}. "
            "Give a table made by tenor.frequency.trends"
        )
    return list(trends.columns[: trends.columns.get_loc("word") + 1])


def _is_enough(part: pd.DataFrame) -> bool:
    return len(part) >= MIN_PERIODS and part["document_frequency"].sum() >= MIN_DOCUMENTS


def _make_table(keys: list[str], tested: dict[tuple, pd.DataFrame], edges: list[list[_Edge]]) -> pd.DataFrame:
    rows = [
        (*key, *row)
        for (key, part), its in zip(tested.items(), edges, strict=True)
        for row in _measure(part, its)
    ]
    table = pd.DataFrame(rows, columns=[*keys, *_COLUMNS])
    return table.astype({**dict.fromkeys(keys, str), **_COLUMNS})


def _find_edges(series: Sequence[pd.DataFrame], alpha: float, seed: int) -> list[list[_Edge]]:
    """The changes of each series, in order: all whole series are tested, then all parts of those changed."""
    edges = [[] for _ in series]
    segments = [_Segment(number, 0, len(part)) for number, part in enumerate(series)]
    while segments:
        new = _test(segments, series, alpha, seed)
        for segment, found in new.items():
            edges[segment.series] += found
        parts = [
            _Segment(whole.series, *bounds) for whole, found in new.items() for bounds in _parts(whole, found)
        ]
        segments = [part for part in parts if _is_enough(_cut(series, part))]
    return [sorted(found) for found in edges]


def _test(
    segments: list[_Segment], series: Sequence[pd.DataFrame], alpha: float, seed: int
) -> dict[_Segment, list[_Edge]]:
    """The changes of the segments that have some, all of them tested together."""
    parts = [_cut(series, segment) for segment in segments]
    found = [
        most_different_stretch(part["document_frequency"], part["n_documents"], seed=seed) for part in parts
    ]
    adjusted = adjust_p_values([stretch.p_value for stretch in found]).tolist()
    return {
        segment: [
            _Edge(segment.start + at, stretch.p_value, p_adjusted, segment.end - segment.start)
            for at in (stretch.start, stretch.end)
            if at
        ]
        for segment, stretch, p_adjusted in zip(segments, found, adjusted, strict=True)
        if p_adjusted <= alpha
    }


def _cut(series: Sequence[pd.DataFrame], segment: _Segment) -> pd.DataFrame:
    return series[segment.series].iloc[segment.start : segment.end]


def _parts(segment: _Segment, edges: list[_Edge]) -> Iterator[tuple[int, int]]:
    return pairwise([segment.start, *(edge.at for edge in edges), segment.end])


def _measure(part: pd.DataFrame, edges: list[_Edge]) -> list[tuple]:
    """The columns of each change of a series."""
    bounds = [0, *(edge.at for edge in edges), len(part)]
    sums = [part.iloc[start:end][list(_COUNTS)].sum() for start, end in pairwise(bounds)]
    rows = []
    for edge, (before, after) in zip(edges, pairwise(sums), strict=True):
        shares = [sides["document_frequency"] / sides["n_documents"] for sides in (before, after)]
        rates = [float(per_million(sides["frequency"], sides["n_words"])) for sides in (before, after)]
        ratio = log_ratio(
            *(sides[name] for name in ("document_frequency", "n_documents") for sides in (after, before))
        )
        rows.append((part["period"][edge.at], *shares, *rates, float(ratio), *edge[1:]))
    return rows


def _note_tests(n_tested: int, n_changed: int, alpha: float) -> str:
    if not n_tested:
        return "No series was tested."
    return (
        f"{n_tested:,} series tested, {n_changed:,} with changes: p_adjusted, for all of them together, is "
        f"at most {alpha:.4g}."
    )


def _note_untested(untested: dict[tuple, pd.DataFrame], unit: str) -> list[str]:
    """A footnote for each reason why series were not tested."""
    short = [key for key, part in untested.items() if len(part) < MIN_PERIODS]
    rare = [key for key in untested if key not in short]
    reasons = {
        f"fewer than {MIN_PERIODS} {unit}s with words": short,
        f"in fewer than {MIN_DOCUMENTS} documents": rare,
    }
    return [f"Not tested, {why}: {_name(its)}." for why, its in reasons.items() if its]


def _name(keys: list[tuple]) -> str:
    names = [f"“{word}”{''.join(f' in {group}' for group in groups)}" for *groups, word in keys[:_MOST_NAMES]]
    more = [f"{len(keys) - _MOST_NAMES:,} more"] if len(keys) > _MOST_NAMES else []
    return ", ".join([*names, *more])
