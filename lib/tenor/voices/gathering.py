"""The most quoted speakers beside all others as one."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError

EVERYBODY_ELSE = "(everybody else)"
_QUOTED = ("direct", "indirect")


def most_quoted(corpus: Corpus, n: int = 8) -> Corpus:
    """The quoted words of a corpus, all speakers but the `n` with most words gathered as "(everybody else)".

    Words of nobody who is named are among those of everybody else. For `tenor.frequency.keyness` by
    "speaker", so that each is compared with all others who are quoted, without a part for everyone who speaks
    once. Where the corpus is a selection of speakers, these stay.

    Raises
    ------
    UserError
        If `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> spans = {"doc_id": ["0"] * 3, "start": [0, 10, 20], "end": [9, 18, 25], "kind": ["direct"] * 3}
    >>> rows, corpus = pd.DataFrame(spans), from_texts(["It rains. It snows. Hail."])
    >>> told = corpus.with_quotations(rows.assign(speaker=["Ada Orr", "Ned Kell", None]))
    >>> [(part.label, part.corpus.n_words) for part in most_quoted(told, 1).split("speaker")]
    [('(everybody else)', 3), ('Ada Orr', 2)]
    """
    if n < 1:
        raise UserError(f"n = {n!r} is too small; the least allowed is 1")
    kept = _most_quoted(corpus, n)
    speakers = corpus.quotations["speaker"].astype("string")
    named = speakers.where(speakers.isin(kept), EVERYBODY_ELSE)
    labels = pd.Categorical(named, categories=sorted({*kept, EVERYBODY_ELSE}))
    gathered = corpus.replace(quotations=corpus.quotations.assign(speaker=labels))
    return gathered.choose(voices=list(_QUOTED))


def _most_quoted(corpus: Corpus, n: int) -> list[str]:
    """The speakers who were chosen, or those with most words; of equally many the first in the alphabet."""
    if corpus.chosen.speakers:
        return list(corpus.chosen.speakers)
    spoken = corpus.token_speakers[corpus.is_counted]
    n_words = np.bincount(spoken[spoken >= 0], minlength=len(corpus.speakers))
    order = np.argsort(-n_words, kind="stable")[:n]
    return [corpus.speakers[place] for place in order if n_words[place]]
