"""The corpus: the one thing that every stage takes."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import selections
from tenor.corpus.marks import find_marked_tokens, no_marks, take_marks
from tenor.corpus.periods import UNITS, choose_period, label_periods
from tenor.corpus.ranges import find_runs, gather
from tenor.corpus.shards import Shard
from tenor.errors import UserError, did_you_mean
from tenor.parameters import check_value

DOCUMENT_COLUMNS = (
    *("doc_id", "title", "source", "published", "published_time", "author", "agency", "place", "language"),
    *("path", "row", "encoding"),
)
# The voices of tokens, by their code.
VOICES = ("narration", "direct", "indirect", "headline", "boilerplate")
BOILERPLATE = VOICES.index("boilerplate")
# A selection of more runs of documents than this is copied: so many small slices would be slower.
_MAX_SLICES = 2000
LEDGER_COLUMNS = ("path", "row", "outcome", "reason", "detail", "remedy")


class Corpus:
    """Documents and their tokens.

    Attributes
    ----------
    documents
        One row a document, its number as index: `doc_id`, `title`, `source`, `published` (ISO, possibly
        partial such as "1789"), `published_time` (with its zone as written), `author`, `agency`, `place`,
        `language`, `path`, `row`, `encoding`, `n_characters`, `n_tokens`; `n_words` and `n_sentences` without
        boilerplate, whose words are `n_boilerplate`; `cluster` (the `doc_id` of the earliest document with
        nearly the same text), and further metadata.
    ledger
        One row an input that is no document, or a change made to one that is: `path`, `row`, `outcome`
        ("left out" or "changed"), `reason`, `detail`, `remedy`.
    manifest
        What the corpus was built from and with.
    vocabulary
        One row a term, its id as index: `term`, `is_word`.
    terms, starts, ends
        One entry a token: its term id, and its span in characters of the document's text as loaded.
    document_bounds, sentence_bounds
        Document `d` has the tokens from `document_bounds[d]` to `document_bounds[d + 1]`; sentences likewise.
    sentence_documents
        One entry a sentence: the number of its document.
    marks
        One row a span of text that is set apart, in order: `doc`, `start`, `end` (characters), `kind`. What
        is marked is boilerplate: it stays in the text, and no measure counts it.
    whole
        The corpus that this one is a selection of; a whole one is its own.
    """

    def __init__(
        self,
        documents: pd.DataFrame,
        ledger: pd.DataFrame,
        manifest: dict[str, Any],
        vocabulary: pd.DataFrame,
        shards: Sequence[Shard],
        term_ids: Sequence[np.ndarray],
        marks: pd.DataFrame | None = None,
        whole: "Corpus | None" = None,
    ):
        """Join `shards`, whose forms have the ids `term_ids` in `vocabulary`."""
        self.documents = documents
        self.marks = no_marks() if marks is None else marks
        self.whole = whole or self
        self.ledger = ledger
        self.manifest = manifest
        self.vocabulary = vocabulary
        self._shards = list(shards)
        self.term_ids = list(term_ids)

    def __repr__(self) -> str:
        return (
            f"<Corpus: {len(self.documents):,} documents, {self.n_words:,} words, "
            f"{len(self.sentence_documents):,} sentences>"
        )

    def _join(self, column: str) -> np.ndarray:
        return _concatenate([getattr(shard, column) for shard in self._shards], np.int32)

    @cached_property
    def terms(self) -> np.ndarray:
        """The term id of each token."""
        pairs = zip(self.term_ids, self._shards, strict=True)
        return _concatenate([ids[shard.form_ids] for ids, shard in pairs], np.int32)

    @cached_property
    def starts(self) -> np.ndarray:
        """The first character of each token, counted from the start of its text."""
        return self._join("starts")

    @cached_property
    def ends(self) -> np.ndarray:
        """The character behind each token."""
        return self._join("ends")

    @cached_property
    def _shard_bounds(self) -> np.ndarray:
        return np.cumsum([0] + [len(shard.form_ids) for shard in self._shards])

    @cached_property
    def document_bounds(self) -> np.ndarray:
        """The first token of each document, and the number of tokens."""
        return _join_bounds([shard.document_starts[:-1] for shard in self._shards], self._shard_bounds)

    @cached_property
    def sentence_bounds(self) -> np.ndarray:
        """The first token of each sentence, and the number of tokens; a mark is a sentence of its own."""
        bounds = _join_bounds([shard.sentence_starts for shard in self._shards], self._shard_bounds)
        return np.union1d(bounds, np.concatenate(self.marked_tokens)) if len(self.marks) else bounds

    @cached_property
    def marked_tokens(self) -> tuple[np.ndarray, np.ndarray]:
        """The first token of each mark, and the token behind its last."""
        return find_marked_tokens(self.marks, self.starts, self.document_bounds)

    @cached_property
    def is_boilerplate(self) -> np.ndarray:
        """Whether each token stands in a mark."""
        firsts, ends = self.marked_tokens
        steps = np.bincount(firsts, minlength=len(self.terms) + 1)
        steps -= np.bincount(ends, minlength=len(steps))
        return np.cumsum(steps[:-1]) > 0

    @cached_property
    def counted_terms(self) -> np.ndarray:
        """The term id of each token, and for boilerplate, which no measure counts, the size of the
        vocabulary."""
        if not len(self.marks):
            return self.terms
        return np.where(self.is_boilerplate, np.int32(len(self.vocabulary)), self.terms)

    @cached_property
    def is_counted(self) -> np.ndarray:
        """Whether each token is a word that measures count: no mark and no boilerplate."""
        return self.is_word & ~self.is_boilerplate if len(self.marks) else self.is_word

    @cached_property
    def _texts(self) -> pa.ChunkedArray:
        return pa.chunked_array([shard.texts for shard in self._shards], pa.large_string())

    @cached_property
    def is_word(self) -> np.ndarray:
        """Whether each token is a word; the others are marks."""
        return self.vocabulary["is_word"].to_numpy()[self.terms]

    @cached_property
    def n_words(self) -> int:
        """How many tokens are words: what rates per million divide by."""
        return int(self.documents["n_words"].sum())

    @cached_property
    def token_documents(self) -> np.ndarray:
        """The number of the document of each token."""
        return np.repeat(np.arange(len(self.documents), dtype=np.int32), np.diff(self.document_bounds))

    @cached_property
    def token_sentences(self) -> np.ndarray:
        """The number of the sentence of each token."""
        sizes = np.diff(self.sentence_bounds)
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    @cached_property
    def sentence_documents(self) -> np.ndarray:
        """The number of the document of each sentence."""
        firsts = self.sentence_bounds[:-1]
        return (np.searchsorted(self.document_bounds, firsts, side="right") - 1).astype(np.int32)

    @property
    def tokens(self) -> pd.DataFrame:
        """One row a token: `doc`, `sentence`, `term` (text, not id), `start`, `end`, `is_word`, `voice`."""
        return pd.DataFrame(
            {
                "doc": self.token_documents,
                "sentence": self.token_sentences,
                "term": self.vocabulary["term"].to_numpy()[self.terms],
                "start": self.starts,
                "end": self.ends,
                "is_word": self.is_word,
                "voice": self._voices(self.is_boilerplate),
            }
        )

    def _voices(self, is_boilerplate: np.ndarray) -> pd.Categorical:
        return pd.Categorical.from_codes(np.where(is_boilerplate, BOILERPLATE, 0), list(VOICES))

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: `doc`, `start` and `end` in characters, `n_tokens`, `n_words`, `voice`."""
        firsts, lasts = self.sentence_bounds[:-1], self.sentence_bounds[1:] - 1
        words_before = np.concatenate([[0], np.cumsum(self.is_word)])
        return pd.DataFrame(
            {
                "doc": self.sentence_documents,
                "start": self.starts[firsts],
                "end": self.ends[lasts],
                "n_tokens": np.diff(self.sentence_bounds),
                "n_words": np.diff(words_before[self.sentence_bounds]),
                "voice": self._voices(self.is_boilerplate[firsts]),
            }
        )

    def text(self, document: int) -> str:
        """The text of document number `document`, as loaded."""
        return self._texts[int(document)].as_py()

    def groups(self, by: str) -> tuple[np.ndarray, list[str]]:
        """Part the documents by a metadata column, or by "week", "month" or "year".

        Returns the number of each document's group, -1 where the value is missing, and the groups' names in
        alphabetical order.

        Raises
        ------
        UserError
            If there is no such column.
        """
        if by in UNITS:
            values = label_periods(self.documents["published"], by)
        elif by in self.documents:
            values = self.documents[by].astype("string")
        else:
            columns = ", ".join(map(str, self.documents.columns))
            hint = did_you_mean(by, self.documents.columns) or "."
            raise UserError(f"by = {by!r} is no column of the documents{hint} There are {columns}")
        codes, names = pd.factorize(values, sort=True)
        return codes.astype(np.int32), [str(name) for name in names]

    def period(self) -> str:
        """The unit of time that suits the documents' dates: "week", "month" or "year"."""
        return choose_period(self.documents["published"])

    def select(
        self, *, sources: Sequence[str] = (), start: str = "", end: str = "", language: str = ""
    ) -> "Corpus":
        """The documents of some sources, days or language, as a corpus of its own with the same term ids.

        `sources` empty keeps all; `start` and `end` are ISO days, both included, "" for no limit. With a
        limit, undated documents fall out, and partial dates stay if their first day is inside. `language` is
        a code such as "en", or "main" for the commonest one; documents too short to tell theirs stay.

        Raises
        ------
        UserError
            If a source or language is not in the corpus, or `start` lies behind `end`.
        """
        keep = selections.choose(self.documents, sources, start, end, language)
        return self if keep.all() else self.take(np.flatnonzero(keep))

    def stories(self, by: str | None = None) -> "Corpus":
        """Of each cluster of near-copies only the earliest document; with `by`, the earliest in each group.

        The earliest is by date and time of publication, undated ones last, then by order in the corpus.

        Raises
        ------
        UserError
            If there is no such column.

        >>> from tenor.corpus import from_texts
        >>> corpus = from_texts(["The dam holds."] * 2, published=["2031-03-05", "2031-03-04"])
        >>> corpus.stories().documents["published"].tolist()
        ['2031-03-04']
        """
        keep = self.story_numbers(by)
        return self if len(keep) == len(self.documents) else self.take(keep)

    def story_numbers(self, by: str | None = None) -> np.ndarray:
        """The numbers of the documents that `stories` keeps, ascending."""
        groups = self.groups(by)[0] if by else np.zeros(len(self.documents), np.int32)
        return selections.earliest(self.documents, groups)

    def counted_by(self, count: str, by: str | None = None) -> "Corpus":
        """What a measure counts: for "documents" all of them, for "stories" those of `stories(by)`.

        Raises
        ------
        UserError
            If `count` is neither, or there is no column `by`.
        """
        return self.stories(by) if check_value("count", count) == "stories" else self

    def take(self, numbers: np.ndarray) -> "Corpus":
        """The documents with these numbers, in this order, as a corpus of its own with the same term ids."""
        numbers = np.asarray(numbers, np.int64)
        runs = self._runs(numbers)
        shards, term_ids = self._slice(runs) if len(runs) <= _MAX_SLICES else self._copy(numbers)
        documents = self.documents.iloc[numbers].reset_index(drop=True)
        marks = take_marks(self.marks, numbers, len(self.documents))
        tables = (documents, self.ledger, self.manifest, self.vocabulary)
        return Corpus(*tables, shards, term_ids, marks, self.whole)

    def _runs(self, numbers: np.ndarray) -> np.ndarray:
        """The runs of documents that stand side by side in a shard: its place, the first, the end."""
        bounds = np.cumsum([0] + [len(shard.texts) for shard in self._shards])
        shard = np.searchsorted(bounds, numbers, side="right") - 1
        return find_runs(shard, numbers - bounds[shard])

    def _slice(self, runs: np.ndarray) -> tuple[list[Shard], list[np.ndarray]]:
        """The runs as slices, without copying."""
        shards = [self._shards[shard].slice(first, end) for shard, first, end in runs.tolist()]
        return shards, [self.term_ids[shard] for shard in runs[:, 0].tolist()]

    def _copy(self, numbers: np.ndarray) -> tuple[list[Shard], list[np.ndarray]]:
        """The documents with these numbers as one shard."""
        tokens, document_bounds = gather(self.document_bounds, numbers)
        sentence_counts = np.bincount(self.sentence_documents, minlength=len(self.documents))
        sentences, _ = gather(np.concatenate([[0], np.cumsum(sentence_counts)]), numbers)
        sizes = np.diff(self.sentence_bounds)[sentences]
        forms, form_ids, term_ids = self._all_forms
        shard = Shard(
            self._texts.take(pa.array(numbers)).combine_chunks(),
            forms,
            form_ids[tokens],
            self.starts[tokens],
            (np.cumsum(sizes) - sizes).astype(np.int32),
            document_bounds,
        )
        return [shard], [term_ids]

    @cached_property
    def _all_forms(self) -> tuple[pa.Array, np.ndarray, np.ndarray]:
        """The forms of all shards, the place of each token's form among them, and the term id of each form.

        Slices of one shard share their forms, which are taken once.
        """
        kept, offsets, size = {}, [], 0
        for shard, ids in zip(self._shards, self.term_ids, strict=True):
            if id(shard.forms) not in kept:
                kept[id(shard.forms)] = (size, shard.forms, ids)
                size += len(ids)
            offsets.append(kept[id(shard.forms)][0])
        pairs = zip(self._shards, offsets, strict=True)
        form_ids = _concatenate([shard.form_ids + np.int32(offset) for shard, offset in pairs], np.int32)
        forms = pa.concat_arrays([forms for _, forms, _ in kept.values()] or [pa.array([], pa.string())])
        return forms, form_ids, _concatenate([ids for *_, ids in kept.values()], np.int32)

    def with_marks(self, marks: pd.DataFrame, counts: Mapping[str, np.ndarray] | None = None) -> "Corpus":
        """This corpus, which has no marks, with these; its documents' counts leave out what is marked.

        `counts` are the documents' `n_words`, `n_sentences` and `n_boilerplate`, if they are known.
        """
        tables = (self.documents.copy(), self.ledger, self.manifest, self.vocabulary)
        marked = Corpus(*tables, self._shards, self.term_ids, marks)
        for name, values in (counts or marked._count()).items():
            marked.documents[name] = values
        return marked

    def _count(self) -> dict[str, np.ndarray]:
        n = len(self.documents)
        n_words = np.bincount(self.token_documents[self.is_counted], minlength=n)
        is_told = ~self.is_boilerplate[self.sentence_bounds[:-1]]
        return {
            "n_words": n_words,
            "n_sentences": np.bincount(self.sentence_documents[is_told], minlength=n),
            "n_boilerplate": np.bincount(self.token_documents[self.is_word], minlength=n) - n_words,
        }


def _concatenate(arrays: Sequence[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate([np.zeros(0, dtype), *arrays], dtype=dtype, casting="same_kind")


def _join_bounds(firsts: Sequence[np.ndarray], offsets: np.ndarray) -> np.ndarray:
    shifted = [first + offset for first, offset in zip(firsts, offsets, strict=False)]
    return _concatenate([*shifted, offsets[-1:]], np.int64)
