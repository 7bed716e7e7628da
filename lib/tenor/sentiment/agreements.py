"""How far two analyzers agree, and where they do not."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.parameters import check_value
from tenor.sentiment.evidence import ROUNDING, candidates, first_sentences, short_note
from tenor.sentiment.sentences import analyzers_of, check_scores, scores_by
from tenor.tables import describe

SIGNS = ("negative", "neutral", "positive")


def _pair(scores: pd.DataFrame, corpus: Corpus) -> tuple[str, str]:
    check_scores(scores, corpus)
    names = analyzers_of(scores)
    if len(names) != 2:
        raise UserError(
            f"scores hold the analyzers {names!r}, but agreement is between two; "
            "make them with score_sentences(corpus, analyzers=['textblob', 'vader'])"
        )
    return names[0], names[1]


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Pearson's r; missing for fewer than two pairs or where one side is constant."""
    if len(a) < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return np.nan
    return float(np.corrcoef(a, b)[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    return pd.Series(values).rank().to_numpy()


def _said(value: float) -> str:
    return "undefined" if np.isnan(value) else f"{value:.2f}"


def agreement(scores: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Count how often two analyzers give a sentence the same sign.

    One row a pair of signs, nine in all: a column for each analyzer ("negative", "neutral" for 0, or
    "positive"), `n` sentences, and their `share` of the sentences that both analyzers scored (0 to 1; missing
    if there are none). The notes, and `attrs` under the same names, give `pearson` and `spearman`
    (correlations of the two polarities) and `same_sign` (the share of sentences in the three rows with equal
    signs); sentences that one analyzer or both could not score are counted in the notes.

    Agreement is not correctness: both may be wrong in the same way.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, or do not hold two analyzers.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day. A bad night. It isn't a bad idea."])
    >>> table = agreement(score_sentences(corpus), corpus)
    >>> table[table["n"] > 0]
       textblob     vader  n     share
    0  negative  negative  1  0.333333
    2  negative  positive  1  0.333333
    8  positive  positive  1  0.333333
    """
    names = _pair(scores, corpus)
    pairs = pd.concat([scores_by(scores, name)["polarity"] for name in names], axis=1)
    both = pairs.dropna().to_numpy()
    signs = 1 + (both > ROUNDING) - (both < -ROUNDING)
    counts = np.bincount(signs @ [3, 1], minlength=9)
    share = counts / len(both) if len(both) else np.full(9, np.nan)
    firsts, seconds = np.repeat(SIGNS, 3), np.tile(SIGNS, 3)
    table = pd.DataFrame({names[0]: firsts, names[1]: seconds, "n": counts, "share": share})
    found = {
        "pearson": _correlation(*both.T),
        "spearman": _correlation(_ranks(both[:, 0]), _ranks(both[:, 1])),
        "same_sign": float(share[[0, 4, 8]].sum()),
    }
    table.attrs.update(found)
    return describe(
        table,
        title=f"Agreement of {names[0]} and {names[1]} on sentences",
        row="one row is a pair of signs",
        notes=[
            f"Both analyzers know a word of {len(both):,} of {len(pairs):,} sentences; shares are of these.",
            f"Same sign: {_said(found['same_sign'])} of them. Correlation of the two polarities: "
            f"Pearson {_said(found['pearson'])}, Spearman {_said(found['spearman'])}.",
        ],
    )


def disagreements(scores: pd.DataFrame, corpus: Corpus, *, n: int = 5) -> pd.DataFrame:
    """Show the sentences on which two analyzers lie furthest apart.

    One row a sentence, the widest gap first, equal ones in the order of documents and sentences: `doc_id`,
    `source`, `published`, a polarity for each analyzer (`polarity_textblob`, `polarity_vader`), `gap` (the
    distance between them, 0 to 2), `text` (the sentence as written), `start`, `end`. At most one sentence of
    a document unless there are too few. Left out are sentences that one of the analyzers could not score, and
    those of fewer than 5 words, which the notes count.

    Raises
    ------
    UserError
        If `scores` were made from another corpus or do not hold two analyzers, or `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["It isn't a bad idea at all. They enjoyed a great and sunny day."])
    >>> disagreements(score_sentences(corpus), corpus, n=1)["text"].tolist()
    ["It isn't a bad idea at all."]
    """
    names = _pair(scores, corpus)
    n = check_value("n_evidence", n)
    other = f"polarity_{names[1]}"
    rows = candidates(scores, corpus, names[0]).dropna(subset=other)
    rows = rows.assign(gap=(rows["polarity"] - rows[other]).abs())
    ranked = rows[rows["gap"] > ROUNDING].sort_values("gap", ascending=False, kind="stable")
    table = first_sentences(ranked, corpus, n).sort_values("gap", ascending=False, kind="stable")
    table = table.rename(columns={"polarity": f"polarity_{names[0]}"}).reset_index(drop=True)
    polarities = [f"polarity_{name}" for name in names]
    return describe(
        table[["doc_id", "source", "published", *polarities, "gap", "text", "start", "end"]],
        title=f"Sentences on which {names[0]} and {names[1]} lie furthest apart",
        row="one row is a sentence",
        notes=[
            short_note(scores, names[0]),
            "One sentence a document unless there are too few; only sentences that both analyzers scored.",
        ],
    )
