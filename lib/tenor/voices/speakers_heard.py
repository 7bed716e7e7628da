"""Who is heard: quotations and words of each speaker."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.groups import document_groups, stories_note
from tenor.voices.words import QuotedWords, quoted_words

_COLUMNS = (
    *("speaker", "speaker_kind", "is_official", "n_quotations", "n_words", "share", "n_documents"),
    *("first_word", "last_word"),
)


def speakers_heard(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    count: str = "documents",
    n: int = 20,
) -> pd.DataFrame:
    """Count what is quoted of each speaker.

    One row a group and speaker, groups in alphabetical order, those quoted most first: the group under the
    name `by`; `speaker`; `speaker_kind` and `is_official` (what most of the speaker's quotations in the
    corpus say, missing where none does); `n_quotations`; `n_words`; `share` of all quoted words of the group,
    unattributed ones included (0 to 1); `n_documents`; `first_word` and `last_word`: documents whose first or
    last quotation is theirs. Of each group the first `n` stand in the table; the notes count the rest.

    `by` is a column of the documents, "week", "month" or "year", or None. With `count` "stories", near-copies
    of one text in a group count once: the earliest of them. A split quotation counts as two; compare words.

    A speaker who goes by several names has several rows, and two of one name have one.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name, or `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"], "speaker": ["Ilse Orr"]}
    ... )
    >>> table = speakers_heard(rows, from_texts(["It rains, Ilse Orr said."]).with_quotations(rows))
    >>> table[["speaker", "n_quotations", "n_words", "share", "first_word"]]
        speaker  n_quotations  n_words  share  first_word
    0  Ilse Orr             1        2    1.0           1
    """
    n = check_value("top_n", n)
    counted = corpus.counted_by(count, by)
    groups = document_groups(counted, by, _COLUMNS)
    words = quoted_words(quotations, counted)
    rows = words.rows.assign(group=groups.of_document[words.rows["doc"]])
    heard = _count_speakers(rows[rows["group"] >= 0])
    totals = np.bincount(groups.of_document[words.doc] + 1, minlength=len(groups.names) + 1)[1:]
    heard["share"] = heard["n_words"] / totals[heard["group"]]
    heard = heard.join(_traits_of(words.rows), on="speaker")
    first = heard.groupby("group", sort=False).head(n)
    table = groups.label(first[list(_COLUMNS)].reset_index(drop=True), first["group"].to_numpy())
    return describe(
        table,
        title=f"Who is heard, by {by}" if by else "Who is heard",
        row=f"one row is a {by} and a speaker" if by else "one row is a speaker",
        notes=[
            *corpus.notes,
            *stories_note(corpus, counted),
            *_notes(words, len(heard) - len(first)),
            *groups.notes,
        ],
    )


def _count_speakers(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a group and speaker, in order, with all that can be counted in the rows."""
    ends = {"first_word": rows.drop_duplicates("doc"), "last_word": rows.drop_duplicates("doc", keep="last")}
    keys = ["group", "speaker"]
    heard = rows.groupby(keys, observed=True).agg(
        n_quotations=("doc", "size"), n_words=("n_words", "sum"), n_documents=("doc", "nunique")
    )
    for name, part in ends.items():
        heard[name] = part.groupby(keys, observed=True).size().reindex(heard.index, fill_value=0)
    heard = heard.reset_index()
    order = ["group", "n_quotations", "n_words", "speaker"]
    return heard.sort_values(order, ascending=[True, False, False, True], ignore_index=True)


def _traits_of(rows: pd.DataFrame) -> pd.DataFrame:
    """What most quotations of each speaker say of `speaker_kind` and `is_official`, by speaker; of equally
    many the first in the alphabet, and "no" before "yes"."""
    return pd.DataFrame({name: _commonest(rows, name) for name in ("speaker_kind", "is_official")})


def _commonest(rows: pd.DataFrame, name: str) -> pd.Series:
    counts = rows.groupby(["speaker", name], observed=True).size().reset_index(name="n")
    counts = counts.sort_values(["speaker", "n", name], ascending=[True, False, True])
    return counts.drop_duplicates("speaker").set_index("speaker")[name].astype(rows[name].dtype)


def _notes(words: QuotedWords, n_more: int) -> list[str]:
    n_nobody = int(words.rows["speaker"].isna().sum())
    notes = list(words.notes)
    if n_nobody:
        notes.append(f"{n_nobody:,} of {len(words.rows):,} quotations name no speaker and are in no row.")
    if n_more:
        notes.append(f"Not shown: {number_of(n_more, 'further speaker')}, quoted less.")
    return notes
