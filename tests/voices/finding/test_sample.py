"""The sample's hand-made key, with which the finder was not trained."""

import numpy as np
import pandas as pd
from sample_voices import sample_corpus, sample_key

from tenor.voices.finding.finder import LEAST_CONFIDENCE
from tenor.voices.finding.linking import shipped_weights
from tenor.voices.finding.models import shipped_model
from tenor.voices.finding.settling import settle
from tenor.voices.finding.sureness import sureness
from tenor.voices.finding.tagging import tag
from tenor.voices.finding.texts import read_texts
from tenor.voices.training.attributions import Marked
from tenor.voices.training.matching import is_right, true_speakers
from tenor.voices.training.weighing import found_in


def attributions_of(key, doc_id):
    """The key's rows of a document as training takes them."""
    rows = key[key["doc_id"] == doc_id].itertuples()
    return [
        {
            "content": [[row.start, row.end]],
            "source": [] if pd.isna(row.speaker_start) else [[row.speaker_start, row.speaker_end]],
        }
        for row in rows
    ]


def test_nine_in_ten_are_right_end_to_end():
    corpus, key = sample_corpus(), sample_key()
    (texts,) = read_texts(corpus, None)
    marked = Marked(texts, [attributions_of(key, one) for one in corpus.documents["doc_id"]], np.zeros(0))
    tags = settle(texts, tag(texts, shipped_model()))
    n_found = n_right = 0
    for number in range(len(corpus.documents)):
        found = found_in(marked, tags, number, shipped_weights())
        sure = [one for one in found if sureness(texts, tags, one) >= LEAST_CONFIDENCE]
        speakers = true_speakers(marked, number, [one.content for one in sure])
        n_found += len(sure)
        n_right += sum(is_right(one, speakers) for one in sure)
    assert 2 * n_right / (n_found + len(key)) > 0.89
