"""Coverage: for how many quoted words it is known who says them."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe
from tenor.voices.groups import Groups, document_groups
from tenor.voices.marks import open_marks
from tenor.voices.resampling import Bootstrap
from tenor.voices.tables import SPEAKER_KINDS
from tenor.voices.words import QuotedWords, quoted_words

ATTRIBUTIONS = (*SPEAKER_KINDS, "kind not known", "unattributed")
_TYPES = {
    "attribution": "string",
    **dict.fromkeys(("n_quotations", "n_words"), "int64"),
    **dict.fromkeys(("share", "low", "high", "mean_confidence"), "float64"),
}
_COLUMNS = tuple(_TYPES)


def coverage(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Tell of how many quoted words the speaker is known.

    One row a group and attribution: the group under the name `by`; `attribution`: "person" or "body" (a
    speaker with a name), "group" ("two witnesses"), "record" (what is written or counted: "a poll"),
    "unnamed" ("a spokesman"), "kind not known" (a speaker of whom the table does not say which of these) or
    "unattributed" (nobody); `n_quotations`; `n_words` (direct and indirect, counted in the corpus); `share`
    of the quoted words of the group (0 to 1), `low` and `high` (its bootstrap interval over documents);
    `mean_confidence` of the quotations (0 to 1, missing where they have none). The words of a group add up to
    its quoted words; each attribution has a row, "kind not known" only where it occurs.

    `by` is a column of the documents, "week", "month" or "year", or None. A quotation without a word that
    counts is left out, and the notes count it. They also count documents without any quotation, and those
    with quotation marks that do not pair: there quotations may be missed, see `open_marks`.

    Coverage is no accuracy: a wrong speaker is covered, too. A quotation that was not found is in no row.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name, or a setting is out of range.

    References
    ----------
    The interval: Field & Welsh 2007, see `tenor.intervals`.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"], "speaker": ["Ilse Orr"],
    ...      "speaker_kind": ["person"]}
    ... )
    >>> table = coverage(rows, from_texts(["It rains, Ilse Orr said."]).with_quotations(rows))
    >>> table.loc[table["n_words"] > 0, ["attribution", "n_quotations", "n_words", "share"]]
      attribution  n_quotations  n_words  share
    0      person             1        2    1.0
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    groups = document_groups(corpus, by, _COLUMNS)
    words = quoted_words(quotations, corpus)
    table = _count(words, groups, bootstrap, corpus.groups("cluster")[0])
    return describe(
        table,
        title=f"Who is known to speak, by {by}" if by else "Who is known to speak",
        row=f"one row is a {by} and an attribution" if by else "one row is an attribution",
        notes=[
            *corpus.notes,
            bootstrap.note("the share of quoted words"),
            *words.notes,
            *groups.notes,
            *_documents_note(words, corpus),
        ],
    )


def attributions_of(rows: pd.DataFrame) -> np.ndarray:
    """The place in `ATTRIBUTIONS` of each quotation.

    >>> rows = pd.DataFrame({"speaker": ["Orr", "Orr", None], "speaker_kind": ["person", None, None]})
    >>> attributions_of(rows)
    array([0, 5, 6])
    """
    speakers, kinds = rows["speaker"], rows["speaker_kind"]
    names = kinds.where(kinds.notna(), speakers.map(lambda _: "kind not known", na_action="ignore"))
    return pd.Index(ATTRIBUTIONS).get_indexer(names.fillna("unattributed").astype(str))


def _count(words: QuotedWords, groups: Groups, bootstrap: Bootstrap, stories: np.ndarray) -> pd.DataFrame:
    of_row = attributions_of(words.rows)
    of_word = np.append(of_row, len(ATTRIBUTIONS) - 1)[words.row]
    rows_of, words_of = groups.members(words.rows["doc"].to_numpy()), groups.members(words.doc)
    occurring = [at for at, name in enumerate(ATTRIBUTIONS) if name != "kind not known" or at in of_row]
    tables = [pd.DataFrame(columns=list(_COLUMNS))]
    for row, word in zip(rows_of, words_of, strict=True):
        ones = np.ones(len(word))
        bounds = bootstrap.shares(words.doc[word], of_word[word], ones, stories, len(ATTRIBUTIONS))
        part = _summarise(words.rows.iloc[row], of_row[row], of_word[word], bounds)
        tables.append(part.loc[occurring])
    table = pd.concat(tables[1:] or tables, ignore_index=True).astype(_TYPES)
    numbers = np.repeat(np.arange(len(groups.names)), len(occurring))
    return groups.label(table, numbers)


def _summarise(
    rows: pd.DataFrame, of_row: np.ndarray, of_word: np.ndarray, bounds: np.ndarray
) -> pd.DataFrame:
    n = len(ATTRIBUTIONS)
    n_words = np.bincount(of_word, minlength=n)
    confidence = rows["confidence"].astype(float).groupby(of_row).mean()
    values = (
        list(ATTRIBUTIONS),
        np.bincount(of_row, minlength=n),
        n_words,
        n_words / n_words.sum() if n_words.any() else np.nan,
        *bounds.T,
        confidence.reindex(range(n)).to_numpy(),
    )
    return pd.DataFrame(dict(zip(_COLUMNS, values, strict=True)))


def _documents_note(words: QuotedWords, corpus: Corpus) -> list[str]:
    n, n_quoting = len(corpus.documents), len(np.unique(words.doc))
    opened = open_marks(corpus)
    notes = [f"{n - n_quoting:,} of {n:,} documents have no quotation."]
    if len(opened):
        notes.append(
            f"Quotation marks do not pair in {opened['n_paragraphs'].sum():,} paragraphs of {len(opened):,} "
            "documents; quotations may be missed or end wrongly there: see open_marks(corpus)."
        )
    return notes
