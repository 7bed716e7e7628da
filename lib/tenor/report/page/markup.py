"""HTML that a notebook's outputs hold, reduced to what can do no harm on a page that asks for nothing."""

import re
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

# A box that a wide table scrolls in by itself, also by keyboard.
SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="Table">'
_VOID = frozenset({"br", "hr", "col", "wbr"})
_ALLOWED = _VOID.union(
    "a abbr b blockquote caption cite code colgroup dd del details div dl dt em figcaption figure i ins "
    "kbd li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr "
    "u ul".split()
)
# Their content is no text for readers.
_DROPPED = frozenset({"script", "style", "title", "head", "template"})
_ATTRIBUTES = frozenset({"class", "data-sort", "scope", "colspan", "rowspan", "title", "lang", "dir"})
_HARMLESS_LINK = re.compile(r"(https?://|mailto:|#|(tables|figures|notebooks)/[\w./-]+$)", re.ASCII)


class _Cleaner(HTMLParser):
    """Writes its input anew: known elements with known attributes, everything else as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._open: list[str] = []
        self._dropping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropping.append(tag)
        if self._dropping or tag not in _ALLOWED:
            return
        if tag == "table":
            self.written.append(SCROLL)
        kept = [f' {name}="{escape(value or "")}"' for name, value in attrs if _is_kept(tag, name, value)]
        self.written.append(f"<{tag}{''.join(kept)}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag == self._dropping[-1]:
                self._dropping.pop()
        elif tag in self._open:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.written.append(escape(data, quote=False))

    def close(self) -> None:
        super().close()
        while self._open:
            self._close()

    def _close(self) -> str:
        tag = self._open.pop()
        self.written.append(f"</{tag}>" + ("</div>" if tag == "table" else ""))
        return tag


def _is_kept(tag: str, name: str, value: str | None) -> bool:
    if tag == "a" and name == "href":
        return bool(_HARMLESS_LINK.match(value or ""))
    return name in _ATTRIBUTES


def clean_html(source: str) -> Markup:
    """Rewrite `source` with the elements and attributes of text and tables alone.

    Scripts, styles, pictures, forms and frames are left out, their text stays, except that of scripts and
    styles. What was not closed is closed, so that a fragment cannot break the page around it. Each table is
    put into a box that scrolls by itself.

    >>> clean_html('<b onclick="x()">Dam<script>x()</script> & reservoir')
    Markup('<b>Dam &amp; reservoir</b>')
    """
    cleaner = _Cleaner()
    cleaner.feed(source)
    cleaner.close()
    return Markup("".join(cleaner.written))
