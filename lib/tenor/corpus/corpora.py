"""The corpus: the one thing that every stage takes."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import selections
from tenor.corpus.arrays import TokenArrays
from tenor.corpus.marks import no_marks, take_marks
from tenor.corpus.periods import UNITS, choose_period, label_periods
from tenor.corpus.pieces import Pieces
from tenor.corpus.units import Unit
from tenor.corpus.voices import (
    COUNTED_VOICES,
    Chosen,
    holders_of,
    name_documents,
    no_quotations,
    place_quotations,
)
from tenor.errors import UserError, check_choice, did_you_mean
from tenor.parameters import check_value

DOCUMENT_COLUMNS = (
    *("doc_id", "title", "source", "published", "published_time", "author", "agency", "place", "language"),
    *("path", "row", "encoding"),
)
LEDGER_COLUMNS = ("path", "row", "outcome", "reason", "detail", "remedy")
# What parts the words of a document, as metadata part the documents.
TOKEN_COLUMNS = ("voice", "speaker")


class Part(NamedTuple):
    """Some of a corpus, under the label that it has in `by`."""

    label: str
    corpus: "Corpus"

    @property
    def n_words(self) -> int:
        return self.corpus.n_words

    @property
    def n_documents(self) -> int:
        return len(self.corpus.documents)


class Corpus(TokenArrays):
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
    marks
        One row a span of text that is set apart, in order: `doc`, `start`, `end` (characters), `kind`. What
        is marked is boilerplate: it stays in the text, and no measure counts it.
    quotations
        One row a span of text that is somebody's words, in order: `doc`, `start`, `end`, `kind`, `speaker`.
    told
        The table that told the voices, with the `doc_id` of each row; None where none has.
    chosen
        The voices and speakers whose words are counted; empty for all.
    unit
        What a term is: a word, or what `tenor.frequency.in_units` and `join_terms` made of it.
    whole
        The corpus that this one is a selection of; a whole one is its own.
    """

    def __init__(
        self,
        documents: pd.DataFrame,
        ledger: pd.DataFrame,
        manifest: dict[str, Any],
        vocabulary: pd.DataFrame,
        pieces: Pieces,
        marks: pd.DataFrame | None = None,
        quotations: pd.DataFrame | None = None,
    ):
        """Put together what has been read; `pieces` has the texts and their tokens."""
        self.documents = documents
        self.ledger = ledger
        self.manifest = manifest
        self.vocabulary = vocabulary
        self.pieces = pieces
        self.marks = no_marks() if marks is None else marks
        self.quotations = no_quotations() if quotations is None else quotations
        self.told: pd.DataFrame | None = None
        self.chosen = Chosen()
        self.unit = Unit()
        self.whole = self
        self._remarks: tuple[str, ...] = ()

    def replace(self, *remarks: str, **changes: Any) -> "Corpus":
        """This corpus with other attributes, and with `remarks` that the notes of its tables tell."""
        names = ("documents", "ledger", "manifest", "vocabulary", "pieces", "marks", "quotations")
        changed = Corpus(*(changes.pop(name, getattr(self, name)) for name in names))
        changed._remarks = (*self._remarks, *remarks)
        kept = {"told": self.told, "chosen": self.chosen, "unit": self.unit, "whole": self.whole}
        for name, value in (kept | changes).items():
            setattr(changed, name, value)
        return changed

    @property
    def notes(self) -> list[str]:
        """Sentences on what this selection leaves out or counts otherwise, for the footnotes of tables."""
        n, n_whole = len(self.documents), len(self.whole.documents)
        selected = [f"The selection holds {n:,} of {n_whole:,} documents."] if n < n_whole else []
        return [*selected, *self._remarks]

    def __repr__(self) -> str:
        return (
            f"<Corpus: {len(self.documents):,} documents, {self.n_words:,} words, "
            f"{len(self.sentence_documents):,} sentences>"
        )

    @cached_property
    def n_words(self) -> int:
        """How many tokens are words: what rates per million divide by."""
        return int(self.documents["n_words"].sum())

    def text(self, document: int) -> str:
        """The text of document number `document`, as loaded."""
        return self.pieces.texts[int(document)].as_py()

    def groups(self, by: str) -> tuple[np.ndarray, list[str]]:
        """Part the documents by a metadata column, or by "week", "month" or "year".

        Returns the number of each document's group, -1 where the value is missing, and the groups' names in
        alphabetical order.

        Raises
        ------
        UserError
            If there is no such column, or `by` parts words and not documents.
        """
        if by in UNITS:
            values = label_periods(self.documents["published"], by)
        elif by in self.documents:
            values = self.documents[by].astype("string")
        elif by in TOKEN_COLUMNS:
            raise UserError(f"by = {by!r} parts the words of a document; here documents are parted")
        else:
            columns = ", ".join(map(str, self.documents.columns))
            hint = did_you_mean(by, self.documents.columns) or "."
            raise UserError(f"by = {by!r} is no column of the documents{hint} There are {columns}")
        codes, names = pd.factorize(values, sort=True)
        return codes.astype(np.int32), [str(name) for name in names]

    def split(self, by: str | None) -> list[Part]:
        """Part the corpus by a metadata column, by "week", "month" or "year", or by "voice" or "speaker".

        The parts are in the order of their labels, voices in that of `VOICES`; what has no value is in none.
        Where nothing has one there is a single part without documents. `None` gives the whole as one part.

        Raises
        ------
        UserError
            If there is no such column.

        >>> from tenor.corpus import from_texts
        >>> corpus = from_texts(["It rains.", "It holds."], source=["Lantern", "Courier"])
        >>> [(part.label, part.corpus.n_words) for part in corpus.split("source")]
        [('Courier', 2), ('Lantern', 2)]
        """
        if by is None:
            return [Part("", self)]
        parts = self._split_tokens(by) if by in TOKEN_COLUMNS else self._split_documents(by)
        return parts or [Part("", self.take(np.zeros(0, np.int64)))]

    def _split_documents(self, by: str) -> list[Part]:
        codes, labels = self.groups(by)
        order = np.argsort(codes, kind="stable")
        bounds = np.searchsorted(codes[order], np.arange(len(labels) + 1))
        # Sorted once, each part is a slice: copying every part from the whole would take long for many.
        grouped = self.take(order[bounds[0] :])
        ranges = pairwise(bounds - bounds[0])
        return [
            Part(label, grouped.take(np.arange(first, end)))
            for label, (first, end) in zip(labels, ranges, strict=True)
        ]

    def _split_tokens(self, by: str) -> list[Part]:
        labels = COUNTED_VOICES if by == "voice" else self.speakers
        parts = [Part(label, self.choose(**{f"{by}s": [label]})) for label in labels]
        return [part for part in parts if part.corpus.n_words]

    def period(self) -> str:
        """The unit of time that suits the documents' dates: "week", "month" or "year"."""
        return choose_period(self.documents["published"])

    def select(
        self,
        *,
        sources: Sequence[str] = (),
        start: str = "",
        end: str = "",
        language: str = "",
        voices: Sequence[str] = (),
        speakers: Sequence[str] = (),
        where: Mapping[str, Any] | None = None,
    ) -> "Corpus":
        """Some of the documents, or of their words, as a corpus of its own with the same term ids.

        `sources` empty keeps all; `start` and `end` are ISO days, both included, "" for no limit. With a
        limit, undated documents fall out, and partial dates stay if their first day is inside. `language` is
        a code such as "en", or "main" for the commonest one; documents too short to tell theirs stay.
        `where` names values of any metadata columns: `{"section": ["Sport", "City"]}`.

        `voices` ("narration", "direct", "indirect", "headline") and `speakers` choose words inside the
        documents: all others stay in the texts, and no measure counts them. Documents without chosen words
        fall out.

        Raises
        ------
        UserError
            If a source, language, voice, speaker, column or value is not in the corpus, or `start` lies
            behind `end`.

        >>> from tenor.corpus import from_texts
        >>> corpus = from_texts(["It rains, she said."]).with_quotations(
        ...     pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"]})
        ... )
        >>> corpus.select(voices=["indirect"]).n_words, corpus.select(voices=["narration"]).n_words
        (2, 2)
        """
        keep = selections.choose(self.documents, sources, start, end, language)
        keep &= selections.have_values(self.documents, where or {})
        for voice in voices:
            check_choice("voices", voice, COUNTED_VOICES)
        for speaker in speakers:
            check_choice("speakers", speaker, self.speakers)
        kept = self if keep.all() else self.take(np.flatnonzero(keep))
        return kept.choose(voices, speakers) if voices or speakers else kept

    def choose(self, voices: Sequence[str] = (), speakers: Sequence[str] = ()) -> "Corpus":
        """Count only the words of these voices and speakers, of those that are counted now."""
        holders = holders_of(self.quotations, len(self.documents), voices, speakers)
        few = self if len(holders) == len(self.documents) else self.take(holders)
        heard = few.replace(documents=few.documents.copy(), chosen=self.chosen.narrow(voices, speakers))
        heard._count_documents()
        heard = heard.take(np.flatnonzero(heard.documents["n_words"] > 0))
        named = [("voice", voices), ("speaker", speakers)]
        told = " and ".join(f"{name} {', '.join(values)}" for name, values in named if values)
        return heard.replace(f"Only words of {told} count: {heard.n_words:,} of {self.n_words:,}.")

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
        parts_documents = by and by not in TOKEN_COLUMNS
        groups = self.groups(by)[0] if parts_documents else np.zeros(len(self.documents), np.int32)
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
        n = len(self.documents)
        return self.replace(
            documents=self.documents.iloc[numbers].reset_index(drop=True),
            pieces=self.pieces.take(numbers),
            marks=take_marks(self.marks, numbers, n),
            quotations=take_marks(self.quotations, numbers, n),
        )

    def with_marks(self, marks: pd.DataFrame, counts: Mapping[str, np.ndarray] | None = None) -> "Corpus":
        """This corpus, which has no marks, with these; its documents' counts leave out what is marked.

        `counts` are the documents' `n_words`, `n_sentences` and `n_boilerplate`, if they are known.
        """
        marked = self.replace(documents=self.documents.copy(), marks=marks)
        marked.whole = marked
        if counts is None:
            marked._count_documents()
        else:
            marked.documents[list(counts)] = pd.DataFrame(dict(counts))
        return marked

    def with_quotations(self, table: pd.DataFrame) -> "Corpus":
        """This corpus with the voices and speakers that a table of quotations tells.

        One row of `table` is a quotation: `doc_id` (or `path`, or `file`, the name of the document's file),
        `start` and `end` in characters of the text, `kind` ("direct", "indirect" or "mixed") and, where it
        is known, `speaker`. A mixed quotation is direct inside its quotation marks and indirect outside.
        Where two overlap, the words are those of the one that starts later. A first line that repeats the
        document's title is headline, but for what is quoted in it. Boilerplate stays boilerplate.

        Raises
        ------
        UserError
            If a column is missing, a span or kind is none, or no row is of a document of the corpus.
        """
        quotations, notes = place_quotations(table, self.documents, self.text)
        told = self.replace(*notes, quotations=quotations, told=name_documents(table, self.documents))
        told.whole = self.whole if self.whole is not self else told
        return told

    def _count_documents(self) -> None:
        """Write the counts of words and sentences into the table of documents."""
        n = len(self.documents)
        n_words = np.bincount(self.token_documents[self.is_counted], minlength=n)
        is_counted = self.sentences["is_counted"].to_numpy()
        self.documents["n_words"] = n_words
        self.documents["n_sentences"] = np.bincount(self.sentence_documents[is_counted], minlength=n)
        if not self.chosen:
            self.documents["n_boilerplate"] = (
                np.bincount(self.token_documents[self.is_word], minlength=n) - n_words
            )
