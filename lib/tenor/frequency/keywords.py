"""Keywords: the words that mark one group of documents against all the others."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError, check_choice
from tenor.frequency.contrasts import adjust_p_values, g2, g2_p_value, log_ratio
from tenor.frequency.counts import TermCounts, count_cells, count_terms
from tenor.frequency.groups import Group, note_stories, note_ungrouped, split_documents, stack_tables
from tenor.frequency.rates import per_million
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe

# A word of one or two documents tells of their subject, not of the group's language.
FEW_DOCUMENTS = 3


def keyness(
    corpus: Corpus,
    *,
    by: str = "source",
    target: str = "",
    count: str = "documents",
    min_frequency: int = 5,
    stop_words: str = "en",
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Compare the words of one group of documents, the target, with those of all other groups, the reference.

    `by` names the metadata column that makes the groups, or "week", "month" or "year"; `target` is the label
    of one of them, "" for each in its turn. One row is a term and target:

    - `term`; `frequency` and `reference_frequency`; `per_million` words and `reference_per_million`
    - `log_ratio`: how large the difference is: 1 is twice as frequent in the target, -1 half, 0 equal; a
      frequency of 0 counts as 0.5 there, so such ratios are a convention
    - `g2`: how sure the difference is (four-cell log-likelihood ratio), negative where the target has less
    - `p_value` of `g2`, and `p_adjusted` for all terms tested with the same target (Benjamini-Hochberg)
    - `document_frequency` of `n_documents` in the target, and `reference_document_frequency`
    - `few_documents`: the side with more of the term has it in fewer than 3 documents
    - `is_key`: `p_adjusted` is at most `1 - confidence`, and `few_documents` is not the case
    - `is_stop_word`

    With `count` "stories", near-copies of one text in a group count once: the earliest of them.

    Where fewer than two groups hold words there is nothing to compare: the table has no rows, and a footnote
    says why. A term is tested if target and reference together have it at least `min_frequency` times. Terms
    that the target lacks, and lacks for no significant reason, are tested but not listed; the footnotes count
    them.

    The order is: key terms first, overused before underused, and then by the distance of `g2` from 0. Sorting
    by `log_ratio` would put the rarest words on top, for which a large ratio takes only a handful of
    occurrences; by `g2` those come first that the evidence carries, and `log_ratio` beside it tells whether
    the difference is worth a mention.

    Words of one document are not independent draws, so all p-values are too small, most of all those of words
    that crowd in few documents. Take them as a filter, read the lines (`concordance`), and expect that
    subjects mark a group more than style does.

    Raises
    ------
    UserError
        If `by` is no column, `target` is none of its groups or has no other to be compared with, or
        `min_frequency`, `stop_words` or `confidence` is not allowed.

    References
    ----------
    Dunning (1993) for G², Hardie (2014) for Log Ratio; for the caution Kilgarriff (2005), Language is never,
    ever, ever, random, and Egbert & Biber (2019), Incorporating text dispersion into keyword analyses.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["Fury! Total fury!", "Freight rates rose."], source=["A", "B"])
    >>> keyness(corpus, target="A", min_frequency=2)[["term", "frequency", "reference_frequency", "is_key"]]
       term  frequency  reference_frequency  is_key
    0  fury          2                    0   False
    """
    check_value("min_frequency", min_frequency)
    check_value("confidence", confidence)
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    all_documents, corpus = corpus, corpus.counted_by(count, by)
    groups = split_documents(corpus, by)
    samples = [_count_sample(corpus, group) for group in groups]
    lone = _why_nothing_is_compared(samples, by)
    targets = _choose_targets(samples, lone, target)
    whole = _join_samples(samples, len(corpus.vocabulary))
    tested = np.flatnonzero((whole.frequency >= min_frequency) & (not lone))
    tables = [_contrast(sample, whole, tested, 1 - confidence) for sample in targets]
    stacked = stack_tables([sample.group for sample in targets], tables, by)
    term = stacked["term"].to_numpy()
    stacked["term"] = corpus.vocabulary["term"].take(term).reset_index(drop=True)
    stacked["is_stop_word"] = is_stop_word[term]
    stacked.attrs["empty"] = lone
    return describe(
        stacked,
        title=f"Keywords of {f'{by} {target!r}' if target else f'each {by}'} against the rest",
        row=f"one row is a term and {by}",
        notes=[
            "Rates are of the words of the target, and of those of all other groups together. "
            "A frequency of 0 counts as 0.5 in log_ratio.",
            *note_stories(all_documents, corpus, count, by),
            *note_ungrouped(corpus, groups, by),
            lone or _note_tests(len(tested), len(targets), len(stacked), min_frequency),
            f"Key terms have p_adjusted of at most {1 - confidence:.4g} and occur in {FEW_DOCUMENTS} or more "
            "documents of the side that has more of them. p-values take words of a document for independent "
            "and are too small.",
            origin,
        ],
    )


