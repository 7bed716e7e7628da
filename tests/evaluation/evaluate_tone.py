"""How well each scorer matches people's ratings of sentences.

    python tests/evaluation/evaluate_tone.py [--gold FOLDER]

The folder, by default `shared/gold` beside the checkout, holds rated sentences of newspaper editorials, film
and product reviews. One line a rated set and scorer: Pearson's r with a 95 % interval from draws of whole
articles, Spearman's rho, macro-F1 of negative, neutral, positive (cut at 0.5 of the rating and 0.125 of the
polarity), and the share of sentences with a scored word; the others count as 0.

Lines marked "in sample" flatter: the scorer was trained on these very ratings. The honest line of tone on
editorials is "by article": ten parts, each scored by a model trained without its articles.
"""

import argparse
from pathlib import Path

import numpy as np

from tenor.corpus.shards import make_shard
from tenor.sentiment import score
from tenor.sentiment.analyzers.tone import score_tokens
from tenor.sentiment.measures import interval, macro_f1, pearson, spearman
from tenor.sentiment.training.tone.models import as_words, cross_validate, prepare, train
from tenor.sentiment.training.tone.ratings import Ratings, read_ratings

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
NAMES = ("editorials", "movie-snippets", "product-snippets")
LINE = "{:<17} {:<38} {:>6} {:>6} {:>14} {:>6} {:>6} {:>7}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Rated sentences beside the scorers")
    parser.add_argument("--gold", type=Path, default=GOLD)
    folder = parser.parse_args().gold
    sets = {name: read_ratings(folder / f"sentiment-{name}.tsv") for name in NAMES}
    print(LINE.format("set", "scorer", "n", "r", "95 %", "rho", "F1", "scored"))
    for name, rated in sets.items():
        for scorer, polarity in {**light_scores(rated), **tone_scores(name, sets)}.items():
            print(LINE.format(name, scorer, *figures(rated, polarity)), flush=True)


def light_scores(rated: Ratings) -> dict[str, np.ndarray]:
    """TextBlob's, VADER's and their mean."""
    scores = {
        name: score(rated.texts, analyzer=name)["polarity"].to_numpy() for name in ("textblob", "vader")
    }
    textblob, vader = scores.values()
    mean = np.nan_to_num(textblob) / 2 + np.nan_to_num(vader) / 2
    mean[np.isnan(textblob) & np.isnan(vader)] = np.nan
    return {"TextBlob": textblob, "VADER": vader, "mean of both": mean}


def tone_scores(name: str, sets: dict[str, Ratings]) -> dict[str, np.ndarray]:
    """Tone as shipped (in sample), and trained without the set or the article."""
    rated = sets[name]
    others = [sets[other] for other in NAMES if other != name]
    scores = {"tone as shipped (in sample)": _shipped(rated)}
    if name == NAMES[0]:
        polarity = cross_validate(prepare(rated, others))
        scores["tone by article"] = np.where(polarity == 0, np.nan, polarity)
    trained = prepare(others[0], others[1:])
    model = train(trained)
    scores["tone trained on the other sets only"] = _score(rated, as_words(trained, model), model.settings)
    return scores


def _shipped(rated: Ratings) -> np.ndarray:
    return _score(rated, None, None)


def _score(rated: Ratings, words, settings) -> np.ndarray:
    shard = make_shard(rated.texts)
    tokens = (shard.forms, shard.form_ids, shard.document_starts)
    return score_tokens(*tokens, words=words, settings=settings)[0]


def figures(rated: Ratings, polarity: np.ndarray) -> list[str]:
    """The columns of a line behind the names."""
    known = np.nan_to_num(polarity)
    scored = np.mean(~np.isnan(polarity))
    low, high = interval(rated.groups, rated.ratings, known)
    values = [pearson(rated.ratings, known), spearman(rated.ratings, known), macro_f1(rated.ratings, known)]
    r, rho, f1 = (f"{value:.3f}" for value in values)
    return [f"{len(known):,}", r, f"{low:.3f} to {high:.3f}", rho, f1, f"{scored:.3f}"]


if __name__ == "__main__":
    main()
