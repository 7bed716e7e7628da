"""A random sample of sentences for people to rate."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.formats import number_of
from tenor.parameters import check_value
from tenor.sentiment.evidence import MIN_WORDS
from tenor.sentiment.sentences import LANGUAGE, MAX_CHARACTERS
from tenor.tables import describe

# Sentences of one story say much the same; more of them would teach little.
MOST_OF_ONE_STORY = 3
_NO_SOURCE = ""


def draw_to_rate(corpus: Corpus, *, n: int = 200, seed: int = 1) -> pd.DataFrame:
    """Draw sentences for people to rate by hand, without any score, so that raters are blind.

    One row a sentence, shuffled: `doc_id`, `source`, `start`, `end` (its characters in the document's text),
    `text` (as written) and `rating`, empty. Fill in `rating`, a number from -4 to 4, and read the file with
    `read_ratings`. For several raters copy the column: `rating_1`, `rating_2` and so on.

    Drawn are sentences that count, of at least 5 words, of documents in English or of unknown language. Each
    No text is drawn twice, and no more than 3 sentences of one story and its copies. Each source gives as
    many as its share of what may be drawn by these rules, rounded so that the sum is `n`; documents without a
    source are one of their own. There are fewer rows where the corpus has no more; notes tell so.

    A sample of 200 tells correlations to about 0.1 either way.

    Raises
    ------
    UserError
        If `n` or `seed` is no whole number, `n` is below 1 or `seed` below 0.

    >>> from tenor.corpus import from_texts
    >>> table = draw_to_rate(from_texts(["The old dam held all night. It rains."]))
    >>> table[["start", "end", "text"]]
       start  end                         text
    0      0   27  The old dam held all night.
    """
    if type(n) is not int or n < 1:
        raise UserError(f"n = {n!r} is no number of sentences to rate; give a whole number from 1 on")
    random = np.random.default_rng(check_value("seed", seed))
    candidates = _candidates(corpus)
    order = candidates.iloc[random.permutation(len(candidates))]
    allowed = _allowed(order, corpus)
    drawn = _draw(allowed, _quotas(allowed["source"], n))
    drawn = drawn.iloc[random.permutation(len(drawn))].reset_index(drop=True)
    table = drawn.assign(
        text=[_text(corpus, *row) for row in drawn[["doc", "start", "end"]].to_numpy()], rating=""
    ).astype({"text": "string", "rating": "string"})
    table["source"] = table["source"].replace(_NO_SOURCE, pd.NA)
    return describe(
        table[["doc_id", "source", "start", "end", "text", "rating"]],
        title="Sentences to rate by hand",
        row="one row is a sentence",
        notes=[*_instructions(), *_account(len(table), n, len(candidates), seed), *corpus.notes],
    )


def _candidates(corpus: Corpus) -> pd.DataFrame:
    """The sentences that may be drawn, in the order of the text, with `doc_id`, `source` and `cluster`."""
    sentences = corpus.sentences
    n_characters = sentences["end"] - sentences["start"]
    languages = corpus.documents["language"]
    is_english = (languages.isna() | (languages == LANGUAGE).fillna(False)).to_numpy(bool)
    is_kept = sentences["is_counted"] & (sentences["n_words"] >= MIN_WORDS) & (n_characters <= MAX_CHARACTERS)
    is_kept &= is_english[sentences["doc"].to_numpy()]
    rows = sentences.loc[is_kept, ["doc", "start", "end"]].reset_index(drop=True)
    for name in ("doc_id", "source", "cluster"):
        rows[name] = corpus.documents[name].iloc[rows["doc"]].array
    return rows.assign(source=rows["source"].astype("string").fillna(_NO_SOURCE))


def _text(corpus: Corpus, doc: int, start: int, end: int) -> str:
    return corpus.text(doc)[start:end]


def _allowed(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The rows, in their order, of which no text is repeated and no story has too many."""
    rows = rows[rows.groupby("cluster").cumcount() < MOST_OF_ONE_STORY]
    texts = pd.Series([_text(corpus, *row) for row in rows[["doc", "start", "end"]].to_numpy()], dtype=object)
    return rows[~texts.duplicated().to_numpy(bool)]


def _quotas(sources: pd.Series, n: int) -> pd.Series:
    """How many sentences of each source: `n` in proportion, by largest remainders, ties by name."""
    sizes = sources.value_counts().sort_index()
    if sizes.sum() <= n:
        return sizes
    exact = sizes * n / sizes.sum()
    quotas = exact.astype(int)
    ranked = (exact - quotas).sort_values(ascending=False, kind="stable").index
    quotas[ranked[: n - int(quotas.sum())]] += 1
    return quotas


def _draw(rows: pd.DataFrame, quotas: pd.Series) -> pd.DataFrame:
    """The first rows of each source, as many as its quota."""
    wanted = rows["source"].map(quotas).fillna(0).to_numpy(float)
    return rows[rows.groupby("source").cumcount().to_numpy() < wanted]


def _instructions() -> list[str]:
    return [
        "Fill in the column rating: -4 very negative, -2 negative, 0 neutral, 2 positive, 4 very positive, "
        "or a number between. Judge the tone of the sentence itself, not whether you agree with it.",
        "Leave it empty where you cannot tell. For several raters, copy the column: rating_1, rating_2, …; "
        "then give the file as ratings.",
    ]


def _account(n_drawn: int, n: int, n_candidates: int, seed: int) -> list[str]:
    fewer = [f"The corpus has no more: {n:,} were asked for."] if n_drawn < n else []
    return [
        f"{number_of(n_drawn, 'sentence')} drawn at random (seed {seed}) of {n_candidates:,} that count, are "
        f"in English and have at least {MIN_WORDS} words: of each source in proportion to those that may be "
        f"drawn, no text twice, at most {MOST_OF_ONE_STORY} of one story and its copies.",
        *fewer,
    ]
