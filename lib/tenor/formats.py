"""How values are written for people, by what their column is."""

import calendar
import re
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd

MISSING = "–"
_FORMATS = {
    "confidence": "{:.2f}",
    "speakers": "{:,.1f}",
    "per_million": "{:,.1f}",
    "polarity": "{:+.3f}",
    "difference": "{:+.3f}",
    **dict.fromkeys(("textblob", "vader", "tone"), "{:+.2f}"),
    **dict.fromkeys(("pearson", "spearman", "macro_f1"), "{:.2f}"),
    **dict.fromkeys(("negative", "neutral", "positive"), "{:.1%}"),
    "log_ratio": "{:+.2f}",
    "lrc": "{:+.2f}",
    "g2": "{:+,.1f}",
    "log_dice": "{:.2f}",
    "t_score": "{:.2f}",
    "n_words": "{:,.0f}",
    "per_word": "{:.2f}",
    "words_per_document": "{:,.0f}",
    **dict.fromkeys(
        ("arf", "mtld", "yules_k", "per_sentence", "flesch", "smog", "fog", "lix", "ari"), "{:,.1f}"
    ),
    "mean": "{:,.1f}",
    "median": "{:,.0f}",
}
_TIGHT = 0.001
# What `low` and `high` bound.
_BOUNDED = ("per_million", "difference", "pearson_r", "rating", "polarity", "effective_speakers", "share")


def number_of(n: int, thing: str) -> str:
    """A number of things.

    >>> number_of(1, "document"), number_of(1200, "copy")
    ('1 document', '1,200 copies')
    """
    plural = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{n:,} {thing if n == 1 else plural}"


def column_label(name: str) -> str:
    """The heading of a column.

    >>> column_label("document_frequency")
    'document frequency'
    """
    return str(name).replace("_", " ")


def bounded_column(name: str, table: pd.DataFrame) -> str:
    """The column that `low` and `high` bound, so that they are written like it; else `name` itself."""
    if name not in ("low", "high"):
        return name
    return next((other for other in _BOUNDED if other in table), name)


def shown_values(column: pd.Series) -> list[str]:
    """The values of a column as text: thousands parted, shares in percent, missing as a dash.

    >>> shown_values(pd.Series([0.125, None], name="document_share"))
    ['12.5%', '–']
    """
    return [_shown(str(column.name), value) for value in column]


def _shown(name: str, value: Any) -> str:
    if _is_missing(value):
        return MISSING
    if isinstance(value, bool | np.bool_):
        return "yes" if value else ""
    if isinstance(value, Integral):
        return f"{value:,}"
    if isinstance(value, Real):
        return _shown_float(name, float(value))
    return " ".join(str(value).split())


def _shown_float(name: str, value: float) -> str:
    if name.startswith("p_"):
        return f"{value:.3f}" if value >= _TIGHT else "<0.001"
    if "share" in name:
        return f"{value:.1%}"
    pattern = next((_FORMATS[key] for key in _FORMATS if key in name), "{:,.3f}")
    return pattern.format(value)


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value != value


def readable_date(date: str) -> str:
    """An ISO date, full or partial, as people write it.

    >>> [readable_date(date) for date in ("2031-03-04", "2031-03", "1789")]
    ['4 March 2031', 'March 2031', '1789']
    """
    parts = date.split("-")
    if len(parts) > 1:
        parts[1] = calendar.month_name[int(parts[1])]
    if len(parts) > 2:
        parts[2] = str(int(parts[2]))
    return " ".join(reversed(parts))


def without_markup(text: str) -> str:
    """Computed Markdown as plain text.

    >>> without_markup("- **Lantern** uses more *dam*")
    'Lantern uses more dam'
    """
    lines = (line.removeprefix("- ") for line in text.splitlines())
    return re.sub(r"\\(.)|\*", r"\1", " ".join(lines))


def is_text_column(column: pd.Series) -> bool:
    """Whether a column holds words rather than numbers."""
    return not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column))


def sort_key(value: Any) -> str:
    """The number behind a formatted cell, for sorting; "" where the text itself serves.

    >>> sort_key(1234), sort_key("dam")
    ('1234', '')
    """
    if _is_missing(value) or isinstance(value, str | bool | np.bool_):
        return ""
    return f"{float(value):.10g}"
