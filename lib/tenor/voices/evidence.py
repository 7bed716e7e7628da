"""The lines behind a number: quotations with what stands around them."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.voices import KINDS
from tenor.errors import UserError, check_choice, did_you_mean
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.cues import verb_of
from tenor.voices.words import quoted_words

# So many characters of the text stand before and after a quotation.
_AROUND = 100
LINE_TYPES = {
    **dict.fromkeys(("doc_id", "source", "published", "speaker", "kind", "cue"), "string"),
    "confidence": "Float64",
    **dict.fromkeys(("before", "text", "after"), "string"),
    **dict.fromkeys(("start", "end"), "int64"),
}


def evidence_of(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    speaker: str | None = None,
    kind: str | None = None,
    cue: str | None = None,
    n: int = 10,
    seed: int | None = None,
) -> pd.DataFrame:
    """Show quotations as they stand in their documents.

    One row a quotation, in the order of the texts: `doc_id`, `source`, `published`, `speaker`, `kind`, `cue`,
    `confidence` (missing where the table has none), `before`, `text` (the quotation as written), `after`,
    `start` and `end` (characters in the document's text).

    Of the quotations of this `speaker`, `kind` ("direct", "indirect" or "mixed") and `cue` (as written, or
    its verb as in `reporting_verbs`: "claim" finds "had claimed"), each of these None for all, `n` are shown:
    one a document before a second of any, near-copies taken for one document, no text twice unless there
    are too few; the first ones, or with `seed` ones by chance. The notes say of how many.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, none is of this speaker or cue, the kind is unknown, or
        `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": [0], "end": [8], "kind": "indirect", "speaker": "Ilse Orr"}
    ... )
    >>> corpus = from_texts(["It rains, Ilse Orr said."]).with_quotations(rows)
    >>> evidence_of(rows, corpus, speaker="Ilse Orr")[["text", "after"]]
           text             after
    0  It rains  , Ilse Orr said.
    """
    n = check_value("top_n", n)
    words = quoted_words(quotations, corpus)
    rows = _choose(words.rows, speaker, kind, cue)
    table = show_lines(rows, corpus, n, seed)
    asked = {"speaker": speaker, "kind": kind, "cue": cue}
    wanted = [f"{name} {value}" for name, value in asked.items() if value is not None]
    drawn = (
        "the first, one a document as far as there are enough" if seed is None else f"by chance, seed {seed}"
    )
    return describe(
        table,
        title=f"Quotations of {', '.join(wanted)}" if wanted else "Quotations",
        row="one row is a quotation",
        notes=[*corpus.notes, f"{len(table):,} of {len(rows):,} quotations: {drawn}.", *words.notes],
    )


def show_lines(rows: pd.DataFrame, corpus: Corpus, n: int, seed: int | None = None) -> pd.DataFrame:
    """The table of `n` of the quotations `rows`, chosen as `evidence_of` tells."""
    chosen = rows.iloc[_spread(rows, corpus, n, seed)]
    documents = corpus.documents.iloc[chosen["doc"]].reset_index(drop=True)
    chosen = chosen.reset_index(drop=True).assign(
        source=documents["source"], published=documents["published"]
    )
    around = [_around(corpus.text(row.doc), row.start, row.end) for row in chosen.itertuples(index=False)]
    chosen[["before", "text", "after"]] = pd.DataFrame(
        around, columns=["before", "text", "after"], dtype="string"
    )
    return chosen[list(LINE_TYPES)].astype(LINE_TYPES)


def _spread(rows: pd.DataFrame, corpus: Corpus, n: int, seed: int | None) -> np.ndarray:
    """The places of `n` rows in order: one of each story before a second of any, and new texts first."""
    order = np.arange(len(rows)) if seed is None else np.random.default_rng(seed).permutation(len(rows))
    stories = pd.Series(corpus.groups("cluster")[0][rows["doc"]][order])
    order = order[np.argsort(stories.groupby(stories).cumcount().to_numpy(), kind="stable")]
    spans = rows[["doc", "start", "end"]].to_numpy(np.int64)
    new: list[int] = []
    again: list[int] = []
    texts: set[str] = set()
    for place in order:
        doc, start, end = spans[place]
        text = corpus.text(doc)[start:end]
        (again if text in texts else new).append(int(place))
        texts.add(text)
        if len(new) == n:
            break
    return np.sort(np.array((new + again)[:n], np.int64))


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a span, in it and after it, cut between words."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0]
    return before, text[start:end], after


def _choose(rows: pd.DataFrame, speaker: str | None, kind: str | None, cue: str | None) -> pd.DataFrame:
    if kind is not None:
        rows = rows[rows["kind"] == check_choice("kind", kind, KINDS)]
    if speaker is not None:
        rows = _check_found(
            rows[(rows["speaker"] == speaker).fillna(False)], "speaker", speaker, rows["speaker"]
        )
    if cue is None:
        return rows
    cues = rows["cue"].str.casefold()
    verbs = {written: verb_of(written) for written in cues.dropna().unique()}
    is_it = (cues == cue.casefold()).fillna(False) | (cues.map(verbs) == cue.casefold()).fillna(False)
    return _check_found(rows[is_it], "cue", cue, pd.Series([*verbs, *verbs.values()], dtype="string"))


def _check_found(found: pd.DataFrame, name: str, value: str, known: pd.Series) -> pd.DataFrame:
    if found.empty:
        hint = did_you_mean(value, known.dropna().unique())
        raise UserError(
            f"{name} = {value!r} is in none of these quotations{hint or '.'} The column {name} of the table "
            "says what there is"
        )
    return found
