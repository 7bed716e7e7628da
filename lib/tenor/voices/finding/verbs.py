"""What reporting verbs make certain: "it rained, she said.", "said it rained and denied that it froze"."""

import numpy as np

from tenor.voices.finding.rules import reporting_stems
from tenor.voices.finding.spans import CONTENT, CUE, SPEAKER, Span
from tenor.voices.finding.stems import stem
from tenor.voices.finding.texts import Texts

# The least tokens of a report, and the most of a mention between it and its verb.
_FEWEST, _LONGEST = 3, 8
_SAYING = frozenset(("said", "says", "say"))
_JOINING = frozenset(("and", "but", "though"))


def part_at_verbs(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with a reported content cut where "and" and another reporting verb of the past go on."""
    forms = texts.forms.to_pylist()
    joins = np.array([form in _JOINING for form in forms], bool)[texts.form_ids]
    verbs = reporting_stems()
    reports = np.array(
        [form.islower() and form.endswith(("ed", "said", "told")) and stem(form) in verbs for form in forms],
        bool,
    )[texts.form_ids]
    is_inside = (labels == CONTENT + 1) & ~texts.is_quoted
    places = np.flatnonzero(
        joins[:-2] & reports[1:-1] & is_inside[:-2] & is_inside[1:-1] & (labels[2:] == CONTENT + 1)
    )
    labels = labels.copy()
    labels[places], labels[places + 1], labels[places + 2] = 0, CUE, CONTENT
    return labels


def take_sentences(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with all that stands before ", she said." in its sentence as the content, if none of it is in
    marks or has a cue of its own."""
    commas = np.flatnonzero(np.array([form == "," for form in texts.forms.to_pylist()], bool)[texts.form_ids])
    labels = labels.copy()
    for cue in _last_cues(texts, labels).tolist():
        first = int(texts.sentence_bounds[texts.sentences[cue]])
        comma = int(commas[np.searchsorted(commas, cue) - 1]) if len(commas) and commas[0] < cue else -1
        report, mention = Span(first, comma), Span(comma + 1, cue)
        if (
            comma - first < _FEWEST
            or not 0 < cue - comma - 1 <= _LONGEST
            or not _is_free(texts, labels, report)
        ):
            continue
        labels[comma] = 0
        for span, label in ((report, CONTENT), (mention, SPEAKER), (Span(cue, cue + 1), CUE)):
            labels[span.first], labels[span.first + 1 : span.end] = label, label + 1
    return labels


def _last_cues(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """The cues of one word that are the last word of their sentence."""
    is_word = np.array([form[0].isalnum() for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    places = np.flatnonzero(is_word)
    last = places[np.diff(texts.sentences[places], append=-1) != 0]
    return last[(labels[last] == CUE) & ~texts.is_quoted[last]]


def _is_free(texts: Texts, labels: np.ndarray, span: Span) -> bool:
    return not (texts.is_quoted[slice(*span)].any() or np.isin(labels[slice(*span)], (CUE, CUE + 1)).any())


def take_accounts(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with all that stands before ", according to them." in its sentence as the content, or behind
    "According to them, ", if none of it is in marks or has a cue of its own."""
    forms = texts.forms.to_pylist()
    is_according, is_to, is_comma = (
        np.array([form in signs for form in forms], bool)[texts.form_ids]
        for signs in (("according", "According"), ("to",), (",", ";"))
    )
    labels = labels.copy()
    commas = np.flatnonzero(is_comma)
    for cue in np.flatnonzero(is_according[:-1] & is_to[1:] & ~texts.is_quoted[:-1]).tolist():
        first, end = texts.sentence_bounds[texts.sentences[cue] : texts.sentences[cue] + 2].tolist()
        end -= not forms[texts.form_ids[end - 1]][0].isalnum()
        behind = np.searchsorted(commas, cue)
        stop = min(int(commas[behind]), end) if behind < len(commas) else end
        begins = cue == first or forms[texts.form_ids[cue - 1]] == ";"
        report = Span(stop + 1, end) if begins else Span(first, cue - is_comma[cue - 1])
        if report.end - report.first >= _FEWEST and stop > cue + 2 and _is_free(texts, labels, report):
            for span, label in ((report, CONTENT), (Span(cue, cue + 2), CUE), (Span(cue + 2, stop), SPEAKER)):
                labels[span.first], labels[span.first + 1 : span.end] = label, label + 1
    return labels


def finish_sentences(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with a content behind "she said" going on to the end of its sentence where nothing
    there is in marks or tagged."""
    says = np.array([form in _SAYING for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    labels = labels.copy()
    begins = np.flatnonzero((labels[1:] == CONTENT) & says[:-1] & (labels[:-1] == CUE)) + 1
    for first in begins.tolist():
        stop = int(texts.sentence_bounds[texts.sentences[first] + 1])
        while stop > first and not texts.forms[texts.form_ids[stop - 1]].as_py()[0].isalnum():
            stop -= 1
        end = first + 1
        while end < stop and labels[end] == CONTENT + 1:
            end += 1
        is_comma = end < stop and texts.forms[texts.form_ids[end]].as_py() == ","
        if is_comma and not labels[end:stop].any() and not texts.is_quoted[end:stop].any():
            labels[end:stop] = CONTENT + 1
    return labels
