"""Dispersion: how evenly words are spread over documents, sources or periods, by every measure in use."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.frequency.counts import Cells, count_parts
from tenor.frequency.groups import note_counted, note_missing, part_numbers
from tenor.frequency.measures import dispersion as measures
from tenor.frequency.measures.rates import per_million
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines


def dispersion(
    corpus: Corpus, *, parts: str = "document", count: str = "documents", min_frequency: int = 5
) -> pd.DataFrame:
    """Measure how evenly each word is spread over the parts of a corpus, from the most frequent word on.

    `parts` are single documents ("document"), or what a metadata column, "week", "month" or "year" makes of
    them. One row is a term:

    - `term`, `frequency`, `per_million` words of all parts
    - `part_range`: in how many of the parts it occurs; `part_share`, the same from 0 to 1
    - `dp` and `dp_norm`: 0 as even as the parts' sizes, 1 all in the smallest part
    - `juilland_d`: 1 even, 0 in a single part
    - `carroll_d2`: 1 even, 0 in a single part
    - `rosengren_s`: 1 even, near 0 in a single small part
    - `dkl`: 0 even, near 1 clumped

    Each has its caution. All but `part_range` say little of a word that occurs less often than there are
    parts, since it cannot be spread evenly: they are missing there, and where there is a single part.
    `juilland_d` nears 1 as parts grow many, whatever the word: do not use it with hundreds of documents.
    `juilland_d` and `carroll_d2` take every part as equally important, whatever its size. None can be
    compared between corpora whose parts differ in number or size. Parts without words are not counted.

    With `count` "stories", near-copies of one text count once: the earliest of them. Terms seen fewer than
    `min_frequency` times are left out and counted in the footnotes. Documents without a part are left out.

    Raises
    ------
    UserError
        If `parts` is no column, or `count` or `min_frequency` is not allowed.

    References
    ----------
    Gries (2008), Lijffijt & Gries (2012) for DP and DPnorm; Juilland et al. (1970), Carroll (1970), Rosengren
    (1971), Gries (2020) for DKL; for the cautions Biber et al. (2016), Nelson (2023), Sönning (2025).

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["dam dam port", "dam port", "dam rain"])
    >>> dispersion(corpus, min_frequency=2)[["term", "frequency", "part_range"]]
       term  frequency  part_range
    0   dam          4           3
    1  port          2           2
    """
    check_value("min_frequency", min_frequency)
    counted = corpus.counted_by(count)
    part_of, n_parts = part_numbers(counted, parts)
    counts = count_parts(counted, part_of, n_parts)
    sizes = counts.sizes[counts.sizes > 0]
    columns = counts.measure(lambda cells, n_terms: _measure(cells, counts.sizes, n_terms))
    frequency = columns.pop("frequency")
    order = np.argsort(-frequency, kind="stable")
    term = order[frequency[order] >= min_frequency]
    table = pd.DataFrame(
        {
            "term": corpus.vocabulary["term"].take(term).array,
            "frequency": frequency[term],
            "per_million": per_million(frequency[term], sizes.sum()),
            **{name: values[term] for name, values in columns.items()},
        }
    )
    n_rare = int(((frequency > 0) & (frequency < min_frequency)).sum())
    remember_lines(table, query="term", by=None, count=count)
    return describe(
        table,
        title=f"Spread of words over {'documents' if parts == 'document' else f'each {parts}'}",
        row="one row is a term",
        notes=[
            _note_parts(sizes, parts),
            *note_counted(corpus, counted, count, None),
            *note_missing(int((part_of < 0).sum()), len(part_of), "documents", parts),
            *([f"min_frequency = {min_frequency:,} leaves out {n_rare:,} rarer terms."] if n_rare else []),
            "0 is even and 1 clumped for dp, dp_norm and dkl; 1 is even for juilland_d, carroll_d2 and "
            "rosengren_s. They are missing for terms that occur less often than there are parts. juilland_d "
            "nears 1 as parts grow many.",
        ],
    )


def _measure(cells: Cells, sizes: np.ndarray, n_terms: int) -> dict[str, np.ndarray]:
    """One entry a term id in each measure, missing where a term is too rare to be spread."""
    given, n_parts = {"n_terms": n_terms}, np.count_nonzero(sizes)
    frequency = np.bincount(cells.term, weights=cells.frequency, minlength=n_terms).astype(np.int64)
    part_range = measures.part_range(cells.term, n_terms=n_terms)
    spread = measures.dp(*cells, sizes, **given)
    known = {
        "dp": spread,
        "dp_norm": measures.dp_norm(spread, sizes),
        "juilland_d": measures.juilland_d(*cells, sizes, **given),
        "carroll_d2": measures.carroll_d2(*cells, sizes, **given),
        "rosengren_s": measures.rosengren_s(*cells, sizes, **given),
        "dkl": measures.dkl(measures.kl_divergence(*cells, sizes, **given)),
    }
    is_known = (frequency >= n_parts) & (n_parts > 1)
    return {
        "frequency": frequency,
        "part_range": part_range,
        "part_share": part_range / max(n_parts, 1),
        **{name: np.where(is_known, values, np.nan) for name, values in known.items()},
    }


def _note_parts(sizes: np.ndarray, parts: str) -> str:
    if not len(sizes):
        return "There are no words."
    return (
        f"{number_of(len(sizes), 'part')} with words, by {parts}, of {sizes.sum():,} words in all; the "
        f"smallest has {sizes.min():,}, the largest {sizes.max():,}."
    )
