"""Texts with their voices as HTML: told by underlines, numbers and words as well as by colour."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

import pandas as pd

from tenor.formats import readable_date

# The tints let the page's own colours through, so that they suit light and dark ones.
_TINTS = ("0,114,178", "213,94,0", "0,158,115", "204,121,167", "230,159,0", "86,180,233")
_QUOTED = ("direct", "indirect")
_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
STYLE = """
.tenor-texts { max-width: 46rem; line-height: 1.7; overflow-wrap: anywhere; text-align: start; }
.tenor-texts p { margin: 0.7em 0; white-space: pre-line; }
.tenor-texts .head { margin-top: 2em; font-weight: bold; break-after: avoid; }
.tenor-texts .speakers { font-size: 0.85em; }
.tenor-texts .direct { border-bottom: 2px solid; }
.tenor-texts .indirect { border-bottom: 2px dashed; }
.tenor-texts .cue { font-style: italic; font-weight: bold; }
.tenor-texts .name { font-weight: bold; }
.tenor-texts .apart { opacity: 0.65; }
.tenor-texts .apart::before { content: "["; }
.tenor-texts .apart::after { content: "]"; }
.tenor-texts sup { font: bold 0.7em/1 sans-serif; margin-inline: 0.15em 0.1em; }
""" + "".join(
    f".tenor-texts .v{number} {{ background: rgba({tint},0.2); border-color: rgb({tint});"
    " -webkit-print-color-adjust: exact; print-color-adjust: exact; }\n"
    for number, tint in enumerate(_TINTS)
)
_LEGEND = (
    '<p class="speakers"><span class="direct">Solid line</span>: words in quotation marks; '
    '<span class="indirect">broken line</span>: reported words. The number behind them is the speaker’s in '
    'the list above the text, ? where nobody is named. <span class="cue">Bold italics</span>: the verb; '
    '<span class="name">bold</span>: who speaks; in [brackets]: no part of the report.</p>'
)
_PAGE = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    "<style>\n:root {{ color-scheme: light dark; }}\n"
    "body {{ margin: 2rem auto; padding: 0 1rem; max-width: 46rem; font-family: Georgia, serif; }}\n"
    "{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
)


def page_of(table: pd.DataFrame) -> str:
    """A page by itself of the texts in `table`, as `tenor.voices.annotate` makes it."""
    title = escape(table.attrs.get("title", "Texts with their voices"))
    return _PAGE.format(title=title, style=STYLE, body=texts_of(table))


def texts_of(table: pd.DataFrame) -> str:
    """The texts in `table` as HTML that takes its looks from `STYLE`, under a legend."""
    texts = "\n".join(_text(part) for _, part in table.groupby("doc_id", sort=False))
    return f'<div class="tenor-texts">\n{_LEGEND}\n{texts or "<p>No document holds a quotation.</p>"}\n</div>'


def _text(part: pd.DataFrame) -> str:
    """One document: what it is, who speaks in it how often, and its paragraphs."""
    first = part.iloc[0]
    published = readable_date(first["published"]) if pd.notna(first["published"]) else None
    about = [value for value in (first["title"], first["source"], published) if pd.notna(value)]
    quoted = part[part["voice"].isin(_QUOTED)]
    numbers = {name: number for number, name in enumerate(quoted["speaker"].dropna().unique(), 1)}
    paragraphs = "\n".join(f'<p dir="auto">{html}</p>' for html in _paragraphs(part, numbers))
    return (
        f'<p class="head" dir="auto">{escape(" · ".join(map(str, about)) or str(first["doc_id"]))}</p>\n'
        f"{_speakers(numbers)}\n{paragraphs}"
    )


def _speakers(numbers: dict[str, int]) -> str:
    if not numbers:
        return '<p class="speakers">No speaker is named.</p>'
    names = (
        f'<span class="v{number % 6}">{number} {escape(name)}</span>' for name, number in numbers.items()
    )
    return f'<p class="speakers">Speakers: {", ".join(names)}</p>'


def _paragraphs(part: pd.DataFrame, numbers: dict[str, int]) -> Iterator[str]:
    """The HTML of each paragraph: what stands between blank lines."""
    told = part[["voice", "speaker", "role", "text"]].astype(object)
    rows = told.where(told.notna(), None).itertuples(index=False, name=None)
    pieces: list[tuple | None] = []
    for voice, speaker, role, text in rows:
        for place, piece in enumerate(_PARAGRAPH.split(text)):
            pieces += [None] * bool(place)
            pieces += [(voice, speaker, role, piece)] * bool(piece)
    for is_break, run in groupby(pieces, lambda piece: piece is None):
        if not is_break:
            run = list(run)
            yield "".join(
                _stretch(*one, numbers, is_last=_ends(one, after))
                for one, after in zip(run, [*run[1:], None], strict=True)
            )


def _ends(one: tuple, after: tuple | None) -> bool:
    """Whether somebody's words end with a stretch."""
    return after is None or after[0] not in _QUOTED or after[1] != one[1]


def _stretch(
    voice: str, speaker: str | None, role: str | None, text: str, numbers: dict[str, int], *, is_last: bool
) -> str:
    html = escape(text, quote=False)
    if role:
        html = f'<span class="{"cue" if role == "cue" else "name"}">{html}</span>'
    if voice == "boilerplate":
        return f'<span class="apart">{html}</span>'
    if voice not in _QUOTED:
        return html
    number = numbers.get(speaker)
    tint = f" v{number % 6}" if number else ""
    title = escape(f"{speaker or 'nobody named'}, {voice}")
    label = f"<sup>{number or '?'}</sup>" if is_last else ""
    return f'<span class="{voice}{tint}" title="{title}">{html}</span>{label}'
