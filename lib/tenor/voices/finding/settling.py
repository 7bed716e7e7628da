"""What is certain overrules the tagger: quotation marks, turns of a transcript, reporting verbs."""

import numpy as np

from tenor.voices.finding.marked import mend
from tenor.voices.finding.models import LABELS
from tenor.voices.finding.tagging import Tags
from tenor.voices.finding.texts import Texts
from tenor.voices.finding.turns import label_turns
from tenor.voices.finding.verbs import finish_sentences, part_at_verbs, take_accounts, take_sentences


def settle(texts: Texts, tags: Tags) -> Tags:
    """`tags` with what rules are sure of; theirs have the probability 1. Boilerplate has none."""
    labels = mend(texts, tags.labels)
    for rule in (take_sentences, take_accounts, finish_sentences, part_at_verbs, label_turns):
        labels = rule(texts, labels)
    labels[texts.is_boilerplate] = 0
    probabilities = tags.probabilities.copy()
    changed = np.flatnonzero(labels != tags.labels)
    probabilities[changed] = np.eye(len(LABELS), dtype=np.float32)[labels[changed]]
    return Tags(labels, probabilities)
