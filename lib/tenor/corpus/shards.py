"""Shards: the documents of a corpus in pieces that are read, tokenised, written and opened each by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.corpus.characters import SPACE, byte_classes
from tenor.corpus.columns import read_columns, write_columns
from tenor.corpus.sentences import form_traits, sentence_starts
from tenor.corpus.tokens import Tokens, tokenize

# Blocks of about this many bytes stay in the processor's cache while they are tokenised.
BLOCK_BYTES = 250_000


@dataclass(frozen=True)
class Shard:
    """Some documents and their tokens.

    `texts` holds one text a document, `forms` each distinct word or mark as written. `form_ids` and
    `starts` have one entry a token: its place in `forms`, and its first character in the text.
    `sentence_starts` has one entry a sentence, its first token; `document_starts` one a document, and an end.
    """

    texts: pa.LargeStringArray
    forms: pa.StringArray
    form_ids: np.ndarray
    starts: np.ndarray
    sentence_starts: np.ndarray
    document_starts: np.ndarray

    @property
    def ends(self) -> np.ndarray:
        """The character behind each token."""
        return self.starts + pc.utf8_length(self.forms).to_numpy()[self.form_ids]

    def read_ends(self, places: np.ndarray) -> np.ndarray:
        """The character behind each of the tokens at `places`."""
        return (
            self.starts[places] + pc.utf8_length(self.forms.take(pa.array(self.form_ids[places]))).to_numpy()
        )

    def slice(self, first: int, end: int) -> "Shard":
        """The documents from number `first` to `end`, with the same forms; nothing is copied."""
        start, stop = self.document_starts[[first, end]]
        sentences = slice(*np.searchsorted(self.sentence_starts, [start, stop]))
        return Shard(
            self.texts.slice(first, end - first),
            self.forms,
            self.form_ids[start:stop],
            self.starts[start:stop],
            self.sentence_starts[sentences] - np.int32(start),
            self.document_starts[first : end + 1] - start,
        )

    def write(self, path: Path) -> None:
        """Write all columns into one file."""
        write_columns({field.name: getattr(self, field.name) for field in fields(self)}, path)

    @classmethod
    def read(cls, path: Path) -> "Shard":
        """Open the shard that `write` wrote, its columns mapped into memory."""
        columns = read_columns(path)
        texts, forms, *numbers = (columns[field.name] for field in fields(cls))
        return cls(texts, forms, *(column.to_numpy() for column in numbers))


def shard_file(folder: Path, name: str) -> Path:
    """Where the shard `name` of the corpus in `folder` lies."""
    return folder / "shards" / f"{name}.arrow"


def make_shard(texts: Iterable[str]) -> Shard:
    """Tokenise `texts`, keeping their order."""
    kept, parts = [], []
    for block in _blocks(texts):
        kept += block
        parts.append(tokenize(block))
    tokens, form_ids, forms = _join_blocks(parts)
    traits = np.zeros(len(form_ids) + 3, np.int16)
    np.take(form_traits(forms), form_ids, out=traits[:-3], mode="clip")
    return Shard(
        pa.array(kept, pa.large_binary()).cast(pa.large_string()),
        forms,
        form_ids,
        tokens.starts,
        sentence_starts(tokens, traits).astype(np.int32),
        tokens.bounds.astype(np.int64),
    )


def _blocks(texts: Iterable[str]) -> Iterator[list[bytes]]:
    block, size = [], 0
    for text in texts:
        block.append(_encode(text))
        size += len(block[-1])
        if size >= BLOCK_BYTES:
            yield block
            block, size = [], 0
    if block:
        yield block


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which no encoding can hold
        return text.encode(errors="replace")


def _join_blocks(parts: list[Tokens]) -> tuple[Tokens, np.ndarray, pa.StringArray]:
    parts = parts or [tokenize([])]
    forms, form_ids = encode_distinct([part.forms for part in parts])
    offsets = np.cumsum([0] + [len(part.starts) for part in parts])
    bounds = [part.bounds[1:] + offset for part, offset in zip(parts, offsets, strict=False)]
    tokens = Tokens(
        forms,
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.spaced for part in parts]),
        np.concatenate([part.breaks for part in parts]),
        np.concatenate([[0], *bounds]),
    )
    return tokens, form_ids, forms


def encode_distinct(chunks: Sequence[pa.StringArray]) -> tuple[pa.StringArray, np.ndarray]:
    """The distinct strings of all `chunks`, and the place among them of each string, chunk after chunk."""
    encoded = pa.chunked_array(chunks, pa.string()).dictionary_encode()
    if not encoded.num_chunks:
        return pa.array([], pa.string()), np.zeros(0, np.int32)
    places = np.concatenate([chunk.indices.to_numpy() for chunk in encoded.chunks])
    return encoded.chunk(encoded.num_chunks - 1).dictionary, places


def form_is_word(forms: pa.StringArray) -> np.ndarray:
    """Whether each distinct form is a word; the others are marks."""
    if not len(forms):
        return np.zeros(0, bool)
    _, offsets, data = forms.buffers()
    firsts = np.frombuffer(offsets, np.int32)[forms.offset : forms.offset + len(forms)]
    return byte_classes(data.to_pybytes())[firsts] < SPACE


def count_tokens(shard: Shard) -> dict[str, np.ndarray]:
    """One entry a document of the shard in each of `n_characters`, `n_words`, `n_tokens`, `n_sentences`."""
    words_before = np.zeros(len(shard.form_ids) + 1, np.int32)
    np.cumsum(form_is_word(shard.forms)[shard.form_ids], out=words_before[1:])
    sentences_before = np.searchsorted(shard.sentence_starts, shard.document_starts)
    return {
        "n_characters": pc.utf8_length(shard.texts).to_numpy(),
        "n_words": np.diff(words_before[shard.document_starts]),
        "n_tokens": np.diff(shard.document_starts),
        "n_sentences": np.diff(sentences_before),
    }
