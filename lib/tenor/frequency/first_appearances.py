"""First uses: which document of each source, voice or speaker is the first to hold a word."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.selections import publication_stamps
from tenor.errors import UserError
from tenor.frequency.concordances import cut_lines
from tenor.frequency.followed_words import Hits, find_words, note_queries, read_words
from tenor.frequency.groups import note_stories
from tenor.frequency.memberships import Membership, membership
from tenor.frequency.queries.matches import Matches
from tenor.tables import describe

_CONTEXT = 8


def first_uses(
    corpus: Corpus, words: Sequence[str], *, by: str | None = "source", count: str = "documents"
) -> pd.DataFrame:
    """Show who was the first to use words, phrases or patterns, and when each group followed.

    `by` is a metadata column, "voice" or "speaker", or None for the first use of all. One row is a word and a
    group that uses it, in the order of `words`, of publication and of the alphabet:

    - `word`, and the group under the name `by`
    - `published`, `published_time`, `doc_id`, `source`: the document of the group's first use
    - `is_first`: no other group is known to have used the word earlier
    - `is_tied`: another group may have been as early: the dates do not tell, as on one day without times
    - `days_after` the first use of all; missing where one of the two dates is less exact than a day
    - `n_documents_before`: documents of the group known to be earlier, all without the word
    - `left`, `node`, `right`: the line, as `concordance` cuts it

    A group without the word has no row. Documents without a date are left out and counted in the footnotes. A
    partial date stands for all of its days, and a date without a time for all of its hours; of several
    documents of one group that may be the first, that which `Corpus.stories` takes for the earliest is shown.

    The first in this collection is not the first in the world, nor is who printed a word first the one who
    coined it: a collection begins somewhere, lacks texts, and copies name their source rarely.
    `n_documents_before` tells how much of the group there was to find the word in: where it is 0, the
    collection may begin too late.

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    Raises
    ------
    UserError
        If there is no such column, or one of `words` holds no word.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(
    ...     ["No rain.", "The dam broke.", "A dam!"],
    ...     source=["Lantern", "Courier", "Lantern"],
    ...     published=["2031-03-01", "2031-03-04", "2031-03-06"],
    ... )
    >>> first_uses(corpus, ["dam"])[["word", "source", "published", "days_after", "n_documents_before"]]
      word   source   published  days_after  n_documents_before
    0  dam  Courier  2031-03-04           0                   0
    1  dam  Lantern  2031-03-06           2                   1
    """
    queries = read_words(words)
    whole, corpus = corpus, corpus.counted_by(count, by)
    groups = membership(corpus, by)
    hits = find_words(corpus, queries)
    times = _read_times(corpus)
    uses = _find_first_uses(corpus, hits, groups, times)
    table = _make_table(corpus, hits.names, groups, times, uses, by)
    return describe(
        table,
        title="First uses",
        row="one row is a word" if by is None else f"one row is a word and {by}",
        notes=[
            "The first in these documents, which need not be the first of all.",
            *whole.notes,
            *note_stories(whole, corpus, count, by),
            *groups.note(by),
            *_note_undated(times),
            *_note_rivals(uses.has_rivals),
            *note_queries(corpus, hits),
        ],
    )


class _Times(NamedTuple):
    """When each document was published: not before `earliest`, not after `latest`, as numbers in order."""

    earliest: np.ndarray
    latest: np.ndarray
    is_dated: np.ndarray


class _Uses(NamedTuple):
    """The first use of each word and group, in the order of the table.

    It is not before `earliest` nor after `latest`; where another document of the group may hold it,
    `has_rivals`.
    """

    word: np.ndarray
    group: np.ndarray
    position: np.ndarray
    size: np.ndarray
    earliest: np.ndarray
    latest: np.ndarray
    has_rivals: np.ndarray


def _read_times(corpus: Corpus) -> _Times:
    published = corpus.documents["published"].astype("string")
    stamps = publication_stamps(corpus.documents)
    months = published.where(published.str.len() > len("2031"), published + "-12")
    last_days = months.where(months.str.len() > len("2031-12"), months + "-31")
    # Behind every time of the day.
    ends = stamps.where(stamps.str.len() > len("2031-12-31"), last_days + "T24")
    moments = pd.concat([stamps, ends]).fillna("").to_numpy(str)
    earliest, latest = np.split(np.unique(moments, return_inverse=True)[1], 2)
    return _Times(earliest, latest, published.notna().to_numpy(bool))


def _find_first_uses(corpus: Corpus, hits: Hits, groups: Membership, times: _Times) -> _Uses:
    document, group = (
        corpus.token_documents[hits.position],
        groups.groups_at(corpus, hits.position, hits.size),
    )
    known = np.flatnonzero((group >= 0) & times.is_dated[document])
    keys = (hits.position, times.earliest[document], group, hits.word)
    known = known[np.lexsort([key[known] for key in keys])]
    is_new = (np.diff(hits.word[known], prepend=-1) != 0) | (np.diff(group[known], prepend=-1) != 0)
    first = known[is_new]
    latest, has_rivals = _bound(document[known], is_new, times)
    found = (hits.word[first], group[first], hits.position[first], hits.size[first])
    earliest = times.earliest[document[first]]
    order = np.lexsort([group[first], earliest, hits.word[first]])
    return _Uses(*(column[order] for column in (*found, earliest, latest, has_rivals)))


def _bound(document: np.ndarray, is_new: np.ndarray, times: _Times) -> tuple[np.ndarray, np.ndarray]:
    """When at the latest the first of each run of documents was published, and if others may be the first.

    A run begins where `is_new`, with the document that comes first in the order of publication.
    """
    number = np.cumsum(is_new) - 1
    latest = np.full(is_new.sum(), np.iinfo(np.int64).max)
    np.minimum.at(latest, number, times.latest[document])
    is_rival = (times.earliest[document] <= latest[number]) & (document != document[is_new][number])
    return latest, np.bincount(number, is_rival, minlength=len(latest)) > 0


def _make_table(
    corpus: Corpus, names: list[str], groups: Membership, times: _Times, uses: _Uses, by: str | None
) -> pd.DataFrame:
    matches = Matches(uses.position, uses.size)
    lines = cut_lines(corpus, matches, context=_CONTEXT, limit=None, seed=1)
    document = corpus.token_documents[uses.position]
    is_first, is_tied = _compare(uses)
    columns = {
        "word": pd.Series(names, dtype=str).take(uses.word).reset_index(drop=True),
        "published": lines["published"],
        "published_time": corpus.documents["published_time"].take(document).reset_index(drop=True),
        "is_first": is_first,
        "is_tied": is_tied,
        "days_after": _count_days(lines["published"], uses.word),
        "n_documents_before": _count_before(uses, groups, times),
        **({} if by == "source" else {"source": lines["source"]}),
        **{name: lines[name] for name in ("doc_id", "left", "node", "right")},
    }
    if by in columns:
        raise UserError(
            f"by = {by!r} is also the name of a column of the result; rename the column of the metadata"
        )
    table = pd.DataFrame(columns)
    if by is not None:
        table.insert(1, by, pd.Series(groups.labels, dtype=str).take(uses.group).reset_index(drop=True))
    return table


def _compare(uses: _Uses) -> tuple[np.ndarray, np.ndarray]:
    """Whether no other first use of the word is known to be earlier, and whether one may be as early."""
    is_first, is_tied = np.ones(len(uses.word), bool), np.zeros(len(uses.word), bool)
    for word in np.unique(uses.word):
        its = uses.word == word
        starts, ends = np.sort(uses.earliest[its]), np.sort(uses.latest[its])
        n_begun = np.searchsorted(starts, uses.latest[its], side="right")
        n_over = np.searchsorted(ends, uses.earliest[its])
        is_first[its], is_tied[its] = n_over == 0, n_begun - n_over > 1
    return is_first, is_tied


def _count_days(published: pd.Series, word: np.ndarray) -> pd.Series:
    """The days from the first date of each word, which comes first, to each of its dates."""
    days = pd.to_datetime(published.where(published.str.len() == len("2031-12-31")), format="%Y-%m-%d")
    first = days.take(np.searchsorted(word, word)).to_numpy()
    return (days - first).dt.days.astype("Int64")


def _count_before(uses: _Uses, groups: Membership, times: _Times) -> np.ndarray:
    """How many documents of each use's group are known to be earlier."""
    dated = times.is_dated[groups.document]
    n = int(times.latest.max(initial=0)) + 1
    ends = np.sort(groups.group[dated].astype(np.int64) * n + times.latest[groups.document[dated]])
    group = uses.group.astype(np.int64) * n
    return np.searchsorted(ends, group + uses.earliest) - np.searchsorted(ends, group)


def _note_undated(times: _Times) -> list[str]:
    n_undated = int((~times.is_dated).sum())
    n = len(times.is_dated)
    return [f"{n_undated:,} of {n:,} documents have no date and are left out."] if n_undated else []


def _note_rivals(has_rivals: np.ndarray) -> list[str]:
    n = int(has_rivals.sum())
    if not n:
        return []
    return [
        f"In {n:,} of {len(has_rivals):,} rows another document of the group may be as early; the one shown "
        "stands first in the order of publication."
    ]
