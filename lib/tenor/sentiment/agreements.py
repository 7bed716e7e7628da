"""How far the analyzers agree, and where they do not."""

from itertools import combinations

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.parameters import check_value
from tenor.sentiment.evidence import ROUNDING, candidates, first_sentences, short_note
from tenor.sentiment.sentences import analyzers_of, check_scores, scores_by
from tenor.tables import describe

_COLUMNS = ("first", "second", "n_sentences", "share_same_sign", "share_opposite", "pearson", "spearman")


def _analyzers(scores: pd.DataFrame, corpus: Corpus) -> list[str]:
    check_scores(scores, corpus)
    names = analyzers_of(scores)
    if len(names) < 2:
        raise UserError(
            f"scores hold the analyzers {names!r}, but agreement is between two or more; make them with "
            "score_sentences(corpus)"
        )
    return names


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Pearson's r; missing for fewer than two pairs or where one side is constant."""
    if len(a) < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return np.nan
    return float(np.corrcoef(a, b)[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    return pd.Series(values).rank().to_numpy()


def _signs(polarities: np.ndarray) -> np.ndarray:
    return (polarities > ROUNDING).astype(int) - (polarities < -ROUNDING)


def _share(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else np.nan


def _are_opposite(signs: np.ndarray) -> np.ndarray:
    """Whether each row of signs has a positive and a negative one."""
    return (signs > 0).any(axis=1) & (signs < 0).any(axis=1)


def _are_same(signs: np.ndarray) -> np.ndarray:
    return (signs == signs[:, :1]).all(axis=1)


def _compare(first: str, second: str, polarities: pd.DataFrame) -> dict[str, object]:
    both = polarities[[first, second]].dropna().to_numpy()
    signs = _signs(both)
    values = (
        *(first, second, len(both), _share(_are_same(signs)), _share(_are_opposite(signs))),
        *(_correlation(*both.T), _correlation(_ranks(both[:, 0]), _ranks(both[:, 1]))),
    )
    return dict(zip(_COLUMNS, values, strict=True))


def agreement(scores: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Compare the analyzers two by two, on the sentences that both of them score.

    One row a pair of analyzers, `first` and `second`: `n_sentences` (scored by both), `share_same_sign` (both
    positive, both negative, or both 0), `share_opposite` (one positive, one negative), `pearson` and
    `spearman` (correlations of the two polarities, -1 to 1). Shares are missing where no sentence has both
    scores, correlations also where one side is constant. `attrs` hold the same of all analyzers together:
    `analyzers`, `n_scored` (sentences that all of them score), `same_sign` and `opposite` (shares of these in
    which all signs are the same, and in which two are opposite).

    Agreement is not correctness: all may be wrong in the same way.

    Raises
    ------
    UserError
        If `scores` were made from another corpus, or hold one analyzer only.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["A great day. A bad night. It isn't a bad idea."])
    >>> table = agreement(score_sentences(corpus, analyzers=["textblob", "vader"]), corpus)
    >>> table[["first", "second", "n_sentences", "share_opposite"]].round(3)
          first second  n_sentences  share_opposite
    0  textblob  vader            3           0.333
    """
    names = _analyzers(scores, corpus)
    polarities = pd.concat([scores_by(scores, name)["polarity"].rename(name) for name in names], axis=1)
    rows = [_compare(*pair, polarities) for pair in combinations(names, 2)]
    table = pd.DataFrame(rows, columns=list(_COLUMNS))
    signs = _signs(polarities.dropna().to_numpy())
    found = {"same_sign": _share(_are_same(signs)), "opposite": _share(_are_opposite(signs))}
    table.attrs.update(analyzers=names, n_scored=len(signs), **found)
    return describe(
        table,
        title="Agreement of the analyzers on sentences",
        row="one row is a pair of analyzers",
        notes=[
            f"All {len(names)} analyzers know a word of {len(signs):,} of {len(polarities):,} sentences.",
            "Shares and correlations of a pair are of the sentences that both score; 0 has no sign.",
        ],
    )


def disagreements(scores: pd.DataFrame, corpus: Corpus, *, n: int = 5) -> pd.DataFrame:
    """Show the sentences that the analyzers call positive and negative at once, the furthest apart first.

    One row a sentence, the widest gap first, equal ones in the order of documents and sentences: `doc_id`,
    `source`, `published`, a polarity for each analyzer (`polarity_textblob` and so on; missing where it knows
    no word), `gap` (between the highest and the lowest, 0 to 2), `text` (the sentence as written), `start`,
    `end`. At most one sentence of a document unless there are too few. Sentences of fewer than 5 words are
    left out, which the notes count.

    Raises
    ------
    UserError
        If `scores` were made from another corpus or hold one analyzer only, or `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import score_sentences
    >>> corpus = from_texts(["It isn't a bad idea at all. They enjoyed a great and sunny day."])
    >>> disagreements(score_sentences(corpus), corpus, n=1)["text"].tolist()
    ["It isn't a bad idea at all."]
    """
    names = _analyzers(scores, corpus)
    n = check_value("n_evidence", n)
    rows = candidates(scores, corpus)
    polarities = [f"polarity_{name}" for name in names]
    rows = rows[_are_opposite(_signs(rows[polarities].fillna(0).to_numpy()))]
    rows = rows.assign(gap=rows[polarities].max(axis=1) - rows[polarities].min(axis=1))
    ranked = rows.sort_values("gap", ascending=False, kind="stable")
    table = first_sentences(ranked, corpus, n).sort_values("gap", ascending=False, kind="stable")
    columns = ["doc_id", "source", "published", *polarities, "gap", "text", "start", "end"]
    return describe(
        table[columns].reset_index(drop=True),
        title="Sentences that are positive to one analyzer and negative to another",
        row="one row is a sentence",
        notes=[short_note(scores), "One sentence a document unless there are too few, the widest gap first."],
    )
