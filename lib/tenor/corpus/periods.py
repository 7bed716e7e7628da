"""Dates of documents, full or partial, to weeks, months and years."""

import datetime

import pandas as pd

UNITS = ("week", "month", "year")
_LENGTH = {"year": 4, "month": 7, "week": 10}
_ORDER = ("year", "month", "week")


def label_periods(published: pd.Series, unit: str) -> pd.Series:
    """The period of each date: a week by its Monday ("2031-03-03"), a month ("2031-03") or a year ("2031").

    Missing where the date is missing or less exact than the unit.

    >>> label_periods(pd.Series(["2031-03-05", "2031"], dtype="string"), "week").tolist()
    ['2031-03-03', <NA>]
    """
    published = published.astype("string")
    exact = published.where(published.str.len() >= _LENGTH[unit]).str[: _LENGTH[unit]]
    if unit != "week":
        return exact
    days = exact.dropna().unique()
    mondays = {day: _monday(day) for day in days}
    return exact.map(mondays).astype("string")


def _monday(day: str) -> str:
    date = datetime.date.fromisoformat(day)
    return (date - datetime.timedelta(days=date.weekday())).isoformat()


def all_periods(labels: pd.Series, unit: str) -> list[str]:
    """Every period from the first label to the last, also those in which nothing was published.

    >>> all_periods(pd.Series(["2031-01", "2031-03"]), "month")
    ['2031-01', '2031-02', '2031-03']
    """
    labels = labels.dropna()
    if labels.empty:
        return []
    first, last = labels.min(), labels.max()
    if unit == "year":
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    if unit == "month":
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(_months(first), _months(last) + 1)]
    start, end = (datetime.date.fromisoformat(day) for day in (first, last))
    return [
        (start + datetime.timedelta(days=days)).isoformat() for days in range(0, (end - start).days + 1, 7)
    ]


def _months(label: str) -> int:
    return int(label[:4]) * 12 + int(label[5:7]) - 1


def choose_period(published: pd.Series) -> str:
    """The unit that suits the dates: the finest that at least nine tenths of them are exact enough for, and
    that parts their span into no more than 60 periods; years where none does, or where there is no date."""
    known = published.dropna().astype("string")
    for unit in reversed(_ORDER):
        labels = label_periods(known, unit)
        if len(known) and labels.notna().mean() >= 0.9 and len(all_periods(labels, unit)) <= 60:
            return unit
    return "year"
