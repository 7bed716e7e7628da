"""Finding the quotations of a corpus: tagged, mended, linked, and given as spans of characters."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.voices.finding.carrying import find_in
from tenor.voices.finding.linking import shipped_weights
from tenor.voices.finding.models import Model
from tenor.voices.finding.rules import tag_by_rules
from tenor.voices.finding.settling import settle
from tenor.voices.finding.spans import CONTENT, Span
from tenor.voices.finding.sureness import sureness
from tenor.voices.finding.tagging import tag
from tenor.voices.finding.texts import Texts, read_texts
from tenor.voices.tables import as_table

_COLUMNS = (
    *("doc_id", "start", "end", "kind", "speaker_start", "speaker_end"),
    *("cue", "cue_start", "cue_end", "confidence"),
)
# What is found with less confidence is better left out: of such quotations more than three in four are wrong.
LEAST_CONFIDENCE = 0.22
# A quotation with this share of its words in marks is direct.
_DIRECT = 0.9


def find(corpus: Corpus, model: Model | None) -> pd.DataFrame:
    """The quotations of a corpus, in order, without their speakers' names; by rules where there is no model,
    and then without confidence."""
    ids = corpus.documents["doc_id"].to_numpy(object)
    rows = [(ids[row[0]], *row[1:]) for texts in read_texts(corpus) for row in _rows(texts, model)]
    return as_table(pd.DataFrame(rows, columns=list(_COLUMNS)))


def _rows(texts: Texts, model: Model | None) -> Iterator[tuple]:
    tags = tag_by_rules(texts) if model is None else tag(texts, model)
    tags = settle(texts, tags)
    paragraphs = np.unique(texts.paragraphs[tags.labels >= CONTENT]).tolist()
    for found in find_in(texts, tags, paragraphs, shipped_weights()):
        content = _trim(texts, found.content)
        if content is None:
            continue
        number = int(texts.documents[content.first])
        start, end = _characters(texts, content)
        cue = _characters(texts, _trim_words(texts, found.cue))
        written = None if cue[0] is None else texts.texts[number][slice(*cue)]
        confidence = None if model is None else sureness(texts, tags, found)
        speaker = _characters(texts, _trim_words(texts, found.speaker))
        yield (texts.first + number, start, end, _kind(texts, content), *speaker, written, *cue, confidence)


def _trim(texts: Texts, content: Span) -> Span | None:
    """The content without marks of quotation at its edges; None if nothing is left."""
    first, end = content
    while first < end and texts.marks[first]:
        first += 1
    while first < end and texts.marks[end - 1]:
        end -= 1
    return Span(first, end) if first < end else None


def _trim_words(texts: Texts, span: Span | None) -> Span | None:
    """A mention or cue without marks at its edges; None if nothing is left."""
    if span is None:
        return None
    words = [place for place in range(*span) if texts.forms[texts.form_ids[place]].as_py()[0].isalnum()]
    return Span(words[0], words[-1] + 1) if words else None


def _kind(texts: Texts, content: Span) -> str:
    share = texts.is_quoted[slice(*content)].mean()
    return "indirect" if share == 0 else "direct" if share >= _DIRECT else "mixed"


def _characters(texts: Texts, span: Span | None) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    return int(texts.starts[span.first]), int(texts.ends[span.end - 1])
