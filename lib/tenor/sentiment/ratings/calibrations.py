"""How the analyzers' scores compare with people's ratings of the same sentences."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.intervals import MIN_DOCUMENTS, bootstrap_mean
from tenor.parameters import check_value
from tenor.sentiment.analyzers import ANALYZERS, score
from tenor.sentiment.analyzers.batches import straighten
from tenor.sentiment.measures import CUT, interval, macro_f1, pearson, spearman
from tenor.tables import describe

# With fewer sentences an interval of a correlation says more about chance than about the analyzer.
MIN_SENTENCES = 20
_LEAST_PAIRS = 3
UNSCORED = "unscored"
_BIN_COLUMNS = ["analyzer", "bin", "n_sentences", "polarity", "rating", "low", "high"]
_COLUMNS = (
    *("analyzer", "n_sentences", "n_scored", "pearson_r", "low", "high"),
    *("spearman_rho", "macro_f1", "share_scored"),
)


def agreement_with_ratings(
    ratings: pd.DataFrame,
    *,
    analyzers: Sequence[str] = ANALYZERS,
    lexicon: str = "",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Measure how well each analyzer's scores go with people's ratings, as read by `read_ratings`.

    One row an analyzer: `analyzer`, `n_sentences`, `n_scored` (with a word that it knows), `pearson_r` (-1 to
    1), `low` and `high` (bounds of r by a percentile bootstrap over documents, or over sentences where a
    document is not known; the notes tell which), `spearman_rho` (-1 to 1), `macro_f1` (0 to 1: the mean of
    the F1 scores of negative, neutral and positive) and `share_scored`.

    A sentence without a known word counts as 0, neutral, in all of these: who reads the scores cannot leave
    it out either. Neutral is a rating within 0.5 of 0, and a score within 0.125 of 0. Curly quotation marks
    are read as straight ones, as in `score_sentences`. `lexicon` is as in `score`.

    r is missing with fewer than 3 sentences or where all ratings or scores are equal, the interval with fewer
    than 20 sentences or 5 documents. r says nothing of level: an analyzer that calls all too good may have a
    high one; see `calibration`. A few ratings of one person are a weak measure. "tone" learned from ratings:
    on the sentences that it learned from, it looks better than it is.

    Raises
    ------
    UserError
        If an analyzer is unknown or none is given, `ratings` lack a column, or a parameter of the interval is
        out of range.

    >>> ratings = pd.DataFrame({"text": ["A great day.", "A bad night.", "It rains."], "rating": [3, -2, 0]})
    >>> table = agreement_with_ratings(ratings, analyzers=["vader"])
    >>> table[["analyzer", "n_scored", "pearson_r", "macro_f1"]].round(2)
      analyzer  n_scored  pearson_r  macro_f1
    0    vader         2        1.0       1.0
    """
    confidence, n_resamples = check_value("confidence", confidence), check_value("n_resamples", n_resamples)
    how = {"confidence": confidence, "n": n_resamples, "seed": check_value("seed", seed)}
    polarities = _score(ratings, analyzers, lexicon)
    groups, kind = _groups(ratings)
    wanted = ratings["rating"].to_numpy(float)
    rows = [_compare(name, wanted, polarity, groups, how) for name, polarity in polarities.items()]
    return describe(
        pd.DataFrame(rows),
        title="How well the scores go with the ratings",
        row="one row is an analyzer",
        notes=[
            "A sentence without a word that the analyzer knows counts as 0, neutral.",
            f"Neutral is a rating within {CUT:g} of 0, a score within {CUT / 4:g} of 0; macro F1 is the mean "
            "over negative, neutral and positive.",
            f"low and high bound r with {confidence:.4g} confidence: percentile bootstrap over {kind}, "
            f"{n_resamples:,} resamples, seed {seed}; missing with fewer than {MIN_SENTENCES} sentences or "
            f"{MIN_DOCUMENTS} documents.",
            *ratings.attrs.get("notes", ()),
        ],
    )


