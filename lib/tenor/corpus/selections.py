"""Which documents a selection keeps."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from tenor.errors import UserError, check_choice


def choose(
    documents: pd.DataFrame, sources: Sequence[str], start: str, end: str, language: str
) -> np.ndarray:
    """Whether each document is of these sources, days and language; see `Corpus.select`."""
    keep = np.ones(len(documents), bool)
    known = documents["source"].dropna().unique()
    for source in sources:
        check_choice("sources", source, sorted(known))
    if start and end and start > end:
        raise UserError(f"start = {start!r} lies behind end = {end!r}; exchange them")
    if sources:
        keep &= documents["source"].isin(sources).to_numpy(bool)
    days = first_days(documents["published"])
    if start:
        keep &= (days >= start).fillna(False).to_numpy(bool)
    if end:
        keep &= (days <= end).fillna(False).to_numpy(bool)
    return keep & _is_in_language(documents["language"], language)


def have_values(documents: pd.DataFrame, where: Mapping[str, Any]) -> np.ndarray:
    """Whether each document has one of the values that `where` names for each of its columns.

    Raises
    ------
    UserError
        If there is no such column, or no document has the value.
    """
    keep = np.ones(len(documents), bool)
    for column, wanted in where.items():
        check_choice("where", column, map(str, documents.columns))
        values = documents[column].astype("string")
        names = [str(value) for value in (wanted if isinstance(wanted, list | tuple | set) else [wanted])]
        for name in names:
            check_choice(f"where[{column!r}]", name, sorted(values.dropna().unique()))
        keep &= values.isin(names).to_numpy(bool)
    return keep


def first_days(published: pd.Series) -> pd.Series:
    """The first day that each date, possibly partial, can mean: "1789" is "1789-01-01"."""
    return (published + "-01-01").str[:10]


def main_language(languages: pd.Series) -> str:
    """The commonest of `languages`, the first in the alphabet of several; "" if none is known.

    >>> main_language(pd.Series(["fr", "en", None, "en"]))
    'en'
    """
    counts = languages.value_counts().sort_index()
    return str(counts.idxmax()) if len(counts) else ""


def _is_in_language(languages: pd.Series, language: str) -> np.ndarray:
    wanted = main_language(languages) if language == "main" else language
    if not wanted:
        return np.ones(len(languages), bool)
    if language != "main":
        check_choice("language", language, sorted(languages.dropna().unique()))
    return (languages.isna() | (languages == wanted)).to_numpy(bool)


def earliest(documents: pd.DataFrame, groups: np.ndarray) -> np.ndarray:
    """The numbers of the documents that are the earliest of their cluster in their group, ascending."""
    clusters = pd.factorize(documents["cluster"])[0]
    order = order_of_publication(documents)
    keys = groups[order].astype(np.int64) * (clusters.max(initial=0) + 1) + clusters[order]
    _, firsts = np.unique(keys, return_index=True)
    return np.sort(order[firsts])


def order_of_publication(documents: pd.DataFrame) -> np.ndarray:
    """The numbers of the documents from the earliest published to the latest, undated ones last.

    Times of day are compared in UTC where they name their zone; on one day, documents without a time come
    first.
    """
    return np.argsort(publication_stamps(documents).fillna("9999").to_numpy(str), kind="stable")


def publication_stamps(documents: pd.DataFrame) -> pd.Series:
    """The first day that each document's date can mean, or day and time in UTC where a time is known."""
    stamps = first_days(documents["published"])
    timed = documents["published_time"].notna() & stamps.notna()
    if timed.any():
        written = stamps[timed] + "T" + documents.loc[timed, "published_time"]
        read = pd.to_datetime(written, utc=True, format="ISO8601", errors="coerce")
        stamps[timed] = read.dt.strftime("%Y-%m-%dT%H:%M:%S").fillna(stamps[timed])
    return stamps
