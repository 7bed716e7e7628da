"""Speakers' names: each mention resolved to the name under which its quotations are counted."""

from collections.abc import Mapping

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe
from tenor.voices.speakers.aliases import Alias, names_of
from tenor.voices.speakers.casts import Cast
from tenor.voices.speakers.directories import Directory
from tenor.voices.speakers.resolving import Resolver
from tenor.voices.speakers.written import Resolved
from tenor.voices.tables import as_table, rows_in

_NAMED = ("speaker", "speaker_kind", "is_official", "mention", "reason")


def name_speakers(
    quotations: pd.DataFrame, corpus: Corpus, *, aliases: Mapping[str, Alias] | None = None
) -> pd.DataFrame:
    """The quotations with their speakers: `speaker`, `speaker_kind`, `is_official`, `mention` and `reason`.

    A mention is resolved by what its document says: a full name; a surname or title with surname, or a role,
    that the document gives to one full name or last to one of several; a pronoun, to whoever fits and was
    heard or named last; an abbreviation in brackets behind a name. A surname of several people, or one whose
    full name stands only in other documents that quote somebody, is taken for that of the one whom most of
    them mean. Names that differ by a middle name, a short first name ("Joe") or a word in front ("Rival Mara
    Quill") are one, where no two such names could be meant. What often stands behind "in" or "the" is a place
    or another thing, a "body". Others stay as they are written: groups, records (a poll, a letter), sources
    without a name ("unnamed"), bodies. A speaker that is given already stays; who says "I" in a source's own
    words is "(the author)". `aliases` overrule all of it.

    Two people with one name are one speaker, and pronouns are often wrong: of 50 that were looked at in news,
    42 were right. See `merges` for what was merged.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["Mara Quill, the engineer, left. “It will rain,” she said."])
    >>> rows = pd.DataFrame({"doc_id": ["0"], "start": [33], "end": [46], "kind": ["direct"],
    ...                      "speaker_start": [48], "speaker_end": [51]})
    >>> name_speakers(rows, corpus)[["speaker", "speaker_kind", "mention", "reason"]]
          speaker speaker_kind mention   reason
    0  Mara Quill       person     she  pronoun
    """
    rows = rows_in(as_table(quotations), corpus)
    marks = dict(list(corpus.marks.groupby("doc")[["start", "end"]]))
    texts = {doc: _blank(corpus.text(doc), marks.get(doc)) for doc in rows["doc"].unique().tolist()}
    casts = {doc: Cast(text) for doc, text in texts.items()}
    directory = Directory(cast.members for cast in casts.values())
    resolved: list[tuple] = []
    for doc, its in rows.groupby("doc", sort=False):
        direct = its[its["kind"] == "direct"]
        casts[doc].settle(directory, list(zip(direct["start"], direct["end"], strict=True)))
        resolver = Resolver(casts[doc], directory)
        resolved += [_name(row, resolver, texts[doc], aliases or {}) for row in its.itertuples(index=False)]
    named = pd.DataFrame(resolved, columns=list(_NAMED), index=rows.index)
    return as_table(rows.assign(**{name: named[name] for name in _NAMED}))


def _blank(text: str, marks: pd.DataFrame | None) -> str:
    """A text with blanks in place of its boilerplate."""
    for start, end in () if marks is None else marks.itertuples(index=False):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _name(row: tuple, resolver: Resolver, text: str, aliases: Mapping[str, Alias]) -> tuple:
    has_span = pd.notna(row.speaker_start)
    mention = text[row.speaker_start : row.speaker_end] if has_span else pd.NA
    found = resolver.resolve(row.speaker_start, row.speaker_end) if has_span else None
    if pd.notna(row.speaker):
        is_same = found is not None and found.speaker == row.speaker
        kind = found.kind if is_same else row.speaker_kind
        office = found.is_official if is_same else row.is_official
        found = Resolved(row.speaker, kind, office, "given")
    known = found.speaker if found else None
    for alias in names_of(aliases, mention, known):
        kind = alias.kind or (found.kind if found and pd.notna(found.kind) else "person")
        office = alias.is_official if alias.is_official is not None else found and found.is_official
        return alias.speaker, kind, office, mention, "alias"
    if found is None:
        return pd.NA, pd.NA, pd.NA, mention, pd.NA
    return found.speaker, found.kind, found.is_official, mention, found.reason


def merges(quotations: pd.DataFrame) -> pd.DataFrame:
    """What was taken for one speaker, and why.

    One row a speaker, mention and reason: `speaker`, `speaker_kind`, `mention`, `reason`, `n_quotations` and
    `n_documents`; the speakers with most quotations first, then the commonest mentions. Quotations without a
    speaker have no row. An alias file puts right what is wrong.

    >>> merges(pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [1]})).empty
    True
    """
    rows = as_table(quotations).dropna(subset=["speaker"])
    keys = ["speaker", "speaker_kind", "mention", "reason"]
    table = rows.groupby(keys, dropna=False).agg(
        n_quotations=("doc_id", "size"), n_documents=("doc_id", "nunique")
    )
    table = table.reset_index()
    total = table.groupby("speaker")["n_quotations"].transform("sum")
    order = table.assign(total=total).sort_values(
        ["total", "speaker", "n_quotations", "mention", "reason"], ascending=[False, True, False, True, True]
    )
    return describe(
        order.drop(columns="total").reset_index(drop=True),
        title="Who was taken for whom",
        row="one row is a speaker, a mention and the reason to take it for that speaker",
        notes=["Pronouns and surnames are resolved by rules; an alias file overrules them."],
    )
