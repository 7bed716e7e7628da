"""Quoted words: which quotation each word in a quoted voice belongs to."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.marks import find_marked_tokens
from tenor.corpus.voices import VOICES, paint
from tenor.errors import UserError
from tenor.voices.tables import as_table, rows_in

QUOTED = tuple(VOICES.index(voice) for voice in ("direct", "indirect"))


class QuotedWords(NamedTuple):
    """The quotations that a corpus counts, and its quoted words.

    Attributes
    ----------
    rows
        The rows of the table of quotations that hold a word that counts, in the order of the texts, with
        `doc` (number of the document) and `n_words`.
    doc, row
        One entry a quoted word: its document, and the number in `rows` of its quotation, -1 for none.
    notes
        Sentences on what was left out.
    """

    rows: pd.DataFrame
    doc: np.ndarray
    row: np.ndarray
    notes: list[str]


def quoted_words(quotations: pd.DataFrame, corpus: Corpus) -> QuotedWords:
    """Find the quotation of each word of `corpus` that is direct or indirect and counts.

    Where two quotations overlap, a word belongs to the one that starts later, as in the corpus.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations as voices of its words.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"]})
    >>> corpus = from_texts(["It rains, she said."]).with_quotations(rows)
    >>> words = quoted_words(rows, corpus)
    >>> words.row.tolist(), words.rows["n_words"].tolist()
    ([0, 0], [2])
    """
    rows = rows_in(as_table(quotations), corpus)
    is_inside = rows["end"].to_numpy() <= corpus.documents["n_characters"].to_numpy()[rows["doc"]]
    of_token = _paint_rows(rows, is_inside, corpus)
    _check_carried(of_token, rows, corpus)
    positions = np.flatnonzero(corpus.is_counted & np.isin(corpus.token_voices, QUOTED))
    row = of_token[positions]
    n_words = np.bincount(row[row >= 0], minlength=len(rows))
    is_kept = n_words > 0
    numbers = np.append(np.cumsum(is_kept) - 1, -1)
    kept = rows.assign(n_words=n_words)[is_kept].reset_index(drop=True)
    return QuotedWords(kept, corpus.token_documents[positions], numbers[row], _notes(rows, is_kept, row))


def _paint_rows(rows: pd.DataFrame, is_inside: np.ndarray, corpus: Corpus) -> np.ndarray:
    """The number of the quotation that each token is in, -1 for none."""
    order = np.lexsort([-rows["end"], rows["start"], rows["doc"]])
    order = order[is_inside[order]].astype(np.int64)
    firsts, ends = find_marked_tokens(rows.iloc[order], corpus.starts, corpus.document_bounds)
    return paint(len(corpus.terms), firsts, ends, order, -1)


def _check_carried(of_token: np.ndarray, rows: pd.DataFrame, corpus: Corpus) -> None:
    is_narrated = (of_token >= 0) & (corpus.token_voices == 0) & corpus.is_word
    for place in np.flatnonzero(is_narrated)[:1]:
        row = rows.iloc[of_token[place]]
        raise UserError(
            f"quotations: the row of {row['doc_id']!r} from {row['start']} to {row['end']} is narration in "
            "the corpus; give the corpus that carries these quotations: corpus.with_quotations(quotations)"
        )


def _notes(rows: pd.DataFrame, is_kept: np.ndarray, row: np.ndarray) -> list[str]:
    n_empty, n_loose = int((~is_kept).sum()), int((row < 0).sum())
    notes = []
    if n_empty:
        notes.append(
            f"{n_empty:,} of {len(rows):,} quotations hold no word that counts here and are left out."
        )
    if n_loose:
        notes.append(
            f"{n_loose:,} of {len(row):,} quoted words of the corpus are in no row of the table and count as "
            "unattributed."
        )
    return notes
