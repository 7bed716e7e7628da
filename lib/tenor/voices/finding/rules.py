"""Rules for quotations, where there is no model: marks with a reporting verb, "said that", "according to"."""

from functools import cache
from importlib.resources import files

import numpy as np

from tenor.voices.finding.models import LABELS
from tenor.voices.finding.spans import CONTENT, CUE, SPEAKER, Span
from tenor.voices.finding.stems import stem
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts

# Words between a mention and its verb, or between a verb and the marks.
_REACH = 14
_SKIPPED = frozenset("and but also then later however yet so as when while has have had was is it".split())
_ENDS = frozenset('. ! ? ; : … “ ” "'.split())
_STARTS_CLAUSE = frozenset(
    (
        "that them him me us the a an he she they it we i you his her their its there this these those no "
        "some many"
    ).split()
)
_PRONOUNS = frozenset("he she they it we i you who".split())
_FEWEST = 4


@cache
def reporting_stems() -> frozenset[str]:
    """The stems of the verbs that report speech."""
    lines = files("tenor.voices.finding").joinpath("verbs.txt").read_text("utf-8").splitlines()
    return frozenset(stem(word) for line in lines if not line.startswith("#") for word in line.split())


def tag_by_rules(texts: Texts) -> Tags:
    """Label tokens by rules alone; what they label counts as sure."""
    forms = texts.forms.to_pylist()
    lower = [form.lower() for form in forms]
    verbs = reporting_stems()
    is_verb = np.array([form.islower() and stem(form) in verbs for form in forms], bool)
    reading = _Reading(texts, forms, lower, np.zeros(len(texts), np.int8))
    is_cue = is_verb[texts.form_ids] & ~texts.is_quoted
    is_cue |= np.array([word == "according" for word in lower], bool)[texts.form_ids] & ~texts.is_quoted
    for number in np.unique(texts.sentences[is_cue]).tolist():
        first, end = texts.sentence_bounds[number : number + 2].tolist()
        for verb in (first + np.flatnonzero(is_cue[first:end])).tolist():
            reading.read_cue(verb, Span(first, end))
    probabilities = np.eye(len(LABELS), dtype=np.float32)[reading.labels]
    return Tags(reading.labels, probabilities)


class _Reading:
    """The labels that rules give to the tokens of some texts."""

    def __init__(self, texts: Texts, forms: list[str], lower: list[str], labels: np.ndarray):
        self.texts, self.labels = texts, labels
        self.forms, self.lower = forms, lower

    def form(self, place: int) -> str:
        return self.forms[self.texts.form_ids[place]]

    def word(self, place: int) -> str:
        return self.lower[self.texts.form_ids[place]]

    def read_cue(self, verb: int, sentence: Span) -> None:
        """Label what belongs to the verb at a place, unless another verb has it."""
        if self.labels[verb]:
            return
        if self.word(verb) == "according":
            self._read_according(verb, sentence)
            return
        before, behind = self._subject_before(verb, sentence), self._subject_behind(verb, sentence)
        quoted = self._in_marks(verb, sentence)
        speaker = behind if quoted and behind and not before else before or behind
        contents = quoted or self._clause(verb, sentence, speaker)
        if contents and speaker:
            for content in contents:
                self._label(content, CONTENT)
            self._label(Span(verb, verb + 1), CUE)
            self._label(speaker, SPEAKER)

    def _read_according(self, place: int, sentence: Span) -> None:
        if place + 2 >= sentence.end or self.word(place + 1) != "to":
            return
        end = place + 2
        while end < sentence.end and self.form(end) not in _ENDS | {","}:
            end += 1
        behind = Span(end + 1, sentence.end)
        content = behind if place == sentence.first else Span(sentence.first, place)
        self._label(self._without_marks(content), CONTENT)
        self._label(Span(place, place + 2), CUE)
        self._label(Span(place + 2, end), SPEAKER)

    def _subject_before(self, verb: int, sentence: Span) -> Span | None:
        """The words between the last mark or clause and the verb, if they can be a subject."""
        first = verb
        while first > max(sentence.first, verb - _REACH) and self._may_belong(first - 1):
            if self.form(first - 1) == "," and first < verb and self._is_name(first):
                break
            first -= 1
        while first < verb and (self.word(first) in _SKIPPED or not self.form(first)[0].isalnum()):
            first += 1
        end = verb
        while end > first and (self.word(end - 1) in _SKIPPED or self.form(end - 1) == ","):
            end -= 1
        return Span(first, end) if first < end and self._is_name(first) else None

    def _may_belong(self, place: int) -> bool:
        return not self.texts.is_quoted[place] and self.form(place) not in _ENDS and not self.labels[place]

    def _is_name(self, place: int) -> bool:
        word = self.word(place)
        return word in _PRONOUNS or word in _STARTS_CLAUSE or self.form(place)[0].isupper()

    def _subject_behind(self, verb: int, sentence: Span) -> Span | None:
        """A name right behind the verb: "said Mara Quill"."""
        end = first = verb + 1
        while end < min(sentence.end, first + _REACH) and self._may_belong(end) and self.form(end) != ",":
            end += 1
        return Span(first, end) if first < end and self._is_name(first) else None

    def _in_marks(self, verb: int, sentence: Span) -> list[Span]:
        """The runs of words in marks in the sentence, of those near the verb those that are long enough."""
        quoted = self.texts.is_quoted[slice(*sentence)]
        edges = np.flatnonzero(np.diff(quoted, prepend=False, append=False)) + sentence.first
        runs = [Span(*pair) for pair in edges.reshape(-1, 2).tolist()]
        return [
            run
            for run in runs
            if run.end - run.first - 2 >= _FEWEST
            and min(abs(run.first - verb), abs(verb - run.end)) <= _REACH
            and not self.labels[slice(*run)].any()
        ]

    def _clause(self, verb: int, sentence: Span, speaker: Span | None) -> list[Span]:
        """What follows "said (that)", or stands before ", she said."."""
        behind = self._without_marks(Span(verb + 1, sentence.end))
        if behind.end - behind.first >= 2 and (not speaker or speaker.first < verb):
            heads = [self.word(place) for place in range(behind.first, min(behind.first + 6, behind.end))]
            if "that" in heads:
                return [Span(behind.first + heads.index("that"), behind.end)]
            if heads[0] in _STARTS_CLAUSE or self.form(behind.first)[0].isupper():
                return [behind]
        first = speaker.first if speaker else verb
        is_last = behind.end - verb <= 1 or (speaker and speaker.first > verb)
        if is_last and first - 1 > sentence.first and self.form(first - 1) == ",":
            return [Span(sentence.first, first - 1)]
        return []

    def _without_marks(self, span: Span) -> Span:
        first, end = span
        while first < end and not self.form(end - 1)[0].isalnum():
            end -= 1
        return Span(first, end)

    def _label(self, span: Span, label: int) -> None:
        first, end = span
        if first < end and not self.labels[first:end].any():
            self.labels[first], self.labels[first + 1 : end] = label, label + 1
