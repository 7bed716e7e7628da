"""Readability: how long the words and sentences of each document are, and the indices made of them."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.selections import main_language
from tenor.errors import UserError
from tenor.frequency.document_tables import DOCUMENT, measure_groups, note_none
from tenor.frequency.groups import note_counted
from tenor.frequency.measures import readability as measures
from tenor.frequency.measures.syllables import count_syllables
from tenor.tables import describe

MEASURES = (
    *("words_per_sentence", "characters_per_word", "syllables_per_word"),
    *("flesch", "flesch_kincaid", "gunning_fog", "smog", "ari", "lix"),
)
# Words of more letters are long to LIX, words of as many syllables or more to the fog index and to SMOG.
_LETTERS, _SYLLABLES = 6, 3


def readability(corpus: Corpus, *, by: str | None = None, count: str = "documents") -> pd.DataFrame:
    """Measure the lengths of sentences and words, document by document, and the usual indices of readability.

    One row is a document: `doc_id`, `source`, `published`, `n_words`, `n_sentences` with a counted word, and

    - `words_per_sentence`, `characters_per_word` (letters and digits), `syllables_per_word`
    - `flesch`: reading ease, about 100 very easy, 60 plain, 30 difficult
    - `flesch_kincaid`, `gunning_fog`, `smog` and `ari`: school grades; `smog` is missing below 30 sentences
    - `lix`: about 30 easy, 40 a newspaper, 60 difficult; in any language

    All are missing for a document without words. Syllables and the other indices are those of English, and
    are missing for documents known to be in another language; of unknown language are most documents of the
    corpus. With `by` (a metadata column, "week", "month" or "year", "voice" or "speaker") one row is a part:
    `n_documents`, `n_short` of fewer than 30 sentences, `n_words` of all, `words_per_document` in the median
    one, and the median of each measure over the documents that have it.

    A selection of voices is cut out of its sentences, which makes them short: compare voices by the lengths
    of words, not by the indices. Headings count as sentences. The indices were fitted to schoolbooks and
    manuals; on news they tell long words and sentences, and not whether a reader understands. Dale-Chall's
    is left out, since it needs a list of easy words that Tenor does not hold.

    Raises
    ------
    UserError
        If `by` is no column, `count` is not allowed, or the terms of the corpus are no words as written.

    References
    ----------
    Flesch (1948), Kincaid et al. (1975), Gunning (1952), McLaughlin (1969), Smith & Senter (1967), Björnsson
    (1968).

    >>> from tenor.corpus import from_texts
    >>> table = readability(from_texts(["The old dam holds. It will hold."]))
    >>> table[["words_per_sentence", "syllables_per_word", "flesch"]].round(2).values.tolist()
    [[3.5, 1.0, 118.68]]
    """
    _check_unit(corpus)
    counted = corpus.counted_by(count, by)
    parts = counted.split(by)
    sizes = _size_terms(counted)
    tables = [_measure_documents(part.corpus, sizes) for part in parts]
    n_short = [int((table["n_sentences"] < measures.SMOG_SENTENCES).sum()) for table in tables]
    table = tables[0] if by is None else measure_groups(parts, tables, MEASURES, by, n_short=n_short)
    return describe(
        table,
        title="Lengths of words and sentences, and readability",
        row="one row is a document" if by is None else f"one row is a {by}; values are medians of documents",
        notes=[
            *note_none(table),
            f"smog is missing below {measures.SMOG_SENTENCES} sentences; documents so short: "
            f"{sum(n_short):,}. Syllables are estimated from the spelling.",
            *_note_languages(counted),
            *note_counted(corpus, counted, count, by, parts),
        ],
    )


def _check_unit(corpus: Corpus) -> None:
    unit = corpus.unit
    if unit.name not in ("word", "form") or unit.joined:
        has = "terms of several words" if unit.joined else f"the unit {unit.name!r}"
        raise UserError(
            f"readability counts letters and syllables of words as written, and this corpus has {has}; "
            "start from the corpus as it was opened"
        )


class _Counts(NamedTuple):
    """One entry a document, or a term; long words have more than six letters, polysyllables three syllables
    or more."""

    n_characters: np.ndarray
    n_syllables: np.ndarray
    n_long: np.ndarray
    n_polysyllables: np.ndarray


def _size_terms(corpus: Corpus) -> _Counts:
    """The sizes of each term id; 0 for marks and for what does not occur."""
    occurs = corpus.vocabulary["is_word"].to_numpy() & (corpus.frequencies > 0)
    n_characters, n_syllables = np.zeros((2, len(occurs)), np.int64)
    words = corpus.vocabulary["term"][occurs].tolist()
    n_characters[occurs] = [sum(map(str.isalnum, word)) for word in words]
    n_syllables[occurs] = [count_syllables(word) for word in words]
    are_long = (n_characters > _LETTERS, n_syllables >= _SYLLABLES)
    return _Counts(n_characters, n_syllables, *(are.astype(np.int64) for are in are_long))


def _measure_documents(corpus: Corpus, sizes: _Counts) -> pd.DataFrame:
    n_words, n_sentences = corpus.documents["n_words"].to_numpy(np.int64), _count_sentences(corpus)
    counts = _Counts(*(corpus.counts @ size for size in sizes))
    is_english = _is_english(corpus)
    english = _Counts(*(np.where(is_english, counted, np.nan) for counted in counts))
    return corpus.documents[DOCUMENT].assign(
        n_words=n_words,
        n_sentences=n_sentences,
        words_per_sentence=_ratio(n_words, n_sentences),
        characters_per_word=_ratio(counts.n_characters, n_words),
        syllables_per_word=_ratio(english.n_syllables, n_words),
        flesch=measures.flesch_reading_ease(n_words, n_sentences, english.n_syllables),
        flesch_kincaid=measures.flesch_kincaid_grade(n_words, n_sentences, english.n_syllables),
        gunning_fog=measures.gunning_fog(n_words, n_sentences, english.n_polysyllables),
        smog=measures.smog(n_sentences, english.n_polysyllables),
        ari=measures.automated_readability(n_words, n_sentences, english.n_characters),
        lix=measures.lix(n_words, n_sentences, counts.n_long),
    )


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)


def _count_sentences(corpus: Corpus) -> np.ndarray:
    """How many sentences of each document hold a counted word."""
    before = np.concatenate([[0], np.cumsum(corpus.is_counted)])
    has_words = np.diff(before[corpus.sentence_bounds]) > 0
    return np.bincount(corpus.sentence_documents[has_words], minlength=len(corpus.documents))


def _is_english(corpus: Corpus) -> np.ndarray:
    """Whether each document is in English, as those of unknown language are taken to be if the others are."""
    languages = corpus.documents["language"]
    main = main_language(corpus.whole.documents["language"]) or "en"
    return (languages.fillna(main) == "en").to_numpy(bool)


def _note_languages(corpus: Corpus) -> list[str]:
    n_other = int((~_is_english(corpus)).sum())
    if not n_other:
        return []
    n = len(corpus.documents)
    return [f"{n_other:,} of {n:,} documents are not in English: of the indices they have lix alone."]