def calibration(
    ratings: pd.DataFrame,
    *,
    analyzers: Sequence[str] = ANALYZERS,
    lexicon: str = "",
    n_bins: int = 5,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Show what people think of sentences with low, middle and high scores.

    One row an analyzer and bin of its score: `analyzer`, `bin` ("1" for the lowest scores, and so on; last
    "unscored", the sentences without a word that it knows, if there are any), `n_sentences`, `polarity` (mean
    score, -1 to 1; missing for the unscored), `rating` (mean rating, -4 to 4), `low` and `high` (bounds of
    the mean rating by a percentile bootstrap over documents, or sentences where a document is not known;
    missing with fewer than 5). Bins hold nearly equal numbers of sentences; equal scores are never parted, so
    that there may be fewer bins than `n_bins`.

    An analyzer is calibrated if a mean score of 0.5 goes with a mean rating of 2, and so on: a rating of 4 is
    a score of 1. VADER and TextBlob were not made for this scale; what counts is whether ratings rise with
    the scores, and where they are 0.

    Raises
    ------
    UserError
        As `agreement_with_ratings`, or if `n_bins` is below 1.

    >>> ratings = pd.DataFrame({"text": ["A great day.", "A bad night.", "It rains."], "rating": [3, -2, 0]})
    >>> calibration(ratings, analyzers=["vader"], n_bins=2)[["bin", "n_sentences", "polarity", "rating"]]
            bin  n_sentences  polarity  rating
    0         1            1   -0.5423    -2.0
    1         2            1    0.6249     3.0
    2  unscored            1       NaN     0.0
    """
    if type(n_bins) is not int or n_bins < 1:
        raise UserError(f"n_bins = {n_bins!r} is no number of bins; give a whole number from 1 on")
    confidence, n_resamples = check_value("confidence", confidence), check_value("n_resamples", n_resamples)
    how = {"confidence": confidence, "n_resamples": n_resamples, "seed": check_value("seed", seed)}
    polarities = _score(ratings, analyzers, lexicon)
    groups, kind = _groups(ratings)
    wanted = ratings["rating"].to_numpy(float)
    rows = [
        {"analyzer": name, "bin": label, **_average(wanted[inside], polarity[inside], groups[inside], how)}
        for name, polarity in polarities.items()
        for label, inside in _bins(polarity, n_bins)
    ]
    return describe(
        pd.DataFrame(rows, columns=_BIN_COLUMNS).astype({"analyzer": "string", "bin": "string"}),
        title="Mean rating of sentences by their score",
        row="one row is an analyzer and a bin of its score",
        notes=[
            "Bins hold nearly equal numbers of sentences, equal scores together; unscored are sentences "
            "without a word that the analyzer knows.",
            f"low and high bound the mean rating with {confidence:.4g} confidence: percentile bootstrap over "
            f"{kind}, {n_resamples:,} resamples, seed {seed}; missing with fewer than {MIN_DOCUMENTS}.",
            *ratings.attrs.get("notes", ()),
        ],
    )


def _score(ratings: pd.DataFrame, analyzers: Sequence[str], lexicon: str) -> dict[str, np.ndarray]:
    """The polarity of each rated sentence by each analyzer; missing where it knows no word."""
    analyzers = [check_choice("analyzers", analyzer, ANALYZERS) for analyzer in dict.fromkeys(analyzers)]
    if not analyzers:
        raise UserError(f"analyzers = {analyzers!r} names none; give one or more of {', '.join(ANALYZERS)}")
    if missing := [name for name in ("text", "rating") if name not in ratings]:
        raise UserError(f"ratings lack the column {missing[0]!r}; make them with read_ratings(path)")
    texts = [straighten(text) for text in ratings["text"]]
    return {name: score(texts, analyzer=name, lexicon=lexicon)["polarity"].to_numpy() for name in analyzers}


def _groups(ratings: pd.DataFrame) -> tuple[np.ndarray, str]:
    """The number of each sentence's document, or its own where that is not known, and what is drawn."""
    if "doc_id" not in ratings or ratings["doc_id"].isna().all():
        return np.arange(len(ratings)), "sentences, as their documents are not known"
    codes = pd.factorize(ratings["doc_id"])[0]
    unknown = codes < 0
    codes[unknown] = codes.max() + 1 + np.arange(unknown.sum())
    if not unknown.any():
        return codes, "documents"
    alone = number_of(int(unknown.sum()), "sentence")
    return codes, f"documents ({alone} of an unknown document: each is one of its own)"


def _compare(
    name: str, wanted: np.ndarray, polarity: np.ndarray, groups: np.ndarray, how: dict[str, float]
) -> dict[str, object]:
    n_scored, found = int((~np.isnan(polarity)).sum()), np.nan_to_num(polarity)
    r = rho = low = high = f1 = share = np.nan
    if len(wanted):
        f1, share = macro_f1(wanted, found), n_scored / len(wanted)
    if len(wanted) >= _LEAST_PAIRS:
        r, rho = pearson(wanted, found), spearman(wanted, found)
    if len(wanted) >= MIN_SENTENCES and len(np.unique(groups)) >= MIN_DOCUMENTS:
        low, high = interval(groups, wanted, found, **how)
    values = (name, len(wanted), n_scored, r, low, high, rho, f1, share)
    return dict(zip(_COLUMNS, values, strict=True))


def _bins(polarity: np.ndarray, n_bins: int) -> list[tuple[str, np.ndarray]]:
    """The bins of the scores, the lowest first, then the unscored: names, and which rows lie inside."""
    known = ~np.isnan(polarity)
    ranks = pd.Series(polarity).rank().to_numpy()
    codes = np.floor((ranks - 0.5) * n_bins / max(known.sum(), 1))
    bins = [
        (str(number), codes == code) for number, code in enumerate(np.unique(codes[known]).tolist(), start=1)
    ]
    return [*bins, (UNSCORED, ~known)] if not known.all() else bins


def _average(
    wanted: np.ndarray, polarity: np.ndarray, groups: np.ndarray, how: dict[str, float]
) -> dict[str, object]:
    low, high = bootstrap_mean(wanted, groups, **how)
    score_mean = np.nan if np.isnan(polarity).all() else float(polarity.mean())
    means = {"polarity": score_mean, "rating": float(wanted.mean())}
    return {"n_sentences": len(wanted), **means, "low": low, "high": high}
