"""Joining: tokens that follow one another, found by their terms and made one token."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.pieces import Pieces
from tenor.corpus.shards import Shard

# So many matches at a time have their texts in memory.
_BLOCK = 100_000


class Matches(NamedTuple):
    """Tokens to join, in order and without overlap: the first of them, how many, and which phrase it is."""

    position: np.ndarray
    size: np.ndarray
    phrase: np.ndarray


class _Tree(NamedTuple):
    """The beginnings of all phrases, numbered: 0 is nothing, the others are one term longer than another.

    `edges` are sorted codes of a beginning and the term that it is continued with, `ends` the beginnings that
    this gives; `phrase` has for each the phrase that it is, -1 for none.
    """

    edges: np.ndarray
    ends: np.ndarray
    phrase: np.ndarray


def find_matches(corpus: Corpus, phrases: Sequence[tuple[str, ...]]) -> Matches:
    """Find the phrases among the counted tokens, each inside a sentence: the longest where they overlap, of
    equally long ones the leftmost."""
    tree = _grow_tree(corpus, phrases)
    taken = np.zeros(len(corpus.terms), bool)
    kept = [Matches(*np.zeros((3, 0), np.int64))]
    for found in reversed(_walk(corpus, tree)):
        is_free = ~np.any([taken[found.position + step] for step in range(found.size[0])], axis=0)
        free = Matches(*(column[is_free] for column in found))
        kept.append(Matches(*(column[_leftmost(free)] for column in free)))
        for step in range(found.size[0]):
            taken[kept[-1].position + step] = True
    joined = Matches(*map(np.concatenate, zip(*kept, strict=True)))
    order = np.argsort(joined.position)
    return Matches(*(column[order] for column in joined))


def _grow_tree(corpus: Corpus, phrases: Sequence[tuple[str, ...]]) -> _Tree:
    words = {term for phrase in phrases for term in phrase}
    rows = np.flatnonzero(corpus.vocabulary["term"].isin(words))
    ids = dict(zip(corpus.vocabulary["term"].take(rows), rows.tolist(), strict=True))
    edges: dict[int, int] = {}
    wholes = {}
    for number, phrase in enumerate(phrases):
        if not all(term in ids for term in phrase):
            continue
        node = 0
        for term in phrase:
            node = edges.setdefault(node * len(corpus.vocabulary) + ids[term], len(edges) + 1)
        wholes[node] = number
    codes = np.array(sorted(edges), np.int64)
    numbers = [wholes.get(node, -1) for node in range(len(edges) + 1)]
    return _Tree(codes, np.array([edges[code] for code in codes.tolist()], np.int64), np.array(numbers))


def _walk(corpus: Corpus, tree: _Tree) -> list[Matches]:
    """All places of phrases, the shortest first; one entry a length, those of one length in text order."""
    n_terms = len(corpus.vocabulary)
    begins = np.zeros(n_terms + 1, bool)
    begins[tree.edges[tree.edges < n_terms]] = True
    opens = np.zeros(len(corpus.terms) + 1, bool)
    opens[corpus.sentence_bounds] = True
    position = np.flatnonzero(begins[corpus.counted_terms])
    node = np.zeros(len(position), np.int64)
    found, length = [], 0
    while len(position):
        term = corpus.counted_terms[position + length]
        code = np.where(term < n_terms, node * n_terms + term, -1)
        place = np.minimum(np.searchsorted(tree.edges, code), len(tree.edges) - 1)
        goes_on = tree.edges[place] == code
        position, node, length = position[goes_on], tree.ends[place[goes_on]], length + 1
        is_whole = tree.phrase[node] >= 0
        if is_whole.any():
            sizes = np.full(is_whole.sum(), length)
            found.append(Matches(position[is_whole], sizes, tree.phrase[node[is_whole]]))
        inside = ~opens[position + length]
        position, node = position[inside], node[inside]
    return found


def _leftmost(matches: Matches) -> np.ndarray:
    """Which of the matches, all of one length, are left when from the left each takes its tokens."""
    n = len(matches.position)
    # Each match is followed by the first that it does not touch: all that the first leads to are found by
    # steps of 1, 2, 4 ... matches.
    behind = np.append(np.searchsorted(matches.position, matches.position + matches.size), n)
    is_kept = np.zeros(n + 1, bool)
    is_kept[0] = True
    while (behind[:-1] < n).any():
        is_kept[behind[is_kept]] = True
        behind = behind[behind]
    return np.flatnonzero(is_kept[:-1])


def join_matches(corpus: Corpus, terms: Sequence[str], matches: Matches) -> Corpus:
    """The corpus with the tokens of each match made one, whose term is that of its phrase among `terms`."""
    forms, form_of = _slice_forms(corpus, matches)
    vocabulary, new_ids, joined_ids = _add_terms(corpus.vocabulary, terms)
    phrase_of = np.zeros(len(forms), np.int64)
    phrase_of[form_of] = matches.phrase
    shards, term_ids, more = [], [], {}
    bounds = np.cumsum([0] + [len(shard.form_ids) for shard in corpus.pieces.shards])
    edges = np.searchsorted(matches.position, bounds)
    for number, (shard, ids) in enumerate(zip(corpus.pieces.shards, corpus.pieces.term_ids, strict=True)):
        # Slices of one shard share their forms, and share the longer ones, too.
        if id(shard.forms) not in more:
            joined = pa.concat_arrays([shard.forms, forms])
            more[id(shard.forms)] = (joined, np.concatenate([new_ids[ids], joined_ids[phrase_of]]))
        longer, its_ids = more[id(shard.forms)]
        its = slice(edges[number], edges[number + 1])
        first = matches.position[its] - bounds[number]
        shards.append(_join_tokens(shard, longer, first, matches.size[its], form_of[its]))
        term_ids.append(its_ids)
    documents = _count_documents(corpus, matches)
    return corpus.replace(documents=documents, vocabulary=vocabulary, pieces=Pieces(shards, term_ids))


def _slice_forms(corpus: Corpus, matches: Matches) -> tuple[pa.StringArray, np.ndarray]:
    """The distinct pieces of text from the first to the last token of matches, and which each match has."""
    document = np.searchsorted(corpus.document_bounds, matches.position, side="right") - 1
    start, end = corpus.starts_at(matches.position), corpus.ends_at(matches.position + matches.size - 1)
    forms = []
    for number in range(0, len(document), _BLOCK):
        block = slice(number, number + _BLOCK)
        forms += _cut(corpus, document[block], start[block], end[block])
    encoded = pa.array(forms, pa.string()).dictionary_encode()
    return encoded.dictionary, encoded.indices.to_numpy()


def _cut(corpus: Corpus, document: np.ndarray, start: np.ndarray, end: np.ndarray) -> list[str]:
    distinct, place = np.unique(document, return_inverse=True)
    texts = corpus.pieces.texts.take(pa.array(distinct)).to_pylist()
    spans = zip(place.tolist(), start.tolist(), end.tolist(), strict=True)
    return [texts[number][first:last] for number, first, last in spans]


def _add_terms(vocabulary: pd.DataFrame, terms: Sequence[str]) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """The vocabulary with more terms in it, the new id of each of its own, and the id of each of `terms`."""
    old = vocabulary["term"]
    added = sorted(set(terms) - set(old[old.isin(terms)]))
    places = np.concatenate([np.arange(len(old)), np.searchsorted(old.to_numpy(object), added) - 0.5])
    order = np.argsort(places, kind="stable")
    rows = pd.DataFrame({"term": pd.Series(added, dtype=old.dtype), "is_word": True})
    merged = pd.concat([vocabulary, rows]).iloc[order].reset_index(drop=True)
    ids = np.argsort(order).astype(np.int32)
    numbers = np.searchsorted(merged["term"].to_numpy(object), list(terms))
    return merged, ids[: len(old)], numbers.astype(np.int32)


def _join_tokens(
    shard: Shard, forms: pa.StringArray, first: np.ndarray, size: np.ndarray, joined: np.ndarray
) -> Shard:
    """The shard with runs of tokens joined; `forms` are its own and behind them those of `joined`."""
    is_kept = np.ones(len(shard.form_ids), bool)
    for step in range(1, size.max(initial=0)):
        is_kept[first[size > step] + step] = False
    form_ids = shard.form_ids.copy()
    form_ids[first] = joined + len(shard.forms)
    kept_before = np.concatenate([[0], np.cumsum(is_kept)])
    return Shard(
        shard.texts,
        forms,
        form_ids[is_kept],
        shard.starts[is_kept],
        kept_before[shard.sentence_starts].astype(np.int32),
        kept_before[shard.document_starts],
    )


def _count_documents(corpus: Corpus, matches: Matches) -> pd.DataFrame:
    """The table of documents with each match as one token and one word."""
    words_before = np.concatenate([[0], np.cumsum(corpus.is_word)])
    n_words = words_before[matches.position + matches.size] - words_before[matches.position]
    doc = np.searchsorted(corpus.document_bounds, matches.position, side="right") - 1
    documents = corpus.documents.copy()
    for column, counts in (("n_tokens", matches.size), ("n_words", n_words)):
        documents[column] -= np.bincount(doc, counts - 1, len(documents)).astype(np.int64)
    return documents
