"""What stands in the texts and is nobody's report: datelines, bylines, credits, repeated lines."""

from textwrap import shorten

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe

_EXAMPLES = 3
_EXAMPLE_CHARACTERS = 60


def boilerplate(corpus: Corpus) -> pd.DataFrame:
    """Tell what is marked as boilerplate: it stays in the text, and no measure counts its words.

    One row is a kind, the one with most words first: `kind` ("dateline", "byline", "repeated line" and so
    on), `n_marks`, `n_documents` with one, `n_words`, `word_share` of all words with boilerplate (0 to 1),
    `examples`, the most frequent texts.

    >>> from tenor.corpus import from_texts
    >>> from tenor.corpus.marks import as_marks
    >>> corpus = from_texts(["SELLA — It rains."]).with_marks(as_marks([0], [0], [7], ["dateline"]))
    >>> boilerplate(corpus)[["kind", "n_words", "word_share", "examples"]]
           kind  n_words  word_share examples
    0  dateline        1    0.333333  SELLA —
    """
    rows = corpus.marks.assign(n_words=_words_of_marks(corpus), text=marked_texts(corpus))
    kinds = rows.groupby("kind")
    n_all = corpus.n_words + int(corpus.documents.get("n_boilerplate", pd.Series([0])).sum())
    table = pd.DataFrame(
        {
            "n_marks": kinds.size(),
            "n_documents": kinds["doc"].nunique(),
            "n_words": kinds["n_words"].sum(),
            "word_share": kinds["n_words"].sum() / max(n_all, 1),
            "examples": kinds["text"].agg(_most_frequent),
        }
    )
    table = table.reset_index().sort_values(["n_words", "kind"], ascending=[False, True], ignore_index=True)
    n_marked = int(table["n_words"].sum())
    notes = [f"{n_marked:,} of {n_all:,} words are boilerplate and count in no rate."]
    return describe(table, title="Boilerplate", row="one row is a kind of boilerplate", notes=notes)


def _words_of_marks(corpus: Corpus) -> list[int]:
    firsts, ends = corpus.marked_tokens
    pairs = zip(firsts.tolist(), ends.tolist(), strict=True)
    return [int(corpus.is_word[first:end].sum()) for first, end in pairs]


def marked_texts(corpus: Corpus) -> list[str]:
    """The text of each mark, as written."""
    spans = corpus.marks[["doc", "start", "end"]].itertuples(index=False)
    return [corpus.text(doc)[start:end].strip() for doc, start, end in spans]


def _most_frequent(texts: pd.Series) -> str:
    counts = texts.value_counts(sort=False)
    order = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return " | ".join(shorten(text, _EXAMPLE_CHARACTERS, placeholder="…") for text, _ in order[:_EXAMPLES])


def repeated_lines(corpus: Corpus) -> pd.DataFrame:
    """List the lines that a source repeats in many documents and that were marked as boilerplate for it.

    One row is a line of a source: `source` (missing where unknown), `line`, `n_documents`. The most frequent
    first. Read them: a line that belongs to the reports, such as a refrain, would be marked too.
    """
    rows = corpus.marks.assign(line=marked_texts(corpus))[corpus.marks["kind"] == "repeated line"]
    rows["source"] = corpus.documents["source"].iloc[rows["doc"]].array
    table = rows.groupby(["source", "line"], dropna=False)["doc"].nunique().rename("n_documents")
    table = table.reset_index().astype({"line": "string"})
    table = table.sort_values(["n_documents", "source", "line"], ascending=[False, True, True])
    notes = ["A line is repeated if it stands in five or more documents of a source that otherwise differ."]
    table = table.reset_index(drop=True)
    return describe(table, title="Repeated lines", row="one row is a line of a source", notes=notes)
