"""Distinctive words: which words to follow over time when the user names none."""

import numpy as np

from tenor.corpus import Corpus
from tenor.frequency.counts import TermCounts, count_terms, count_terms_of_parts
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value

LEAST_DOCUMENTS = 3


def pick_words(
    corpus: Corpus, *, top_n: int = 6, period: str = "auto", count: str = "documents", stop_words: str = "en"
) -> list[str]:
    """Pick the words whose documents are most unevenly spread over the periods, the most uneven first.

    Each word's documents with and without it are counted in every period, and the words ranked by G² of that
    table: counting documents, not occurrences, keeps out the words that one document repeats. Stop words,
    words without a letter and words of fewer than 3 documents are picked only where there are no others.
    Equal words, as all are where there is but one period, follow in the order of their documents, their
    occurrences and the alphabet. A corpus without words gives none.

    With `count` "stories", near-copies of one text count once: the earliest of them.

    Raises
    ------
    UserError
        If `top_n`, `period` or `stop_words` is not allowed.

    >>> from tenor.corpus import from_texts
    >>> texts = ["The dam broke."] * 3 + ["The dam holds."] * 3
    >>> pick_words(from_texts(texts, published=["2031-01"] * 3 + ["2031-02"] * 3), top_n=2)
    ['broke', 'holds']
    """
    check_value("top_n", top_n)
    check_value("period", period)
    words, _ = stop_word_list(stop_words)
    corpus = corpus.counted_by(count)
    counts = count_terms(corpus)
    has_content = ~mark_stop_words(corpus, words)[counts.term]
    has_content &= corpus.vocabulary["term"].take(counts.term).str.contains(r"[^\W\d_]").to_numpy(bool)
    is_common = has_content & (counts.document_frequency >= LEAST_DOCUMENTS)
    is_candidate = next(filter(np.any, (is_common, has_content)), np.ones(len(counts.term), bool))
    candidates = TermCounts(*(column[is_candidate] for column in counts))
    unevenness = _unevenness(corpus, candidates.term, corpus.period() if period == "auto" else period)
    keys = (candidates.term, -candidates.frequency, -candidates.document_frequency, -unevenness.round(9))
    best = candidates.term[np.lexsort(keys)[:top_n]]
    return corpus.vocabulary["term"].take(best).tolist()


def _unevenness(corpus: Corpus, term: np.ndarray, unit: str) -> np.ndarray:
    """G² of the documents with and without each term, by period; documents without a period are left out."""
    period_of, labels = corpus.groups(unit)
    sizes = np.bincount(period_of + 1, minlength=len(labels) + 1)[1:]
    with_term, cells = np.zeros(len(term), np.int64), np.zeros(len(term))
    counts = count_terms_of_parts(corpus, period_of, len(labels))
    for size, its in zip(sizes.tolist(), counts, strict=True):
        found = np.bincount(its.term, its.document_frequency, len(corpus.vocabulary)).astype(np.int64)[term]
        with_term += found
        cells += _entropy_term(found) + _entropy_term(size - found)
    margins = _entropy_term(with_term) + _entropy_term(sizes.sum() - with_term) + _entropy_term(sizes).sum()
    return 2 * (cells - margins + _entropy_term(sizes.sum()))


def _entropy_term(n: np.ndarray) -> np.ndarray:
    return n * np.log(np.maximum(n, 1))
