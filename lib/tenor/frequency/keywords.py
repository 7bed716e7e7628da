"""Keywords: the words that mark one part of a corpus against the rest, or against a reference."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.corpora import TOKEN_COLUMNS
from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.frequency.comparisons import DRIVEN, FEW_DOCUMENTS, SIMPLE_MATHS_K, compare
from tenor.frequency.groups import note_counted, stack_tables
from tenor.frequency.samples import (
    FrequencyList,
    Sample,
    align,
    count_sample,
    count_samples,
    join_samples,
    join_texts,
    read_frequencies,
)
from tenor.frequency.stop_words import stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines


def keyness(
    corpus: Corpus,
    reference: Corpus | FrequencyList | None = None,
    *,
    by: str | None = "source",
    target: str = "",
    count: str = "documents",
    min_frequency: int = 5,
    stop_words: str = "en",
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Compare the words of one part of a corpus, the target, with those of a reference.

    `by` names what parts the corpus: a metadata column, "week", "month" or "year", "voice" or "speaker";
    `target` is the label of one of the parts, "" for each in its turn; with `by` None the whole corpus is the
    target. Without `reference` a target is compared with all other parts together. A `reference` is another
    corpus, or a frequency list: a table with the columns `term` and `frequency`, a Series or a mapping; its
    words in all are taken to be the sum of its frequencies.

    One row is a term and target:

    - `term`; `frequency` and `reference_frequency`; `per_million` words and `reference_per_million`
    - `lrc`, the order of the table: the Log Ratio that is left when chance is given its due, at the level
      `confidence` for all terms tested together; 0 where the rates may be equal
    - `log_ratio`: how large the difference is: 1 is twice as frequent in the target, -1 half, 0 equal; a
      frequency of 0 counts as 0.5 there, so such ratios are a convention
    - `percent_difference`: the same as a per cent of the reference's rate; `odds_ratio`; `simple_maths`, the
      ratio of the rates with 100 per million added to both; the first two are missing where the reference
      lacks the term
    - `g2`: how sure the difference is (four-cell log-likelihood ratio), negative where the target has less
    - `p_value` of `g2`, `p_adjusted` for all terms tested with the same target (Benjamini-Hochberg), and
      `bic` (0 to 2 bare mention, to 6 positive, to 10 strong, above very strong; below 0 for no difference)
    - `document_frequency` of `n_documents` in the target, `reference_document_frequency` of
      `n_reference_documents`, and `text_g2`, `g2` of these: the dispersion of the keyword over texts; by
      voice or speaker, a document counts once for each in it
    - `story_share` and `speaker_share`: how much of the term's frequency, on the side that has more of it, is
      that of one story (a cluster of near-copies) and of one speaker; for terms whose `p_adjusted` is at most
      `1 - confidence`, else missing, and where quotations, or documents, are not known
    - `few_documents`: the side with more of the term has it in fewer than 3 documents; `one_story` and
      `one_speaker`: driven by one, which has half of it or more
    - `is_key`: `p_adjusted` is at most `1 - confidence`, and `few_documents` is not the case
    - `is_lockword`: both sides use it, at rates that hardly differ: `log_ratio` within 0.5 of 0, and
      `p_value` above `1 - confidence`
    - `is_stop_word`

    With `count` "stories", near-copies of one text in a part count once: the earliest of them.

    Where there is nothing to compare the table has no rows, and a footnote says why. A term is tested if
    target and reference together have it at least `min_frequency` times. Terms that the target lacks, and
    lacks for no significant reason, are tested but not listed; the footnotes count them.

    The order is: key terms first, overused before underused, then by the distance of `lrc` and of `g2` from
    0, and by the alphabet. `log_ratio` would put the rarest words on top, `g2` the commonest.

    Words of one document are not independent draws, so all p-values are too small, most of all those of words
    that crowd in few documents. Take them as a filter, look at `text_g2` and the shares, read the lines
    (`evidence`), and expect that subjects mark a part more than style does.

    Raises
    ------
    UserError
        If `by` is no column, `target` is none of its parts or has no other to be compared with, `reference`
        is no corpus or frequency list, or `min_frequency`, `stop_words` or `confidence` is not allowed.

    References
    ----------
    Dunning (1993) for G², Hardie (2014) for Log Ratio, Evert (2022) for LRC, Gabrielatos (2018) for the
    difference in per cent, Wilson (2013) for BIC, Kilgarriff (2009) for Simple Maths, Egbert & Biber (2019)
    for keyness by texts, Baker (2011) for lockwords.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["Fury! Total fury!", "Freight rates rose."], source=["A", "B"])
    >>> keyness(corpus, target="A", min_frequency=2)[["term", "frequency", "reference_frequency", "is_key"]]
       term  frequency  reference_frequency  is_key
    0  fury          2                    0   False
    """
    check_value("min_frequency", min_frequency)
    check_value("confidence", confidence)
    words, origin = stop_word_list(stop_words)
    counted = corpus.counted_by(count, by)
    samples = count_samples(counted, by)
    terms, samples, against = _read_sides(counted, samples, reference, by)
    lone = _why_nothing_is_compared(samples, against, by)
    targets = _choose_targets(samples, lone, target)
    whole = join_samples(samples)
    tested, tables = [], []
    for sample in targets:
        other = against or _without(whole, sample, samples)
        tested.append(np.flatnonzero((sample.frequency + other.frequency >= min_frequency) & (not lone)))
        tables.append(compare(sample, other, tested[-1], 1 - confidence))
    table = stack_tables(targets, tables, by)
    table["is_stop_word"] = terms.isin(words)[table["term"]]
    table["term"] = terms.to_series().take(table["term"]).array
    table.attrs["empty"] = lone
    remember_lines(table, query="term", by=by, count=count)
    rest = "the rest" if reference is None else "the reference"
    part = f"{by} {target!r}" if target else f"each {by}" if by else "the corpus"
    return describe(
        table,
        title=f"Keywords of {part} against {rest}",
        row=f"one row is a term and {by}" if by else "one row is a term",
        notes=[
            *_notes_on_sides(against, by),
            *note_counted(corpus, counted, count, by, samples),
            lone or _note_tests(list(map(len, tested)), len(table), min_frequency),
            *_notes_on_measures(1 - confidence),
            origin,
        ],
    )


