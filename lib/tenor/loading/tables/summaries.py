"""What is in a corpus: how it was loaded, what is known of its documents, which texts stand in it twice."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.loading.tables.accounts import most_first
from tenor.tables import describe

# What Tenor counts or keeps of a document itself; the other columns are metadata.
_OWN_COLUMNS = frozenset(
    "doc_id path row encoding cluster similarity language n_characters n_words n_tokens n_sentences "
    "n_boilerplate published_time".split()
)
_NAMED = ": name their column (columns), say how the files are named (pattern), or add a table (metadata)"
# Of so many kinds of inputs left out an example is shown.
_MOST_EXAMPLES = 3


def overview(corpus: Corpus) -> pd.DataFrame:
    """Tell the main facts of a corpus.

    One row is a fact: `fact`, `value` (a number, or text for dates and shares). Dates are the first and last
    of those known; words are tokens that are no marks.

    >>> from tenor.corpus import from_texts
    >>> overview(from_texts(["The dam holds."], published=["2031-03-04"])).head(2)
            fact value
    0  documents     1
    1      words     3
    """
    documents = corpus.documents
    published = documents["published"].dropna()
    outcomes = corpus.ledger["outcome"].value_counts()
    facts = {
        "documents": len(documents),
        "words": corpus.n_words,
        "sentences": len(corpus.sentence_documents),
        "sources": documents["source"].nunique(),
        "first published": str(published.min()) if len(published) else "unknown",
        "last published": str(published.max()) if len(published) else "unknown",
        "undated": int(documents["published"].isna().sum()),
        "with a title": _share(documents["title"].notna()),
        "with a source": _share(documents["source"].notna()),
        "with an author": _share(documents["author"].notna()),
        "different stories": documents["cluster"].nunique(),
        "inputs left out": int(outcomes.get("left out", 0)),
        "changes noted": int(outcomes.get("changed", 0)),
    }
    table = pd.DataFrame({"fact": list(facts), "value": pd.Series(list(facts.values()), dtype=object)})
    notes = ["Inputs left out and changes noted are those of the whole corpus; the ledger lists each."]
    return describe(table, title="The corpus at a glance", row="one row is a fact", notes=notes)


def _share(present: pd.Series) -> str:
    return f"{present.mean():.1%}" if len(present) else "none"


def missing(corpus: Corpus) -> pd.DataFrame:
    """Count the documents for which each metadata column has no value.

    One row is a column: `column`, `n_missing`, `missing_share` (0 to 1; missing in an empty corpus),
    `origins`: where the values that are there were found, with the number of each ("sidecar", the table
    beside the inputs; "pattern", their names; "file", "page", "dateline" or "byline"); empty for columns
    whose origin is not kept.
    """
    names = [name for name in corpus.documents if name not in _OWN_COLUMNS and not name.endswith("_origin")]
    documents = corpus.documents[names]
    n_missing = documents.isna().sum()
    table = pd.DataFrame(
        {
            "column": list(n_missing.index),
            "n_missing": n_missing.to_numpy(),
            "missing_share": (n_missing / (len(documents) or float("nan"))).to_numpy(),
            "origins": [_origins(corpus.documents, name) for name in names],
        }
    )
    return describe(table, title="Metadata that is missing", row="one row is a column of the metadata")


def _origins(documents: pd.DataFrame, name: str) -> str:
    origins = documents.get(f"{name}_origin")
    if origins is None:
        return ""
    counts = sorted(origins.value_counts().items(), key=most_first)
    return ", ".join(f"{origin} {n:,}" for origin, n in counts if n)


def summary_lines(corpus: Corpus) -> list[str]:
    """Tell in a few plain lines what was found.

    >>> from tenor.corpus import from_texts
    >>> summary_lines(from_texts(["The dam holds."], source=["Lantern"]))[:2]
    ['1 document with 3 words, of 1 input found', '1 source: Lantern 1']
    """
    documents, found = corpus.whole.documents, corpus.manifest["found"]
    n_documents, n_words = _count(len(documents), "document"), _count(corpus.whole.n_words, "word")
    return [
        f"{n_documents} with {n_words}, of {_count(found, 'input')} found",
        _source_line(documents["source"]),
        _date_line(documents["published"]),
        *_language_lines(documents["language"]),
        *_column_lines(corpus.manifest.get("recognised", {})),
        *_ledger_lines(corpus.ledger),
    ]


def _source_line(sources: pd.Series) -> str:
    if not sources.notna().any():
        return f"no sources{_NAMED}"
    without = f"; {_count(int(sources.isna().sum()), 'document')} without" if sources.isna().any() else ""
    return f"{_count(sources.nunique(), 'source')}: {_most(sources)}{without}"


def _date_line(published: pd.Series) -> str:
    if not published.notna().any():
        return f"no dates{_NAMED}"
    return f"published {published.min()} to {published.max()}; {int(published.isna().sum()):,} undated"


def _language_lines(languages: pd.Series) -> list[str]:
    if languages.nunique() < 2:
        return []
    return [f"languages: {_most(languages.dropna())}; the commonest is kept (language: ... for another)"]


def _column_lines(recognised: dict[str, list[str]]) -> list[str]:
    found = [
        ours if theirs == [ours] else f"{ours} from {' and '.join(map(repr, theirs))}"
        for ours, theirs in recognised.items()
    ]
    return [f"columns: {', '.join(found)}"] if found else []


def _ledger_lines(ledger: pd.DataFrame) -> list[str]:
    lines = [f"{outcome}: {_most(rows['reason'])}" for outcome, rows in ledger.groupby("outcome", sort=True)]
    firsts = ledger[ledger["outcome"] == "left out"].drop_duplicates("reason").head(_MOST_EXAMPLES)
    return lines + [
        f"  {row.path}: {row.detail or row.reason}; {row.remedy}" for row in firsts.itertuples(index=False)
    ]


def _most(values: pd.Series) -> str:
    """The values with their counts, the most frequent first; no more than eight."""
    counts = sorted(values.value_counts().items(), key=most_first)
    rest = f" and {len(counts) - 8:,} more" if len(counts) > 8 else ""
    return ", ".join(f"{name} {n:,}" for name, n in counts[:8]) + rest


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
