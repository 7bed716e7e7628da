"""Who is quoted where, and where not."""

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.formats import number_of
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.groups import document_groups, stories_note
from tenor.voices.words import quoted_words

_OWN = ("speaker", "n_quotations", "not_in")
# So many groups must quote somebody, and so many quotations be expected of another, before it says something
# of that one that it has none.
_LEAST_GROUPS, _LEAST_EXPECTED = 2, 3


def heard_in(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str = "source",
    count: str = "documents",
    n: int = 20,
) -> pd.DataFrame:
    """Show who is quoted where, and where not.

    One row a speaker, those quoted most first: `speaker`, `n_quotations` in all groups, one column a group
    with the speaker's quotations there, and `not_in`: the groups that never quote somebody whom at least two
    others quote, though 3 quotations or more would be expected there if the speaker had the same share of the
    group's quotations as of the others' together; with commas between (missing for none). The first `n`
    speakers stand in the table; the notes count the rest, and the quotations of each group.

    `by` is a column of the documents, "week", "month" or "year". With `count` "stories", near-copies of one
    text in a group count once: the earliest of them.

    Where 3 are expected, chance alone gives none in one of twenty cases, and in more where a speaker's
    quotations stand in few documents. A group that writes of other matters leaves people out without a
    choice.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by`, a group has the name of a column
        of the result, or `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> texts, sources = ["It rains, Orr said."] * 2 + ["It rains."], ["Courier", "Lantern", "Post"]
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0", "1"], "start": 0, "end": 8, "kind": "indirect", "speaker": "Ilse Orr"}
    ... )
    >>> heard_in(rows, from_texts(texts, source=sources).with_quotations(rows))
        speaker  n_quotations  Courier  Lantern  Post not_in
    0  Ilse Orr             2        1        1     0   <NA>
    """
    n = check_value("top_n", n)
    counted = corpus.counted_by(count, by)
    groups = document_groups(counted, by, ())
    _check_names(by, groups.names)
    words = quoted_words(quotations, counted)
    group = groups.of_document[words.rows["doc"]]
    is_placed = (group >= 0) & words.rows["speaker"].notna().to_numpy(bool)
    n_quotations = np.bincount(group[group >= 0], minlength=len(groups.names))
    table = _tabulate(words.rows["speaker"][is_placed], group[is_placed], groups.names, n_quotations)
    return describe(
        table.head(n).copy(),
        title=f"Who is quoted in which {by}",
        row=f"one row is a speaker, one column a {by}; numbers are quotations",
        notes=[
            *corpus.notes,
            *stories_note(corpus, counted),
            *words.notes,
            *_sizes_note(groups.names, n_quotations),
            f"not_in tells of groups in which at least {_LEAST_EXPECTED} quotations were to be expected.",
            *_rest_note(len(table) - n),
            *groups.notes,
        ],
    )


def _check_names(by: str, names: list[str]) -> None:
    for name in set(names) & set(_OWN):
        raise UserError(
            f"by = {by!r} has a value {name!r}, which is a column of the result; rename it in the metadata"
        )


def _tabulate(speakers: pd.Series, group: np.ndarray, names: list[str], sizes: np.ndarray) -> pd.DataFrame:
    codes, people = pd.factorize(speakers, sort=True)
    cells = codes * len(names) + group
    counts = np.bincount(cells, minlength=len(people) * len(names)).reshape(len(people), len(names))
    is_known = (counts > 0).sum(axis=1, keepdims=True) >= _LEAST_GROUPS
    others = sizes.sum() - sizes
    expected = counts.sum(axis=1, keepdims=True) * np.divide(
        sizes, others, where=others > 0, out=others * 0.0
    )
    is_silent = is_known & (counts == 0) & (expected >= _LEAST_EXPECTED)
    silent = [", ".join(np.array(names, object)[row]) for row in is_silent]
    own = {"speaker": pd.array(people, dtype="string"), "n_quotations": counts.sum(axis=1)}
    table = pd.DataFrame({**own, **dict(zip(names, counts.T, strict=True))})
    table["not_in"] = pd.Series(silent, dtype="string").replace("", pd.NA)
    return table.sort_values(["n_quotations", "speaker"], ascending=[False, True], ignore_index=True)


def _sizes_note(names: list[str], sizes: np.ndarray) -> list[str]:
    told = "; ".join(f"{name} {size:,}" for name, size in zip(names, sizes, strict=True))
    return [f"Quotations in all, of anybody or nobody: {told}."] if names else []


def _rest_note(n_more: int) -> list[str]:
    return [f"Not shown: {number_of(n_more, 'further speaker')}, quoted less."] if n_more > 0 else []
