"""Cues: the verb of a reporting phrase, and the stance that a source shows by it."""

import re
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from tenor.corpus import Corpus

STANCES = ("neutral", "doubt", "concession", "force", "assent", "other")
_VERBS = Path(__file__).with_name("reporting_verbs.tsv")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A phrase that begins with one of these has no verb of saying.
_NO_VERB = {"according", "as", "for", "in", "per"}
_AUXILIARIES = set(
    "am are be been being can could did do does had has have having is may might must shall should to was "
    "were will would also already".split()
)
_NEGATIONS = {"not", "never", "cannot"}
_CONTRACTED = ("n't", "n’t")
# Forms that simplemma reads as nouns or does not know.
_FORMS = {
    "felt": "feel",
    "left": "leave",
    "shot": "shoot",
    "signalled": "signal",
    "swore": "swear",
    "sworn": "swear",
    "thought": "think",
}


@cache
def verb_of(cue: str) -> str:
    """The verb of an English reporting phrase in its base form, or the phrase in small letters without one.

    Auxiliaries, adverbs before the verb and what follows it are left out; "not" stays with the verb.

    >>> [verb_of(cue) for cue in ("has said", "told reporters", "According to", "did not dispute")]
    ['say', 'tell', 'according to', 'not dispute']
    """
    words = _WORD.findall(cue.casefold())
    if not words or words[0] in _NO_VERB:
        return " ".join(words) or cue
    is_negated = False
    for word in words:
        is_negated |= word in _NEGATIONS or word.endswith(_CONTRACTED)
        if not _is_before_verb(word):
            return f"not {_base(word)}" if is_negated else _base(word)
    return _base(words[-1])


def _is_before_verb(word: str) -> bool:
    if word in _AUXILIARIES or word in _NEGATIONS or word.endswith(_CONTRACTED):
        return True
    return word.endswith("ly") and word not in {"apply", "imply", "rally", "rely", "reply"}


def _base(form: str) -> str:
    import simplemma

    return _FORMS.get(form) or simplemma.lemmatize(form, lang="en").casefold()


@cache
def _stances() -> dict[str, str]:
    lines = _VERBS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return dict(rows[1:])


def stance_of(verb: str) -> str:
    """The stance of a verb of `verb_of`, "other" for one that the list `reporting_verbs.tsv` does not have.

    >>> stance_of("say"), stance_of("claim"), stance_of("giggle")
    ('neutral', 'doubt', 'other')
    """
    return _stances().get(verb, "other")


def cues_in(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The quotations that have a cue, each cue once, with `verb` and `stance`.

    `rows` are those of `tenor.voices.words`. In a document in another language than English the verb is the
    cue as written, in small letters.
    """
    cued = rows[rows["cue"].fillna("").str.strip() != ""]
    is_again = cued.duplicated(["doc", "cue_start", "cue_end"]) & cued["cue_start"].notna()
    cued = cued[~is_again].reset_index(drop=True)
    language = corpus.documents["language"].astype("string").reindex(cued["doc"]).fillna("en")
    is_english = (language == "en").to_numpy(bool)
    written = cued["cue"].astype(str)
    verbs = np.where(is_english, written.map(verb_of), written.str.casefold().str.strip())
    cued["verb"] = pd.array(verbs, dtype="string")
    cued["stance"] = cued["verb"].map(stance_of).astype("string")
    return cued
