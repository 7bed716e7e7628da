"""The scores of the sentences of a corpus: of its tokens, without a look at the texts."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor import executor
from tenor.corpus import Corpus
from tenor.sentiment.analyzers.batches import TextBatch, TokenBatch, Tokens, straighten
from tenor.sentiment.analyzers.scores import Columns, score_batch, score_left
from tenor.sentiment.analyzers.tone.words import Words, make_words

# Tokens in a batch: enough to make the work on distinct words small, few enough for little memory.
BATCH_TOKENS = 4_000_000
# What Python takes for white space: in ASCII, and beyond.
_IS_SPACE = np.isin(np.arange(256), list(b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "))
_WIDE_SPACE = r"[\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"


# The numbers of some sentences, and the sentences.
_Batch = tuple[np.ndarray, TokenBatch | TextBatch]


class CorpusScores(NamedTuple):
    """The scores of sentences by each analyzer, how many distinct ones each left to the original, and how
    many have curly marks."""

    columns: dict[str, Columns]
    n_left: dict[str, int]
    n_curly: int


class _Part(NamedTuple):
    """Some sentences of a corpus: their numbers, and how many have curly marks."""

    numbers: np.ndarray
    n_curly: int


class Task(NamedTuple):
    """What is scored in one go, by which analyzers; `words` is the list for "tone"."""

    batch: TokenBatch | TextBatch
    analyzers: tuple[str, ...]
    words: Words


def score_corpus(corpus: Corpus, numbers: np.ndarray, analyzers: Sequence[str], words: Words) -> CorpusScores:
    """The scores of the sentences with these numbers, ascending. Equal sentences are scored once.

    `words` is the list for "tone".
    """
    made: list[_Part] = []
    tasks = _make_tasks(corpus, numbers, tuple(analyzers), words, made)
    results = list(executor.run(_scorer(), tasks) if _is_large(corpus) else map(score_task, tasks))
    order = np.argsort(np.concatenate([numbers[:0], *[part.numbers for part in made]]), kind="stable")
    columns = {analyzer: _join(results, analyzer, order) for analyzer in analyzers}
    n_left = {
        analyzer: score_left(its, analyzer, partial(_given, corpus, numbers))
        for analyzer, its in columns.items()
    }
    return CorpusScores(columns, n_left, sum(part.n_curly for part in made))


def _make_tasks(
    corpus: Corpus, numbers: np.ndarray, analyzers: tuple[str, ...], words: Words, made: list[_Part]
) -> Iterator[Task]:
    """Make the tasks one by one, and note in `made` which sentences each has."""
    for its, batch in _batches(corpus, numbers):
        made.append(_Part(its, batch.n_curly))
        yield Task(batch, analyzers, words)


def score_task(task: Task) -> dict[str, Columns]:
    """The scores of a batch by each analyzer, one entry a text."""
    firsts, places = task.batch.find_repeated()
    distinct = task.batch.take(firsts)
    return {
        analyzer: {
            name: values[places] for name, values in score_batch(distinct, analyzer, task.words).items()
        }
        for analyzer in task.analyzers
    }


def _is_large(corpus: Corpus) -> bool:
    """Whether processes gain more than their start takes."""
    return corpus.document_bounds[-1] > 2 * BATCH_TOKENS


def _scorer() -> Callable[[Task], dict[str, Columns]]:
    """`score_task` of a module that also reads the word lists, which each process then need not."""
    from tenor.sentiment.analyzers.warm import score_task

    return score_task


def _join(results: list[dict[str, Columns]], analyzer: str, order: np.ndarray) -> Columns:
    results = results or [score_task(Task(TextBatch([]), (analyzer,), make_words({})))]
    names = results[0][analyzer]
    return {name: np.concatenate([result[analyzer][name] for result in results])[order] for name in names}


def _given(corpus: Corpus, numbers: np.ndarray, place: int) -> str:
    """One of some sentences as the analyzers are given it: as written, with straight quotation marks."""
    return straighten(sentence_texts(corpus, numbers[[place]])[0])


def sentence_texts(corpus: Corpus, sentences: np.ndarray) -> list[str]:
    """The sentences with these numbers, as written.

    >>> from tenor.corpus import from_texts
    >>> sentence_texts(from_texts(["The dam holds. It rains."]), np.array([1]))
    ['It rains.']
    """
    columns = (corpus.sentences[name].to_numpy()[sentences].tolist() for name in ("doc", "start", "end"))
    return [corpus.text(doc)[start:end] for doc, start, end in zip(*columns, strict=True)]


def _batches(corpus: Corpus, numbers: np.ndarray) -> Iterator[_Batch]:
    """The sentences with these numbers, some documents at a time."""
    bounds = corpus.document_bounds
    n_batches = -(-int(bounds[-1]) // BATCH_TOKENS)
    if _is_large(corpus):
        # As many for each process.
        n_batches = executor.workers() * -(-n_batches // executor.workers())
    edges = np.searchsorted(bounds, np.linspace(0, bounds[-1], max(n_batches, 1), endpoint=False)[1:])
    edges = np.unique([0, *edges, len(bounds) - 1])
    documents = corpus.sentence_documents[numbers]
    for first, end in pairwise(edges.tolist()):
        its = numbers[slice(*np.searchsorted(documents, [first, end]))]
        yield from _batches_of(corpus, first, end, its)


def _batches_of(corpus: Corpus, first: int, end: int, numbers: np.ndarray) -> Iterator[_Batch]:
    """The sentences with these numbers, of the documents from `first` to `end`.

    Where something other than white space parts two tokens of a document, such as a zero-width space, or
    nothing, its sentences are given as strings.
    """
    pieces = corpus.pieces.take(np.arange(first, end))
    forms, ids, _ = pieces.join_forms()
    lengths = pc.utf8_length(forms).to_numpy()[ids]
    starts, bounds = pieces.join("starts"), pieces.document_bounds
    is_glued = np.append(False, starts[1:] == (starts + lengths)[:-1])
    n_gap = corpus.documents["n_characters"].to_numpy()[first:end] - _sum_ranges(lengths, bounds)
    is_odd = _are_odd(pieces.texts, n_gap)[corpus.sentence_documents[numbers] - first]
    if not is_odd.all():
        tokens = Tokens(forms, ids, corpus.sentence_bounds - corpus.document_bounds[first])
        yield numbers[~is_odd], TokenBatch(tokens, is_glued).take(numbers[~is_odd])
    if is_odd.any():
        written = sentence_texts(corpus, numbers[is_odd])
        texts = [straighten(text) for text in written]
        n_curly = sum(a != b for a, b in zip(texts, written, strict=True))
        yield numbers[is_odd], TextBatch(texts, n_curly)


def _sum_ranges(values: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    return np.diff(np.concatenate([[0], np.cumsum(values)])[bounds])


def _are_odd(texts: pa.ChunkedArray, n_gap: np.ndarray) -> np.ndarray:
    """Whether each text has other characters between its tokens, `n_gap` in all, than white space."""
    counts = [_count_spaces(chunk) for chunk in texts.chunks]
    n_more = n_gap - np.concatenate([np.zeros(0, np.int64), *counts])
    doubtful = np.flatnonzero(n_more)
    n_more[doubtful] -= pc.count_substring_regex(texts.take(pa.array(doubtful)), _WIDE_SPACE).to_numpy()
    return n_more != 0


def _count_spaces(texts: pa.LargeStringArray) -> np.ndarray:
    """How many characters of plain white space each text has."""
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    values = np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]]
    return np.diff(np.searchsorted(np.flatnonzero(_IS_SPACE[values]), bounds - bounds[0]))
