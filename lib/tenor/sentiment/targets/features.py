"""Features of a mention: what stands where around it. Their names are those of weights.tsv.

`any`, `left` and `right` are stems of words in the sentence, left and right of the mention, the latter less
the further away; `left1` to `left3` and `right1` to `right3` the words next to it, `left12` two in a row;
`left verb` the nearest word that is no function word, with what stands between; `class` words of
opinions.tsv; `sign` the nearest words with a sign; `mention` and `quote` how the mention itself stands. Who
is mentioned is no feature.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tenor.sentiment.targets.reading import Reading, is_known, is_mark, is_negation
from tenor.sentiment.targets.words import Known, look_up

_BE = frozenset("is are was were be been being am".split())
_FUNCTION = _BE | frozenset(
    "the a an this that these those its it their our my your of to in on at for and or by with from as has "
    "have had having do does did will would could can may might should must shall also even still just so "
    "very more most really only already once then now later again not never mr mrs".split()
)
_PREPOSITIONS = frozenset(
    "by against of with for from to at on in about over toward towards like than as into after before "
    "between".split()
)
_CLAUSE_MARKS = frozenset(',;:—–-()[]".!?…')
# Words that mention one who has something.
OWNERS = frozenset("his her their my your our its".split())
# A word's weight falls to a half at this distance.
_HALF = 4
_MOST_CONTENT = 14


class Near(NamedTuple):
    """A word beside the mention: its place among the tokens, its distance in words, how many clause bounds
    stand between (at most 2), and what is known of it."""

    place: int
    word: str
    distance: int
    clause: int
    known: Known


def features(reading: Reading, first: int, last: int, is_owner: bool) -> dict[str, float]:
    """The features of the mention in the tokens from `first` to before `last`, with their values."""
    found: dict[str, float] = {}
    sides = {"left": neighbours(reading, range(first - 1, -1, -1), first)}
    sides["right"] = neighbours(reading, range(last, len(reading.words)), last - 1)
    n_words = sum(is_known(near.word) for side in sides.values() for near in side)
    for side, nears in sides.items():
        _stems(found, side, nears, 4 / max(1, n_words) ** 0.5)
        _adjacent(found, side, nears)
        _verbs(found, side, nears, is_owner)
        _classes(found, side, reading, nears)
    _signs(found, sides, reading)
    _mention(found, reading, first, last, is_owner)
    return found


def neighbours(reading: Reading, places: range, edge: int) -> list[Near]:
    """The words at `places`, nearest first; `edge` is the mention's token on their side."""
    clause = reading.clauses[min(max(edge, 0), len(reading.words) - 1)]
    nears = []
    for place in places:
        word = reading.words[place]
        if not is_mark(word):
            bounds = min(2, abs(reading.clauses[place] - clause))
            nears.append(Near(place, word, len(nears) + 1, bounds, look_up(word)))
    return nears


def _stems(found: dict[str, float], side: str, nears: list[Near], scale: float) -> None:
    for near in nears:
        if is_known(near.word):
            stem = near.known.stem
            found[f"any:{stem}"] = scale
            name = f"{side}:{stem}"
            found[name] = found.get(name, 0.0) + scale / (1 + near.distance / _HALF)


def _adjacent(found: dict[str, float], side: str, nears: list[Near]) -> None:
    words = [near.word for near in nears[:3]]
    for number, word in enumerate(words, start=1):
        found[f"{side}{number}:{word}"] = 1.0
    if len(words) > 1:
        found[f"{side}12:{words[0]} {words[1]}"] = 1.0


def _content(nears: list[Near]) -> Iterator[tuple[Near, str, str]]:
    """The nearest words that are no function words, whether they are denied ("!" or ""), and with what else
    stands between them and the mention: a form of "be", a preposition, a clause bound."""
    denial = being = preposition = mark = ""
    for near in nears[:_MOST_CONTENT]:
        word = near.word
        mark = "," if near.clause else ""
        denial = "!" if denial or is_negation(word) else ""
        being = "be " if being or word in _BE else ""
        preposition = preposition or (f"{word} " if word in _PREPOSITIONS else "")
        if is_known(word) and not (word in _FUNCTION or is_negation(word) or word.endswith("ly")):
            yield near, denial, being + preposition + mark


def _verbs(found: dict[str, float], side: str, nears: list[Near], is_owner: bool) -> None:
    for number, (near, denial, between) in enumerate(islice(_content(nears), 2), start=1):
        stem = near.known.stem
        found[f"{side} verb{number}:{denial}{stem}"] = 1.0
        if number > 1:
            return
        found[f"{side} verb:{denial}{between}:{stem}"] = 1.0
        found[f"{side} between:{denial}{between}"] = 1.0
        for kind in near.known.classes:
            found[f"{side} class:{denial}{between}:{kind}"] = 1.0
        if is_owner and side == "right":
            found[f"owned:{stem}"] = 1.0


def _band(distance: int) -> str:
    return "near" if distance <= 3 else "middle" if distance <= 8 else "far"


def _classes(found: dict[str, float], side: str, reading: Reading, nears: list[Near]) -> None:
    for near in nears:
        for kind in near.known.classes:
            kind = "!" + kind if reading.negated[near.place] else kind
            for name in (f"class:{kind}", f"class:{kind} {side}"):
                found[name] = found.get(name, 0.0) + 0.5
            found[f"class:{kind} {side} {_band(near.distance)}"] = 1.0
            if not near.clause:
                found[f"class:{kind} {side} clause"] = 1.0
            found[f"class:{kind} {side} {_form(reading, near.place)}"] = 1.0


def _form(reading: Reading, place: int) -> str:
    """How a verb stands: behind a form of "be", before "by", or plain."""
    words = reading.words
    is_passive = any(word in _BE for word in words[max(0, place - 2) : place])
    return ("be " if is_passive else "") + ("by" if words[place + 1 : place + 2] == ["by"] else "form")


def _signs(found: dict[str, float], sides: dict[str, list[Near]], reading: Reading) -> None:
    nearest, counts = {}, {"+": 0, "-": 0}
    for side, nears in sides.items():
        signed = [near for near in nears if near.known.sign]
        for number, near in enumerate(signed):
            sign = "+" if (near.known.sign > 0) != reading.negated[near.place] else "-"
            counts[sign] += 1
            if number > 1:
                continue
            nearest.setdefault(side, sign)
            name = f"sign:{side}{number + 1}{sign}"
            for key in (name, f"{name} {_band(near.distance)}", f"{name} clause {min(near.clause, 1)}"):
                found[key] = 1.0
    found[f"sign:{nearest.get('left', '0')} mention {nearest.get('right', '0')}"] = 1.0
    found[f"signs:{min(3, counts['+'])}+ {min(3, counts['-'])}-"] = 1.0
    found[f"signs:{max(-3, min(3, counts['+'] - counts['-'])):+d}"] = 1.0


def _mention(found: dict[str, float], reading: Reading, first: int, last: int, is_owner: bool) -> None:
    words, n = reading.words, len(reading.words)
    facts = {
        "mention:pronoun": words[first] == "PERSON" or words[first] in OWNERS,
        "mention:first": first == 0,
        "mention:last": last >= n - 1,
        "mention:owner": is_owner,
    }
    if any(reading.quoted):
        facts["quote:inside"] = reading.quoted[first]
        facts["quote:outside"] = not reading.quoted[first]
    for side, place in (("left", first - 1), ("right", last)):
        if 0 <= place < n and words[place] in _CLAUSE_MARKS:
            facts[f"{side} mark:{words[place]}"] = True
    found.update((name, 1.0) for name, holds in facts.items() if holds)
