"""Patterns: what a query means, piece by piece.

A query is a word or a phrase: pieces with white space between them. A piece is

- plain text, which is parted into terms as the texts are: "port", "don’t", "strike!"
- a wildcard: `*` for any letters or none, `?` for one, as in "strik*" and "wom?n"; `*` alone is any one
  word, `?` alone the mark
- a regular expression between slashes, which has to fit the whole term: "/strik(e|es|ing)/"

Large and small letters are the same, in regular expressions too, unless the corpus counts forms. A backslash
takes the sign behind it as it is. Regular expressions are those of RE2: matching takes time in proportion to
the text and to the size of the pattern, which is limited, and in return there are no look-arounds and no
references back.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus import Corpus
from tenor.corpus.tokens import tokenize
from tenor.corpus.units import Unit
from tenor.corpus.vocabularies import fold, straighten
from tenor.errors import UserError
from tenor.frequency.phrases import terms_of
from tenor.frequency.queries.expressions import check_size, read_expression
from tenor.frequency.units import to_unit

# Letters that no text has, to stand for the wildcards while a query is parted as a text.
_ANY_LETTERS, _ONE_LETTER = "ꙮ", "ᢰ"
_SIGNS = {"*": _ANY_LETTERS, "?": _ONE_LETTER}
_SPECIAL = re.compile(r"[\\*?]|^/")
_CHUNK = re.compile(r"(?<!\S)/(?:\\.|[^/\\])+/(?!\S)|\S+")


@dataclass(frozen=True)
class Piece:
    """One token of a query: a term, or a pattern of terms. `told` is how it was written, `is_pattern` if it
    is one; a wildcard fits words only."""

    told: str
    pattern: str = ""
    is_wildcard: bool = False

    @property
    def is_pattern(self) -> bool:
        return bool(self.pattern)


def read_query(corpus: Corpus, query: str, *, parameter: str = "query") -> list[Piece]:
    """The pieces of a query, in the unit of the corpus and with its phrases joined.

    Raises
    ------
    UserError
        If there is nothing to look for in it, or a regular expression cannot be read or is too large.
    """
    name = corpus.unit.name
    pieces = parse(query, parameter=parameter, to_term=straighten if name == "form" else fold)
    if corpus.unit == Unit():
        return pieces
    if any(piece.is_pattern for piece in pieces):
        return [piece if piece.is_pattern else Piece(to_unit(corpus, piece.told)) for piece in pieces]
    return [Piece(term) for term in terms_of(corpus, told(pieces))]


def read_terms(corpus: Corpus, text: str) -> list[Piece]:
    """The pieces that look for terms of the corpus, as a table has them with spaces between."""
    phrases = [joined for listed in corpus.unit.joined for _, joined in listed]
    longest_first = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    pattern = rf"(?<!\S)(?:{longest_first})(?!\S)|\S+" if phrases else r"\S+"
    return [Piece(term) for term in re.findall(pattern, text)]


def parse(query: str, *, parameter: str = "query", to_term: Callable[[str], str] = fold) -> list[Piece]:
    """Part a query into its pieces; `to_term` gives the term of a word as written.

    Raises
    ------
    UserError
        If there is nothing to look for in it, or a regular expression cannot be read or is too large.

    >>> [piece.told for piece in parse("Don’t strik*!")]
    ["don't", 'strik*', '!']
    """
    if not isinstance(query, str):
        raise UserError(f"{parameter}: {query!r} is no text; give a word or phrase such as 'port strike'")
    chunks = _CHUNK.findall(query)
    pieces = [piece for chunk in chunks for piece in _parse_chunk(chunk, query, parameter, to_term)]
    if not pieces:
        raise UserError(
            f"{parameter}: {query!r} holds nothing to look for; give a word or phrase such as 'port strike'"
        )
    return pieces


def _parse_chunk(chunk: str, query: str, parameter: str, to_term: Callable[[str], str]) -> list[Piece]:
    if len(chunk) > 2 and chunk[0] == chunk[-1] == "/":
        return [_read_expression(chunk, parameter, to_term)]
    if chunk[0] == "/" and len(chunk) > 1:
        raise UserError(
            f"{parameter}: {query!r} has a regular expression without an end; write it between slashes and "
            "without spaces, such as /strik(e|ing)/, or \\/ for a slash"
        )
    forms = tokenize([_mark_wildcards(chunk).encode(errors="replace")]).forms
    return [_read_term(to_term(form), parameter) for form in forms.to_pylist()]


def _read_expression(chunk: str, parameter: str, to_term: Callable[[str], str]) -> Piece:
    expression = "".join(sign if sign.isascii() else to_term(sign) for sign in chunk[1:-1])
    return Piece(f"/{expression}/", read_expression(expression, parameter))


def _mark_wildcards(chunk: str) -> str:
    """The chunk with letters for its wildcards, and without the backslashes before signs to be taken as
    such."""
    marked, place = [], 0
    holds_letters = any(sign.isalnum() or sign == "*" for sign in chunk)
    while place < len(chunk):
        sign = chunk[place]
        if sign == "\\" and place + 1 < len(chunk):
            place += 1
            sign = chunk[place]
        elif sign == "*" or (sign == "?" and holds_letters):
            sign = _SIGNS[sign]
        marked.append(sign)
        place += 1
    return "".join(marked)


def _read_term(term: str, parameter: str) -> Piece:
    told = term.replace(_ANY_LETTERS, "*").replace(_ONE_LETTER, "?")
    if not {_ANY_LETTERS, _ONE_LETTER} & set(term):
        return Piece(told)
    pattern = re.escape(term).replace(_ANY_LETTERS, ".*").replace(_ONE_LETTER, ".")
    check_size(told, pattern, parameter)
    return Piece(told, rf"\A{pattern}\z", is_wildcard=True)


def term_ids(corpus: Corpus, piece: Piece) -> np.ndarray:
    """The ids of the terms that a piece stands for, ascending."""
    terms = pa.array(corpus.vocabulary["term"])
    if not piece.is_pattern:
        place = pc.index(terms, pa.scalar(piece.told, terms.type)).as_py()
        return np.array([place] if place >= 0 else [], np.intp)
    any_case = corpus.unit.name != "form"
    fits = pc.match_substring_regex(terms, piece.pattern, ignore_case=any_case)
    found = fits.to_numpy(zero_copy_only=False)
    return np.flatnonzero(found & corpus.vocabulary["is_word"].to_numpy() if piece.is_wildcard else found)


def matching_terms(corpus: Corpus, query: str, *, parameter: str = "query") -> np.ndarray:
    """Whether each term of the vocabulary fits a query of one piece.

    Raises
    ------
    UserError
        If the query has several pieces, or none, or is no pattern.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The strike; strikes and struck."])
    >>> corpus.vocabulary["term"][matching_terms(corpus, "strik*")].tolist()
    ['strike', 'strikes']
    """
    pieces = read_query(corpus, query, parameter=parameter)
    if len(pieces) > 1:
        raise UserError(
            f"{parameter}: {query!r} is {len(pieces)} words; here it chooses among single words, such as "
            f"'strik*'"
        )
    fits = np.zeros(len(corpus.vocabulary), bool)
    fits[term_ids(corpus, pieces[0])] = True
    return fits


def escape(text: str) -> str:
    """A query that looks for the words of `text` as they are.

    >>> escape("what?")
    'what\\\\?'
    """
    return " ".join(_SPECIAL.sub(lambda sign: "\\" + sign[0], chunk) for chunk in text.split())


def told(pieces: Sequence[Piece]) -> str:
    """The pieces as text."""
    return " ".join(piece.told for piece in pieces)
