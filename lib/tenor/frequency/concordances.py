"""Concordances: every line in which a word or phrase stands, cut from the original text."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.frequency.groups import note_stories
from tenor.frequency.matches import find_phrase, note_absent, query_terms
from tenor.parameters import check_value
from tenor.tables import describe


def concordance(
    corpus: Corpus,
    query: str | Sequence[str],
    *,
    count: str = "documents",
    context: int = 8,
    limit: int = 100,
    seed: int = 1,
) -> pd.DataFrame:
    """Show a word or phrase, or each of several, in its context, line under line.

    One row is one occurrence, in the order of the documents and of their text:

    - `doc_id`, `source`, `published`: the document; missing where the document lacks them
    - `left`, `node`, `right`: the original text, unchanged, so that the three joined are a passage of the
      document, line breaks included; `left` and `right` hold up to `context` words of the same document
    - `start`, `end`: where the node stands, in characters of the document's text

    Large and small letters are the same, curly and straight apostrophes, too. A phrase is found where its
    words follow one another inside a sentence, with no mark between them but those in the query. Of more than
    `limit` lines a random sample is shown, the same for the same `seed`; the footnotes tell the total. A
    query that does not occur gives no rows, and a footnote with words that are spelt like it.

    With `count` "stories", near-copies of one text give lines once: those of the earliest.

    Raises
    ------
    UserError
        If `query` is empty, or `context` or `limit` is below 1.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["“The dam holds,” she said. The dam!"])
    >>> concordance(corpus, "dam", context=1)[["left", "node", "right"]].values.tolist()
    [['The ', 'dam', ' holds'], ['The ', 'dam', '!']]
    """
    check_value("context", context)
    if limit < 1:
        raise UserError(f"limit = {limit!r} is too small; the least allowed is 1")
    queries = [query] if isinstance(query, str) else list(query)
    phrases = [query_terms(one) for one in queries]
    whole, corpus = corpus, corpus.counted_by(count)
    found = [find_phrase(corpus, terms) for terms in phrases]
    positions, sizes = _in_order(found, list(map(len, phrases)))
    shown = _sample(len(positions), limit, seed)
    quoted = ", ".join(f"“{one}”" for one in queries) or "No word"
    return describe(
        _cut_lines(corpus, positions[shown], sizes[shown], context),
        title=f"{quoted} in context",
        row="one row is an occurrence",
        notes=[
            *(note_absent(corpus, terms) for terms, its in zip(phrases, found, strict=True) if not len(its)),
            *_notes(len(positions), len(shown), seed),
            *note_stories(whole, corpus, count),
        ],
    )


def _in_order(found: list[np.ndarray], sizes: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """The positions of all phrases in the order of the text, and how many tokens each is long."""
    positions = np.concatenate([np.zeros(0, np.intp), *found])
    order = np.argsort(positions, kind="stable")
    return positions[order], np.repeat(sizes, list(map(len, found)))[order].astype(np.intp)


def _sample(n: int, limit: int, seed: int) -> np.ndarray:
    """The places of at most `limit` of `n` lines."""
    if n <= limit:
        return np.arange(n)
    return np.sort(np.random.default_rng(seed).choice(n, limit, replace=False))


def _cut_lines(corpus: Corpus, positions: np.ndarray, size: np.ndarray, context: int) -> pd.DataFrame:
    """The lines of the nodes that start at `positions` and are `size` tokens long."""
    document = np.searchsorted(corpus.document_bounds, positions, side="right") - 1
    first, last = _context_tokens(corpus, positions, size, context)
    first = np.maximum(first, corpus.document_bounds[document])
    last = np.minimum(last, corpus.document_bounds[document + 1] - 1)
    lines = corpus.documents[["doc_id", "source", "published"]].take(document).reset_index(drop=True)
    lines["start"], lines["end"] = corpus.starts[positions], corpus.ends[positions + size - 1]
    edges = (corpus.starts[first], lines["start"], lines["end"], corpus.ends[last])
    for place, name in enumerate(("left", "node", "right")):
        lines.insert(3 + place, name, _cut(corpus, document, *edges[place : place + 2]))
    return lines


def _context_tokens(
    corpus: Corpus, positions: np.ndarray, size: np.ndarray, context: int
) -> tuple[np.ndarray, np.ndarray]:
    """The tokens `context` words before and behind each node, or the ends of the corpus."""
    words = np.flatnonzero(corpus.is_word)
    padded = np.pad(words, context, constant_values=(0, len(corpus.terms)))
    before = np.searchsorted(words, positions)
    behind = np.searchsorted(words, positions + size) + 2 * context - 1
    return padded[before], padded[behind]


def _cut(corpus: Corpus, document: np.ndarray, start: np.ndarray, end: np.ndarray) -> pd.Series:
    spans = zip(document.tolist(), start.tolist(), end.tolist(), strict=True)
    return pd.Series([corpus.text(number)[first:last] for number, first, last in spans], dtype="string")


def _notes(n_found: int, n_shown: int, seed: int) -> list[str]:
    if not n_found:
        return []
    if n_found == n_shown:
        return [f"All {n_found:,} occurrences, in the order of the documents."]
    drawn = f"{n_shown:,} of {n_found:,} occurrences, drawn at random (seed {seed})"
    return [f"{drawn}, in the order of the documents."]
