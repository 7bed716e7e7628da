"""Diversity: how varied the vocabulary of each document is, and of the documents of each group."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.frequency.counts import count_parts, word_places
from tenor.frequency.document_tables import DOCUMENT, measure_groups, note_none
from tenor.frequency.groups import note_counted
from tenor.frequency.measures import diversity as measures
from tenor.tables import describe

MEASURES = ("ttr", "mattr", "mtld", "hdd", "yules_k", "entropy")


def diversity(
    corpus: Corpus, *, by: str | None = None, count: str = "documents", window: int = 100
) -> pd.DataFrame:
    """Measure how varied the vocabulary is, document by document.

    One row is a document: `doc_id`, `source`, `published`, `n_words`, `n_types` (different words), and

    - `ttr`, types over words: falls with the length of the text, so never compare it
    - `mattr`: the mean ratio of all windows of `window` words, from 0 to 1; the first to take
    - `mtld`: the mean length in words of the stretches that keep a ratio of 0.72; missing below 100 words
    - `hdd`: the mean ratio of samples of 42 words, from 0 to 1
    - `yules_k`: the repetition of words; higher is less varied
    - `entropy` in bits, which grows with the length

    Each is missing where the document is too short for it; no window is ever changed. With `by` (a metadata
    column, "week", "month" or "year", "voice" or "speaker") one row is a part: `n_documents`, `n_short` of
    fewer words than the window, `n_words` of all, `words_per_document` in the median one, and the median of
    each measure over the documents that have it. Texts are never run together: that would measure their
    number. The words that a voice or speaker has in one document are taken as one text.

    Quotations and lists of names raise diversity; so does an editor's fear of repetition. It is no measure of
    quality.

    Raises
    ------
    UserError
        If `by` is no column, `count` is not allowed, or `window` is below 2.

    References
    ----------
    Covington & McFall (2010) for MATTR, McCarthy & Jarvis (2007, 2010) for HD-D and MTLD, Yule (1944),
    Shannon (1948).

    >>> from tenor.corpus import from_texts
    >>> table = diversity(from_texts(["The dam holds, the dam!", ""]), window=3)
    >>> table[["n_words", "n_types", "ttr", "mattr"]].round(2).values.tolist()
    [[5.0, 3.0, 0.6, 1.0], [0.0, 0.0, nan, nan]]
    """
    if type(window) is not int or window < 2:
        raise UserError(f"window = {window!r} is no width of a window; give 2 words or more, 100 are usual")
    counted = corpus.counted_by(count, by)
    parts = counted.split(by)
    tables = [_measure_documents(part.corpus, window) for part in parts]
    n_short = [int((table["n_words"] < window).sum()) for table in tables]
    table = tables[0] if by is None else measure_groups(parts, tables, MEASURES, by, n_short=n_short)
    return describe(
        table,
        title="Diversity of the vocabulary",
        row="one row is a document" if by is None else f"one row is a {by}; values are medians of documents",
        notes=[
            *note_none(table),
            f"mattr takes windows of {window:,} words; documents too short for one: {sum(n_short):,}.",
            *note_counted(corpus, counted, count, by, parts),
            f"mtld is missing below {measures.MTLD_LEAST} words and without repetition, hdd below "
            f"{measures.HDD_SAMPLE} words. ttr and entropy depend on length.",
        ],
    )


def _measure_documents(corpus: Corpus, window: int) -> pd.DataFrame:
    n_documents = len(corpus.documents)
    counts = count_parts(corpus, np.arange(n_documents), n_documents)
    cells, n_words = counts.cells, counts.sizes
    n_types = np.bincount(cells.part, minlength=n_documents)
    earlier, bounds = find_earlier(corpus)
    spectrum = (cells.part, cells.frequency, n_words)
    return corpus.documents[DOCUMENT].assign(
        n_words=n_words,
        n_types=n_types,
        ttr=measures.ttr(n_types, n_words),
        mattr=measures.mattr(earlier, bounds, window=window),
        mtld=measures.mtld(earlier, bounds),
        hdd=measures.hdd(*spectrum),
        yules_k=measures.yules_k(*spectrum),
        entropy=measures.entropy(*spectrum),
    )


def find_earlier(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """For each counted word its distance from the same one before it in its document, 0 for the first; and
    the first word of each document, and an end."""
    before = np.concatenate([[0], np.cumsum(corpus.is_counted)])
    bounds = before[corpus.document_bounds]
    document_of = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    earlier = np.zeros(len(document_of), np.int64)
    for places, term_bounds in word_places(corpus):
        gaps = np.diff(places, prepend=0)
        gaps[term_bounds[:-1][np.diff(term_bounds) > 0]] = 0
        gaps[np.diff(document_of[places], prepend=-1) != 0] = 0
        earlier[places] = gaps
    return earlier, bounds
