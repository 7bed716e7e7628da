"""The boilerplate of a corpus: the marks found in each text, and the lines that its source repeats."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.marks import as_marks
from tenor.loading.found import Contents
from tenor.loading.texts.lines import lines_of
from tenor.loading.texts.repeated_lines import find_repeated, line_spans

REPEATED = "repeated line"


def mark_boilerplate(corpus: Corpus, contents: Contents) -> pd.DataFrame:
    """The marks of all documents, in order and without overlaps."""
    n_marks = contents.column("n_marks")
    found = [np.repeat(np.arange(len(n_marks)), n_marks)]
    found += [contents.marks[name].to_numpy() for name in ("start", "end")]
    repeated = _repeated_lines(corpus, contents)
    doc, start, end = (np.concatenate(pair) for pair in zip(found, repeated, strict=True))
    kind = [*contents.marks["kind"].to_pylist(), *[REPEATED] * len(repeated[0])]
    marks = as_marks(doc, start, end, kind)
    # Of marks that overlap the first is kept: those of the text itself come before repeated lines.
    marks = marks.sort_values(["doc", "start"], kind="stable", ignore_index=True)
    return marks[~_is_overlapped(marks)].reset_index(drop=True)


def _is_overlapped(marks: pd.DataFrame) -> np.ndarray:
    """Whether an earlier mark of the document reaches into each."""
    reach = marks["doc"].to_numpy(np.int64) << 32
    ends = reach + marks["end"].to_numpy()
    farthest = np.maximum.accumulate(np.concatenate([[-1], ends]))[: len(marks)]
    return reach + marks["start"].to_numpy() < farthest


def _repeated_lines(corpus: Corpus, contents: Contents) -> list[np.ndarray]:
    """Document, start and end of the lines that a source repeats in many documents."""
    sources, _ = corpus.groups("source")
    bounds = contents.bounds("n_lines")
    is_repeated = find_repeated(contents.digests, bounds, contents.sizes, sources)
    lines = np.flatnonzero(is_repeated)
    documents = np.searchsorted(bounds, lines, side="right") - 1
    starts, ends = np.zeros(len(lines), np.int32), np.zeros(len(lines), np.int32)
    for document in np.unique(documents):
        rows = np.flatnonzero(documents == document)
        spans = line_spans(lines_of(corpus.text(document)))
        for row in rows:
            starts[row], ends[row], _ = spans[lines[row] - bounds[document]]
    return [documents, starts, ends]