class _Sample(NamedTuple):
    """What is counted in one group."""

    group: Group
    counts: TermCounts
    n_words: int


class _Whole(NamedTuple):
    """What is counted in all groups together; the arrays have one entry a term of the vocabulary."""

    frequency: np.ndarray
    document_frequency: np.ndarray
    n_words: int


def _count_sample(corpus: Corpus, group: Group) -> _Sample:
    counts = count_terms(count_cells(corpus, group.documents))
    return _Sample(group, counts, int(counts.frequency.sum()))


def _join_samples(samples: list[_Sample], n_terms: int) -> _Whole:
    term, *sums = (
        np.concatenate(column) for column in zip(*(sample.counts for sample in samples), strict=True)
    )
    dense = (np.bincount(term, weights=column, minlength=n_terms).astype(np.int64) for column in sums)
    return _Whole(*dense, sum(sample.n_words for sample in samples))


def _why_nothing_is_compared(samples: list[_Sample], by: str) -> str:
    """The reason if fewer than two groups hold words, else ""."""
    labels = [sample.group.label for sample in samples if sample.n_words]
    if len(labels) > 1:
        return ""
    only = f"all words are of {labels[0]!r}" if labels else "no document with words has a value of it"
    return f"There is nothing to compare by {by}: {only}. Choose another column (by) or keep more documents."


def _choose_targets(samples: list[_Sample], lone: str, target: str) -> list[_Sample]:
    """The samples to compare with the rest; where there is none any one, so that there is a table."""
    filled = [sample for sample in samples if sample.n_words]
    if lone and target and filled:
        raise UserError(lone)
    if target and filled:
        check_choice("target", target, [sample.group.label for sample in filled])
    return [sample for sample in filled if target in ("", sample.group.label)] or samples[:1]


def _contrast(sample: _Sample, whole: _Whole, tested: np.ndarray, alpha: float) -> pd.DataFrame:
    """The keyness of the terms `tested`, by id, in the order of the result."""
    frequency = _counts_of(tested, sample.counts.term, sample.counts.frequency)
    documents = _counts_of(tested, sample.counts.term, sample.counts.document_frequency)
    reference = whole.frequency[tested] - frequency
    reference_documents = whole.document_frequency[tested] - documents
    n_words, n_reference_words = sample.n_words, whole.n_words - sample.n_words
    signed = g2(frequency, reference, n_words, n_reference_words)
    p_value = g2_p_value(signed)
    few = np.where(signed > 0, documents, reference_documents) < FEW_DOCUMENTS
    table = pd.DataFrame(
        {
            "term": tested,
            "frequency": frequency,
            "reference_frequency": reference,
            "per_million": per_million(frequency, n_words),
            "reference_per_million": per_million(reference, n_reference_words),
            "log_ratio": log_ratio(frequency, reference, n_words, n_reference_words),
            "g2": signed,
            "p_value": p_value,
            "p_adjusted": adjust_p_values(p_value),
            "document_frequency": documents,
            "n_documents": len(sample.group.documents),
            "reference_document_frequency": reference_documents,
            "few_documents": few,
        }
    )
    significant = table["p_adjusted"] <= alpha
    table["is_key"] = significant & ~few
    order = np.lexsort([tested, -np.abs(signed), signed < 0, ~table["is_key"]])
    return table.iloc[order][(significant | (frequency > 0)).iloc[order]]


def _counts_of(wanted: np.ndarray, term: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The counts of the terms `wanted`, 0 for those that are not in `term`; both are in ascending order."""
    found = np.isin(wanted, term, assume_unique=True)
    result = np.zeros(len(wanted), np.int64)
    result[found] = counts[np.isin(term, wanted, assume_unique=True)]
    return result


def _note_tests(n_tested: int, n_targets: int, n_rows: int, min_frequency: int) -> str:
    if not n_tested:
        return f"No term occurs {min_frequency:,} times or more."
    return (
        f"For each target {n_tested:,} terms are tested: those with a frequency of {min_frequency:,} or more "
        f"in all groups together. {n_tested * n_targets - n_rows:,} rows of terms that the target lacks, for "
        "no significant reason, are not listed."
    )
