"""Spans of tagged tokens, and the quotations that they make up."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tenor.voices.finding.models import LABELS

SPEAKER, CUE, CONTENT = (LABELS.index(f"B-{name}") for name in ("speaker", "cue", "content"))


class Span(NamedTuple):
    """Tokens from `first` to before `end`."""

    first: int
    end: int


@dataclass(frozen=True)
class Found:
    """A quotation found: its content, its cue and its speaker's mention, where there are such, as tokens;
    and how sure the speaker is, 0 to 1."""

    content: Span
    cue: Span | None
    speaker: Span | None
    speaker_sureness: float


def spans_of(labels: np.ndarray, first_label: int) -> list[Span]:
    """The runs of tokens of one kind, in order; `first_label` is that of their first token.

    >>> spans_of(np.array([0, 1, 2, 2, 1, 0]), 1)
    [Span(first=1, end=4), Span(first=4, end=5)]
    """
    is_inside = labels == first_label + 1
    starts = np.flatnonzero((labels == first_label) | (is_inside & ~_is_kin_before(labels, first_label)))
    stops = np.flatnonzero(~is_inside)
    ends = np.append(stops, len(labels))[np.searchsorted(stops, starts, side="right")]
    return [Span(*pair) for pair in zip(starts.tolist(), ends.tolist(), strict=True)]


def _is_kin_before(labels: np.ndarray, first_label: int) -> np.ndarray:
    before = np.concatenate([[0], labels[:-1]])
    return (before == first_label) | (before == first_label + 1)


def gap(one: Span, other: Span) -> int:
    """How many tokens lie between two spans.

    >>> gap(Span(0, 2), Span(5, 6)), gap(Span(5, 6), Span(0, 2))
    (3, 3)
    """
    return max(other.first - one.end, one.first - other.end, 0)


def between(one: Span, other: Span, spans: list[Span]) -> int:
    """How many of `spans` begin between two spans."""
    low, high = (one.end, other.first) if one.end <= other.first else (other.end, one.first)
    return sum(low <= span.first < high for span in spans)
