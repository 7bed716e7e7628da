"""Which of the contents found are among those that people marked, and whether their speaker is right."""

from collections.abc import Sequence

import numpy as np

from tenor.voices.finding.spans import Found, Span
from tenor.voices.finding.texts import Texts
from tenor.voices.training.attributions import Marked, join

# Two contents are the same if so much of their words are.
_SAME = 0.8


def true_speakers(marked: Marked, number: int, contents: Sequence[Span]) -> dict[Span, set[int]]:
    """Of the contents found in a document those that were marked, and the tokens of the speaker marked there.

    Contents are paired one to one, the best pair first, from a Jaccard index of their words of 0.8.
    """
    texts = marked.texts
    true = [
        (_tokens(texts, number, [span]), _tokens(texts, number, one["source"]))
        for one in marked.attributions[number]
        for span in join(one["content"], texts.texts[number])
    ]
    found = [set(_words(texts, content)) for content in contents]
    pairs = sorted(
        (-len(words & mine) / len(words | mine), place, other)
        for place, mine in enumerate(found)
        for other, (words, _) in enumerate(true)
        if mine and len(words & mine) >= _SAME * len(words | mine)
    )
    speakers: dict[Span, set[int]] = {}
    used: set[int] = set()
    for _, place, other in pairs:
        if contents[place] not in speakers and other not in used:
            used.add(other)
            speakers[contents[place]] = true[other][1]
    return speakers


def is_right(found: Found, speakers: dict[Span, set[int]]) -> bool:
    """Whether a quotation is among those marked, with a speaker that shares a token with the one marked."""
    if found.content not in speakers:
        return False
    speaker = speakers[found.content]
    return bool(speaker & set(range(*found.speaker))) if found.speaker else not speaker


def _tokens(texts: Texts, number: int, spans: Sequence[Sequence[int]]) -> set[int]:
    low, high = texts.document_bounds[number : number + 2]
    tokens: set[int] = set()
    for start, end in spans:
        first = low + np.searchsorted(texts.ends[low:high], start, side="right")
        stop = low + np.searchsorted(texts.starts[low:high], end)
        tokens.update(_words(texts, Span(int(first), int(stop))))
    return tokens


def _words(texts: Texts, span: Span) -> list[int]:
    return [place for place in range(*span) if texts.forms[texts.form_ids[place]].as_py()[0].isalnum()]
