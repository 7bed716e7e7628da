"""The sentences of a document as they are compared with those of another."""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tenor.corpus import Corpus

# A quotation ends with its mark, or where its paragraph ends and the next one opens it anew.
_QUOTED = re.compile(
    r"“[^“”]*”?|«[^«»]*»?|„[^“”„]*[“”]?"
    r"|‘(?:[^‘’\n]|(?<=\w)’(?=\w))*’|''(?:[^'\n]|'(?!'))*(?:'')?"
    r'|"(?:[^"\n]|\n(?!\s*["\n]))*"?'
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its `number` in the document, its span in characters, and its words.

    `words` are terms, without boilerplate; each has an entry in `is_quoted` (it stands in quotation marks)
    and in `after_comma` (a comma stands before it).
    """

    number: int
    start: int
    end: int
    words: tuple[str, ...]
    is_quoted: tuple[bool, ...]
    after_comma: tuple[bool, ...]


def read_sentences(corpus: Corpus, document: int) -> list[Sentence]:
    """The sentences of a document that hold words which count.

    >>> from tenor.corpus import from_texts
    >>> [sentence.words for sentence in read_sentences(from_texts(["The dam holds. * It rains."]), 0)]
    [('the', 'dam', 'holds'), ('it', 'rains')]
    """
    first, last = corpus.document_bounds[document : document + 2]
    terms = corpus.vocabulary["term"].take(corpus.terms[first:last]).to_numpy()
    starts, ends = corpus.starts[first:last], corpus.ends[first:last]
    words = np.flatnonzero(corpus.is_counted[first:last])
    n_commas = np.cumsum(terms == ",")[words]
    columns = (
        terms[words].tolist(),
        _are_quoted(corpus.text(document), starts[words]).tolist(),
        (np.diff(n_commas, prepend=0) > 0).tolist(),
    )
    edges = corpus.sentence_bounds[slice(*np.searchsorted(corpus.sentence_bounds, [first, last + 1]))] - first
    places = np.searchsorted(words, edges).tolist()
    return [
        Sentence(
            number,
            int(starts[edges[number]]),
            int(ends[edges[number + 1] - 1]),
            *(tuple(column[low:high]) for column in columns),
        )
        for number, (low, high) in enumerate(pairwise(places))
        if low < high
    ]


def _are_quoted(text: str, starts: np.ndarray) -> np.ndarray:
    """Whether each of `starts`, places in `text`, stands in quotation marks."""
    spans = np.array([match.span() for match in _QUOTED.finditer(text)], np.int64).reshape(-1, 2)
    opened = np.searchsorted(spans[:, 0], starts, side="right")
    return (opened > 0) & (starts < np.append(spans[:, 1], 0)[opened - 1])
