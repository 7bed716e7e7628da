"""From inputs to documents: the funnel, the formats, the languages."""

import posixpath

import pandas as pd

from tenor.corpus import Corpus
from tenor.tables import describe

UNKNOWN_LANGUAGE = "(too short to tell)"


def funnel(corpus: Corpus) -> pd.DataFrame:
    """Follow the inputs from those found to the documents at hand.

    One row is a step: `step`, `n_inputs` (files, or rows of tables; what is taken away is negative). The rows
    before the last add up to it.

    >>> from tenor.corpus import from_texts
    >>> funnel(from_texts(["The dam holds.", "It broke."]))
            step  n_inputs
    0      found         2
    1  documents         2
    """
    left_out = corpus.ledger.loc[corpus.ledger["outcome"] == "left out", "reason"].value_counts()
    n_found = corpus.manifest["found"]
    n_foreign = _n_in_other_languages(corpus)
    n_outside = len(corpus.whole.documents) - len(corpus.documents) - n_foreign
    steps = [("found", n_found)]
    steps += [(f"left out: {reason}", -int(n)) for reason, n in sorted(left_out.items(), key=most_first)]
    steps += [("in another language", -n_foreign)] if n_foreign else []
    steps += [("outside the chosen sources and days", -n_outside)] if n_outside else []
    steps.append(("documents", len(corpus.documents)))
    notes = ["An input is a file, or a row of a table. The ledger names each that was left out, and why."]
    if n_hidden := corpus.manifest.get("n_passed_over", 0):
        notes.append(f"{n_hidden:,} hidden files, hidden folders and folders linked twice are not inputs.")
    table = pd.DataFrame(steps, columns=["step", "n_inputs"])
    return describe(table, title="From inputs to documents", row="one row is a step", notes=notes)


def _n_in_other_languages(corpus: Corpus) -> int:
    """How many documents are not here though others, in the one language of those that are, would be."""
    kept, languages = corpus.documents["language"].dropna().unique(), corpus.whole.documents["language"]
    if len(kept) != 1:
        return 0
    return int((languages.notna() & (languages != kept[0])).sum())


def most_first(counted: tuple[str, int]) -> tuple[int, str]:
    """The order of names with counts: the most frequent first, equal ones by name."""
    name, count = counted
    return -count, name


def formats(corpus: Corpus) -> pd.DataFrame:
    """Count what each format gave.

    One row is a format, the suffix of the inputs' names, in alphabetical order: `format`, `n_inputs` (files,
    or rows of tables), `n_documents`, `n_left_out`, `n_changed` (changes noted, of which a document may have
    several). It covers the whole corpus, also where `corpus` is a selection of it.

    >>> from tenor.corpus import from_texts
    >>> formats(from_texts(["The dam holds."], path=["a.txt"]))[["format", "n_inputs", "n_documents"]]
      format  n_inputs  n_documents
    0   .txt         1            1
    """
    outcomes = corpus.ledger["outcome"]
    counts = {
        "n_documents": _suffixes(corpus.whole.documents["path"]).value_counts(),
        "n_left_out": _suffixes(corpus.ledger.loc[outcomes == "left out", "path"]).value_counts(),
        "n_changed": _suffixes(corpus.ledger.loc[outcomes == "changed", "path"]).value_counts(),
    }
    table = pd.DataFrame(counts).fillna(0).astype(int).sort_index()
    table.insert(0, "n_inputs", table["n_documents"] + table["n_left_out"])
    table = table[table["n_inputs"] > 0].rename_axis("format").reset_index()
    notes = ["Members of archives count under their own format."]
    return describe(table, title="Inputs by format", row="one row is a format", notes=notes)


def _suffixes(paths: pd.Series) -> pd.Series:
    return paths.dropna().map(lambda path: posixpath.splitext(path)[1].lower() or "(none)")


def languages(corpus: Corpus) -> pd.DataFrame:
    """Count the documents in each language.

    One row is a language, the commonest first: `language` (ISO 639-1), `n_documents`, `document_share` (0 to
    1), `n_words`, `is_counted`: whether its documents are among those of `corpus`, which are the ones that
    measures count. It covers the whole corpus, also where `corpus` is a selection of it.

    The language is guessed from the letters and words of the text; a document that mixes two counts under the
    one it has more of.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["It rains.", "Il pleut.", "It holds."], language=["en", "fr", "en"])
    >>> languages(corpus.select(language="main"))[["language", "n_documents", "is_counted"]]
      language  n_documents  is_counted
    0       en            2        True
    1       fr            1       False
    """
    documents = corpus.whole.documents
    names = documents["language"].fillna(UNKNOWN_LANGUAGE)
    table = documents["n_words"].groupby(names).agg(n_documents="size", n_words="sum")
    table.insert(1, "document_share", table["n_documents"] / max(len(documents), 1))
    table["is_counted"] = table.index.isin(corpus.documents["language"].fillna(UNKNOWN_LANGUAGE))
    table = table.rename_axis("language").reset_index()
    table = table.sort_values(["n_documents", "language"], ascending=[False, True], ignore_index=True)
    table["language"] = table["language"].astype("string")
    n_left = int(table.loc[~table["is_counted"], "n_documents"].sum())
    notes = [f"{n_left:,} of {len(documents):,} documents are in a language that is not counted."]
    return describe(table, title="Languages", row="one row is a language", notes=notes)
