"""The corpus: the one thing that every stage takes."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus.periods import UNITS, choose_period, label_periods
from tenor.corpus.shards import Shard, count_tokens, make_shard
from tenor.corpus.vocabularies import merge_forms
from tenor.errors import UserError, check_choice, did_you_mean

DOCUMENT_COLUMNS = ("doc_id", "title", "source", "published", "author", "agency", "path", "row", "encoding")
LEDGER_COLUMNS = ("path", "row", "outcome", "reason", "detail", "remedy")


class Corpus:
    """Documents and their tokens.

    Attributes
    ----------
    documents
        One row a document, its number as index: `doc_id`, `title`, `source`, `published` (ISO, possibly
        partial such as "1789"), `author`, `agency`, `path`, `row`, `encoding`, `n_characters`, `n_words`,
        `n_tokens`, `n_sentences`, `cluster` (the `doc_id` of the first document with the same text), and
        further metadata.
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
    """

    def __init__(
        self,
        documents: pd.DataFrame,
        ledger: pd.DataFrame,
        manifest: dict[str, Any],
        vocabulary: pd.DataFrame,
        shards: Sequence[Shard],
        term_ids: Sequence[np.ndarray],
    ):
        """Join `shards`, whose forms have the ids `term_ids` in `vocabulary`."""
        self.documents = documents
        self.ledger = ledger
        self.manifest = manifest
        self.vocabulary = vocabulary
        self._shards = list(shards)
        self._term_ids = list(term_ids)

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
        pairs = zip(self._term_ids, self._shards, strict=True)
        return _concatenate([ids[shard.form_ids] for ids, shard in pairs], np.int32)

    @cached_property
    def starts(self) -> np.ndarray:
        """The first character of each token, counted from the start of its text."""
        return self._join("starts")

    @cached_property
    def ends(self) -> np.ndarray:
        """The character behind each token."""
        return self._join("ends")

    @property
    def _form_ids(self) -> np.ndarray:
        """The place of each token's form among the forms of all shards, one shard's after the other's."""
        offsets = np.cumsum([0] + [len(shard.forms) for shard in self._shards])
        pairs = zip(self._shards, offsets, strict=False)
        return _concatenate([shard.form_ids + offset for shard, offset in pairs], np.int32)

    @cached_property
    def _shard_bounds(self) -> np.ndarray:
        return np.cumsum([0] + [len(shard.form_ids) for shard in self._shards])

    @cached_property
    def document_bounds(self) -> np.ndarray:
        """The first token of each document, and the number of tokens."""
        return _join_bounds([shard.document_starts[:-1] for shard in self._shards], self._shard_bounds)

    @cached_property
    def sentence_bounds(self) -> np.ndarray:
        """The first token of each sentence, and the number of tokens."""
        return _join_bounds([shard.sentence_starts for shard in self._shards], self._shard_bounds)

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
        """One row a token: `doc`, `sentence`, `term` (text, not id), `start`, `end`, `is_word`."""
        return pd.DataFrame(
            {
                "doc": self.token_documents,
                "sentence": self.token_sentences,
                "term": self.vocabulary["term"].to_numpy()[self.terms],
                "start": self.starts,
                "end": self.ends,
                "is_word": self.is_word,
            }
        )

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: `doc`, `start` and `end` in characters, `n_tokens`, `n_words`."""
        firsts, lasts = self.sentence_bounds[:-1], self.sentence_bounds[1:] - 1
        words_before = np.concatenate([[0], np.cumsum(self.is_word)])
        return pd.DataFrame(
            {
                "doc": self.sentence_documents,
                "start": self.starts[firsts],
                "end": self.ends[lasts],
                "n_tokens": np.diff(self.sentence_bounds),
                "n_words": np.diff(words_before[self.sentence_bounds]),
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

    def select(self, *, sources: Sequence[str] = (), start: str = "", end: str = "") -> "Corpus":
        """The documents of some sources or days, as a corpus of its own with the same term ids.

        `sources` empty keeps all; `start` and `end` are ISO days, both included, "" for no limit. With a
        limit, undated documents fall out, and partial dates stay if their first day is inside.

        Raises
        ------
        UserError
            If a source is not in the corpus, or `start` lies behind `end`.
        """
        known = self.documents["source"].dropna().unique()
        for source in sources:
            check_choice("sources", source, sorted(known))
        if start and end and start > end:
            raise UserError(f"start = {start!r} lies behind end = {end!r}; exchange them")
        keep = np.ones(len(self.documents), bool)
        if sources:
            keep &= self.documents["source"].isin(sources).to_numpy(bool)
        first_day = (self.documents["published"] + "-01-01").str[:10]
        if start:
            keep &= (first_day >= start).fillna(False).to_numpy(bool)
        if end:
            keep &= (first_day <= end).fillna(False).to_numpy(bool)
        return self if keep.all() else self.take(np.flatnonzero(keep))

    def take(self, numbers: np.ndarray) -> "Corpus":
        """The documents with these numbers, in this order, as a corpus of its own with the same term ids."""
        numbers = np.asarray(numbers, np.int64)
        tokens, document_bounds = _gather(self.document_bounds, numbers)
        sentence_counts = np.bincount(self.sentence_documents, minlength=len(self.documents))
        sentences, _ = _gather(np.concatenate([[0], np.cumsum(sentence_counts)]), numbers)
        sizes = np.diff(self.sentence_bounds)[sentences]
        forms = pa.concat_arrays([shard.forms for shard in self._shards])
        shard = Shard(
            self._texts.take(pa.array(numbers)).combine_chunks(),
            forms,
            self._form_ids[tokens],
            self.starts[tokens],
            (np.cumsum(sizes) - sizes).astype(np.int32),
            document_bounds,
        )
        documents = self.documents.iloc[numbers].reset_index(drop=True)
        term_ids = np.concatenate(self._term_ids)
        return Corpus(documents, self.ledger, self.manifest, self.vocabulary, [shard], [term_ids])


def _gather(bounds: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The positions inside the ranges `numbers` of `bounds`, range after range, and the new bounds."""
    sizes = np.diff(bounds)[numbers]
    new_bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    shifts = bounds[:-1][numbers] - new_bounds[:-1]
    return np.arange(new_bounds[-1]) + np.repeat(shifts, sizes), new_bounds


