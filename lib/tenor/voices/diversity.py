"""Source diversity: among how many speakers a group shares its quotations out."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.intervals import MIN_DOCUMENTS
from tenor.tables import describe
from tenor.voices.coverage import ATTRIBUTIONS, attributions_of
from tenor.voices.groups import document_groups, stories_note
from tenor.voices.hill import hill_numbers
from tenor.voices.rarefaction import rarefied_hill
from tenor.voices.resampling import Bootstrap
from tenor.voices.words import quoted_words

_COLUMNS = (
    *("n_documents", "n_quotations", "n_named", "n_speakers", "effective_speakers"),
    *("effective_speakers_2", "rarefied_speakers", "low", "high"),
    *("top_speaker", "top_share", "official_share", "unnamed_share"),
)
# Fewer say little of how a group shares its quotations out, and all groups would be cut to as few.
_LEAST_QUOTATIONS = 20
_UNNAMED, _NOBODY = (ATTRIBUTIONS.index(name) for name in ("unnamed", "unattributed"))
# A crowd without names is nobody who could be met again, and a poll is nobody.
_WITHOUT_NAME = (ATTRIBUTIONS.index("group"), ATTRIBUTIONS.index("record"), _UNNAMED, _NOBODY)


def source_diversity(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Measure among how many speakers each group shares its quotations out.

    One row a group, in alphabetical order: the group under the name `by`; `n_documents` (with a quotation);
    `n_quotations`; `n_named` (of a speaker with a name: no crowd, no poll or letter, no unnamed source);
    `n_speakers` with a name; `effective_speakers`: how many speakers, all quoted equally often, would be as
    diverse (Hill number of order 1); `effective_speakers_2` (order 2, which weighs the most quoted more);
    `rarefied_speakers`: how many effective speakers (order 1) are to be expected in as many quotations as the
    smallest comparable group has, with `low` and `high`, its interval; `top_speaker` and `top_share` (of the
    quotations of somebody with a name); `official_share` (of the quotations of which it is known whether an
    official speaks); `unnamed_share` (of the quotations that are attributed). Shares are 0 to 1, missing
    where they are of none.

    `by` is a column of the documents, "week", "month" or "year", or None. With `count` "stories", near-copies
    of one text in a group count once: the earliest of them. A split quotation counts as two.

    More quotations, more speakers: `n_speakers` and the effective numbers grow with the size of the group, so
    compare groups by `rarefied_speakers` alone. It is taken at the same number of quotations in all groups
    with 20 quotations of named speakers in 5 stories or more, and missing elsewhere, as is its interval.
    Whole stories are drawn, so a group of short documents has more of them among the same number of
    quotations, and more speakers. All of these numbers are of the speakers seen: a speaker whose names were
    not merged counts as several, and whom a group would quote if one read on are more, often several times.

    `low` and `high` are from the spread of the logarithm over resamples of documents and Student's t, since
    resamples lose speakers and their own effective numbers lie too low. In simulated pairs of groups of the
    same speakers, one up to twenty times as large as the other, they lay apart in at most 4 of 100.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name, or a setting is out of range.

    References
    ----------
    Hill 1973, "Diversity and evenness"; Jost 2006, "Entropy and diversity"; Gotelli & Colwell 2001,
    "Quantifying biodiversity" (rarefaction).

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0", "1"], "start": 0, "end": 8, "kind": "indirect", "speaker": ["Orr", "Tull"]}
    ... )
    >>> corpus = from_texts(["It rains, she said.", "It holds, he said."]).with_quotations(rows)
    >>> source_diversity(rows, corpus, by=None)[["n_quotations", "n_speakers", "effective_speakers"]]
       n_quotations  n_speakers  effective_speakers
    0             2           2                 2.0
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    counted = corpus.counted_by(count, by)
    groups = document_groups(counted, by, _COLUMNS)
    words = quoted_words(quotations, counted)
    stories = counted.groups("cluster")[0]
    rows = words.rows.assign(attribution=attributions_of(words.rows), story=stories[words.rows["doc"]])
    parts = [rows.iloc[places] for places in groups.members(rows["doc"].to_numpy())]
    table, m = _measure(parts, stories, bootstrap)
    return describe(
        groups.label(table, np.arange(len(table))),
        title=f"Diversity of speakers by {by}" if by else "Diversity of speakers",
        row=f"one row is a {by}" if by else "one row is the corpus",
        notes=[
            *corpus.notes,
            *_notes(words.rows, m, bootstrap),
            *stories_note(corpus, counted),
            *words.notes,
            *groups.notes,
        ],
    )


def _measure(
    parts: list[pd.DataFrame], stories: np.ndarray, bootstrap: Bootstrap
) -> tuple[pd.DataFrame, int]:
    """One row a part, and the number of quotations that all are rarefied to, 0 for none."""
    named = [part[~part["attribution"].isin(_WITHOUT_NAME) & part["speaker"].notna()] for part in parts]
    is_large = [_is_comparable(its) for its in named]
    m = min((len(its) for its, large in zip(named, is_large, strict=True) if large), default=0)
    rows = [
        (*_counts(part, its), *_diversity(its, m if large else 0, stories, bootstrap), *_shares(part))
        for part, its, large in zip(parts, named, is_large, strict=True)
    ]
    numbers = {name: float for name in _COLUMNS[4:] if name != "top_speaker"}
    table = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(numbers)
    return table.astype({"top_speaker": "string", **dict.fromkeys(_COLUMNS[:4], "int64")}), m


def _is_comparable(named: pd.DataFrame) -> bool:
    return named["story"].nunique() >= MIN_DOCUMENTS and len(named) >= _LEAST_QUOTATIONS


def _counts(part: pd.DataFrame, named: pd.DataFrame) -> tuple:
    return part["doc"].nunique(), len(part), len(named), named["speaker"].nunique()


def _diversity(named: pd.DataFrame, m: int, stories: np.ndarray, bootstrap: Bootstrap) -> tuple:
    """From `effective_speakers` to `top_share`, from the quotations of somebody with a name."""
    if named.empty:
        return (np.nan,) * 5 + (None, np.nan)
    codes, names = pd.factorize(named["speaker"], sort=True)
    counts = np.bincount(codes)
    first, second = (float(hill_numbers(counts[None, :], order)[0]) for order in (1, 2))
    rarefied = _rarefy(named, codes, m, stories, bootstrap) if m else (np.nan,) * 3
    top = int(counts.argmax())
    return first, second, *rarefied, names[top], counts[top] / counts.sum()


def _rarefy(
    named: pd.DataFrame, codes: np.ndarray, m: int, stories: np.ndarray, bootstrap: Bootstrap
) -> tuple[float, float, float]:
    """`rarefied_speakers`, `low` and `high`."""
    rarefied = rarefied_hill(
        codes, pd.factorize(named["story"])[0], m, n_draws=bootstrap.n_resamples, seed=bootstrap.seed
    )
    draws, n = bootstrap.draw(named["doc"].to_numpy(), codes, np.ones(len(codes)), stories, codes.max() + 1)
    return rarefied, *bootstrap.bound_logarithm(rarefied, hill_numbers(draws, 1), n)


def _shares(part: pd.DataFrame) -> tuple:
    attributed = part["attribution"][part["attribution"] != _NOBODY]
    known = part["is_official"].dropna()
    return known.mean() if len(known) else np.nan, (attributed == _UNNAMED).mean()


def _notes(rows: pd.DataFrame, m: int, bootstrap: Bootstrap) -> list[str]:
    n_known = int(rows["is_official"].notna().sum())
    return [
        bootstrap.note("rarefied_speakers"),
        *([_size_note(m)] if m else []),
        f"Whether an official speaks is known of {n_known:,} of {len(rows):,} quotations.",
        "Crowds, records such as polls, and unnamed sources are in n_quotations, and no speakers.",
    ]


def _size_note(m: int) -> str:
    return (
        f"rarefied_speakers are the effective speakers of {m:,} quotations of speakers with a name, drawn by "
        f"stories; missing in groups with fewer than {_LEAST_QUOTATIONS} of them or {MIN_DOCUMENTS} stories."
    )
