"""Texts with their voices marked: who speaks in which stretch of a document, and with which verb."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError, check_choice
from tenor.tables import describe
from tenor.voices.tables import rows_in

_TYPES = {
    "doc_id": "string",
    "source": "string",
    "title": "string",
    "published": "string",
    "start": "int64",
    "end": "int64",
    "voice": "string",
    "speaker": "string",
    "role": "string",
    "quotation": "Int64",
    "text": "string",
}
_N = 5


def annotate(
    quotations: pd.DataFrame, corpus: Corpus, documents: Sequence[str] | None = None, *, n: int = _N
) -> pd.DataFrame:
    """Cut documents into stretches in which one voice speaks, for `tenor.show.Page.annotated`.

    One row a stretch, in the order of the text: `doc_id`, `source`, `title`, `published`, `start`, `end`
    (characters), `voice` ("narration", "direct", "indirect", or "boilerplate"), `speaker` (missing where
    nobody is named), `role` ("cue" for a reporting verb, "speaker" for the words that name a speaker, else
    missing), `quotation` (the row of `quotations` in the document, from 1 on; for a cue or a name that of the
    first quotation that it introduces), `text`. The texts of a document's stretches together are its text.

    `documents` are `doc_id`s; where None is given, the `n` documents with the most different speakers, of
    each source the first, near-copies left out: by number of speakers, then of quotations, then by order in
    the corpus.

    Raises
    ------
    UserError
        If a document is not in the corpus, or `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> from tenor.voices.tables import as_table
    >>> quotation = {"doc_id": "0", "start": 1, "end": 9, "kind": "direct", "cue_start": 11, "cue_end": 15}
    >>> table = as_table(pd.DataFrame([quotation]))
    >>> corpus = from_texts(["“It rains” said Orr."]).with_quotations(table)
    >>> [text for text in annotate(table, corpus)["text"]]
    ['“', 'It rains', '” ', 'said', ' Orr.']
    """
    rows = rows_in(quotations, corpus)
    numbers = _choose(rows, corpus, n) if documents is None else _find(documents, corpus)
    spans = corpus.quotations
    table = pd.DataFrame(
        [
            row
            for number in numbers
            for row in _stretches(number, corpus, spans[spans["doc"] == number], rows[rows["doc"] == number])
        ],
        columns=["doc", "start", "end", "voice", "speaker", "role", "quotation", "text"],
        dtype=object,
    )
    told = corpus.documents.iloc[table["doc"].astype("int64")].reset_index(drop=True)
    columns = {name: told[name] for name in ("doc_id", "source", "title", "published")}
    return describe(
        table.assign(**columns)[list(_TYPES)].astype(_TYPES),
        title="Texts with their voices",
        row="one row is a stretch of text in which one voice speaks",
        notes=[_say_choice(len(numbers), documents, corpus), *corpus.notes],
    )


def _say_choice(n: int, documents: Sequence[str] | None, corpus: Corpus) -> str:
    if documents is not None:
        return f"{n:,} of {len(corpus.documents):,} documents, as named."
    return (
        f"{n:,} of {len(corpus.documents):,} documents: those with the most different speakers, one of each "
        "source."
    )


def _find(documents: Sequence[str], corpus: Corpus) -> list[int]:
    ids = corpus.documents["doc_id"].tolist()
    return [ids.index(check_choice("documents", name, ids)) for name in dict.fromkeys(documents)]


def _choose(rows: pd.DataFrame, corpus: Corpus, n: int) -> list[int]:
    """The documents with the most different speakers, of each source and of each text one."""
    if type(n) is not int or n < 1:
        raise UserError(f"n = {n!r} is no number of documents to show; give a whole number from 1 on")
    counts = rows.groupby("doc").agg(n_speakers=("speaker", "nunique"), n_quotations=("start", "size"))
    ranked = counts.sort_values(["n_speakers", "n_quotations"], ascending=False, kind="stable")
    told = corpus.documents.loc[ranked.index, ["source", "cluster"]]
    told = told.drop_duplicates("cluster").drop_duplicates("source")
    return told.index[:n].tolist()


def _stretches(number: int, corpus: Corpus, spans: pd.DataFrame, rows: pd.DataFrame) -> Iterator[tuple]:
    """The rows of one document: its text, cut wherever the voice, a cue or a name begins or ends."""
    text = corpus.text(number)
    layers = [*_layers(spans, rows), ("boilerplate", _marks(corpus, number))]
    edges = [0, len(text)]
    for _, its in layers:
        edges += [edge for start, end, _ in its for edge in (start, end)]
    cuts = np.unique(np.clip(edges, 0, len(text))).tolist()
    painted = {name: _paint(cuts, its) for name, its in layers}
    for place, (start, end) in enumerate(pairwise(cuts)):
        voice, speaker = painted["voice"][place] or ("narration", None)
        if painted["boilerplate"][place]:
            voice, speaker = "boilerplate", None
        role = next((name for name in ("cue", "speaker") if painted[name][place]), None)
        quotation = painted[role or "quotation"][place]
        yield number, start, end, voice, speaker, role, quotation, text[start:end]


def _layers(spans: pd.DataFrame, rows: pd.DataFrame) -> Iterator[tuple[str, list[tuple]]]:
    speakers = spans["speaker"].astype("string")
    told = zip(spans["start"], spans["end"], spans["kind"], speakers, strict=True)
    yield "voice", [(start, end, (kind, _known(speaker))) for start, end, kind, speaker in told]
    numbers = range(1, len(rows) + 1)
    yield "quotation", list(zip(rows["start"], rows["end"], numbers, strict=True))
    for role in ("cue", "speaker"):
        own = zip(rows[f"{role}_start"], rows[f"{role}_end"], numbers, strict=True)
        # The first of several wins: what is painted last stays.
        yield role, [span for span in own if pd.notna(span[0]) and pd.notna(span[1])][::-1]


def _known(value: object) -> object:
    return None if value is pd.NA else value


def _marks(corpus: Corpus, number: int) -> list[tuple]:
    marks = corpus.marks[corpus.marks["doc"] == number]
    return [(start, end, True) for start, end in zip(marks["start"], marks["end"], strict=True)]


def _paint(cuts: list[int], spans: list[tuple]) -> list:
    """For each stretch between `cuts` the value of the last span that covers it, None for none."""
    painted = np.full(max(len(cuts) - 1, 0), None, object)
    places = {cut: place for place, cut in enumerate(cuts)}
    for start, end, value in spans:
        if start in places and end in places:
            painted[places[start] : places[end]] = [value] * (places[end] - places[start])
    return painted.tolist()
