"""The same quotation in several documents: as it was, cut or altered, and with which verbs."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import MISSING, number_of
from tenor.tables import describe
from tenor.voices.likeness import shared_words
from tenor.voices.tables import rows_in
from tenor.voices.utterances import MIN_WORDS, Utterances, read_utterances
from tenor.voices.versions import compared_with, group, words_of

CHANGES = ("first", "same", "cut", "added", "altered")
_TYPES = {
    "quotation": "int64",
    "doc_id": "string",
    "source": "string",
    "published": "string",
    "is_copy": "bool",
    "kind": "string",
    "speaker": "string",
    "cue": "string",
    "change": "string",
    "n_words": "int64",
    "similarity": "float64",
    "dropped": "string",
    "added": "string",
    "text": "string",
    "start": "int64",
    "end": "int64",
    "compared_with": "string",
}


def reused_quotations(quotations: pd.DataFrame, corpus: Corpus, *, by: str = "source") -> pd.DataFrame:
    """Find the quotations that several documents print, and what each made of them.

    One row a version, quotations in the order of how many documents have them, near-copies weighing least:
    `quotation` (a number that its versions share), `doc_id`, the document's group under the name `by`,
    `published`, `is_copy` (in a near-copy of a document of an earlier version), `kind`, `speaker`, `cue`,
    `change`, `n_words`, `similarity` (0 to 1: share of the words of both that the other has, too, in order),
    `dropped`, `added` (the words by which it differs, as written), `text` (parts of a split
    quotation joined by "…"), `start`, `end` (characters of the document, from the first part to the last),
    `compared_with` (the `doc_id` of the version that it is compared with: the first, or, where it shares too
    little with that, the earliest one that it shares enough with).

    `change` is "first" (by date and time of publication, then by order in the corpus), "same" (but for case
    and marks), "cut" (all its words are in the other), "added" (the other's words are all in it) or
    "altered".

    Compared are direct quotations and what stands in quotation marks in mixed ones, from 5 words on. They are
    versions if half of the shorter one, and 5 words, stand in runs of three words that the longer one has, or
    four fifths of both in common runs of two. For indirect ones only the latter holds. Translations and
    paraphrases are not found. Two speakers may have said the same few words.

    Raises
    ------
    UserError
        If there is no column `by`.

    >>> from tenor.corpus import from_texts
    >>> texts = ["“The old wall will hold until May,” said Orr.", "Orr swore “the wall will hold until May”."]
    >>> spans = {"doc_id": ["0", "1"], "start": [1, 11], "end": [36, 40], "kind": ["direct"] * 2}
    >>> corpus = from_texts(texts, source=["Courier", "Lantern"])
    >>> from tenor.voices.tables import as_table
    >>> reused_quotations(as_table(pd.DataFrame(spans)), corpus)[["source", "change", "dropped"]]
        source change dropped
    0  Courier  first    <NA>
    1  Lantern    cut     old
    """
    codes, names = corpus.groups(by)
    rows = rows_in(quotations, corpus)
    utterances, n_short = read_utterances(rows, corpus)
    versions = _compare(utterances, corpus)
    table = _place(versions, utterances, rows, corpus, np.array([*names, None], object)[codes])
    return describe(
        table.rename(columns={"source": by}),
        title=f"The same quotations across documents, by {by}",
        row="one row is a version of a quotation",
        notes=[*_notes(table, utterances, n_short), *corpus.notes],
    )


def _compare(utterances: Utterances, corpus: Corpus) -> pd.DataFrame:
    """One row a version: `at`, the number of its utterance, and how it differs from another one."""
    groups, neighbours = group(utterances)
    doc = utterances.table["doc"].to_numpy()
    found = []
    for members in groups:
        if len(set(doc[members].tolist())) > 1:
            found.append((members[0], members[0], "first", 1.0, None, None, None))
            for at in members[1:]:
                other = compared_with(utterances, members[0], at, neighbours)
                found.append((at, members[0], *_difference(utterances, other, at, corpus), doc[other]))
    names = ["at", "first", "change", "similarity", "dropped", "added", "other"]
    return pd.DataFrame(found, columns=names, dtype=object)


def _difference(
    utterances: Utterances, other: int, at: int, corpus: Corpus
) -> tuple[str, float, str | None, str | None]:
    """The change from version `other` to `at`, their similarity, and the words dropped and added."""
    theirs, ours = words_of(utterances, other), words_of(utterances, at)
    kept, old = shared_words(theirs, ours)
    similarity = float((kept.sum() + old.sum()) / (len(kept) + len(old)))
    if np.array_equal(theirs, ours):
        change = "same"
    elif old.all() and not kept.all():
        change = "cut"
    elif kept.all() and not old.all():
        change = "added"
    else:
        change = "altered"
    dropped, added = _written(utterances, other, ~kept, corpus), _written(utterances, at, ~old, corpus)
    return change, similarity, dropped, added


def _written(utterances: Utterances, at: int, is_meant: np.ndarray, corpus: Corpus) -> str | None:
    """The words of an utterance that are meant, as written, their runs joined by "…"; None for none."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_meant, [False]]).astype(np.int8)))
    text = corpus.text(utterances.table["doc"].iloc[at])
    starts, ends = (values[utterances.bounds[at] :] for values in (utterances.starts, utterances.ends))
    spans = edges.reshape(-1, 2).tolist()
    return " … ".join(" ".join(text[starts[a] : ends[b - 1]].split()) for a, b in spans) or None


def _place(
    versions: pd.DataFrame,
    utterances: Utterances,
    rows: pd.DataFrame,
    corpus: Corpus,
    sources: np.ndarray,
) -> pd.DataFrame:
    """The versions with what the quotations and the documents tell of them, in the order of the result."""
    at = versions["at"].to_numpy(np.int64)
    own = utterances.table.iloc[at].reset_index(drop=True)
    doc = own["doc"].to_numpy(np.int64)
    quoted = rows.iloc[own["row"]].reset_index(drop=True)
    ids = corpus.documents["doc_id"].to_numpy(object)
    columns = {
        **{name: versions[name] for name in ("change", "similarity", "dropped", "added")},
        **{name: quoted[name] for name in ("kind", "speaker", "cue")},
        **{name: own[name] for name in ("text", "start", "end")},
        "doc_id": ids[doc],
        "source": sources[doc],
        "published": corpus.documents["published"].to_numpy(object)[doc],
        "is_copy": _are_copies(versions["first"], doc, corpus),
        "n_words": np.diff(utterances.bounds)[at],
        "compared_with": [None if other is None else ids[other] for other in versions["other"]],
    }
    table = pd.DataFrame(columns, index=versions.index)
    return _rank(table.assign(first=versions["first"])).astype(_TYPES)[list(_TYPES)]


def _are_copies(first: pd.Series, doc: np.ndarray, corpus: Corpus) -> np.ndarray:
    """Whether a version stands in a near-copy of another document that has an earlier one."""
    cluster = corpus.documents["cluster"].to_numpy(object)[doc]
    told = pd.DataFrame({"first": first.to_numpy(), "cluster": cluster, "doc": doc})
    earliest = told.groupby(["first", "cluster"], dropna=False)["doc"].transform("first")
    return (pd.notna(cluster) & (earliest.to_numpy() != doc)).astype(bool)


def _rank(table: pd.DataFrame) -> pd.DataFrame:
    """The versions with the number of their quotation: those of most documents first, copies last."""
    counts = table.groupby("first", sort=True).agg(
        n_sources=("source", "nunique"), n_documents=("doc_id", "nunique"), n_copies=("is_copy", "sum")
    )
    counts["n_others"] = counts["n_documents"] - counts["n_copies"]
    keys = ["n_others", "n_sources", "n_documents"]
    order = counts.sort_values(keys, ascending=False, kind="stable").index
    numbers = pd.Series(np.arange(1, len(order) + 1), index=order.to_numpy(object))
    table = table.assign(quotation=table["first"].map(numbers).astype("int64"))
    return table.sort_values("quotation", kind="stable").reset_index(drop=True)


def reuse(versions: pd.DataFrame, *, by: str = "source") -> pd.DataFrame:
    """Sum up the quotations that several documents print.

    One row a quotation, in the order of `versions`, the table of `reused_quotations` with the same `by`, or
    some of its rows: `quotation`, `text` (of its first version), `first_<by>` and `published` (of that),
    `n_documents`, `n_copies` (of these, later near-copies), `n_<by>s` (its groups), `changes` (how many
    versions are the same, cut, added to or altered), `speakers` (by name, "–" for none), `speakers_differ`
    (whether more than one is named), `cues` (the verbs of each group, in the order of publication),
    `cues_differ`.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["“The wall will hold until May.”"] * 2, source=["Courier", "Lantern"])
    >>> spans = {"doc_id": ["0", "1"], "start": [1, 1], "end": [30, 30], "kind": ["direct"] * 2}
    >>> from tenor.voices.tables import as_table
    >>> table = reused_quotations(as_table(pd.DataFrame(spans)).assign(cue=["said", "claimed"]), corpus)
    >>> reuse(table)[["n_documents", "n_sources", "changes", "cues"]]
       n_documents  n_sources changes                             cues
    0            2          2  1 same  Courier: said; Lantern: claimed
    """
    rows = [_sum_up(number, part, by) for number, part in versions.groupby("quotation", sort=False)]
    types = dict.fromkeys(("quotation", "n_documents", "n_copies", f"n_{by}s"), "int64")
    types |= dict.fromkeys(("speakers_differ", "cues_differ"), "bool")
    names = ["quotation", "text", f"first_{by}", "published", "n_documents", "n_copies", f"n_{by}s"]
    names += ["changes", "speakers", "speakers_differ", "cues", "cues_differ"]
    table = pd.DataFrame(rows, columns=names, dtype=object)
    return describe(
        table.astype({name: types.get(name, "string") for name in names}),
        title="Quotations in more than one document",
        row="one row is a quotation",
        notes=versions.attrs.get("notes", ()),
    )


def _sum_up(number: int, part: pd.DataFrame, by: str) -> tuple:
    first = part.iloc[0]
    changes = part["change"].iloc[1:].value_counts().reindex(CHANGES[1:], fill_value=0)
    speakers = part["speaker"].dropna().unique().tolist()
    cues = {
        str(name): "/".join(its["cue"].dropna().unique()) or MISSING
        for name, its in part.groupby(by, sort=False, dropna=False)
    }
    return (
        number,
        first["text"],
        first[by],
        first["published"],
        part["doc_id"].nunique(),
        part.loc[part["is_copy"], "doc_id"].nunique(),
        part[by].nunique(),
        ", ".join(f"{n} {name}" for name, n in changes.items() if n),
        "; ".join(speakers) or MISSING,
        len(speakers) > 1,
        "; ".join(f"{name}: {told}" for name, told in cues.items()),
        part["cue"].str.casefold().nunique() > 1,
    )


def _notes(table: pd.DataFrame, utterances: Utterances, n_short: int) -> list[str]:
    n_copies = int(table["is_copy"].sum())
    notes = [
        f"{number_of(table['quotation'].nunique(), 'quotation')} in more than one document, of "
        f"{len(utterances.table):,} compared; the parts of a split quotation are one.",
        "Case, punctuation and the form of marks do not count. The first is the earliest by date here: its "
        "source need not be where the others have it from.",
    ]
    if n_short:
        notes.append(f"{number_of(n_short, 'quotation')} of fewer than {MIN_WORDS} words not compared.")
    if n_copies:
        notes.append(f"{number_of(n_copies, 'version')} in near-copies of documents with an earlier one.")
    return notes
