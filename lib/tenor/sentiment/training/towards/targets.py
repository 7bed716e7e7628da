"""Rated mentions, as the file that the user names has them."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tenor.errors import UserError

# The ratings of the file, as places in `tenor.sentiment.targets.model.LABELS`.
RATINGS = {2: 0, 4: 1, 6: 2}
_NEEDED = ("primary_gid", "sentence_normalized", "targets")


class Rated(NamedTuple):
    """Mentions with their ratings: each list and array has one entry a mention. Mentions of one `group`
    (the articles on one event, and sentences that are the same) are never parted by a test."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    classes: np.ndarray
    groups: np.ndarray


def read_targets(path: str | Path) -> Rated:
    """Read a file with a JSON object a line, a sentence and the ratings of its targets.

    `primary_gid` names the article, `sentence_normalized` is the text; each of `targets` has `from` and `to`
    (characters of the text) and `polarity`, which is 2 (negative), 4 (neutral) or 6 (positive).

    Raises
    ------
    UserError
        If the file cannot be read, or a line lacks something; it names the line.
    """
    rows: list[tuple[str, int, int, int, str]] = []
    group_of: dict[str, str] = {}
    for number, line in enumerate(_lines(Path(path)), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            entry = _entry(line, where)
            text = entry["sentence_normalized"]
            group = group_of.setdefault(text, article_of(str(entry["primary_gid"])))
            rows += [(text, *_rating(target, text, where), group) for target in entry["targets"]]
    if not rows:
        raise UserError(f"{path} holds no rated mention; give a file with a JSON object a line")
    texts, starts, ends, classes, groups = (list(column) for column in zip(*rows, strict=True))
    return Rated(texts, starts, ends, np.array(classes), np.array(groups))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{path} cannot be read as UTF-8 text: {error}; name a file of rated mentions"
        ) from error


def _entry(line: str, where: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise UserError(f"{where} is no JSON ({error}); each line is one object") from error
    lacking = [name for name in _NEEDED if not isinstance(entry, dict) or name not in entry]
    if lacking or not isinstance(entry["targets"], list):
        what = f"lacks {', '.join(lacking)}" if lacking else "has targets that are no list"
        raise UserError(f"{where} {what}; needed are {', '.join(_NEEDED)}")
    return entry


def _rating(target: Any, text: str, where: str) -> tuple[int, int, int]:
    try:
        start, end, rating = int(target["from"]), int(target["to"]), float(target["polarity"])
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            f"{where}: a target needs numbers as from, to and polarity, not {target!r}"
        ) from error
    if not 0 <= start < end <= len(text):
        raise UserError(f"{where}: from {start} to {end} is no span of a text of {len(text)} characters")
    if rating not in RATINGS:
        raise UserError(f"{where}: polarity = {rating:g} is not 2 (negative), 4 (neutral) or 6 (positive)")
    return start, end, RATINGS[int(rating)]


def article_of(gid: str) -> str:
    """The article of a gid, or the event where gids name one that several articles are on.

    >>> article_of("allsides_1000_401_25_Orr_0_6"), article_of("polusa_v1_123_-1_15_Orr_1_7")
    ('allsides 401', 'polusa 123')
    """
    parts = gid.split("_")
    return f"{parts[0]} {parts[2]}" if len(parts) > 2 else gid
