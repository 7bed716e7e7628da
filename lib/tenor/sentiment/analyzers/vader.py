"""VADER on all texts at once, to the digit.

The rules are those of VADER's own code, in its order and with its numbers, done for the listed words of all
texts array by array. The few that turn on phrases, or on "but", are left to that code itself.

References
----------
Hutto & Gilbert 2014, "VADER: a parsimonious rule-based model for sentiment analysis of social media text".
"""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from string import punctuation
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.sentiment.analyzers.chunks import Chunks, look_up

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# Words that a rule names, by their place here; 0 stands for any other.
_NAMED = ("", *"no or nor never so this without doubt least at very but kind of".split())
_CODES = {word: code for code, word in enumerate(_NAMED) if word}
# Each phrase with a value of its own, and each of two words that strengthens or weakens, has one of these.
_IN_PHRASES = frozenset("shit bomb ass badass stop right kiss die beating enough kind sort".split())


@cache
def original() -> "SentimentIntensityAnalyzer":
    """VADER itself."""
    # Imported here: the package brings `requests` along.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


class _List(NamedTuple):
    """A list of words, and one value for each and a last one for all others."""

    words: pa.StringArray
    values: np.ndarray

    @classmethod
    def of(cls, values: Mapping[str, float | bool], missing: float | bool) -> "_List":
        return cls(pa.array(list(values), pa.string()), np.array([*values.values(), missing]))

    def look_up(self, strings: pa.StringArray) -> np.ndarray:
        return self.values[pc.fill_null(pc.index_in(strings, self.words), len(self.words)).to_numpy()]


@cache
def _lists() -> dict[str, _List]:
    """VADER's lists of words: compiled once."""
    from vaderSentiment import vaderSentiment

    return {
        "values": _List.of(original().lexicon, np.nan),
        "boosts": _List.of(vaderSentiment.BOOSTER_DICT, 0.0),
        "negates": _List.of(dict.fromkeys(vaderSentiment.NEGATE, True), False),
        "codes": _List.of(_CODES, 0),
        "in_phrases": _List.of(dict.fromkeys(_IN_PHRASES, True), False),
    }


class _Words:
    """What VADER knows of each distinct chunk, once it has stripped the punctuation from it."""

    def __init__(self, strings: pa.StringArray):
        from vaderSentiment.vaderSentiment import SentiText

        self.strings = pa.array(look_up(strings, _strip_ascii, SentiText._strip_punc_if_word), pa.string())
        lower = pa.array(look_up(self.strings, pc.ascii_lower, str.lower), pa.string())
        lists = {name: words.look_up(lower) for name, words in _lists().items()}
        self.values, self.boosts, self.codes = lists["values"], lists["boosts"], lists["codes"]
        self.in_phrases = lists["in_phrases"]
        self.negates = lists["negates"] | pc.match_substring(lower, "n't").to_numpy(zero_copy_only=False)
        self.is_upper = look_up(self.strings, pc.ascii_is_upper, str.isupper).astype(bool)

    def strip(self, chunks: Chunks) -> Chunks:
        """The same chunks without their punctuation."""
        return Chunks(self.strings, chunks.ids, chunks.bounds)


def _strip_ascii(strings: pa.StringArray) -> pa.StringArray:
    stripped = pc.ascii_trim(strings, punctuation)
    return pc.if_else(pc.less_equal(pc.binary_length(stripped), 2), strings, stripped)


class _Scored:
    """The listed words of all texts, in order: one entry each, and the words around it.

    `places` are those of their chunks, `text` the number of the text that each is in.
    """

    def __init__(self, chunks: Chunks, words: _Words, places: np.ndarray):
        self.chunks, self.words, self.places = chunks, words, places
        self.text = chunks.texts[places]
        self.n_before = places - chunks.bounds[self.text]
        self.n_after = chunks.bounds[self.text + 1] - 1 - places
        n_upper = chunks.sums(words.is_upper)
        self.is_cap_diff = ((n_upper > 0) & (n_upper < chunks.sizes))[self.text]

    def near(self, values: np.ndarray, before: int, outside: float) -> np.ndarray:
        """The value of the chunk that stands `before` places before each word (behind it, if negative)."""
        is_inside = self.n_before >= before if before > 0 else self.n_after >= -before
        found = values[self.chunks.ids[np.where(is_inside, self.places - before, self.places)]]
        return np.where(is_inside, found, outside)

    def says(self, before: int, *names: str) -> np.ndarray:
        """Whether the chunk `before` places before each word is one of `names`."""
        codes = self.near(self.words.codes, before, 0)
        return np.logical_or.reduce([codes == _CODES[name] for name in names])


