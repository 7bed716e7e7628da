"""What is quoted as words: utterances, each the words of one quotation or of the parts of a split one."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.marks import find_marked_tokens
from tenor.corpus.selections import order_of_publication
from tenor.corpus.voices import quoted_parts

# Shorter ones recur by chance.
MIN_WORDS = 5
_MARKS = '“”„«»"'


@dataclass(frozen=True)
class Utterances:
    """Utterances from the earliest published to the latest.

    `table` has one row each: `row` (the number of the quotation that it begins with), `doc`, `start`, `end`,
    `text`, `is_verbatim` (whether its words stand in quotation marks). `words` are the term ids of their
    words, which case and the form of apostrophes do not part; those of utterance `u` begin at `bounds[u]`;
    `starts` and `ends` are their characters.
    """

    table: pd.DataFrame
    words: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    bounds: np.ndarray


def read_utterances(rows: pd.DataFrame, corpus: Corpus) -> tuple[Utterances, int]:
    """The utterances of at least 5 words of quotations as `rows_in` gives them; how many are shorter.

    Direct quotations with the same words for speaker and cue are parts of one utterance. Of a mixed quotation
    only what stands in quotation marks counts, if that is long enough, else all of it.
    """
    pieces = _with_words(_cut_into_pieces(rows, corpus), corpus)
    n_words = pieces.groupby("row")["n_words"].transform("sum")
    is_short = (n_words < MIN_WORDS) & pieces["is_mixed"]
    whole = rows.loc[pieces.loc[is_short, "row"].unique(), ["doc", "start", "end"]]
    whole = _with_words(whole.assign(row=whole.index, is_verbatim=False, is_mixed=True), corpus)
    pieces = pd.concat([pieces[~is_short], whole], ignore_index=True)
    n_words = pieces.groupby("row")["n_words"].transform("sum")
    kept = pieces[n_words >= MIN_WORDS]
    return _arrange(kept, corpus), pieces["row"].nunique() - kept["row"].nunique()


def _cut_into_pieces(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """One row a span: the number of the row that its utterance begins with, and where it stands."""
    names = ["row", "doc", "start", "end", "is_verbatim", "is_mixed"]
    is_mixed = (rows["kind"] == "mixed").to_numpy(bool)
    told = {"row": _first_parts(rows), "is_verbatim": rows["kind"] == "direct", "is_mixed": False}
    plain = rows.assign(**told)[~is_mixed]
    parts = [
        (number, doc, *span, True, True)
        for number, doc, start, end in rows.loc[is_mixed, ["doc", "start", "end"]].itertuples()
        for span in _inside_marks(corpus.text(doc)[start:end], start) or [(start, end)]
    ]
    types = dict.fromkeys(names[:4], "int64") | dict.fromkeys(names[4:], "bool")
    mixed = pd.DataFrame(parts, columns=names, dtype=object)
    return pd.concat([plain[names].astype(types), mixed.astype(types)], ignore_index=True)


def _first_parts(rows: pd.DataFrame) -> np.ndarray:
    """For each quotation the number of the first part of what it is a part of."""
    firsts = np.arange(len(rows))
    told = ["doc", "speaker_start", "cue_start"]
    is_part = ((rows["kind"] == "direct") & rows[told].notna().all(axis=1)).to_numpy(bool)
    parts = rows.loc[is_part, told].assign(row=firsts[is_part])
    firsts[is_part] = parts.groupby(told)["row"].transform("min")
    return firsts


def _inside_marks(text: str, shift: int) -> list[tuple[int, int]]:
    """The spans of what stands in quotation marks, without the marks."""
    spans = []
    for start, end, kind in quoted_parts(text):
        if kind == "direct":
            inner = text[start:end].strip(_MARKS)
            first = text.index(inner, start)
            spans.append((shift + first, shift + first + len(inner)))
    return [(start, end) for start, end in spans if start < end]


def _with_words(pieces: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The pieces in order, with their first token, the one behind the last, and `n_words`."""
    pieces = pieces.sort_values(["row", "start"], kind="stable").reset_index(drop=True)
    first, last = find_marked_tokens(pieces, corpus.starts, corpus.document_bounds)
    counts = corpus.count_words_before(last) - corpus.count_words_before(first)
    return pieces.assign(first=first, last=last, n_words=counts.astype(np.int64))


def _arrange(pieces: pd.DataFrame, corpus: Corpus) -> Utterances:
    ranks = np.empty(len(corpus.documents), np.int64)
    ranks[order_of_publication(corpus.documents)] = np.arange(len(ranks))
    utterances = pieces.groupby("row", sort=True)
    begun = utterances["start"].transform("min")
    pieces = pieces.assign(rank=ranks[pieces["doc"]], begun=begun)
    pieces = pieces.sort_values(["rank", "begun", "row", "start"], kind="stable").reset_index(drop=True)
    before = corpus.count_words_before(pieces["first"].to_numpy()).astype(np.int64)
    sizes = pieces["n_words"].to_numpy(np.int64)
    shifts = np.cumsum(sizes) - sizes
    tokens = corpus.words[np.arange(sizes.sum()) + np.repeat(before - shifts, sizes)]
    table = _describe(pieces, corpus)
    bounds = np.concatenate([[0], np.cumsum(table.pop("n_words").to_numpy(np.int64))])
    return Utterances(
        table, corpus.terms[tokens].astype(np.int64), corpus.starts[tokens], corpus.ends[tokens], bounds
    )


def _describe(pieces: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    spans = zip(pieces["doc"], pieces["start"], pieces["end"], strict=True)
    texts = [" ".join(corpus.text(doc)[start:end].split()) for doc, start, end in spans]
    grouped = pieces.assign(text=pd.Series(texts, dtype="string")).groupby("row", sort=False)
    firsts = grouped[["doc", "start", "is_verbatim"]].first()
    joined = grouped.agg(end=("end", "max"), text=("text", " … ".join), n_words=("n_words", "sum"))
    return firsts.join(joined).reset_index()
