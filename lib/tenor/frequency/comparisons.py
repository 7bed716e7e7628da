"""Comparisons: every measure of keyness for the terms of two samples."""

import numpy as np
import pandas as pd

from tenor.frequency.drivers import speaker_share, story_share
from tenor.frequency.measures import effect_sizes, significance
from tenor.frequency.measures.rates import per_million
from tenor.frequency.samples import Sample

# A word of one or two documents tells of their subject, not of the language of the part.
FEW_DOCUMENTS = 3
# From this share on, a word's frequency is called one story's, or one speaker's.
DRIVEN = 0.5
# Simple Maths adds this many occurrences per million to both rates.
SIMPLE_MATHS_K = 100
# The greatest distance from 0 of the Log Ratio of a lockword.
LOCKWORD_RATIO = 0.5


def compare(sample: Sample, other: Sample, tested: np.ndarray, alpha: float) -> pd.DataFrame:
    """The keyness of the terms `tested`, by id, in the order of the result: see `tenor.frequency.keyness`."""
    tests = _test(sample, other, tested)
    is_listed = (tests["p_adjusted"] <= alpha) | (sample.frequency[tested] > 0)
    table = _measure(sample, other, tests[is_listed], alpha, len(tested))
    significant = table["p_adjusted"] <= alpha
    shares = _shares(sample, other, table["term"].to_numpy(), np.where(significant, table["g2"], 0))
    few = (
        _on_side(table["g2"], table["document_frequency"], table["reference_document_frequency"])
        < FEW_DOCUMENTS
    )
    table = table.assign(
        **shares,
        few_documents=few,
        one_story=shares["story_share"] >= DRIVEN,
        one_speaker=shares["speaker_share"] >= DRIVEN,
        is_key=significant & ~few,
        is_lockword=_are_lockwords(table, alpha),
    )
    keys = (table["term"], -table["g2"].abs(), -table["lrc"].abs(), table["g2"] < 0, ~table["is_key"])
    return table.iloc[np.lexsort(keys)]


def _test(sample: Sample, other: Sample, tested: np.ndarray) -> pd.DataFrame:
    """One row a term: its signed G², the p-value, and that adjusted for the number of terms."""
    signed = significance.g2(sample.frequency[tested], other.frequency[tested], sample.n_words, other.n_words)
    p_value = significance.g2_p_value(signed)
    adjusted = significance.adjust_p_values(p_value)
    return pd.DataFrame({"term": tested, "g2": signed, "p_value": p_value, "p_adjusted": adjusted})


def _measure(sample: Sample, other: Sample, tests: pd.DataFrame, alpha: float, n_tests: int) -> pd.DataFrame:
    term, signed, p_value, p_adjusted = (tests[name].to_numpy() for name in tests)
    counts = (sample.frequency[term], other.frequency[term])
    documents = (sample.document_frequency[term], other.document_frequency[term])
    cells = (*counts, sample.n_words, other.n_words)
    return pd.DataFrame(
        {
            "term": term,
            "frequency": counts[0],
            "reference_frequency": counts[1],
            "per_million": per_million(counts[0], sample.n_words),
            "reference_per_million": per_million(counts[1], other.n_words),
            "lrc": _lrc(cells, p_value, alpha, n_tests),
            "log_ratio": effect_sizes.log_ratio(*cells),
            "percent_difference": effect_sizes.percent_difference(*cells),
            "odds_ratio": effect_sizes.odds_ratio(*cells),
            "simple_maths": effect_sizes.simple_maths(*cells, k=SIMPLE_MATHS_K),
            "g2": signed,
            "p_value": p_value,
            "p_adjusted": p_adjusted,
            "bic": significance.bic(signed, sample.n_words, other.n_words),
            "document_frequency": documents[0],
            "n_documents": sample.n_documents,
            "reference_document_frequency": documents[1],
            "n_reference_documents": other.n_documents,
            "text_g2": significance.g2(*documents, sample.n_documents, other.n_documents),
        }
    )


def _lrc(cells: tuple, p_value: np.ndarray, alpha: float, n_tests: int) -> np.ndarray:
    """LRC of each term.

    Its exact interval is sought only where `g2` is significant for a single test: where it is not, the wider
    interval for all tests includes no difference.
    """
    a, b, c, d = cells
    maybe = p_value <= alpha
    values = np.zeros(len(p_value))
    values[maybe] = effect_sizes.lrc(a[maybe], b[maybe], c, d, confidence=1 - alpha, n_tests=n_tests)
    return values


def _on_side(g2: pd.Series, target: pd.Series, reference: pd.Series) -> np.ndarray:
    """The value of the side that has more of each term."""
    return np.where(g2 > 0, target, reference)


def _shares(sample: Sample, other: Sample, tested: np.ndarray, g2: np.ndarray) -> dict[str, np.ndarray]:
    """Shares of one story and one speaker, on the side that `g2` points to; missing where it is 0."""
    shares = {name: np.full(len(tested), np.nan) for name in ("story_share", "speaker_share")}
    for side, rows in ((sample, np.flatnonzero(g2 > 0)), (other, np.flatnonzero(g2 < 0))):
        term_ids = side.term_ids[tested[rows]]
        shares["story_share"][rows] = story_share(side.texts, term_ids)
        shares["speaker_share"][rows] = speaker_share(side.texts, term_ids)
    return shares


def _are_lockwords(table: pd.DataFrame, alpha: float) -> pd.Series:
    on_both = (table["frequency"] > 0) & (table["reference_frequency"] > 0)
    return on_both & (table["p_value"] > alpha) & (table["log_ratio"].abs() < LOCKWORD_RATIO)
