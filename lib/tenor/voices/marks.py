"""Quotation marks that do not pair."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_MARKS = re.compile(r"[\"“”„«»]")
_COLUMNS = ("doc_id", "source", "published", "n_marks", "n_paragraphs", "start", "end", "text")
# So much of the first paragraph in question is shown.
_MOST_CHARACTERS = 200


def open_marks(corpus: Corpus) -> pd.DataFrame:
    """List the documents with quotation marks that do not pair inside their paragraph.

    One row a document that has some, in order: `doc_id`, `source`, `published`, `n_marks` (double quotation
    marks in its text), `n_paragraphs` (in which they do not pair), `start`, `end` (characters of the first of
    these) and `text` (its beginning, as written).

    Straight, curly and low marks and guillemets are counted in each paragraph: those that open against those
    that close, and straight ones by twos. A paragraph that lacks only its last closing mark, before one that
    begins with a mark, goes on there by the convention for long quotations and is not listed. Paragraphs are
    parted by blank lines, or by line ends in a text without any.

    A mark for inches or seconds looks like a straight quotation mark. Two errors in one paragraph can hide
    one another. Single quotation marks are not read, since apostrophes look like them.

    >>> from tenor.corpus import from_texts
    >>> open_marks(from_texts(["“It rains, she said.", "“It rains.”"]))[["doc_id", "n_marks", "text"]]
      doc_id  n_marks                  text
    0      0        1  “It rains, she said.
    """
    rows = []
    for doc, row in enumerate(corpus.documents.itertuples(index=False)):
        text = corpus.text(doc)
        if n_marks := len(_MARKS.findall(text)):
            faulty = list(_unpaired(text))
            if faulty:
                start, end = faulty[0]
                shown = text[start : min(end, start + _MOST_CHARACTERS)]
                rows.append((row.doc_id, row.source, row.published, n_marks, len(faulty), start, end, shown))
    table = pd.DataFrame(rows, columns=list(_COLUMNS))
    text_columns = ("doc_id", "source", "published", "text")
    numbers = {name: "int64" for name in _COLUMNS if name not in text_columns}
    return describe(
        table.astype({**dict.fromkeys(text_columns, "string"), **numbers}),
        title="Quotation marks that do not pair",
        row="one row is a document",
        notes=[f"{len(table):,} of {len(corpus.documents):,} documents have marks that do not pair."],
    )


def _unpaired(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs whose marks do not pair and do not go on in the next one."""
    spans = list(_paragraphs(text))
    for (start, end), (following, _) in pairwise([*spans, (len(text), len(text))]):
        left_open = _left_open(text[start:end])
        goes_on = left_open == 1 and _MARKS.match(text, following)
        if left_open and not goes_on:
            yield start, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    gaps = [match.span() for match in (_BLANK if _BLANK.search(text) else _LINE).finditer(text)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    yield from ((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def _left_open(paragraph: str) -> int:
    """How many marks open without closing: 1 for one, 2 for anything worse, 0 if all pair.

    >>> [_left_open(text) for text in ['“It rains', '„It“ «rains»', 'It” “rains', 'It”', '"It" rains"']]
    [1, 0, 0, 2, 1]
    """
    counts = Counter(_MARKS.findall(paragraph))
    low, high = counts["„"], counts["“"]
    closing = counts["”"] + (min(low, high) if low else 0)
    curly = low + (high - min(low, high)) - closing
    parts = (curly, counts["«"] - counts["»"], counts['"'] % 2)
    total = sum(map(abs, parts))
    return total if total < 2 and min(parts) >= 0 else 2