def _concatenate(arrays: Sequence[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate([np.zeros(0, dtype), *arrays], dtype=dtype, casting="same_kind")


def _join_bounds(firsts: Sequence[np.ndarray], offsets: np.ndarray) -> np.ndarray:
    shifted = [first + offset for first, offset in zip(firsts, offsets, strict=False)]
    return _concatenate([*shifted, offsets[-1:]], np.int64)


def from_texts(texts: Sequence[str], **metadata: Sequence[str]) -> Corpus:
    """A corpus in memory, of texts given as a list and any metadata columns of the same length.

    `doc_id` is the text's number unless given. For files use `tenor.loading.open_corpus`.

    Raises
    ------
    UserError
        If a metadata column has another length than `texts`.

    >>> from_texts(["The dam holds. It rains.", "The dam broke."], source=["Courier", "Lantern"])
    <Corpus: 2 documents, 8 words, 3 sentences>
    """
    for name, values in metadata.items():
        if len(values) != len(texts):
            raise UserError(f"{name} has {len(values)} values for {len(texts)} texts; give one for each")
    shard = make_shard(texts)
    vocabulary, term_ids = merge_forms([shard.forms])
    documents = pd.DataFrame(index=pd.RangeIndex(len(texts)))
    for name in dict.fromkeys((*DOCUMENT_COLUMNS, *metadata)):
        documents[name] = pd.array(metadata.get(name, [None] * len(texts)), dtype="string")
    documents["doc_id"] = documents["doc_id"].fillna(pd.Series(documents.index.astype("string")))
    documents = documents.assign(**count_tokens(shard))
    first_with_text = documents.groupby(pd.Series(list(texts), dtype="string"))["doc_id"].transform("first")
    documents["cluster"] = first_with_text.astype("string")
    ledger = pd.DataFrame(columns=list(LEDGER_COLUMNS), dtype="string")
    return Corpus(documents, ledger, {"found": len(texts)}, vocabulary, [shard], term_ids)
