"""What is certain overrules the tagger: quotation marks, turns of a transcript, a second reporting verb."""

import numpy as np

from tenor.voices.finding.marked import mend
from tenor.voices.finding.models import LABELS
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts
from tenor.voices.finding.turns import label_turns
from tenor.voices.finding.verbs import part_at_verbs


def settle(texts: Texts, tags: Tags) -> Tags:
    """`tags` with what rules are sure of; a label that they give has the probability 1."""
    labels = label_turns(texts, part_at_verbs(texts, mend(texts, tags.labels)))
    probabilities = tags.probabilities.copy()
    changed = np.flatnonzero(labels != tags.labels)
    probabilities[changed] = np.eye(len(LABELS), dtype=np.float32)[labels[changed]]
    return Tags(labels, probabilities)
