"""Phrases: terms of several words that count as one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from tenor import project
from tenor.corpus import Corpus, from_texts
from tenor.corpus.units import Phrase
from tenor.errors import UserError
from tenor.frequency.joining import find_matches, join_matches
from tenor.frequency.lists import read_lines
from tenor.frequency.units import in_units

_N_NAMED = 10


def join_terms(corpus: Corpus, phrases: Iterable[str]) -> Corpus:
    """The corpus with each of `phrases` counted as one term wherever it occurs.

    A phrase is split as texts are, into terms of the corpus' unit: in a corpus of lemmas "port strike" joins
    "port strikes", too. It occurs where these follow one another inside a sentence, boilerplate and words
    that are not selected aside. Where phrases overlap the longest is joined, of equally long ones the
    leftmost. A joined term is one word, and its own words are not counted beside it. Texts and positions stay
    the same.

    Without any phrase the corpus stays as it is. The notes of tables tell how often phrases were joined, and
    which do not occur.

    Raises
    ------
    UserError
        If a phrase holds nothing to look for.

    >>> from tenor.corpus import from_texts
    >>> from tenor.frequency import word_list
    >>> corpus = join_terms(from_texts(["The port strike holds. A strike!"]), ["port strike"])
    >>> word_list(corpus)["term"].tolist()
    ['a', 'holds', 'port strike', 'strike', 'the']
    """
    listed = _split(corpus, [phrases] if isinstance(phrases, str) else list(phrases))
    if not listed:
        return corpus
    several = tuple((terms, joined) for terms, joined in listed.items() if len(terms) > 1)
    changed, n_joined = _join(corpus, several)
    return changed.replace(*_notes(several, n_joined, len(listed) - len(several)))


def read_phrases(path: str) -> list[str]:
    """Read the phrases in a text file in UTF-8, one a line; lines that start with # are not read.

    Raises
    ------
    UserError
        If the file cannot be read or holds no phrase.
    """
    return read_lines(project.resolve(path), "phrases", "phrase")


def terms_of(corpus: Corpus, text: str) -> list[str]:
    """The terms, words and marks, that a text has in this corpus: in its unit, with its phrases joined.

    >>> corpus = join_terms(in_units(from_texts([""]), "stem", language="en"), ["port strike"])
    >>> terms_of(corpus, "Two port strikes!")
    ['two', 'port strike', '!']
    """
    split = _like(corpus, [text])
    return split.vocabulary["term"].take(split.terms).tolist()


def _like(corpus: Corpus, texts: Sequence[str]) -> Corpus:
    """The texts as a corpus in the unit of `corpus`, with its phrases joined."""
    split = in_units(from_texts(texts), corpus.unit.name, language=corpus.unit.language)
    for phrases in corpus.unit.joined:
        split, _ = _join(split, phrases)
    return split


def _split(corpus: Corpus, phrases: Sequence[str]) -> dict[tuple[str, ...], str]:
    """The terms of each phrase, and the term that they are joined to."""
    split = _like(corpus, phrases)
    terms = split.vocabulary["term"].take(split.terms).tolist()
    is_spaced = np.append(False, split.starts[1:] > split.ends[:-1])
    parts = [f" {term}" if space else term for term, space in zip(terms, is_spaced, strict=False)]
    listed = {}
    for number, phrase in enumerate(phrases):
        first, end = split.document_bounds[number : number + 2]
        if first == end:
            raise UserError(
                f"phrases: {phrase!r} holds nothing to look for; give phrases such as 'port strike'"
            )
        listed[tuple(terms[first:end])] = "".join(parts[first:end]).lstrip()
    return listed


def _join(corpus: Corpus, phrases: tuple[Phrase, ...]) -> tuple[Corpus, np.ndarray]:
    """The corpus with the phrases joined, and how often each was."""
    matches = find_matches(corpus, [terms for terms, _ in phrases])
    changed = join_matches(corpus, [joined for _, joined in phrases], matches)
    unit = replace(corpus.unit, joined=(*corpus.unit.joined, phrases))
    return changed.replace(unit=unit), np.bincount(matches.phrase, minlength=len(phrases))


def _notes(phrases: Sequence[Phrase], n_joined: np.ndarray, n_single: int) -> list[str]:
    absent = [joined for (_, joined), n in zip(phrases, n_joined, strict=True) if not n]
    n_found = len(phrases) - len(absent)
    notes = [f"Phrases that count as one term each: {n_found:,}, joined in {n_joined.sum():,} places."]
    if absent:
        more = f" and {len(absent) - _N_NAMED:,} more" if len(absent) > _N_NAMED else ""
        notes.append(
            f"Phrases that do not occur, or only inside longer ones: {', '.join(absent[:_N_NAMED])}{more}."
        )
    return [*notes, *([f"Phrases of one word, which stay as they are: {n_single:,}."] if n_single else [])]
