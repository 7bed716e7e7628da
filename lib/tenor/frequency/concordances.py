"""Concordances: every line in which a word, phrase or pattern stands, cut from the original text."""

from collections.abc import Iterable, Sequence
from numbers import Integral, Real

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.voices import VOICES
from tenor.errors import UserError
from tenor.frequency.groups import note_counted
from tenor.frequency.line_orders import read_keys, sort_lines
from tenor.frequency.queries.matches import Matches, find_any, note_queries, quoted
from tenor.parameters import check_value
from tenor.tables import describe


def concordance(
    corpus: Corpus,
    query: str | Sequence[str],
    *,
    count: str = "documents",
    context: int = 8,
    sort: str | Sequence[str] = "document",
    limit: int | None = 100,
    seed: int = 1,
) -> pd.DataFrame:
    """Show a word, phrase or pattern, or each of several, in its context, line under line.

    One row is one occurrence:

    - `doc_id`, `source`, `published`: the document; missing where the document lacks them
    - `voice` and `speaker` of the node; the speaker is missing where nobody is named
    - `left`, `node`, `right`: the original text, unchanged, so that the three joined are a passage of the
      document, line breaks included; `left` and `right` hold up to `context` words of the same document
    - `start`, `end`: where the node stands, in characters of the document's text

    In a query `*` stands for any letters and `?` for one ("strik*", "wom?n"), `*` alone for any word, and
    between slashes stands a regular expression that has to fit the whole word ("/strik(e|ing)/"); a backslash
    takes the sign behind it as it is. Large and small letters are the same, curly and straight apostrophes,
    too. A phrase is found where its words follow one another inside a sentence, with no mark between them but
    those in the query. The footnotes name the words that a pattern fits.

    `sort` is the order of the lines, by one key or up to three, the first before the second: "document" (the
    order of the documents and of their text), "source", "date", "voice", "speaker", "node", "L1" to "L5" (the
    first to the fifth word on the left) and "R1" to "R5". Lines without such a word stand first, those
    without a source, date or speaker last; equal lines keep the order of the text.

    Of more than `limit` lines a random sample is shown, the same for the same `seed`; None shows all; the
    footnotes tell the total. A query that does not occur gives no rows, and a footnote with words that are
    spelt like it. With `count` "stories", near-copies of one text give lines once: those of the earliest.

    Raises
    ------
    UserError
        If a query is empty or no pattern, or too large, `sort` is no key, or `context` or `limit` is below 1.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["“The dam holds,” she said. The dam!"])
    >>> concordance(corpus, "dam", context=1, sort="R1")[["left", "node", "right"]].values.tolist()
    [['The ', 'dam', '!'], ['The ', 'dam', ' holds']]
    """
    queries = list(query) if isinstance(query, Iterable) and not isinstance(query, str) else [query]
    counted = corpus.counted_by(count)
    matches = find_any(counted, queries)
    lines = cut_lines(counted, matches, context=context, sort=sort, limit=limit, seed=seed)
    return describe(
        lines,
        title=f"{quoted(queries)} in context",
        row="one row is an occurrence",
        notes=[
            *note_queries(counted, queries),
            *lines.attrs["notes"],
            *note_counted(corpus, counted, count, None),
        ],
    )


def cut_lines(
    corpus: Corpus,
    matches: Matches,
    *,
    context: int,
    sort: str | Sequence[str] = "document",
    limit: int | None,
    seed: int,
) -> pd.DataFrame:
    """The lines of `matches`, as `concordance` gives them, with notes on their number and order."""
    check_value("context", context)
    if limit is not None:
        _check_limit(limit)
    check_value("seed", seed)
    keys = read_keys(sort)
    n_found = len(matches.positions)
    drawn = matches.take(_sample(n_found, limit, seed))
    lines = _read_lines(corpus, drawn.take(sort_lines(corpus, drawn, keys)), context)
    lines.attrs["notes"] = _notes(n_found, len(lines), seed, keys)
    return lines


def _check_limit(limit: object) -> None:
    if not isinstance(limit, Integral) or limit < 1:
        wrong = "too small" if isinstance(limit, Real) and limit < 1 else "no whole number"
        raise UserError(f"limit = {limit!r} is {wrong}; the least allowed is 1, and None shows all lines")


def _sample(n: int, limit: int | None, seed: int) -> np.ndarray:
    """The places of at most `limit` of `n` lines."""
    if limit is None or n <= limit:
        return np.arange(n)
    return np.sort(np.random.default_rng(seed).choice(n, limit, replace=False))


def _read_lines(corpus: Corpus, matches: Matches, context: int) -> pd.DataFrame:
    positions, sizes = matches
    document = np.searchsorted(corpus.document_bounds, positions, side="right") - 1
    first, last = _context_tokens(corpus, matches, document, context)
    start, end = corpus.starts_at(positions), corpus.ends_at(positions + sizes - 1)
    edges = np.stack([corpus.starts_at(first), start, end, corpus.ends_at(last)], axis=1)
    about = {name: corpus.documents[name].array.take(document) for name in ("doc_id", "source", "published")}
    voices = pd.Categorical.from_codes(corpus.token_voices[positions], list(VOICES))
    speakers = pd.Categorical.from_codes(corpus.token_speakers[positions], corpus.speakers)
    texts = _cut(corpus, document, edges)
    return pd.DataFrame({**about, "voice": voices, "speaker": speakers, **texts, "start": start, "end": end})


def _context_tokens(
    corpus: Corpus, matches: Matches, document: np.ndarray, context: int
) -> tuple[np.ndarray, np.ndarray]:
    """The tokens `context` words before and behind each node, or at the ends of its document."""
    words, bounds = corpus.words, corpus.document_bounds
    before = corpus.count_words_before(matches.positions) - context
    behind = corpus.count_words_before(matches.positions + matches.sizes) + context - 1
    first, last = bounds[document], bounds[document + 1] - 1
    is_before, is_behind = before >= 0, behind < len(words)
    first[is_before] = np.maximum(first[is_before], words[before[is_before]])
    last[is_behind] = np.minimum(last[is_behind], words[behind[is_behind]])
    return first, last


def _cut(corpus: Corpus, document: np.ndarray, edges: np.ndarray) -> dict[str, pd.array]:
    """The texts of each line between its four edges. Each document is read once."""
    cut, number, text = np.empty((3, len(document)), object), -1, ""
    order = np.argsort(document, kind="stable")
    rows = zip(order.tolist(), document[order].tolist(), edges[order].tolist(), strict=True)
    for row, its, (first, start, end, last) in rows:
        if its != number:
            number, text = its, corpus.text(its)
        cut[:, row] = text[first:start], text[start:end], text[end:last]
    names = ("left", "node", "right")
    return {name: pd.array(texts, dtype="string") for name, texts in zip(names, cut, strict=True)}


def _notes(n_found: int, n_shown: int, seed: int, keys: list[str]) -> list[str]:
    if not n_found:
        return []
    order = "in the order of the documents" if keys == ["document"] else f"sorted by {', '.join(keys)}"
    if n_found == n_shown:
        return [f"All {n_found:,} occurrences, {order}." if n_found > 1 else "The only occurrence."]
    return [f"{n_shown:,} of {n_found:,} occurrences, drawn at random (seed {seed}), {order}."]
