"""Furniture: lines of a page that are not the story, such as credits, captions and links."""

import re
from collections.abc import Iterator

from tenor.loading.texts.conventions.forms import FURNITURE, PICTURE, STARTS
from tenor.loading.texts.conventions.marks import Mark
from tenor.loading.texts.conventions.names import PERSON, is_plain
from tenor.loading.texts.lines import Line

# In how many of the last lines notes on the authors are sought, and how long furniture is.
_TAIL, _SHORT, _CAPTION, _LENGTH = 5, 70, 250, 400
_REACH, _START, _LEADING, _MIN_WORDS = 100, 4, 8, 3

_LEAD = " ([{*•>–—-\"“”'‘"
_PICTURED = re.compile(r"(?:file )?(?:photo(?:graph)?|picture)s? ?: ?\W?[A-Z]", re.IGNORECASE)

_OWNER = rf"{PERSON}(?: ?/ ?{PERSON}){{1,3}}|{PERSON} via {PERSON}"
_OWNED = re.compile(rf"[(\[]?(?:{_OWNER})[)\]]?\.?")
_BRACKETED = re.compile(
    rf"[(\[](?:(?i:{PICTURE} ?(?:: ?|by |courtesy |/))[^()\[\]]{{2,80}}|{_OWNER})\.?[)\]]\.?$"
)
_PHOTOGRAPHED = re.compile(
    rf"(?<=[.!?”\"] )Photo(?:graph)?s?(?: credits?)?(?:: ?| by ){PERSON}(?: ?/ ?{PERSON}){{0,3}}$"
)
_RIGHTS = re.compile(r"(?:[Cc]opyright )?© ?\d{4}.*")
_FOLLOW = re.compile(
    r"(?<=[.!?”\"] )(?:(?:You can )?[Ff]ollow (?:him|her|them|me|us|@).*@"
    r"|(?:He|She|They) tweets?\b.{0,20}@).*"
)
_WORD = re.compile(r"\w+")
_SIGN, _PHOTO = "©", "hoto"
_CLOSING = (")", ").", "]", "].")


def find_furniture(lines: list[Line]) -> list[Mark]:
    """The marks of lines that are no part of the story, and of what is none at the end of a line."""
    # Most lines are told to be none by a glance at both ends.
    found = [
        (start, line)
        for start, line in lines
        if line[:_START] in STARTS
        or (line[0] in _LEAD and line[:_LEADING].lstrip(_LEAD)[:_START] in STARTS)
        or line.endswith(_CLOSING)
        or (len(line) <= _SHORT and ("/" in line or " via " in line))
        or _PHOTO in line
        or line[0] == _SIGN
    ]
    marks = [mark for start, line in found for mark in _find(start, line)]
    return marks + [mark for start, line in lines[-_TAIL:] for mark in _find_notes(start, line)]


def _find(start: int, line: str) -> Iterator[Mark]:
    """The mark of the whole line, or of a credit at its end."""
    kind = _read(line) if len(line) <= _LENGTH else ""
    pattern = _BRACKETED if line.endswith(_CLOSING) else _PHOTOGRAPHED if _PHOTO in line else None
    match = pattern.search(line, max(0, len(line) - _REACH)) if pattern and not kind else None
    if kind:
        yield Mark(start, start + len(line), kind)
    elif match and _has_name(match[0]):
        is_caption = match.start() > 0 and len(line) <= _CAPTION
        begin = start if is_caption else start + match.start()
        yield Mark(begin, start + len(line), "caption" if is_caption else "credit")


def _read(line: str) -> str:
    """The kind of furniture that the whole line is, "" for none."""
    inside = line.lstrip(_LEAD)
    match = FURNITURE.fullmatch(inside) if inside[:_START] in STARTS or inside.startswith(_SIGN) else None
    if not match:
        is_owned = len(line) <= _SHORT and _has_name(line) and _OWNED.fullmatch(line)
        return "credit" if is_owned else ""
    if match.lastgroup in ("credit", "contribution") and not is_plain(inside[:1].upper() + inside[1:]):
        return "caption" if _PICTURED.match(inside) else ""
    return match.lastgroup or ""


def _has_name(words: str) -> bool:
    """Whether there are enough words for somebody's whole name and another."""
    return len(_WORD.findall(words)) >= _MIN_WORDS


def _find_notes(start: int, line: str) -> Iterator[Mark]:
    """The marks of notes on authors and rights in one of the last lines."""
    is_note = " contributed" in line or " reported from" in line
    if is_note and len(line) <= _LENGTH and line[0].isupper() and is_plain(line):
        yield Mark(start, start + len(line), "contribution")
    if _SIGN in line and (match := _RIGHTS.search(line, max(0, len(line) - _LENGTH))):
        yield Mark(start + match.start(), start + len(line), "copyright")
    if "@" in line and (match := _FOLLOW.search(line, max(0, len(line) - _LENGTH))):
        yield Mark(start + match.start(), start + len(line), "link")
