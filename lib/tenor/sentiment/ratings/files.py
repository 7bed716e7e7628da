"""Rated sentences from a file of the user's."""

from pathlib import Path

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.formats import number_of
from tenor.sentiment.measures import pearson
from tenor.sentiment.ratings.numbers import HIGHEST, LOWEST, read_numbers
from tenor.sentiment.ratings.places import find_documents, normalise
from tenor.sentiment.ratings.sheets import Sheet, read_sheet
from tenor.tables import describe

_LEAST_PAIRS = 3


def read_ratings(path: str | Path, corpus: Corpus | None = None) -> pd.DataFrame:
    """Read sentences that people rated, such as a filled-in `draw_to_rate`.

    The file is CSV (commas or semicolons), TSV, both in UTF-8, or an Excel workbook (its first sheet). Its
    columns are `text` and `rating`: a number from -4 very negative over 0 neutral to 4 very positive, or
    "negative", "neutral", "positive", which count as -2, 0, 2. An empty rating is none. Several raters have
    columns `rating_1`, `rating_2` and so on, or rows of their own, in which a column `rater` may name them.
    `doc_id` is read where it is given; other columns are not.

    One row a rated sentence, in the order of the file: `text`, `rating` (mean of the raters), `n_raters`,
    `doc_id` (missing where unknown). Rows of the same text and `doc_id` are one sentence; a rater who rates
    it twice counts once, with the mean. White space does not part texts. The path "" gives a table without
    rows.

    With a corpus, only sentences that stand in it are kept, with the `doc_id` of their document: the named
    one if it holds the text, else the first that has it as a sentence. Notes count what is empty or left out,
    and tell how well one rater agrees with the mean of the others (Pearson's r over all ratings that have
    others), which no analyzer can be expected to pass by much.

    Raises
    ------
    UserError
        If there is no such file or it cannot be read, a column is missing, a rating is no number or off the
        scale, a rated row has no text, nothing is rated, or no rated text stands in the corpus.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "rated.csv"
    ...     _ = file.write_text("text,rating_1,rating_2\\nA great day.,3,2\\nIt rains.,,\\n")
    ...     read_ratings(file)
               text  rating  n_raters doc_id
    0  A great day.     2.5         2   <NA>
    """
    if not str(path):
        return _no_ratings()
    sheet = read_sheet(path)
    _check_text_column(sheet)
    values, n_words = read_numbers(sheet)
    ratings = _join_sentences(sheet, values)
    table = _average(ratings)
    notes = _account(sheet, ratings, len(sheet.rows) - values["row"].nunique(), n_words)
    if corpus is not None:
        table, lost = _place(table, corpus, sheet.name)
        notes += lost
    return describe(table, title="Sentences rated by people", row="one row is a sentence", notes=notes)


def _no_ratings() -> pd.DataFrame:
    columns = {"text": "string", "rating": float, "n_raters": int, "doc_id": "string"}
    return describe(
        pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in columns.items()}),
        title="Sentences rated by people",
        row="one row is a sentence",
        notes=["No ratings are given: fill in the sample that is drawn, and name its file as ratings."],
    )


def _check_text_column(sheet: Sheet) -> None:
    if "text" not in sheet.columns:
        raise UserError(
            f"{sheet.name} has no column 'text'; it has {', '.join(map(repr, sheet.columns))}. Its first row "
            "must name the columns text and rating"
        )


def _join_sentences(sheet: Sheet, values: pd.DataFrame) -> pd.DataFrame:
    """One row a sentence and rater, with the number of the `sentence`, its `text` and `doc_id`."""
    ratings = values.assign(
        text=[_text_of(*sheet.rows[row], sheet.name) for row in values["row"]],
        doc_id=[sheet.rows[row][1].get("doc_id", "").strip() for row in values["row"]],
    )
    ratings["sentence"] = ratings.groupby(["text", "doc_id"], sort=False).ngroup()
    columns = {"text": "first", "doc_id": "first", "value": "mean"}
    return ratings.groupby(["sentence", "rater"], sort=False, as_index=False).agg(columns)


def _text_of(number: int, cells: dict[str, str], name: str) -> str:
    text = normalise(cells.get("text", ""))
    if not text:
        raise UserError(f"{name}, row {number} has a rating and no text; give its sentence or remove the row")
    return text


def _average(ratings: pd.DataFrame) -> pd.DataFrame:
    by_sentence = ratings.groupby("sentence")
    table = by_sentence[["text", "doc_id"]].first()
    table.insert(1, "rating", by_sentence["value"].mean())
    table.insert(2, "n_raters", by_sentence.size())
    doc_ids = table["doc_id"].astype("string").replace("", pd.NA)
    return table.assign(text=table["text"].astype("string"), doc_id=doc_ids).reset_index(drop=True)


def _account(sheet: Sheet, ratings: pd.DataFrame, n_empty: int, n_words: int) -> list[str]:
    notes = [
        f"{number_of(ratings['sentence'].nunique(), 'sentence')} with {number_of(len(ratings), 'rating')} in "
        f"{sheet.name}; {LOWEST:g} is very negative, {HIGHEST:g} very positive."
    ]
    if n_empty:
        notes.append(f"{n_empty:,} of {len(sheet.rows):,} rows have an empty rating and are left out.")
    if n_words:
        notes.append(f"{number_of(n_words, 'rating')} given as words: negative is -2, neutral 0, positive 2.")
    return [*notes, *_agreement(ratings)]


def _agreement(ratings: pd.DataFrame) -> list[str]:
    """How well one rater agrees with the mean of the others, where there are several."""
    by_sentence = ratings.groupby("sentence")["value"]
    n, total = by_sentence.transform("size"), by_sentence.transform("sum")
    several = (n > 1).to_numpy()
    n_sentences = ratings.loc[several, "sentence"].nunique()
    if n_sentences < _LEAST_PAIRS:
        return ["Hardly any sentence has several raters, so how well raters agree is not known."]
    one = ratings["value"].to_numpy()[several]
    others = ((total - ratings["value"]) / (n - 1).clip(lower=1)).to_numpy()[several]
    r = pearson(one, others)
    said = f"r = {r:.2f}" if np.isfinite(r) else "no r, since all rate alike"
    return [
        f"One rater against the mean of the others: {said}, over {len(one):,} ratings of {n_sentences:,} "
        "sentences with several raters."
    ]


def _place(table: pd.DataFrame, corpus: Corpus, name: str) -> tuple[pd.DataFrame, list[str]]:
    """The sentences that stand in the corpus, with their `doc_id`, and a note on the others."""
    doc_ids = find_documents(table["text"], table["doc_id"].fillna(""), corpus)
    lost = doc_ids.isna().to_numpy(bool)
    if lost.all():
        raise UserError(
            f"{name}: of {number_of(len(table), 'rated sentence')} none stands in the corpus; the first is "
            f"{table['text'].iloc[0][:80]!r}. Give ratings of sentences of this corpus, or select more"
        )
    kept = table.assign(doc_id=doc_ids)[~lost].reset_index(drop=True)
    note = f"{lost.sum():,} of {len(table):,} rated sentences stand in no document here and are left out."
    return kept, [note] if lost.any() else []
