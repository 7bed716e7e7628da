"""Ratings as people write them, read as numbers from -4 to 4."""

import re

import numpy as np
import pandas as pd

from tenor.errors import UserError
from tenor.sentiment.ratings.sheets import Sheet

LOWEST, HIGHEST = -4.0, 4.0
WORDS = {"negative": -2.0, "neutral": 0.0, "positive": 2.0}
_RATING = re.compile(r"rating(_\d+)?")


def read_numbers(sheet: Sheet) -> tuple[pd.DataFrame, int]:
    """The filled-in ratings, and how many are words.

    One row a rating: `row` (its place among the rows of the sheet), `rater` (a name, or else the column and
    the row), `value`.

    Raises
    ------
    UserError
        If there is no column of ratings, a rating is neither a number nor a known word, one is off the scale,
        or there is none.
    """
    columns = [name for name in sheet.columns if _RATING.fullmatch(name)]
    if not columns:
        raise UserError(
            f"{sheet.name} has no column 'rating'; it has {', '.join(map(repr, sheet.columns))}. Name it so, "
            "or rating_1, rating_2 … for several raters"
        )
    found = []
    n_words = 0
    for place, (number, cells) in enumerate(sheet.rows):
        for column in columns:
            written = cells.get(column, "").strip()
            if written:
                value = _read(written, f"{sheet.name}, row {number}, column {column}")
                rater = cells.get("rater", "").strip() or ("" if len(columns) > 1 else f"row {number}")
                found.append((place, f"{rater} {column}", value))
                n_words += written.lower() in WORDS
    if not found:
        raise UserError(
            f"{sheet.name}: nothing is rated yet: all {len(sheet.rows):,} rows have an empty rating. Fill in "
            f"numbers from {LOWEST:g} to {HIGHEST:g} and save the file"
        )
    return pd.DataFrame(found, columns=["row", "rater", "value"]), n_words


def _read(written: str, where: str) -> float:
    if written.lower() in WORDS:
        return WORDS[written.lower()]
    try:
        value = float(written.replace("−", "-").replace(",", "."))
    except ValueError:
        value = np.nan
    if np.isnan(value):
        raise UserError(
            f"{where}: the rating {written!r} is no number; give one from {LOWEST:g} to {HIGHEST:g}, or "
            f"{', '.join(WORDS)}, or leave it empty"
        )
    if not LOWEST <= value <= HIGHEST:
        raise UserError(
            f"{where}: the rating {written} is off the scale from {LOWEST:g} (very negative) over 0 to "
            f"{HIGHEST:g} (very positive); bring another scale to it first, such as one from 1 to 5 by "
            "(rating - 3) * 2"
        )
    return value
