"""Two reports with one speaker: "said that it rained and denied that it was cold"."""

import numpy as np

from tenor.voices.finding.rules import reporting_stems
from tenor.voices.finding.spans import CONTENT, CUE
from tenor.voices.finding.stems import stem
from tenor.voices.finding.texts import Texts

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