def _read_sides(
    counted: Corpus, samples: list[Sample], reference: Corpus | FrequencyList | None, by: str | None
) -> tuple[pd.Index, list[Sample], Sample | None]:
    """The terms of both sides, the samples of the parts, and that of the reference, if one is given."""
    ours = counted.vocabulary["term"]
    if reference is None:
        if by is None:
            raise UserError("by = None leaves nothing to compare with: name a column, or give a reference")
        return pd.Index(ours), samples, None
    if isinstance(reference, Corpus):
        theirs, against = reference.vocabulary["term"], count_sample(reference)
    elif isinstance(reference, pd.DataFrame | pd.Series | Mapping):
        theirs, against = read_frequencies(reference)
    else:
        raise UserError(
            f"reference is {type(reference).__name__}; give a corpus, or a table with term and frequency"
        )
    terms = pd.Index(ours).union(pd.Index(theirs))
    return terms, [align(sample, ours, terms) for sample in samples], align(against, theirs, terms)


def _why_nothing_is_compared(samples: list[Sample], against: Sample | None, by: str | None) -> str:
    """The reason if one side holds no words, or none that the other has, else ""."""
    filled = [sample for sample in samples if sample.n_words]
    if against is not None:
        if not (filled and against.n_words):
            return f"There is nothing to compare: the {'reference' if filled else 'corpus'} holds no words."
        shared = join_samples(samples).frequency * against.frequency
        return (
            ""
            if shared.any()
            else "There is nothing to compare: the reference shares no word with the corpus."
        )
    if len(filled) > 1:
        return ""
    only = f"all words are of {filled[0].label!r}" if filled else "no document with words has a value of it"
    return f"There is nothing to compare by {by}: {only}. Choose another column (by) or keep more documents."


def _choose_targets(samples: list[Sample], lone: str, target: str) -> list[Sample]:
    """The samples to compare; where there is nothing to compare any one, so that there is a table."""
    filled = [sample for sample in samples if sample.n_words]
    if lone and target and filled:
        raise UserError(lone)
    if target and filled:
        check_choice("target", target, [sample.label for sample in filled])
    return [sample for sample in filled if target in ("", sample.label)] or samples[:1]


def _without(whole: Sample, sample: Sample, samples: list[Sample]) -> Sample:
    """All samples but one, as one."""
    others = [other for other in samples if other is not sample]
    return replace(
        whole,
        frequency=whole.frequency - sample.frequency,
        document_frequency=whole.document_frequency - sample.document_frequency,
        n_words=whole.n_words - sample.n_words,
        n_documents=whole.n_documents - sample.n_documents,
        texts=join_texts(others),
    )


def _notes_on_sides(against: Sample | None, by: str | None) -> list[str]:
    if against is None:
        sides = "those of all other parts together"
    elif against.texts:
        documents = number_of(int(against.n_documents), "document")
        sides = f"the {against.n_words:,} of the reference, in {documents}"
    else:
        sides = (
            f"the {against.n_words:,} that the frequencies of the reference add up to; its documents are "
            "not known"
        )
    is_many = against is None and by in TOKEN_COLUMNS
    each = f" A document counts once for each {by} in it." if is_many else ""
    return [
        f"Rates are of the words of the target, and of {sides}. A frequency of 0 counts as 0.5 in "
        f"log_ratio.{each}"
    ]


def _note_tests(n_tested: list[int], n_rows: int, min_frequency: int) -> str:
    if not any(n_tested):
        return f"No term occurs {min_frequency:,} times or more."
    some = (
        f"{min(n_tested):,}" if min(n_tested) == max(n_tested) else f"{min(n_tested):,} to {max(n_tested):,}"
    )
    return (
        f"For each target {some} terms are tested: those with a frequency of {min_frequency:,} or more on "
        f"both sides together. {sum(n_tested) - n_rows:,} rows of terms that the target lacks, for no "
        "significant reason, are not listed."
    )


def _notes_on_measures(alpha: float) -> list[str]:
    return [
        f"Key terms have p_adjusted of at most {alpha:.4g} and occur in {FEW_DOCUMENTS} or more documents of "
        "the side that has more of them. p-values take words of a document for independent and are too "
        "small.",
        f"lrc is the bound nearer 0 of an exact interval at {1 - alpha:.4g} for all tests together; "
        f"simple_maths adds {SIMPLE_MATHS_K} per million to both rates; bic is taken of the four-cell g2.",
        f"one_story and one_speaker: {DRIVEN:.0%} or more of the occurrences are of one. They are told of "
        f"terms with p_adjusted of at most {alpha:.4g}.",
    ]
