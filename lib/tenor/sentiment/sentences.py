"""Scores of the sentences of a corpus: the table that the other tables of tone are made from."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.sentiment.analyzers import ANALYZERS
from tenor.sentiment.analyzers.corpora import CorpusScores, score_corpus
from tenor.sentiment.analyzers.scores import Columns
from tenor.sentiment.analyzers.tone import lexicon_note, words_of
from tenor.tables import describe

# What is longer is no sentence: VADER's score of it would be -1 or 1, whatever it says.
MAX_CHARACTERS = 20_000
# The lists of all analyzers are English.
LANGUAGE = "en"


def score_sentences(
    corpus: Corpus, *, analyzers: Sequence[str] = ANALYZERS, lexicon: str = ""
) -> pd.DataFrame:
    """Score every sentence that counts, no boilerplate and of a chosen voice, with each analyzer.

    One row a sentence and analyzer, in the order of the text: `sentence` (its number in the corpus), `doc`
    (number of its document), `doc_id`, `start`, `end` (characters of the document's text), `n_words`,
    `analyzer`, `polarity` (-1 to 1), `subjectivity` (0 to 1, TextBlob only), `n_scored_words`; see
    `tenor.sentiment.score`. Polarity is missing where an analyzer knows no word of the sentence. Rows may be
    filtered before they are given to `tone` and the other functions.

    Curly quotation marks and apostrophes are given to the analyzers as straight ones, since these do not see
    the "not" in "isn’t" otherwise. What is longer than 20,000 characters is no sentence, and what stands in a
    document of another language than English is not for these lists: both stay without a score. Notes count
    all three. Equal sentences are scored once; from some millions of words on, all cores share the work.
    Headlines are not scored unless they stand in the text. A quoted voice counts like the source's own: tone
    is that of what is printed, not of the writer.

    Raises
    ------
    UserError
        If an analyzer is unknown or none is given, or the lexicon cannot be read or has a broken line.

    >>> from tenor.corpus import from_texts
    >>> scores = score_sentences(from_texts(["A great day. It rains."]), analyzers=["vader"])
    >>> scores[["sentence", "start", "end", "polarity", "n_scored_words"]]
       sentence  start  end  polarity  n_scored_words
    0         0      0   12    0.6249               1
    1         1     13   22       NaN               0
    """
    analyzers = [check_choice("analyzers", analyzer, ANALYZERS) for analyzer in dict.fromkeys(analyzers)]
    if not analyzers:
        raise UserError(f"analyzers = {analyzers!r} names none; give one or more of {', '.join(ANALYZERS)}")
    numbers = np.flatnonzero(corpus.sentences["is_counted"])
    is_scored, notes = _choose(corpus, numbers)
    scores = score_corpus(corpus, numbers[is_scored], analyzers, words_of(lexicon))
    n, k = len(numbers), len(analyzers)
    table = _sentence_columns(corpus, np.repeat(numbers, k)).assign(
        analyzer=pd.Categorical.from_codes(np.tile(np.arange(k), n), analyzers),
        **{
            name: _spread(scores.columns, name, is_scored)
            for name in ("polarity", "subjectivity", "n_scored_words")
        },
    )
    notes += [*_note_marks(scores, len(numbers)), *lexicon_note(lexicon)]
    return describe(
        table,
        title="Scores of sentences",
        row="one row is a sentence and an analyzer",
        notes=[*notes, *corpus.notes],
    )


def _note_marks(scores: CorpusScores, n: int) -> list[str]:
    """What to say of sentences with marks that the analyzers read otherwise."""
    notes = [
        f"{number_of(count, 'distinct sentence')} with emoticons, emoji or the like: scored by {name} itself."
        for name, count in scores.n_left.items()
        if count
    ]
    if scores.n_curly:
        notes.append(
            f"{scores.n_curly:,} of {n:,} sentences have curly quotation marks or apostrophes, which the "
            "analyzers were given as straight ones."
        )
    return notes


def _spread(scores: dict[str, Columns], name: str, is_scored: np.ndarray) -> np.ndarray:
    """A column of all analyzers, sentence by sentence; what is not scored has neither value nor words."""
    columns = np.full((len(is_scored), len(scores)), 0.0 if name == "n_scored_words" else np.nan)
    for place, its in enumerate(scores.values()):
        if name in its:
            columns[is_scored, place] = its[name]
    return columns.ravel().astype(int) if name == "n_scored_words" else columns.ravel()


def are_foreign(corpus: Corpus) -> np.ndarray:
    """Whether each document is in another language than English, as far as that is known."""
    languages = corpus.documents["language"].astype("string").str.lower().str[: len(LANGUAGE)]
    return (languages != LANGUAGE).fillna(False).to_numpy(bool)


def _choose(corpus: Corpus, numbers: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """Whether each sentence is scored: it is English, as far as is known, and not too long; and notes."""
    sentences = corpus.sentences.iloc[numbers]
    is_long = (sentences["end"] - sentences["start"]).to_numpy() > MAX_CHARACTERS
    is_foreign = are_foreign(corpus)[sentences["doc"]]
    n_boilerplate = int((corpus.sentences["voice"] == "boilerplate").sum())
    notes = ["Polarity is missing where the analyzer knows no word of the sentence; 0 is a neutral score."]
    counts = {
        "are in another language than English, as their document's, and not scored": is_foreign.sum(),
        f"are longer than {MAX_CHARACTERS:,} characters and not scored": (is_long & ~is_foreign).sum(),
    }
    notes += [f"{n:,} of {len(numbers):,} sentences {what}." for what, n in counts.items() if n]
    if n_boilerplate:
        notes.append(
            f"{n_boilerplate:,} pieces of boilerplate (datelines, bylines and their kin) have no row."
        )
    return ~(is_long | is_foreign), notes


def _sentence_columns(corpus: Corpus, numbers: np.ndarray) -> pd.DataFrame:
    sentences = corpus.sentences.iloc[numbers].reset_index(drop=True)
    doc_ids = corpus.documents["doc_id"].iloc[sentences["doc"]].array
    return pd.DataFrame(
        {
            "sentence": numbers,
            "doc": sentences["doc"],
            "doc_id": doc_ids,
            "start": sentences["start"],
            "end": sentences["end"],
            "n_words": sentences["n_words"],
        }
    )


def analyzers_of(scores: pd.DataFrame) -> list[str]:
    """The analyzers whose scores the table holds, in order."""
    return list(scores["analyzer"].cat.categories)


def scores_by(scores: pd.DataFrame, analyzer: str) -> pd.DataFrame:
    """The rows of one analyzer, with the number of the sentence as index."""
    return scores[scores["analyzer"] == analyzer].set_index("sentence")


def check_scores(scores: pd.DataFrame, corpus: Corpus) -> None:
    """Check that `scores` were made from this corpus, or are some rows of such a table.

    Raises
    ------
    UserError
        If they were made from another one, such as the same corpus before a selection.
    """
    spans = scores[["sentence", "doc", "start", "end"]].drop_duplicates()
    fits = spans["sentence"].max() < len(corpus.sentences) if len(spans) else True
    if fits:
        there = corpus.sentences.iloc[spans["sentence"]]
        fits = all(np.array_equal(there[name], spans[name]) for name in ("doc", "start", "end"))
    if fits:
        documents = scores[["doc", "doc_id"]].drop_duplicates()
        there = corpus.documents["doc_id"].iloc[documents["doc"]]
        fits = there.tolist() == documents["doc_id"].tolist()
    if not fits:
        raise UserError(
            f"scores hold {len(spans):,} sentences that are not those of {corpus!r}; "
            "make them with score_sentences(corpus) from the corpus that you give with them"
        )
