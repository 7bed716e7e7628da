"""Voices: who speaks in which words, told by a table of quotations.

A corpus keeps quotations as spans of its texts that do not overlap: one row each with `doc`, `start`, `end`
(characters), `kind` (direct or indirect) and `speaker` (missing where none is named). Every token takes its
voice and speaker from the span it begins in; outside of all it is narration.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, pairwise

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice

# The voices of tokens, by their code.
VOICES = ("narration", "direct", "indirect", "headline", "boilerplate")
BOILERPLATE = VOICES.index("boilerplate")
# What measures count, and what a selection can name.
COUNTED_VOICES = VOICES[:BOILERPLATE]
KINDS = ("direct", "indirect", "mixed")
# The columns that can name a document, the first that a table has.
_PLACES = ("doc_id", "path", "file")
_WORDS = re.compile(r"\w+")
_MARKED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True)
class Chosen:
    """The voices and speakers whose words are counted; None for all."""

    voices: tuple[str, ...] | None = None
    speakers: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        return self != Chosen()

    def narrow(self, voices: Sequence[str], speakers: Sequence[str]) -> "Chosen":
        """Of what is chosen these voices and speakers, which are all where none is named."""
        return Chosen(_narrow(self.voices, voices), _narrow(self.speakers, speakers))

    def are_chosen(self, voices: np.ndarray, speakers: np.ndarray, names: Sequence[str]) -> np.ndarray:
        """Whether each pair of a voice and a speaker, by their places in `VOICES` and `names`, is counted."""
        wanted = COUNTED_VOICES if self.voices is None else self.voices
        are_chosen = np.isin(voices, [VOICES.index(voice) for voice in wanted])
        if self.speakers is not None:
            are_chosen &= np.isin(speakers, [names.index(name) for name in self.speakers])
        return are_chosen


def _narrow(before: tuple[str, ...] | None, now: Sequence[str]) -> tuple[str, ...] | None:
    if not now:
        return before
    return tuple(name for name in now if before is None or name in before)


def no_quotations() -> pd.DataFrame:
    """A table of quotations without rows."""
    return as_quotations([], [], [], [], [])


def as_quotations(doc, start, end, kind, speaker) -> pd.DataFrame:
    """The table of spans of these columns, as a corpus keeps it."""
    numbers = {"doc": doc, "start": start, "end": end}
    columns = {name: np.asarray(values, np.int32) for name, values in numbers.items()}
    speakers = pd.Series(speaker, dtype="string")
    named = pd.Categorical(speakers, categories=sorted(speakers.dropna().unique()))
    kinds = pd.Categorical(pd.Series(kind, dtype="string"), categories=list(COUNTED_VOICES))
    return pd.DataFrame({**columns, "kind": kinds, "speaker": named})


def place_quotations(
    table: pd.DataFrame, documents: pd.DataFrame, text_of: Callable[[int], str]
) -> tuple[pd.DataFrame, list[str]]:
    """Turn a table of quotations into spans of the documents, and tell in notes what could not be placed.

    Its columns are `doc_id` (or `path`, or `file`, the name of the document's file), `start`, `end`, `kind`
    and, if speakers are known, `speaker`. A mixed quotation is direct inside its quotation marks and indirect
    outside. Where two overlap, the words are those of the one that starts later. A first line that says what
    the document's title does is a headline, but for what is quoted in it. `text_of` gives the text of a
    document by number.

    Raises
    ------
    UserError
        If a column is missing, a span or kind is none, or no row is of a document of the corpus.
    """
    rows, place = read_spans(table), _place_of(table)
    rows["doc"] = _find_documents(rows[place], documents, place)
    known = rows[rows["doc"] >= 0]
    if len(rows) and known.empty:
        raise UserError(
            f"quotations: no row is of a document of the corpus; the first has {place} = "
            f"{rows[place].iloc[0]!r}, the first document has doc_id {documents['doc_id'].iloc[:1].tolist()}"
        )
    is_inside = known["end"].to_numpy() <= documents["n_characters"].to_numpy()[known["doc"]]
    notes = [
        *_note(len(rows) - len(known), len(rows), "are of documents that this corpus does not hold"),
        *_note(int((~is_inside).sum()), len(rows), "end behind the end of their text and are left out"),
    ]
    spans = [_part_mixed(known[is_inside], text_of), find_headlines(documents, text_of)]
    return _without_overlaps(pd.concat([some for some in spans if len(some)] or spans[:1])), notes


def _place_of(table: pd.DataFrame) -> str | None:
    """The column that names the documents."""
    return next((name for name in _PLACES if name in table), None)


def read_spans(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of a table of quotations that say where they are, checked: the document's, `start`, `end`,
    `kind` and `speaker`.

    Raises
    ------
    UserError
        If a column is missing, or a row has no span or kind.
    """
    place = _place_of(table)
    missing = [name for name in ("start", "end", "kind") if name not in table]
    if place is None or missing:
        lacks = ", ".join([*([] if place else ["doc_id"]), *missing])
        raise UserError(
            f"quotations lack {lacks}; they have {', '.join(map(str, table.columns))}. Needed are doc_id (or "
            "path), start and end in characters of the text, and kind (direct, indirect or mixed)"
        )
    rows = table[[place, "start", "end", "kind"]].reset_index(drop=True).astype({place: "string"})
    speakers = table["speaker"].array if "speaker" in table else pd.NA
    rows["speaker"] = pd.Series(speakers, index=rows.index, dtype="string").str.strip().replace("", pd.NA)
    return _check_rows(rows)


def _check_rows(rows: pd.DataFrame) -> pd.DataFrame:
    start, end = (pd.to_numeric(rows[name], errors="coerce") for name in ("start", "end"))
    is_span = (start >= 0) & (end > start) & (start % 1 == 0) & (end % 1 == 0)
    for number in np.flatnonzero(~is_span.to_numpy(bool))[:1]:
        row = rows.iloc[number]
        raise UserError(
            f"quotations, row {number + 1}: start = {row['start']!r} and end = {row['end']!r} are no span; "
            "give whole numbers of characters from the start of the text, the end behind the start"
        )
    for number in np.flatnonzero(~rows["kind"].isin(KINDS).to_numpy(bool))[:1]:
        check_choice(f"quotations, row {number + 1}: kind", rows["kind"].iloc[number], KINDS)
    return rows.assign(start=start.astype(np.int64), end=end.astype(np.int64))


def _find_documents(named: pd.Series, documents: pd.DataFrame, place: str) -> np.ndarray:
    """The number of the document that each row names, the first of several, -1 for none."""
    ours = documents["path" if place == "file" else place].astype("string")
    if place == "file":
        ours = ours.str.replace("\\", "/").str.rsplit("/", n=1).str[-1]
    numbers = {name: number for number, name in reversed(list(enumerate(ours.array)))}
    return np.array([numbers.get(name, -1) for name in named.array], np.int64)


def find_headlines(documents: pd.DataFrame, text_of: Callable[[int], str]) -> pd.DataFrame:
    """The spans of titles that open their document's text, as quotations of the kind "headline"."""
    titles = documents["title"].dropna()
    rows = [(doc, *_headline(text_of(doc), title), "headline", pd.NA) for doc, title in titles.items()]
    names = ["doc", "start", "end", "kind", "speaker"]
    return pd.DataFrame([row for row in rows if row[1] < row[2]], columns=names, dtype=object)


def _headline(text: str, title: str) -> tuple[int, int]:
    """The span of the first line of a text, if its words are the title's; else an empty one."""
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    is_title = _WORDS.findall(line.casefold()) == _WORDS.findall(title.casefold())
    return (start, start + len(line)) if is_title else (0, 0)


def name_documents(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table of quotations that are of these documents, each with its `doc_id`."""
    place = _place_of(table)
    numbers = _find_documents(table[place].astype("string"), documents, place)
    ids = documents["doc_id"].to_numpy(object)[numbers[numbers >= 0]]
    return table[numbers >= 0].assign(doc_id=pd.array(ids, "string")).reset_index(drop=True)


def _note(n: int, n_rows: int, what: str) -> list[str]:
    return [f"{n:,} of {n_rows:,} quotations {what}."] if n else []


def _part_mixed(rows: pd.DataFrame, text_of: Callable[[int], str]) -> pd.DataFrame:
    """The rows with each mixed one parted at its quotation marks."""
    is_mixed = (rows["kind"] == "mixed").to_numpy(bool)
    parts = [
        (row.doc, row.start + start, row.start + end, kind, row.speaker)
        for row in rows[is_mixed].itertuples(index=False)
        for start, end, kind in quoted_parts(text_of(row.doc)[row.start : row.end])
    ]
    names = ["doc", "start", "end", "kind", "speaker"]
    return pd.concat([rows.loc[~is_mixed, names], pd.DataFrame(parts, columns=names, dtype=object)])


def quoted_parts(text: str) -> list[tuple[int, int, str]]:
    """The spans of a mixed quotation, with their kinds: direct with its marks, indirect outside of them."""
    edges = [0, *(edge for match in _MARKED.finditer(text) for edge in match.span()), len(text)]
    kinds = ("indirect", "direct")
    spans = zip(pairwise(edges), cycle(kinds))
    return [(start, end, kind) for (start, end), kind in spans if start < end]


def _without_overlaps(spans: pd.DataFrame) -> pd.DataFrame:
    """The spans in order; where two overlap, the earlier one is cut by the one that starts later."""
    spans = spans.sort_values(["doc", "start", "end"], ascending=[True, True, False], kind="stable")
    doc, start, end = (spans[name].to_numpy(np.int64) for name in ("doc", "start", "end"))
    rows, kept = spans[["kind", "speaker"]].to_numpy(object), []
    reach = np.where(np.diff(doc, append=-1) == 0, np.append(start[1:], 0), end)
    if (end <= reach).all():
        return as_quotations(doc, start, end, rows[:, 0], rows[:, 1])
    for number in range(len(spans)):
        kept += _cut(number, doc, start, end)
    number, start, end = np.array(kept, np.int64).reshape(-1, 3).T
    order = np.lexsort([start, doc[number]])
    number = number[order]
    return as_quotations(doc[number], start[order], end[order], rows[number, 0], rows[number, 1])


def _cut(number: int, doc: np.ndarray, start: np.ndarray, end: np.ndarray) -> list[tuple[int, int, int]]:
    """What is left of a span: its pieces between the spans that start inside it."""
    pieces, place, later = [], start[number], number + 1
    while later < len(doc) and doc[later] == doc[number] and start[later] < end[number]:
        pieces.append((number, place, start[later]))
        place, later = max(place, end[later]), later + 1
    pieces.append((number, place, end[number]))
    return [piece for piece in pieces if piece[1] < piece[2]]


def holders_of(
    quotations: pd.DataFrame, n_documents: int, voices: Sequence[str], speakers: Sequence[str]
) -> np.ndarray:
    """The numbers of the documents that can hold words of these voices and speakers, ascending."""
    if not speakers and (not voices or "narration" in voices):
        return np.arange(n_documents)
    is_wanted = quotations["speaker"].isin(speakers) if speakers else quotations["kind"].isin(voices)
    return np.unique(quotations["doc"][is_wanted])


def paint(n: int, firsts: np.ndarray, ends: np.ndarray, values: np.ndarray, empty: int) -> np.ndarray:
    """One entry a token: the value of the last range that it is in, `empty` outside of all.

    >>> paint(5, np.array([1]), np.array([3]), np.array([7], np.int8), 0).tolist()
    [0, 7, 7, 0, 0]
    """
    painted = np.full(n, empty, values.dtype)
    sizes = ends - firsts
    offsets = np.cumsum(sizes) - sizes
    painted[np.arange(sizes.sum()) + np.repeat(firsts - offsets, sizes)] = np.repeat(values, sizes)
    return painted
