"""Why a text got its polarity: each listed word and what it adds."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from tenor.corpus.shards import Shard, make_shard
from tenor.errors import UserError
from tenor.sentiment.analyzers.tone.contexts import MODIFIERS, Occurrences, factors, find_occurrences
from tenor.sentiment.analyzers.tone.scoring import adds
from tenor.sentiment.analyzers.tone.settings import shipped_settings
from tenor.sentiment.analyzers.tone.words import Words, words_of
from tenor.tables import describe

_SAID = {
    "negated": "negated by “{}”",
    "reversed": "reversed by “{}”",
    "reduced": "reduced by “{}”",
    "intensified": "intensified by “{}”",
    "diminished": "diminished by “{}”",
    "after_but": "behind “{}”",
    "before_but": "before “{}”",
}
NAME = "written as a name"


def explain_tone(texts: Iterable[str], *, lexicon: str = "") -> pd.DataFrame:
    """Show which words of each text have a weight, and what each adds to the polarity.

    One row a listed word, in the order of the texts: `text` (its number), `start`, `end` (characters), `word`
    (as written), `weight` (-4 to 4), `factor` (what the words around it make of the weight: 1 if nothing),
    `because` (why, such as “negated by “isn't””; empty if nothing), `adds` (to the polarity of -1 to 1). The
    `adds` of a text sum to its polarity, before this is cut at -1 and 1. Words that are masked as names and
    those silenced in the list are shown too, with 0 and the reason. Each text is taken for one sentence. A
    text without listed words has no row. `lexicon` is a file of words of your own, see `read_lexicon`.

    Raises
    ------
    UserError
        If `texts` is a single string, or the lexicon cannot be read or has a broken line.

    >>> explain_tone(["That isn't bad."])[["word", "because"]].values.tolist()
    [["isn't", ''], ['bad', "negated by “isn't”"]]
    """
    if isinstance(texts, str):
        raise UserError(f"texts = {texts[:40]!r} is one text; give a list of texts, such as [text]")
    return explain_by(texts, words_of(lexicon))


def explain_by(texts: Iterable[str], words: Words) -> pd.DataFrame:
    """What `explain_tone` shows, by this list of words."""
    settings, shard = shipped_settings(), make_shard(texts)
    terms = words.find(shard.forms)
    found = find_occurrences(shard.forms, shard.form_ids, shard.document_starts, terms, settings.reach)
    table = pd.DataFrame(
        {
            "text": found.sentence,
            "start": shard.starts[found.place],
            "end": shard.ends[found.place],
            "word": _forms_at(shard, found.place),
            "weight": words.weights[found.term],
            "factor": factors(found, settings),
            "because": _reasons(shard, found, words),
            "adds": adds(found, words, settings),
        }
    )
    return describe(
        table,
        title="Words behind the tone",
        row="one row is a word with a weight",
        notes=[
            "What the words of a text add sums to its polarity, before this is cut at -1 and 1.",
            f"{int(found.is_name.sum()):,} words are masked as names.",
        ],
    )


def _forms_at(shard: Shard, places: np.ndarray) -> list[str]:
    return shard.forms.take(shard.form_ids[places]).to_pylist()


def _reasons(shard: Shard, found: Occurrences, words: Words) -> list[str]:
    """For each word why its factor is not 1, or why it adds nothing."""
    silenced = [words.reasons[term] for term in found.term.tolist()]
    parts = [[reason] if reason else [] for reason in silenced]
    for row in np.flatnonzero(found.is_name).tolist():
        parts[row] = [NAME]
    for column, name in enumerate(MODIFIERS):
        places = found.modifiers[:, column]
        rows = np.flatnonzero((places >= 0) & ~found.is_name)
        for row, form in zip(rows.tolist(), _forms_at(shard, places[rows]), strict=True):
            parts[row].append(_SAID[name].format(form))
    return ["; ".join(part) for part in parts]