def _find_scored(chunks: Chunks, words: _Words) -> _Scored:
    is_listed = ~np.isnan(words.values) & (words.boosts == 0)
    scored = _Scored(chunks, words, np.flatnonzero(is_listed[chunks.ids]))
    is_kind_of = scored.says(0, "kind") & scored.says(-1, "of")
    return _Scored(chunks, words, scored.places[~is_kind_of]) if is_kind_of.any() else scored


def _valences(scored: _Scored) -> np.ndarray:
    """The valence of each listed word in its place, before "but" is looked for."""
    from vaderSentiment.vaderSentiment import C_INCR

    valences = _negate_by_no(scored)
    is_loud = scored.near(scored.words.is_upper, 0, False) & scored.is_cap_diff
    valences = np.where(is_loud, np.where(valences > 0, valences + C_INCR, valences - C_INCR), valences)
    for distance in (1, 2, 3):
        is_unlisted = np.isnan(scored.near(scored.words.values, distance, 0.0))
        moved = _negate(scored, distance, valences + _scalars(scored, distance, valences))
        if distance == 3:
            moved = _read_phrases(scored, np.flatnonzero(is_unlisted), moved)
        valences = np.where(is_unlisted, moved, valences)
    return _turn_by_least(scored, valences)


def _negate_by_no(scored: _Scored) -> np.ndarray:
    from vaderSentiment.vaderSentiment import N_SCALAR

    listed = scored.near(scored.words.values, 0, 0.0)
    is_no_before_listed = scored.says(0, "no") & ~np.isnan(scored.near(scored.words.values, -1, np.nan))
    is_denied = scored.says(1, "no") | scored.says(2, "no")
    is_denied |= scored.says(3, "no") & scored.says(1, "or", "nor")
    return np.where(is_denied, listed * N_SCALAR, np.where(is_no_before_listed, 0.0, listed))


def _scalars(scored: _Scored, distance: int, valences: np.ndarray) -> np.ndarray:
    """What the word at a distance before adds: it strengthens or weakens, less so from further away."""
    from vaderSentiment.vaderSentiment import C_INCR

    boosts = scored.near(scored.words.boosts, distance, 0.0)
    scalars = np.where(valences < 0, boosts * -1, boosts)
    is_loud = scored.near(scored.words.is_upper, distance, False) & scored.is_cap_diff
    is_loud &= boosts != 0
    scalars = np.where(is_loud, np.where(valences > 0, scalars + C_INCR, scalars - C_INCR), scalars)
    return scalars * {1: 1.0, 2: 0.95, 3: 0.9}[distance]


def _negate(scored: _Scored, distance: int, valences: np.ndarray) -> np.ndarray:
    """Turn the valence where the word at a distance before negates."""
    from vaderSentiment.vaderSentiment import N_SCALAR

    negates = scored.near(scored.words.negates, distance, False)
    turned = np.where(negates, valences * N_SCALAR, valences)
    if distance == 1:
        return turned
    is_raised = scored.says(distance, "never") & scored.says(distance - 1, "so", "this")
    is_kept = scored.says(distance, "without") & scored.says(distance - 1, "doubt")
    if distance == 3:
        is_raised |= scored.says(1, "so", "this")
        is_kept |= scored.says(3, "without") & scored.says(1, "doubt")
    return np.where(is_raised, valences * 1.25, np.where(is_kept, valences, turned))


def _read_phrases(scored: _Scored, rows: np.ndarray, valences: np.ndarray) -> np.ndarray:
    """Put the value of a phrase such as "the bomb" in its words' place, for those of `rows` that hold one."""
    around = [scored.near(scored.words.in_phrases, before, False)[rows] for before in (3, 2, 1, 0, -1, -2)]
    valences, stripped = valences.copy(), scored.words.strip(scored.chunks)
    for row in rows[np.logical_or.reduce(around)].tolist():
        words, place = stripped.words(scored.text[row]), int(scored.n_before[row])
        valences[row] = original()._special_idioms_check(float(valences[row]), words, place)
    return valences


def _turn_by_least(scored: _Scored, valences: np.ndarray) -> np.ndarray:
    from vaderSentiment.vaderSentiment import N_SCALAR

    turns = scored.says(1, "least") & ~scored.says(2, "at", "very")
    return np.where(turns, valences * N_SCALAR, valences)


