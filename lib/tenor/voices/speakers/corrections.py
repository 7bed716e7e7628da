"""Corrections: a table of one's own that overrules what was found."""

import os

import pandas as pd

from tenor import project
from tenor.corpus import Corpus
from tenor.corpus.voices import KINDS, name_documents, read_spans
from tenor.errors import UserError, check_choice
from tenor.voices.tables import as_table, rows_in

# The kind of a row that only takes away what was found at its place.
_NONE = "none"


def read_corrections(path: str | os.PathLike) -> pd.DataFrame | None:
    """Read a table of corrections in CSV; None for `path` "".

    One row a correction: `doc_id` (or `path`, or `file`), `start`, `end`, `kind` (direct, indirect or mixed;
    none for "this is no quotation"), and what of `speaker`, `speaker_start`, `speaker_end`, `cue`, `content`
    is known. The CSV that a report writes of its quotations can be edited and given back. Each row takes the
    place of all that is found in its span; with `content`, the text of the span, only while that is the text.

    Raises
    ------
    UserError
        If it cannot be read, or a column, span or kind is wrong.
    """
    if not path:
        return None
    file = project.resolve(path)
    try:
        table = pd.read_csv(file, dtype={"doc_id": "string", "path": "string", "file": "string"})
    except (OSError, ValueError) as error:
        raise UserError(
            f"corrections = {os.fspath(path)!r} cannot be read ({error}); give a CSV in UTF-8 with doc_id, "
            "start, end, kind and speaker"
        ) from error
    for number, kind in enumerate(table.get("kind", []), 1):
        check_choice(f"corrections {project.shown(file)}, row {number}: kind", kind, (*KINDS, _NONE))
    spans = read_spans(
        table.assign(kind=table["kind"].replace(_NONE, "direct")) if "kind" in table else table
    )
    return table.assign(start=spans["start"].to_numpy(), end=spans["end"].to_numpy())


def correct(
    found: pd.DataFrame, corrections: pd.DataFrame | None, corpus: Corpus
) -> tuple[pd.DataFrame, list[str]]:
    """The quotations with corrections in place of what they overlap, and notes that count these.

    Corrections of documents that the corpus does not hold, or whose text is another now, are not applied.
    """
    if corrections is None:
        return found, []
    ours = name_documents(corrections, corpus.documents)
    ours["doc_id"] = ours["doc_id"].astype("string")
    placed = rows_in(ours, corpus)
    is_true = _still_true(placed, corpus)
    changes = placed[is_true]
    taken = _overlaps(found, changes)
    kept = as_table(changes[changes["kind"] != _NONE].assign(confidence=pd.NA, reason=pd.NA))
    table = pd.concat([found[~taken], kept], ignore_index=True)
    notes = [f"Corrections applied: {len(changes):,}, in place of quotations found: {taken.sum():,}."]
    lost = len(corrections) - len(placed)
    notes += [f"{lost:,} corrections are of documents that this corpus does not hold."] if lost else []
    changed = placed[~is_true]
    if len(changed):
        names = ", ".join(f"{row.doc_id} {row.start}–{row.end}" for row in changed.head(5).itertuples())
        notes.append(
            f"{len(changed):,} corrections were not applied, because their text is another now: {names}."
        )
    return as_table(rows_in(table, corpus)), notes


def _still_true(rows: pd.DataFrame, corpus: Corpus) -> pd.Series:
    """Whether the text at each row's span is what its `content` says, if that says anything."""
    if "content" not in rows:
        return pd.Series(True, index=rows.index, dtype=bool)
    same = [
        pd.isna(row.content) or corpus.text(row.doc)[row.start : row.end].split() == str(row.content).split()
        for row in rows.itertuples()
    ]
    return pd.Series(same, index=rows.index, dtype=bool)


def _overlaps(found: pd.DataFrame, changes: pd.DataFrame) -> pd.Series:
    """Whether each quotation found shares a character with a correction."""
    spans = {doc_id: its[["start", "end"]].to_numpy() for doc_id, its in changes.groupby("doc_id")}
    hit = [
        row.doc_id in spans
        and bool(((spans[row.doc_id][:, 0] < row.end) & (row.start < spans[row.doc_id][:, 1])).any())
        for row in found.itertuples()
    ]
    return pd.Series(hit, index=found.index, dtype=bool)
