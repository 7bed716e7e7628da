"""The quotations of a corpus: found, or told by a table; with corrections, and with the speakers' names."""

import os

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe
from tenor.voices.finding.finder import LEAST_CONFIDENCE
from tenor.voices.finding.kept import find_once
from tenor.voices.finding.models import shipped_model
from tenor.voices.speakers import correct, name_speakers, read_aliases, read_corrections
from tenor.voices.tables import as_table


def quotations(
    corpus: Corpus, *, aliases: str | os.PathLike = "", corrections: str | os.PathLike = ""
) -> pd.DataFrame:
    """Find who says what in a corpus.

    One row a quotation, in order: a stretch of quoted or reported words without a gap. `doc_id`; `start` and
    `end`, characters of the document's text, without the marks around it; `kind`: "direct" (in quotation
    marks), "indirect" (reported in the document's words) or "mixed" (reported, part in marks); `speaker`, the
    name under which all mentions of somebody are counted, missing where nobody is named; `speaker_kind`
    ("person", "body", "group", "record", "unnamed"); `is_official`, whether a public office speaks, missing
    where that is not known; `speaker_start`, `speaker_end` and `mention`, the words that name the speaker
    here, and `reason`, why they mean that speaker; `cue`, the words that report ("said", "according to"),
    with `cue_start` and `cue_end`; `confidence` (0 to 1), the chance that words and speaker are both right,
    missing where a table told them.

    Where a table told the corpus' quotations (see `Corpus.with_quotations`), these are given, and nothing is
    looked for. `aliases` is a text file that says which names mean one speaker: see `read_aliases`.
    `corrections` is a table that overrules what is found: see `read_corrections`.

    A model of English news finds them, trained on marked articles: see the card beside it. In articles that
    it did not learn from it finds some six in ten of all that people mark as said, written, believed or
    planned, and nearly nine in ten of what has words in marks; of what it gives, three in four have the right
    words, seven in ten the right speaker, too. Numbers by document or speaker are off by as much. In other
    languages only what marks make plain is found.

    Raises
    ------
    UserError
        If `aliases` or `corrections` cannot be read.

    >>> from tenor.corpus import from_texts
    >>> found = quotations(from_texts(["“The dam will hold,” said Mara Quill, the engineer."]))
    >>> found[["start", "end", "kind", "speaker", "cue"]]
       start  end    kind     speaker   cue
    0      1   19  direct  Mara Quill  said
    """
    names, corrected = read_aliases(aliases), read_corrections(corrections)
    rows, notes = _rows(corpus)
    rows, told = correct(rows, corrected, corpus)
    return describe(
        name_speakers(rows, corpus, aliases=names),
        title="Quotations",
        row="one row is a stretch of quoted or reported words without a gap",
        notes=[*notes, *told],
    )


def _rows(corpus: Corpus) -> tuple[pd.DataFrame, list[str]]:
    """The quotations that are told, or those that are found surely enough; and notes on them."""
    if corpus.told is not None:
        return as_table(corpus.told), ["A table told these quotations; none was looked for."]
    model = shipped_model()
    found = find_once(corpus, model)
    if model is None:
        return found, ["The model is missing: these quotations were found by rules alone, and are fewer."]
    is_sure = (found["confidence"] >= LEAST_CONFIDENCE).to_numpy(bool)
    notes = [
        "Found by a model of English news and named by rules; the confidence says how often a row is right.",
        f"{(~is_sure).sum():,} of {len(found):,} found, less sure than {LEAST_CONFIDENCE}, are left out.",
    ]
    return found[is_sure].reset_index(drop=True), notes
