"""Where rated sentences stand in a corpus."""

import pandas as pd

from tenor.corpus import Corpus


def normalise(text: str) -> str:
    """The text with single spaces, as spreadsheets and people change no more than these.

    >>> normalise(" The dam\\nholds. ")
    'The dam holds.'
    """
    return " ".join(text.split())


def find_documents(texts: pd.Series, doc_ids: pd.Series, corpus: Corpus) -> pd.Series:
    """The `doc_id` of the document in which each text stands; missing where there is none.

    That is the document named in `doc_ids`, if it holds the text; else the first with it as a sentence.
    """
    found = _by_name(texts, doc_ids, corpus)
    wanted = set(texts[found.isna()])
    if wanted:
        found = found.fillna(texts.map(_by_sentence(wanted, corpus)).astype("string"))
    return found


def _by_name(texts: pd.Series, doc_ids: pd.Series, corpus: Corpus) -> pd.Series:
    numbers = {name: number for number, name in enumerate(corpus.documents["doc_id"])}
    known: dict[str, str] = {}
    found = []
    for text, doc_id in zip(texts, doc_ids, strict=True):
        if doc_id in numbers and doc_id not in known:
            known[doc_id] = normalise(corpus.text(numbers[doc_id]))
        found.append(doc_id if text in known.get(doc_id, "") else pd.NA)
    return pd.Series(found, index=texts.index, dtype="string")


def _by_sentence(wanted: set[str], corpus: Corpus) -> dict[str, str]:
    found: dict[str, str] = {}
    for doc, sentences in corpus.sentences.groupby("doc", sort=True):
        written = corpus.text(doc)
        for start, end in zip(sentences["start"], sentences["end"], strict=True):
            text = normalise(written[start:end])
            if text in wanted:
                found.setdefault(text, corpus.documents["doc_id"].iloc[doc])
    return found
