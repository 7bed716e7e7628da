"""Whether a sentence was given another speaker: what it states is the same, who is said to state it is not.

The rules know English reporting verbs alone and no grammar, so they err where a sentence holds several: what
they find is a list to read.
"""

from tenor.loading.duplicates.alignment import Gap
from tenor.loading.duplicates.passages import Sentence

_CUES = frozenset(
    "accused acknowledged added adds admitted agreed announced answered argued argues asked asks asserted "
    "boasted called claimed complained conceded concluded confirmed continued cried declared demanded denied "
    "described estimated explained feared fumed hinted insisted insists joked lamented maintained mused "
    "noted observed pledged predicted promised protested quipped recalled remarked replied reported "
    "responded revealed said say saying says shouted snapped sneered stated stormed stressed suggested "
    "swore tell telling tells testified thundered told tweeted urged vowed warned warns whispered "
    "wrote".split()
)
_PASSIVE = frozenset("am are be been being is was were".split())
_CONJUNCTIONS = frozenset("and as but or which while who".split())
_OF_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today yesterday tomorrow morning afternoon evening night "
    "week month year earlier later last next on in at the".split()
)


def is_reattributed(one: Sentence, other: Sentence, gaps: list[Gap]) -> bool:
    """Whether two versions of a sentence state the same words and differ in those that name the source.

    `gaps` are the stretches of words in which they differ.

    What is stated are the words in quotation marks or, where there are none, those behind the reporting verb
    ("Officials said that ...") or before the last comma ("..., officials said"). What names the source are
    the other words near a reporting verb, or behind "according to". Days and dates alone name none, and a
    part that is left out or put in counts only with its verb; another order of the same words does not.
    """
    sources = [_find_source(sentence) for sentence in (one, other)]
    if _statement(one, sources[0]) != _statement(other, sources[1]):
        return False
    if sorted(one.words) == sorted(other.words):
        return False
    return any(
        (any(sources[0][gap.low : gap.high]) or any(sources[1][gap.start : gap.end]))
        and _names_another(one.words[gap.low : gap.high], other.words[gap.start : gap.end])
        for gap in gaps
    )


def _statement(sentence: Sentence, source: list[bool]) -> list[str]:
    is_stated = sentence.is_quoted if any(sentence.is_quoted) else [not named for named in source]
    return [word for word, stated in zip(sentence.words, is_stated, strict=True) if stated]


def _names_another(gone: tuple[str, ...], new: tuple[str, ...]) -> bool:
    if gone and new:
        return any(word not in _OF_TIME and not word.isdigit() for word in (*gone, *new))
    part = gone or new
    return part[0] not in _CONJUNCTIONS and not _CUES.isdisjoint(part)


def _find_source(sentence: Sentence) -> list[bool]:
    """Whether each word is among those that name the source of what the sentence states."""
    words, size = sentence.words, len(sentence.words)
    cues = [place for place in range(size) if _is_cue(words, place)]
    if any(sentence.is_quoted):
        return _around(sentence.is_quoted, cues)
    first, end = _find_clause(sentence, cues)
    return [first <= place < end for place in range(size)]


def _is_cue(words: tuple[str, ...], place: int) -> bool:
    if words[place] == "according":
        return words[place + 1 : place + 2] == ("to",)
    return words[place] in _CUES and not (place and words[place - 1] in _PASSIVE)


def _around(is_quoted: tuple[bool, ...], cues: list[int]) -> list[bool]:
    """Whether each word stands outside quotation marks, with a reporting verb and no mark between."""
    is_near = [False] * len(is_quoted)
    for cue in cues:
        for step in (1, -1):
            place = cue
            while 0 <= place < len(is_quoted) and not is_quoted[place]:
                is_near[place] = True
                place += step
    return is_near


def _find_clause(sentence: Sentence, cues: list[int]) -> tuple[int, int]:
    """The span of words that names the source, where nothing is quoted."""
    words, size = sentence.words, len(sentence.words)
    if not cues:
        return 0, 0
    commas = [place for place in range(1, size) if sentence.after_comma[place]]
    last_comma = max((place for place in commas if place <= cues[-1]), default=0)
    if last_comma > size / 2:
        return last_comma, size
    cue = cues[0]
    if words[cue] == "according":
        return cue, min((place for place in commas if place > cue), default=size)
    return 0, cue + (2 if words[cue + 1 : cue + 2] == ("that",) else 1)
