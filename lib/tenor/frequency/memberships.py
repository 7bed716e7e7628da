"""Memberships: which documents hold words of which group, and which group's an occurrence is."""

from dataclasses import dataclass

import numpy as np

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.corpus.voices import VOICES
from tenor.frequency.groups import note_missing


@dataclass(frozen=True)
class Membership:
    """The groups that `by` makes of a corpus, in one pass however many there are.

    `document`, `group` and `n_words` have one entry a document and group of it; `n_words` are its words of
    that group. `missing` is what has no group: how many of how many documents or words.
    """

    labels: list[str]
    document: np.ndarray
    group: np.ndarray
    n_words: np.ndarray
    missing: tuple[int, int, str]
    _codes: np.ndarray
    _is_of_tokens: bool

    def groups_at(self, corpus: Corpus, positions: np.ndarray, sizes: np.ndarray) -> np.ndarray:
        """The group of the tokens from each of the positions on, -1 for none or more than one."""
        if not self._is_of_tokens:
            return self._codes[corpus.token_documents[positions]]
        groups = self._codes[positions]
        for step in range(1, sizes.max(initial=1)):
            longer = np.flatnonzero(sizes > step)
            groups[longer[self._codes[positions[longer] + step] != groups[longer]]] = -1
        return groups

    def note(self, by: str | None) -> list[str]:
        """A footnote on what has no group, if there is any."""
        return note_missing(*self.missing, by)


def membership(corpus: Corpus, by: str | None) -> Membership:
    """Part the corpus as `Corpus.split` does; `None` makes one group of all.

    Raises
    ------
    UserError
        If there is no such column.
    """
    if by in TOKEN_COLUMNS:
        return _of_tokens(corpus, by)
    n = len(corpus.documents)
    codes, labels = (np.zeros(n, np.int32), [""]) if by is None else corpus.groups(by)
    document = np.flatnonzero(codes >= 0)
    n_words = corpus.documents["n_words"].to_numpy(np.int64)[document]
    missing = (n - len(document), n, "documents")
    return Membership(labels, document, codes[document], n_words, missing, codes, False)


def _of_tokens(corpus: Corpus, by: str) -> Membership:
    codes, names = (
        (corpus.token_voices, VOICES) if by == "voice" else (corpus.token_speakers, corpus.speakers)
    )
    words = np.flatnonzero(corpus.is_counted & (codes >= 0))
    keys, n_words = _count_runs(corpus.token_documents[words].astype(np.int64) * len(names) + codes[words])
    document, code = np.divmod(keys, max(len(names), 1))
    held = np.unique(code)
    # The code -1, of a token without a group, picks the last entry.
    groups = np.full(len(names) + 1, -1)
    groups[held] = np.arange(len(held))
    missing = (corpus.n_words - len(words), corpus.n_words, "words")
    labels = [str(names[number]) for number in held]
    return Membership(labels, document, groups[code], n_words, missing, groups[codes], True)


def _count_runs(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different keys, ascending, and how often each is there; fast where equal ones stand together."""
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    found, numbers = np.unique(keys[firsts], return_inverse=True)
    lengths = np.diff(firsts, append=len(keys))
    return found, np.bincount(numbers, lengths, minlength=len(found)).astype(np.int64)
