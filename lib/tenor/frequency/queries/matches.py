"""Matches: where a query stands in a corpus, and what to offer when it does not."""

import difflib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tenor.corpus import Corpus
from tenor.frequency.queries.patterns import Piece, read_query, term_ids, told

# How many of the words that a pattern fits are named.
_NAMED = 6
# How many words a missing one is compared with.
_COMPARED = 5000
# How much longer sorting positions takes than a look at as many tokens.
_SORTING = 8


class Matches(NamedTuple):
    """One entry a match, in text order: its first token, and how many tokens it is long."""

    positions: np.ndarray
    sizes: np.ndarray

    def take(self, numbers: np.ndarray) -> "Matches":
        """The matches with these numbers, in this order."""
        return Matches(self.positions[numbers], self.sizes[numbers])


def find(corpus: Corpus, query: str, *, parameter: str = "query") -> Matches:
    """Find a word, phrase or pattern: see `tenor.frequency.queries.patterns`.

    The tokens of a phrase follow one another inside a sentence: a mark between them keeps them apart unless
    it is one of the pieces. Matches may overlap. What measures do not count is not searched.

    Raises
    ------
    UserError
        If the query is empty or no pattern.

    >>> from tenor.corpus import from_texts
    >>> find(from_texts(["The port strike, the port struck."]), "port str*").positions.tolist()
    [1, 5]
    """
    return find_pieces(corpus, read_query(corpus, query, parameter=parameter))


def find_pieces(corpus: Corpus, pieces: list[Piece]) -> Matches:
    """Find the pieces of a query, one behind the other."""
    ids = [term_ids(corpus, piece) for piece in pieces]
    rarest = int(np.argmin([corpus.frequencies[its].sum() for its in ids]))
    positions = _positions(corpus, ids[rarest])
    if len(pieces) > 1:
        positions = positions - rarest
        positions = positions[(positions >= 0) & (positions + len(pieces) <= len(corpus.terms))]
    for step, its in enumerate(ids):
        if step != rarest and len(positions):
            positions = positions[_are_among(corpus, its, positions + step)]
    positions = _inside_sentences(corpus, positions, len(pieces))
    return Matches(positions, np.full(len(positions), len(pieces)))


def _positions(corpus: Corpus, ids: np.ndarray) -> np.ndarray:
    """Where the terms stand: from the index, or by a look at all tokens where sorting would take longer."""
    if len(ids) > 1 and corpus.frequencies[ids].sum() * _SORTING > len(corpus.terms):
        return np.flatnonzero(_are_among(corpus, ids, slice(None)))
    return corpus.positions(ids)


def _are_among(corpus: Corpus, ids: np.ndarray, positions: np.ndarray | slice) -> np.ndarray:
    """Whether the counted tokens at `positions` have one of these term ids."""
    is_wanted = np.zeros(len(corpus.vocabulary) + 1, bool)
    is_wanted[ids] = True
    return is_wanted[corpus.counted_terms[positions]]


def _inside_sentences(corpus: Corpus, positions: np.ndarray, size: int) -> np.ndarray:
    """The positions from which `size` tokens lie in one sentence."""
    if size == 1:
        return positions
    bounds = corpus.sentence_bounds
    positions = positions.astype(bounds.dtype)
    ends = bounds[np.searchsorted(bounds, positions, side="right")]
    return positions[positions + size <= ends]


def find_any(corpus: Corpus, queries: Sequence[str], *, parameter: str = "query") -> Matches:
    """Find each of several queries: all matches in text order, each once."""
    return join_matches([find(corpus, query, parameter=parameter) for query in queries])


def quoted(queries: Sequence[str]) -> str:
    """The queries as a title names them."""
    return ", ".join(f"“{query}”" for query in queries) or "no word"


def join_matches(found: list[Matches]) -> Matches:
    """All matches in text order, each once."""
    if len(found) == 1:
        return found[0]
    longest = max((matches.sizes.max(initial=0) for matches in found), default=0) + 1
    codes = [matches.positions.astype(np.int64) * longest + matches.sizes for matches in found]
    return Matches(*np.divmod(np.unique(np.concatenate([np.zeros(0, np.int64), *codes])), longest))


def note_queries(corpus: Corpus, queries: Sequence[str]) -> list[str]:
    """Footnotes on each query: that it does not occur, or which words its patterns fit."""
    if not queries:
        return ["There is no word to look for."]
    return [note for query in queries for note in note_query(corpus, query, _count(corpus, query))]


def _count(corpus: Corpus, query: str) -> int:
    """How often a query matches."""
    pieces = read_query(corpus, query)
    if len(pieces) == 1:
        return int(corpus.frequencies[term_ids(corpus, pieces[0])].sum())
    return len(find_pieces(corpus, pieces).positions)


def note_query(corpus: Corpus, query: str, n_matches: int) -> list[str]:
    """Footnotes on a query: that it does not occur, or which words its patterns fit."""
    pieces = read_query(corpus, query)
    if not n_matches:
        return [note_absent(corpus, pieces)]
    place = " in the corpus" if len(pieces) > 1 else ""
    patterns = [piece for piece in dict.fromkeys(pieces) if piece.is_pattern and piece.told != "*"]
    return [_note_fitting(corpus, piece, place) for piece in patterns]


def note_absent(corpus: Corpus, pieces: list[Piece]) -> str:
    """A footnote that a query does not occur, with words of the corpus spelt like those it lacks."""
    occurs = corpus.frequencies > 0
    missing = [piece for piece in pieces if not occurs[term_ids(corpus, piece)].any()]
    near = [word for piece in missing if not piece.is_pattern for word in suggest(corpus, piece.told)]
    hint = f" Words spelt like it: {', '.join(dict.fromkeys(near))}." if near else ""
    if not missing:
        hint = " Its words do, but do not follow one another so in a sentence."
    if any(piece.is_wildcard and piece.told.endswith("?") for piece in missing):
        hint = f"{hint} In a query ? stands for a letter; write \\? for the mark."
    return f"“{told(pieces)}” does not occur in the corpus.{hint}"


def suggest(corpus: Corpus, word: str) -> list[str]:
    """Words of the corpus that are spelt like one that it lacks, the likest first.

    They begin with the same letter or end with the same two, and are among the commonest of these: comparing
    all words of a large corpus would take seconds.

    >>> from tenor.corpus import from_texts
    >>> suggest(from_texts(["The harbour, the harbours."]), "harbor")
    ['harbour', 'harbours']
    """
    frequencies = np.where(corpus.vocabulary["is_word"], corpus.frequencies, 0)
    terms = corpus.vocabulary["term"]
    alike = terms.str.startswith(word[:1]) | terms.str.endswith(word[-2:])
    alike &= (terms.str.len() - len(word)).abs() <= 2
    candidates = np.flatnonzero(alike & (frequencies > 0))
    commonest = candidates[np.argsort(-frequencies[candidates], kind="stable")[:_COMPARED]]
    return difflib.get_close_matches(word, terms.take(commonest).tolist())


def _note_fitting(corpus: Corpus, piece: Piece, place: str) -> str:
    ids = term_ids(corpus, piece)
    ids = ids[corpus.frequencies[ids] > 0]
    ids = ids[np.argsort(-corpus.frequencies[ids], kind="stable")]
    words = corpus.vocabulary["term"].take(ids[:_NAMED])
    named = ", ".join(f"{word} ({corpus.frequencies[number]:,})" for number, word in words.items())
    more = f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else ""
    n_words = "1 word" if len(ids) == 1 else f"{len(ids):,} different words"
    return f"“{piece.told}” fits {n_words}{place}: {named}{more}."
