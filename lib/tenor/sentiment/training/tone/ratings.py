"""Rated sentences from a file."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from tenor.errors import UserError

COLUMNS = ("id", "rating", "text")
LOWEST, HIGHEST = -4.0, 4.0


class Ratings(NamedTuple):
    """Rated sentences: one entry a sentence.

    `groups` numbers the article of each (sentences of one article are never parted between training and
    testing), `ratings` holds the mean of people's ratings from -4 to 4, `texts` the sentences.
    """

    groups: np.ndarray
    ratings: np.ndarray
    texts: list[str]

    def take(self, rows: np.ndarray) -> "Ratings":
        """The sentences of these rows."""
        return Ratings(self.groups[rows], self.ratings[rows], [self.texts[row] for row in rows.tolist()])


def read_ratings(path: str | Path) -> Ratings:
    """Read a table separated by tabs with the columns `id`, `rating` (-4 to 4) and `text`.

    What stands before the last underscore of an id names the article; an id without one is an article of its
    own. Quotation marks have no special meaning. Empty lines are passed over.

    Raises
    ------
    UserError
        If the file cannot be read, lacks a column, has no rated line, or a line has another number of fields,
        a rating that is no number from -4 to 4, or no text.
    """
    path = Path(path)
    names, lines = _read_lines(path)
    articles, ratings, texts = [], [], []
    for number, line in lines:
        where = f"{path.name}, line {number}: {line[:60]!r}"
        fields = line.split("\t")
        if len(fields) != len(names):
            raise UserError(f"{where} has {len(fields)} fields; the first line names {len(names)} columns")
        row = dict(zip(names, fields, strict=True))
        articles.append(row["id"].rpartition("_")[0] or row["id"])
        ratings.append(_read_rating(row["rating"], where))
        texts.append(_check_text(row["text"].strip(), where))
    if not texts:
        raise UserError(f"{path.name} has no rated line; give at least one below the names of the columns")
    return Ratings(np.unique(articles, return_inverse=True)[1], np.array(ratings), texts)


def _read_lines(path: Path) -> tuple[list[str], list[tuple[int, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UserError(f"The ratings {str(path)!r} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The ratings {str(path)!r} are not in UTF-8; save them in this encoding") from error
    names = [name.strip().lower() for name in lines[0].split("\t")]
    if missing := [name for name in COLUMNS if name not in names]:
        raise UserError(
            f"{path.name} has no column {' or '.join(map(repr, missing))}; its first line must name the "
            "columns id, rating and text, separated by tabs"
        )
    return names, [(number, line) for number, line in enumerate(lines[1:], start=2) if line.strip()]


def _read_rating(field: str, where: str) -> float:
    try:
        rating = float(field)
    except ValueError:
        rating = np.nan
    if not LOWEST <= rating <= HIGHEST:
        raise UserError(
            f"{where} has the rating {field!r}; a rating is a number from {LOWEST:g} to {HIGHEST:g}"
        )
    return rating


def _check_text(text: str, where: str) -> str:
    if not text:
        raise UserError(f"{where} has no text; remove the line or give one")
    return text
