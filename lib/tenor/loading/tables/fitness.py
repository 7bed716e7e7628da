"""Whether a corpus can answer the questions of the other notebooks."""

from collections.abc import Iterator

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe

LEAST_WORDS = 10_000
LEAST_DOCUMENTS = 10
LEAST_PERIODS = 4
MOST_COPIES = 0.1
MOST_UNDATED = 0.1
VERDICTS = ("yes", "with care", "no")


def fitness(corpus: Corpus) -> pd.DataFrame:
    """Judge what the corpus can be asked, by rules of thumb.

    One row is a question: `question`, `verdict` ("yes", "with care" or "no"), `because`. The rules: word
    rates need 10,000 words; sources are compared where two have 10 documents each; time is followed over four
    periods with 10 documents on average, if at most a tenth of the documents is undated; documents count as
    independent if at most a tenth of them are near-copies; tone is scored in English alone.

    A rule of thumb is no proof: a corpus may pass all of them and still lack the articles that matter.

    >>> from tenor.corpus import from_texts
    >>> fitness(from_texts(["The dam holds."]))["verdict"].tolist()
    ['no', 'no', 'no', 'yes', 'with care']
    """
    rows = [_words(corpus), _sources(corpus), _time(corpus), _copies(corpus), _tone(corpus)]
    table = pd.DataFrame(rows, columns=["question", "verdict", "because"])
    return describe(table, title="What the corpus can be asked", row="one row is a question")


def _words(corpus: Corpus) -> tuple[str, str, str]:
    n = corpus.n_words
    verdict = "yes" if n >= LEAST_WORDS else "with care" if n >= LEAST_WORDS / 10 else "no"
    return "How frequent is a word?", verdict, f"{n:,} words; 10,000 make rates of common words steady"


def _sources(corpus: Corpus) -> tuple[str, str, str]:
    counts = corpus.documents["source"].value_counts()
    n_large = int((counts >= LEAST_DOCUMENTS).sum())
    told = f"{n_large} of {len(counts)} sources have {LEAST_DOCUMENTS} documents or more"
    verdict = "no" if n_large < 2 else "yes" if n_large == len(counts) else "with care"
    return "How do sources differ?", verdict, told


def _time(corpus: Corpus) -> tuple[str, str, str]:
    published = corpus.documents["published"]
    undated = published.isna().mean() if len(published) else 1.0
    unit = corpus.period()
    n_periods = len(corpus.groups(unit)[1])
    told = f"{undated:.0%} undated; {n_periods} {unit}{'s' if n_periods != 1 else ''} with documents"
    if n_periods < LEAST_PERIODS:
        return "What changes over time?", "no", told
    is_dense = published.notna().sum() >= LEAST_DOCUMENTS * n_periods
    return "What changes over time?", "yes" if is_dense and undated <= MOST_UNDATED else "with care", told


def _copies(corpus: Corpus) -> tuple[str, str, str]:
    documents = corpus.documents
    share = 1 - documents["cluster"].nunique() / len(documents) if len(documents) else 0.0
    advice = '; count = "stories" counts each text once' if share > MOST_COPIES else ""
    verdict = "with care" if share > MOST_COPIES else "yes"
    return "Is each document a story of its own?", verdict, f"{share:.0%} nearly repeat another{advice}"


def _tone(corpus: Corpus) -> tuple[str, str, str]:
    languages = corpus.documents["language"].dropna()
    question = "What tone do they take?"
    if languages.empty:
        return question, "with care", "the language is not known; the lexicons are English"
    english = (languages == "en").mean()
    verdict = "yes" if english == 1 else "with care" if english >= 1 - MOST_UNDATED else "no"
    return question, verdict, f"{english:.0%} in English, the language of the lexicons"


def verdicts(table: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """How many questions have each verdict."""
    return ((verdict, int((table["verdict"] == verdict).sum())) for verdict in VERDICTS)
