"""Who says it: each content of a paragraph gets its cue and, among the mentions there, its speaker."""

import json
from functools import cache
from math import exp, log, log1p
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tenor.voices.finding.spans import CONTENT, CUE, SPEAKER, Found, Span, between, gap, spans_of
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts

WEIGHTS = Path(__file__).with_name("linking.json")
# A run of tokens this likely to be a mention is weighed as one, though the best path passes it over.
_LIKELY = 0.08
# A content takes the best mention from this on; below it, it has no speaker.
_LEAST = -2.0
# Only so many spans on each side are looked at, so that a long list does not take long.
_NEAR = 8


class Mention(NamedTuple):
    """Tokens that may name a speaker, and how likely they do."""

    span: Span
    probability: float


class Paragraph(NamedTuple):
    """What is tagged in a paragraph."""

    mentions: list[Mention]
    cues: list[Span]
    contents: list[Span]


def read_paragraph(tags: Tags, first: int, end: int, contents: list[Span] | None = None) -> Paragraph:
    """The spans among the tokens from `first` to `end`; `contents` stand in for those that are tagged."""
    labels = tags.labels[first:end]
    contents = _moved(spans_of(labels, CONTENT), first) if contents is None else contents
    if not contents:
        return Paragraph([], _moved(spans_of(labels, CUE), first), [])
    likely = tags.probabilities[first:end, SPEAKER] + tags.probabilities[first:end, SPEAKER + 1]
    is_tagged = (labels == SPEAKER) | (labels == SPEAKER + 1)
    passed = np.where(~is_tagged & (likely > _LIKELY), SPEAKER + 1, 0)
    mentions = [
        Mention(Span(span.first + first, span.end + first), float(likely[slice(*span)].max()))
        for span in (*spans_of(labels, SPEAKER), *spans_of(passed, SPEAKER))
    ]
    return Paragraph(sorted(mentions), _moved(spans_of(labels, CUE), first), contents)


def _moved(spans: list[Span], by: int) -> list[Span]:
    return [Span(span.first + by, span.end + by) for span in spans]


def link(texts: Texts, paragraph: Paragraph, weights: dict[str, float]) -> list[Found]:
    """The quotations of a paragraph, in order; `weights` say how much each trait speaks for a mention."""
    found = []
    for content in paragraph.contents:
        cue = cue_of(texts, content, paragraph)
        mention, score = _speaker_of(texts, content, cue, paragraph, weights)
        found.append(Found(content, cue, mention, 1 / (1 + exp(-score))))
    return found


def near(span: Span, others: list) -> list:
    """Those of `others`, which are in order, that are among the nearest to `span` on either side."""
    place = sum((other.span if isinstance(other, Mention) else other).first < span.first for other in others)
    return others[max(place - _NEAR, 0) : place + _NEAR]


def cue_of(texts: Texts, content: Span, paragraph: Paragraph) -> Span | None:
    """The nearest cue, those of other sentences and behind other contents last."""
    cues, contents = near(content, paragraph.cues), near(content, paragraph.contents)

    def cost(cue: Span) -> float:
        sentences = texts.sentences
        is_apart = sentences[cue.first] not in (sentences[content.first], sentences[content.end - 1])
        crossed = 8 * bool(between(content, cue, contents)) + 4 * between(content, cue, cues)
        return gap(content, cue) + 15 * is_apart + crossed + (cue.first >= content.end)

    return min(cues, key=cost, default=None)


def _speaker_of(
    texts: Texts, content: Span, cue: Span | None, paragraph: Paragraph, weights: dict[str, float]
) -> tuple[Span | None, float]:
    best, highest = None, _LEAST
    for mention in near(content, paragraph.mentions):
        traits = traits_of(texts, content, cue, mention, paragraph)
        score = sum(weights[name] * value for name, value in traits.items())
        if score > highest:
            best, highest = mention.span, score
    return best, highest if best else _LEAST


def traits_of(
    texts: Texts, content: Span, cue: Span | None, mention: Mention, paragraph: Paragraph
) -> dict[str, float]:
    """What speaks for and against a mention as the speaker of a content."""
    span, probability = mention
    sentences = texts.sentences
    is_far = sentences[span.first] not in (sentences[content.first], sentences[content.end - 1])
    distance = log1p(gap(span, content))
    contents, cues = near(content, paragraph.contents), near(content, paragraph.cues)
    is_quoted = bool(texts.is_quoted[slice(*content)].mean() > 0.5)
    mention_quoted = bool(texts.is_quoted[span.first])
    traits = {
        "constant": 1.0,
        "probability": probability,
        "log probability": log(probability + 1e-3),
        "before": span.end <= content.first,
        "distance": distance,
        "other sentence": is_far,
        "distance in other sentence": is_far * distance,
        "contents between": min(between(span, content, contents), 3),
        "cues between": min(between(span, content, [other for other in cues if other != cue]), 3),
        "inside": content.first <= span.first and span.end <= content.end,
        "quoted content": is_quoted,
        "quoted mention": mention_quoted,
        "both quoted": is_quoted and mention_quoted,
        "quoted content, other sentence": is_quoted and is_far,
        "cue": cue is not None,
    }
    return traits | _traits_with_cue(texts, span, cue, contents, cues, probability)


def _traits_with_cue(
    texts: Texts, span: Span, cue: Span | None, contents: list[Span], cues: list[Span], probability: float
) -> dict[str, float]:
    names = ("before cue", "distance to cue", "beside cue", "near cue", "cue's sentence")
    more = ("contents before cue", "cues before cue", "behind cue", "probable near cue")
    if cue is None:
        return dict.fromkeys((*names, *more), 0.0)
    away, is_before = gap(span, cue), span.end <= cue.first
    others = [other for other in cues if other != cue]
    values = (
        is_before,
        log1p(away),
        away == 0,
        away <= 1,
        texts.sentences[span.first] == texts.sentences[cue.first],
    )
    crossed = (min(between(span, cue, contents), 2), min(between(span, cue, others), 2))
    last = (away == 0 and not is_before, probability * (away <= 1))
    return dict(zip((*names, *more), map(float, (*values, *crossed, *last)), strict=True))


@cache
def shipped_weights() -> dict[str, float]:
    """The weights that come with the package."""
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))
