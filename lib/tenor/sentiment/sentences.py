"""Scores of the sentences of a corpus: the table that the other tables of tone are made from."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError, check_choice
from tenor.sentiment.analyzers import ANALYZERS, score
from tenor.tables import describe

# The analyzers know straight marks only: VADER takes "isn’t good" for praise and misses “good”. Sources
# differ in their marks, so that without this they would seem to differ in tone. One character for one.
STRAIGHT_MARKS = str.maketrans("‘’“”", "''\"\"")
# VADER's time grows with the square of the length: seconds from here on, hours for a book of one sentence.
MAX_CHARACTERS = 20_000


def sentence_texts(corpus: Corpus) -> list[str]:
    """The sentences of the corpus as written, in order.

    >>> from tenor.corpus import from_texts
    >>> sentence_texts(from_texts(["The dam holds. It rains."]))
    ['The dam holds.', 'It rains.']
    """
    sentences = corpus.sentences
    starts, ends = sentences["start"].tolist(), sentences["end"].tolist()
    bounds = np.searchsorted(corpus.sentence_documents, np.arange(len(corpus.documents) + 1)).tolist()
    texts: list[str] = []
    for document, (first, last) in enumerate(pairwise(bounds)):
        text = corpus.text(document)
        texts += [text[starts[i] : ends[i]] for i in range(first, last)]
    return texts


def score_sentences(corpus: Corpus, *, analyzers: Sequence[str] = ANALYZERS) -> pd.DataFrame:
    """Score every sentence that counts, no boilerplate and of a chosen voice, with each analyzer.

    One row a sentence and analyzer, in the order of the text: `sentence` (its number in the corpus), `doc`
    (number of its document), `doc_id`, `start`, `end` (characters of the document's text), `n_words`,
    `analyzer`, `polarity` (-1 to 1), `subjectivity` (0 to 1, TextBlob only), `n_scored_words`; see
    `tenor.sentiment.score`. Polarity is missing where an analyzer knows no word of the sentence. Rows may be
    filtered before they are given to `tone` and the other functions.

    Curly quotation marks and apostrophes are given to the analyzers as straight ones, since these do not see
    the "not" in "isn’t" otherwise; a note counts the sentences. What is longer than 20,000 characters is no
    sentence and stays without a score; a note counts these too. Headlines are not scored unless they stand in
    the text. A quoted voice counts like the source's own: tone is that of what is printed, not of the writer.

    Raises
    ------
    UserError
        If an analyzer is unknown or none is given.

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
    n_boilerplate = int((corpus.sentences["voice"] == "boilerplate").sum())
    every = sentence_texts(corpus)
    texts = [every[number] for number in numbers.tolist()]
    straight = [text.translate(STRAIGHT_MARKS) for text in texts]
    given = [text if len(text) <= MAX_CHARACTERS else "" for text in straight]
    parts = [score(given, analyzer=analyzer).assign(analyzer=analyzer) for analyzer in analyzers]
    scores = pd.concat(parts).sort_index(kind="stable")
    table = _sentence_columns(corpus, numbers[scores.index]).assign(
        analyzer=pd.Categorical(scores["analyzer"], categories=analyzers),
        **{name: scores[name].to_numpy() for name in ("polarity", "subjectivity", "n_scored_words")},
    )
    return describe(
        table,
        title="Scores of sentences",
        row="one row is a sentence and an analyzer",
        notes=[*_notes(texts, straight, n_boilerplate), *corpus.notes],
    )


def _notes(texts: list[str], straight: list[str], n_boilerplate: int) -> list[str]:
    n_curly = sum(a != b for a, b in zip(texts, straight, strict=True))
    n_long = sum(len(text) > MAX_CHARACTERS for text in texts)
    notes = ["Polarity is missing where the analyzer knows no word of the sentence; 0 is a neutral score."]
    if n_boilerplate:
        notes.append(
            f"{n_boilerplate:,} pieces of boilerplate (datelines, bylines and their kin) have no row."
        )
    if n_curly:
        notes.append(
            f"{n_curly:,} of {len(texts):,} sentences have curly quotation marks or apostrophes, which the "
            "analyzers were given as straight ones."
        )
    if n_long:
        notes.append(
            f"{n_long:,} of {len(texts):,} sentences are longer than {MAX_CHARACTERS:,} characters and were "
            "not scored."
        )
    return notes


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
