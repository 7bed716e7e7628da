"""The sentences behind the numbers, as written."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import check_choice
from tenor.parameters import check_value
from tenor.sentiment.cells import By, Cells, make_cells, names_of
from tenor.sentiment.notes import lost_note
from tenor.sentiment.sentences import analyzers_of, check_scores, scores_by
from tenor.tables import describe

# Headlines, captions and cries score highest and show least.
MIN_WORDS = 5
# TextBlob leaves 5.6e-17 where "good" and "bad" cancel out.
ROUNDING = 1e-9
POLES = {"most positive": 1, "most negative": -1}
_COLUMNS = ("pole", "polarity", "n_scored_words", "text", "start", "end")


def candidates(scores: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """One row a sentence of at least `MIN_WORDS` words, in the order of the text, with `source`, `published`,
    `cluster`, and `polarity_vader`, `n_scored_words_vader` or the like by each analyzer."""
    names, values = analyzers_of(scores), ("polarity", "n_scored_words")
    rows = scores_by(scores, names[0]).drop(columns=list(values))
    for name in names:
        its = scores_by(scores, name)
        rows = rows.assign(**{f"{value}_{name}": its[value] for value in values})
    rows = rows[rows["n_words"] >= MIN_WORDS].sort_index()
    for name in ("source", "published", "cluster"):
        rows[name] = corpus.documents[name].iloc[rows["doc"]].array
    return rows


def first_sentences(ranked: pd.DataFrame, corpus: Corpus, n: int) -> pd.DataFrame:
    """The first `n` rows in which no text is repeated and, as far as there are enough, no document.

    Copies of a document count as one. Adds `text`, the sentence as written.
    """
    first: list[dict] = []
    spare: list[dict] = []
    texts, clusters = set(), set()
    for row in ranked.itertuples(index=False):
        text = corpus.text(row.doc)[row.start : row.end]
        if text in texts:
            continue
        (spare if row.cluster in clusters else first).append({**row._asdict(), "text": text})
        texts.add(text)
        clusters.add(row.cluster)
        if len(first) == n:
            break
    kept = pd.DataFrame((first + spare)[:n], columns=[*ranked.columns, "text"])
    return kept.astype(ranked.dtypes.to_dict())


def _poles(rows: pd.DataFrame, corpus: Corpus, n: int) -> pd.DataFrame:
    """The `n` sentences at each pole, the strongest first; equal ones in the order of the text."""
    parts = []
    for pole, sign in POLES.items():
        side = rows[rows["polarity"] * sign > ROUNDING].sort_values(
            "polarity", ascending=sign < 0, kind="stable"
        )
        kept = first_sentences(side, corpus, n).assign(pole=pole)
        parts.append(kept.sort_values("polarity", ascending=sign < 0, kind="stable"))
    return pd.concat(parts, ignore_index=True)


def _poles_by_group(rows: pd.DataFrame, corpus: Corpus, n: int, cells: Cells) -> pd.DataFrame:
    """`_poles` of each group of `cells`, behind its names."""
    group = cells.groups_of(rows.reset_index())
    parted = rows[group >= 0].groupby(group[group >= 0])
    parts = {number: _poles(part, corpus, n) for number, part in parted}
    table = pd.concat([_poles(rows[:0], corpus, n), *parts.values()], ignore_index=True)
    numbers = np.repeat(np.array(list(parts), int), [len(part) for part in parts.values()])
    return table.assign(**cells.groups.iloc[numbers].reset_index(drop=True))


def evidence(
    scores: pd.DataFrame, corpus: Corpus, *, analyzer: str = "vader", n: int = 5, by: By = None
) -> pd.DataFrame:
    """Show the most positive and the most negative sentences.

    One row a sentence: with `by`, which is what `tone` takes, the group under this name; `pole` ("most
    positive" or "most negative"), `doc_id`, `source`, `published`, `polarity` (by `analyzer`),
    `polarity_textblob` or the like (by each other analyzer; missing where it knows no word),
    `n_scored_words`, `text` (the sentence as written), `start`, `end` (its characters in the document's
    text).

    At each pole stand the `n` strongest scores, equal ones in the order of documents and sentences: one of
    each document (copies counted as one document) unless there are too few, which the notes count, and no
    text twice. Sentences of fewer than 5 words are left out and counted there too. A pole has fewer rows, or
    none, where there are no more sentences with a positive or a negative score.

    These are the extremes, not examples of the usual: an analyzer's errors gather there.

    Raises
    ------
    UserError
        If `scores` were made from another corpus or lack the analyzer, `n` is below 1, there is no column
        `by` or the result has one of that name.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["The whole town enjoyed a great day. Then came a bad and stormy night."])
    >>> evidence(score_sentences(corpus), corpus)[["pole", "polarity", "text"]]
                pole  polarity                                 text
    0  most positive    0.8126  The whole town enjoyed a great day.
    1  most negative   -0.5423    Then came a bad and stormy night.
    """
    check_scores(scores, corpus)
    check_choice("analyzer", analyzer, analyzers_of(scores))
    n = check_value("n_evidence", n)
    rows = candidates(scores, corpus)
    own = {f"{value}_{analyzer}": value for value in ("polarity", "n_scored_words")}
    rows = rows.rename(columns=own).dropna(subset="polarity")
    names = names_of(by, _COLUMNS)
    cells = make_cells(scores, corpus, names)
    table = _poles_by_group(rows, corpus, n, cells)
    polarities = ["polarity", *(name for name in table if name.startswith("polarity_"))]
    columns = ["pole", "doc_id", "source", "published", *polarities, "n_scored_words", "text", "start", "end"]
    return describe(
        table[list(dict.fromkeys([*names, *columns]))],
        title=f"Most positive and most negative sentences by {analyzer}",
        row="one row is a sentence",
        notes=[short_note(scores, analyzer), *_notes(table, analyzer, names), *lost_note(cells)],
    )


def _notes(table: pd.DataFrame, analyzer: str, names: list[str]) -> list[str]:
    if table.empty:
        return ["No sentence has a positive or a negative score."]
    n_further = int(table.duplicated([*names, "pole", "cluster"]).sum())
    further = f"; {n_further:,} of {len(table):,} are a further one of theirs" if n_further else ""
    return [f"Ranked by {analyzer}; one sentence a document unless there are too few{further}."]


def short_note(scores: pd.DataFrame, analyzer: str | None = None) -> str:
    """How many sentences that `analyzer` scored, or any, are too short to be shown."""
    rows = scores if analyzer is None else scores[scores["analyzer"] == analyzer]
    is_short = rows["polarity"].notna() & (rows["n_words"] < MIN_WORDS)
    n_short = rows.loc[is_short, "sentence"].nunique()
    return f"{n_short:,} scored sentences of fewer than {MIN_WORDS} words are left out."
