"""Arcs: tone through a text, from its beginning to its end."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.parameters import check_value
from tenor.sentiment.cells import Cells
from tenor.sentiment.notes import copies_note, small_groups
from tenor.sentiment.sentences import check_scores
from tenor.sentiment.summaries import make_interval, summarise
from tenor.tables import describe

# A document needs so many sentences for each part, or its parts would be single sentences.
SENTENCES_PER_PART = 2
_MOST_PARTS = 20


def _parts_of(corpus: Corpus, n_parts: int) -> tuple[np.ndarray, int]:
    """The part that each sentence is in, by the share of its document's words before its middle; -1 for those
    of documents with too few sentences, and how many these documents are."""
    docs, n = corpus.sentence_documents, len(corpus.documents)
    is_counted = corpus.sentences["is_counted"].to_numpy()
    n_words = np.where(is_counted, corpus.sentences["n_words"], 0)
    before = np.cumsum(n_words) - n_words
    firsts = np.searchsorted(docs, np.arange(n))
    in_document = before - np.append(before, 0)[firsts][docs]
    totals = np.bincount(docs, weights=n_words, minlength=n)
    share = (in_document + n_words / 2) / np.maximum(totals, 1)[docs]
    n_sentences = np.bincount(docs[is_counted], minlength=n)
    is_short = n_sentences < SENTENCES_PER_PART * n_parts
    parts = np.minimum((share * n_parts).astype(int), n_parts - 1)
    return np.where(is_counted & ~is_short[docs], parts, -1), int(is_short.sum())


def _cells_of(corpus: Corpus, parts: np.ndarray, n_parts: int) -> Cells:
    codes = corpus.sentence_documents.astype(np.int64) * n_parts + parts
    found, places = np.unique(codes[parts >= 0], return_inverse=True)
    of_sentence = np.full(len(parts), -1)
    of_sentence[parts >= 0] = places
    names = pd.DataFrame({"part": np.arange(1, n_parts + 1)})
    return Cells(names, found % n_parts, found // n_parts, "sentence", of_sentence, 0, len(parts))


def arcs(
    scores: pd.DataFrame,
    corpus: Corpus,
    *,
    n_parts: int = 5,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average tone in equal parts of the documents, from their beginning to their end, with intervals.

    One row a part and analyzer: `part` (1 to `n_parts`), `analyzer` and the other columns of `tone`. A
    sentence is in the part that its middle is in, by the words before it; a document counts once in each
    part, with the mean of its scored sentences there. Documents of fewer than two sentences a part are left
    out and counted in the notes. `low` and `high` are missing where fewer than 5 documents with different
    texts have a score.

    With `count` "stories", near-copies of one text count once: the earliest of them. A mean arc is that of no
    single text: reports, interviews and columns go different ways.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, or a setting is out of range.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A bad day. A bad night. A good day. A good night."])
    >>> table = arcs(score_sentences(corpus, analyzers=["vader"]), corpus, n_parts=2)
    >>> table[["part", "n_sentences", "polarity"]].round(2)
       part  n_sentences  polarity
    0     1            2     -0.54
    1     2            2      0.44
    """
    if not 2 <= n_parts <= _MOST_PARTS:
        raise UserError(f"n_parts = {n_parts!r} is outside 2 to {_MOST_PARTS}; 5 is usual")
    interval, interval_note = make_interval(confidence, n_resamples, seed)
    check_scores(scores, corpus)
    parts, n_short = _parts_of(corpus, n_parts)
    cells = _cells_of(corpus, parts, n_parts)
    cells = cells.once_a_story(corpus) if check_value("count", count) == "stories" else cells
    table = summarise(scores, corpus, cells, interval)
    n = len(corpus.documents)
    short = f"{n_short:,} of {n:,} documents are left out: they have fewer than {2 * n_parts} sentences."
    named = table.assign(part=table["part"].astype(str))
    return describe(
        table,
        title="Tone through a text",
        row="one row is a part and an analyzer",
        notes=[
            "polarity is the mean over documents, each counting once in each part.",
            interval_note,
            *copies_note(corpus, cells),
            *([short] if n_short else []),
            *small_groups(named, ["part"], "No interval"),
        ],
    )
