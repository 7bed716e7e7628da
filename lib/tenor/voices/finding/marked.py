"""What quotation marks make certain, whatever the tagger took a word for."""

import numpy as np

from tenor.voices.finding.spans import CONTENT, Span
from tenor.voices.finding.texts import Texts

# So many words in marks are somebody's words; fewer may be a title, a nickname or a term.
_LONG = 8
# A content with this share of a run of words in marks means all of it.
_MOST = 0.5
# A sentence in marks of its own is somebody's words from so many tokens on, marks included.
_SENTENCE = 5
_ENDS = (".", "!", "?", "…")


def mend(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with what the marks make certain."""
    labels = labels.copy()
    runs = runs_in_marks(texts)
    for run, is_whole in zip(runs, _are_whole(texts, runs).tolist(), strict=True):
        _mend_run(labels, run, is_whole)
    _part(texts, labels)
    return labels


def _are_whole(texts: Texts, runs: list[Span]) -> np.ndarray:
    """Whether each run is long, or a sentence of its own, or goes on in the next paragraph."""
    first, end = np.array(runs, np.int64).reshape(-1, 2).T
    is_start = np.zeros(len(texts) + 1, bool)
    is_start[texts.sentence_bounds] = True
    stops = np.array([form in _ENDS for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    is_closed = texts.marks[end - 1] > 0
    ends_sentence = stops[end - 1 - is_closed] & (end - first >= _SENTENCE)
    opens_paragraph = np.zeros(len(texts) + 1, bool)
    opens_paragraph[first[np.isin(first, texts.paragraph_bounds)]] = True
    goes_on = ~is_closed & opens_paragraph[end] & ~np.isin(end, texts.document_bounds)
    colons = np.array([form == ":" for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    is_announced = colons[first - 1] & (first > 0)
    is_sentence = is_start[first] & ends_sentence
    return (end - first - 2 >= _LONG) | is_sentence | is_announced | goes_on


def runs_in_marks(texts: Texts) -> list[Span]:
    """The runs of tokens from an opening mark to its closing one, or to the end of the paragraph."""
    quoted = texts.is_quoted
    starts = quoted & ~np.concatenate([[False], quoted[:-1]])
    starts |= quoted & (texts.marks > 0) & texts.is_open
    starts[np.intersect1d(texts.paragraph_bounds[:-1], np.flatnonzero(quoted))] = True
    firsts = np.flatnonzero(starts)
    stops = np.union1d(np.union1d(np.flatnonzero(~quoted), firsts), texts.paragraph_bounds)
    ends = stops[np.searchsorted(stops, firsts, side="right")]
    return [Span(*pair) for pair in zip(firsts.tolist(), ends.tolist(), strict=True)]


def _mend_run(labels: np.ndarray, run: Span, is_whole: bool) -> None:
    inside = labels[slice(*run)] >= CONTENT
    share = inside.mean()
    if share == 0 and is_whole and not labels[slice(*run)].any():
        labels[run.first], labels[run.first + 1 : run.end] = CONTENT, CONTENT + 1
    elif _MOST <= share < 1:
        first = run.first + int(inside.argmax())
        labels[slice(*run)] = CONTENT + 1
        goes_on = first == run.first and labels[first] == CONTENT + 1
        labels[run.first] = CONTENT + goes_on


def _part(texts: Texts, labels: np.ndarray) -> None:
    """Let a content end where a sentence or a colon does, if its words go on in marks, or without."""
    is_colon = np.array([form == ":" for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    begins = np.concatenate([[False], is_colon[:-1]])
    begins[texts.sentence_bounds[1:-1]] = True
    changes = texts.is_quoted[1:] != texts.is_quoted[:-1]
    edges = 1 + np.flatnonzero(changes & begins[1:] & (labels[1:] == CONTENT + 1))
    labels[edges] = CONTENT
    labels[(edges - 1)[is_colon[edges - 1]]] = 0
