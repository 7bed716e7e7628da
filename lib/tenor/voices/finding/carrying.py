"""Quotations whose speaker stands in another paragraph: introduced there by a colon, or going on from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tenor.voices.finding.linking import link, read_paragraph
from tenor.voices.finding.spans import Found, Span
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts

_COLONS = (":", "：")
# A paragraph that goes on with what the one before quotes has at least this share of its tokens in marks.
_ALL = 0.9
# How much less sure a speaker is that was named in an earlier paragraph.
_CARRIED = 0.8


def find_in(texts: Texts, tags: Tags, paragraphs: Sequence[int], links: dict[str, float]) -> list[Found]:
    """The quotations of these paragraphs, which are in order, linked by the weights `links`."""
    reading = _Reading(texts, tags, links)
    found: list[Found] = []
    last: list[Found] = []
    for number in paragraphs:
        last = reading.read(number, last)
        found += last
    return found


@dataclass(frozen=True)
class _Reading:
    texts: Texts
    tags: Tags
    links: dict[str, float]

    def read(self, number: int, last: list[Found]) -> list[Found]:
        """The quotations of a paragraph; `last` are those of the one read before."""
        first, end = self.texts.paragraph_bounds[number : number + 2].tolist()
        here = link(self.texts, read_paragraph(self.tags, first, end), self.links)
        quoted = [one for one in here if self._is_quoted(one)]
        if not quoted or any(one.speaker for one in quoted) or self._begins_document[first]:
            return here
        giver = self._introducer(number) or self._holder(number, last)
        return [self._given(one, giver) for one in here] if giver and giver.speaker else here

    def _given(self, found: Found, giver: Found) -> Found:
        """Quoted words with the giver's speaker."""
        if not self._is_quoted(found):
            return found
        sureness = giver.speaker_sureness * _CARRIED
        return replace(found, speaker=giver.speaker, cue=giver.cue, speaker_sureness=sureness)

    def _introducer(self, number: int) -> Found | None:
        """Who is announced by the paragraph before, if that ends with a colon."""
        start, end = self.texts.paragraph_bounds[number - 1 : number + 1].tolist()
        if not self._is_colon[self.texts.form_ids[end - 1]]:
            return None
        paragraph = read_paragraph(self.tags, start, end, contents=[Span(end - 1, end)])
        return link(self.texts, paragraph, self.links)[-1]

    def _holder(self, number: int, last: list[Found]) -> Found | None:
        """Who was quoted last in the paragraph before, if all of this one is quoted."""
        first, end = self.texts.paragraph_bounds[number : number + 2]
        if self.texts.is_quoted[first:end].mean() < _ALL:
            return None
        quoted = [one for one in last if self._is_quoted(one)]
        is_near = quoted and self.texts.paragraphs[quoted[-1].content.first] == number - 1
        return quoted[-1] if is_near else None

    def _is_quoted(self, found: Found) -> bool:
        return bool(self.texts.is_quoted[slice(*found.content)].mean() > 0.5)

    @cached_property
    def _is_colon(self) -> np.ndarray:
        return np.array([form in _COLONS for form in self.texts.forms.to_pylist()], bool)

    @cached_property
    def _begins_document(self) -> np.ndarray:
        begins = np.zeros(len(self.texts) + 1, bool)
        begins[self.texts.document_bounds] = True
        return begins
