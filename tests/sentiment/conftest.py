"""Corpora whose sentences have scores chosen by hand."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from tenor.corpus import Corpus, from_texts
from tenor.sentiment import score_sentences

Scored = tuple[pd.DataFrame, Corpus]


@pytest.fixture(scope="session")
def scored() -> Callable[..., Scored]:
    """Make a corpus of documents given as lists of polarities, one a sentence; None is no known word."""

    def make(documents: list[list[float | None]], *, texts: list[str] | None = None, **metadata) -> Scored:
        texts = texts or [
            " ".join(f"Sentence {i} of the text number {doc}." for i in range(len(polarities)))
            for doc, polarities in enumerate(documents)
        ]
        corpus = from_texts(texts, **metadata)
        scores = score_sentences(corpus, analyzers=["vader"])
        polarity = np.array([value for polarities in documents for value in polarities], float)
        n_scored_words = (~np.isnan(polarity)).astype(int)
        return scores.assign(polarity=polarity, n_scored_words=n_scored_words), corpus

    return make


@pytest.fixture(scope="session")
def spoken() -> Callable[..., Scored]:
    """Make a corpus of documents given as lists of (polarity, voice) or (polarity, voice, speaker)."""

    def make(documents: list[list[tuple]], **metadata) -> Scored:
        quotations, texts = [], []
        for doc, sentences in enumerate(documents):
            text = ""
            for place, (_, voice, *speaker) in enumerate(sentences):
                sentence = f"Sentence {place} of the text number {doc}."
                if voice != "narration":
                    span = (len(text), len(text) + len(sentence))
                    quotations.append((str(doc), *span, voice, *(speaker or [None])))
                text += f"{sentence} "
            texts.append(text)
        columns = ["doc_id", "start", "end", "kind", "speaker"]
        corpus = from_texts(texts, **metadata).with_quotations(pd.DataFrame(quotations, columns=columns))
        scores = score_sentences(corpus, analyzers=["vader"])
        polarity = np.array([polarity for sentences in documents for polarity, *_ in sentences], float)
        return scores.assign(polarity=polarity), corpus

    return make
