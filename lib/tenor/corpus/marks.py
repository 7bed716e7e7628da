"""Marks: spans of a text that are set apart, such as a dateline, and the tokens in them."""

import numpy as np
import pandas as pd

from tenor.corpus.ranges import gather


def no_marks() -> pd.DataFrame:
    """A table of marks without rows."""
    return as_marks([], [], [], [])


def as_marks(doc, start, end, kind) -> pd.DataFrame:
    """The table of marks of these columns: document number, span in characters, kind."""
    numbers = {"doc": doc, "start": start, "end": end}
    columns = {name: np.asarray(values, np.int32) for name, values in numbers.items()}
    return pd.DataFrame({**columns, "kind": pd.array(kind, dtype="string")})


def take_marks(marks: pd.DataFrame, numbers: np.ndarray, n_documents: int) -> pd.DataFrame:
    """The marks of the documents with these numbers, which are counted anew."""
    bounds = np.searchsorted(marks["doc"], np.arange(n_documents + 1))
    rows, new_bounds = gather(bounds, numbers)
    taken = marks.iloc[rows].reset_index(drop=True)
    taken["doc"] = np.repeat(np.arange(len(numbers), dtype=np.int32), np.diff(new_bounds))
    return taken


def find_marked_tokens(
    marks: pd.DataFrame, starts: np.ndarray, document_bounds: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The first token that starts in each mark, and the one behind the last.

    `starts` holds the first character of each token, ascending inside a document.
    """
    doc = marks["doc"].to_numpy()
    low, high = document_bounds[doc], document_bounds[doc + 1]
    edges = (marks["start"].to_numpy(), marks["end"].to_numpy())
    firsts, ends = (_bisect(starts, low, high, edge) for edge in edges)
    return firsts, ends


def _bisect(values: np.ndarray, low: np.ndarray, high: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The first place from `low` on whose value is at least `wanted`, `high` if none is: all at once."""
    low, high = low.copy(), high.copy()
    while (open_ended := low < high).any():
        middle = (low + high) // 2
        is_below = np.zeros(len(low), bool)
        is_below[open_ended] = values[middle[open_ended]] < wanted[open_ended]
        low = np.where(is_below, middle + 1, low)
        high = np.where(open_ended & ~is_below, middle, high)
    return low