def _weigh_by_but(scored: _Scored, valences: np.ndarray) -> np.ndarray:
    """Weaken what stands before the first "but" of a text and strengthen what stands behind it."""
    chunks = scored.chunks
    at_but = np.flatnonzero((scored.words.codes == _CODES["but"])[chunks.ids])
    texts, firsts = np.unique(chunks.texts[at_but], return_index=True)
    first, end = (np.searchsorted(scored.text, texts, side).tolist() for side in ("left", "right"))
    weighed, places = valences.tolist(), scored.places.tolist()
    for place_of_but, start, stop in zip(at_but[firsts].tolist(), first, end, strict=True):
        weighed[start:stop] = _weigh(weighed[start:stop], places[start:stop], place_of_but)
    return np.array(weighed)


def _weigh(valences: list[float], places: list[int], place_of_but: int) -> list[float]:
    for valence in valences:
        # VADER weighs the first word that has this valence by now, which may be another one.
        at = valences.index(valence)
        valences[at] *= 0.5 if places[at] < place_of_but else 1.5
    return valences


def _emphasis(chunks: Chunks) -> np.ndarray:
    """What exclamation and question marks add."""
    n_exclamations, n_questions = (
        chunks.sums(pc.count_substring(chunks.strings, mark).to_numpy()) for mark in "!?"
    )
    questions = np.where(n_questions > 3, 0.96, np.where(n_questions > 1, n_questions * 0.18, 0))
    return np.minimum(n_exclamations, 4) * 0.292 + questions


def _compound(valences: np.ndarray, scored: _Scored, emphasis: np.ndarray) -> np.ndarray:
    n = len(emphasis)
    bounds = np.searchsorted(scored.text, np.arange(n + 1)).tolist()
    listed = valences.tolist()
    # Python's own sum, since it is more exact from Python 3.12 on.
    sums = np.array(
        [float(sum(listed[first:end])) if first < end else 0.0 for first, end in pairwise(bounds)]
    )
    sums = np.where(sums > 0, sums + emphasis, np.where(sums < 0, sums - emphasis, sums))
    return _round(np.clip(sums / np.sqrt(sums * sums + 15), -1, 1), 4)


def _shares(valences: np.ndarray, scored: _Scored, emphasis: np.ndarray) -> list[np.ndarray]:
    """The shares of a text that are positive, neutral and negative."""
    n = len(emphasis)
    is_positive, is_negative = valences > 0, valences < 0
    positive = np.bincount(scored.text[is_positive], weights=valences[is_positive] + 1, minlength=n)
    negative = -np.bincount(scored.text[is_negative], weights=valences[is_negative] - 1, minlength=n)
    n_neutral = scored.chunks.sizes - np.bincount(scored.text[valences != 0], minlength=n)
    is_above, is_below = positive > negative, positive < negative
    positive, negative = positive + is_above * emphasis, negative + is_below * emphasis
    total = positive + negative + n_neutral
    return [
        _round(np.divide(part, total, out=np.zeros(n), where=total > 0), 3)
        for part in (positive, n_neutral, negative)
    ]


def _round(values: np.ndarray, digits: int) -> np.ndarray:
    """As Python rounds; NumPy may be off by one in the last place."""
    distinct, places = np.unique(values, return_inverse=True)
    return np.array([round(value, digits) for value in distinct.tolist()])[places]


def score_chunks(chunks: Chunks) -> dict[str, np.ndarray]:
    """One entry a text in each of `polarity` (VADER's compound score), `positive`, `neutral`, `negative` (its
    shares), `n_scored_words`, and `is_left`: texts with emoji, which are left to VADER itself."""
    words = _Words(chunks.strings)
    scored = _find_scored(chunks, words)
    valences = _weigh_by_but(scored, _valences(scored))
    emphasis = _emphasis(chunks)
    positive, neutral, negative = _shares(valences, scored, emphasis)
    emojis = original().emojis
    has_emoji = look_up(
        chunks.strings,
        lambda plain: np.zeros(len(plain), bool),
        lambda string: any(character in emojis for character in string),
    )
    return {
        "polarity": _compound(valences, scored, emphasis),
        "positive": positive,
        "neutral": neutral,
        "negative": negative,
        "n_scored_words": np.bincount(scored.text, minlength=len(emphasis)),
        "is_left": chunks.sums(has_emoji) > 0,
    }
