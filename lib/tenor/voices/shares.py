"""Shares of words by voice: how much of a text is its source's own and how much is quoted."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.periods import all_periods
from tenor.corpus.voices import COUNTED_VOICES
from tenor.errors import check_choice
from tenor.formats import number_of
from tenor.parameters import PERIODS
from tenor.tables import describe
from tenor.voices.groups import Groups, document_groups, stories_note
from tenor.voices.resampling import Bootstrap

_ALWAYS = ("narration", "direct", "indirect")
_TYPES = {
    "voice": "string",
    **dict.fromkeys(("n_documents", "n_words"), "int64"),
    **dict.fromkeys(("share", "low", "high"), "float64"),
}


def voice_shares(
    corpus: Corpus,
    *,
    by: str | None = None,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Share the words out among the voices.

    One row a group and voice: the group under the name `by`; `voice` (narration, direct, indirect, and
    headline if the corpus has any); `n_documents` (with words in it); `n_words`; `share` of the words of the
    group (0 to 1, missing where it has none), `low` and `high` (its bootstrap interval over documents). Words
    are those that the corpus counts: boilerplate is apart, and the notes count it. The voices of a group add
    up to all its words.

    `by` is a column of the documents, "week", "month" or "year", or None. With `count` "stories", near-copies
    of one text in a group count once: the earliest of them.

    Each word counts once, so long documents weigh more. What was not found to be quoted counts as narration:
    a source that reports without marks and verbs of saying seems to narrate more.

    Raises
    ------
    UserError
        If there is no column `by`, the result has one of that name, or a setting is out of range.

    References
    ----------
    The interval: Field & Welsh 2007, see `tenor.intervals`.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"]})
    >>> table = voice_shares(from_texts(["It rains, she said."]).with_quotations(rows))
    >>> table[["voice", "n_words", "share"]]
           voice  n_words  share
    0  narration        2    0.5
    1     direct        0    0.0
    2   indirect        2    0.5
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    counted = corpus.counted_by(count, by)
    groups = document_groups(counted, by, _TYPES)
    return describe(
        _count(counted, groups, bootstrap),
        title=f"Words by voice and {by}" if by else "Words by voice",
        row=f"one row is a {by} and a voice" if by else "one row is a voice",
        notes=_notes(corpus, counted, groups, bootstrap),
    )


def voice_shares_over_time(
    corpus: Corpus,
    *,
    period: str = "auto",
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Share the words of each period out among the voices.

    One row a period and voice: `period` (a week by its Monday, a month or a year), then the columns of
    `voice_shares`. Every period between the first and the last is there; where nothing was published,
    `n_words` is 0 and `share` missing. `period` is "week", "month", "year", or "auto" for what suits the
    dates. Documents without a date as exact are left out, and the notes count them.

    Raises
    ------
    UserError
        As `voice_shares` does, and if `period` is unknown.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["It rains.", "It holds."], published=["2031-03-04", "2031-05-06"])
    >>> table = voice_shares_over_time(corpus, period="month")
    >>> table.loc[table["voice"] == "narration", ["period", "n_words", "share"]]
        period  n_words  share
    0  2031-03        2    1.0
    3  2031-04        0    NaN
    6  2031-05        2    1.0
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    check_choice("period", period, PERIODS)
    period = corpus.period() if period == "auto" else period
    counted = corpus.counted_by(count, period)
    dated = document_groups(counted, period, ())
    periods = all_periods(pd.Series(dated.names, dtype="string"), period)
    numbers = np.append(pd.Index(periods, dtype=object).get_indexer(dated.names), -1)
    groups = Groups(numbers[dated.of_document], periods, "period", dated.notes)
    table = _count(counted, groups, bootstrap)
    table.attrs["period"] = period
    return describe(
        table,
        title=f"Words by voice and {period}",
        row=f"one row is a {period} and a voice",
        notes=_notes(corpus, counted, groups, bootstrap),
    )


def _count(corpus: Corpus, groups: Groups, bootstrap: Bootstrap) -> pd.DataFrame:
    """One row a group and voice, groups after one another."""
    n_voices = len(COUNTED_VOICES)
    cells = corpus.token_documents[corpus.is_counted].astype(np.int64) * n_voices
    cells += corpus.token_voices[corpus.is_counted]
    words = np.bincount(cells, minlength=len(corpus.documents) * n_voices).reshape(-1, n_voices)
    stories = corpus.groups("cluster")[0]
    occurring = [at for at, name in enumerate(COUNTED_VOICES) if name in _ALWAYS or words[:, at].any()]
    parts = [
        _summarise(words, docs, stories, bootstrap)
        for docs in groups.members(np.arange(len(corpus.documents)))
    ]
    empty = [pd.DataFrame(columns=list(_TYPES))]
    table = pd.concat([part.loc[occurring] for part in parts] or empty, ignore_index=True).astype(_TYPES)
    return groups.label(table, np.repeat(np.arange(len(parts)), len(occurring)))


def _summarise(
    words: np.ndarray, docs: np.ndarray, stories: np.ndarray, bootstrap: Bootstrap
) -> pd.DataFrame:
    place, voice = np.nonzero(words[docs])
    bounds = bootstrap.shares(docs[place], voice, words[docs[place], voice], stories, words.shape[1])
    n_words = words[docs].sum(axis=0)
    values = (
        COUNTED_VOICES,
        (words[docs] > 0).sum(axis=0),
        n_words,
        n_words / n_words.sum() if n_words.any() else np.nan,
        *bounds.T,
    )
    return pd.DataFrame(dict(zip(_TYPES, values, strict=True)))


def _notes(corpus: Corpus, counted: Corpus, groups: Groups, bootstrap: Bootstrap) -> list[str]:
    n_boilerplate = int((counted.is_word & counted.is_boilerplate).sum())
    apart = [f"In no voice: {number_of(n_boilerplate, 'word')} of boilerplate."] if n_boilerplate else []
    note = bootstrap.note("the share of words")
    return [*corpus.notes, note, *apart, *stories_note(corpus, counted), *groups.notes]
