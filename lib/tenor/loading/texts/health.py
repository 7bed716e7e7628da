"""Texts that were damaged on their way here, made whole again: each repair is counted and told."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

# The bytes of printable ASCII and of ordinary white space, made spaces: what is left needs a look.
_PLAIN = bytes(range(32, 127)) + b"\t\n\v\f\r"
_BLANKED = bytes(32 if byte in _PLAIN else byte for byte in range(256))

_PAGES = ("latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "iso-8859-2")


def _signs(first: int, last: int) -> str:
    """What the bytes `first` to `last` stand for in some code page of one byte."""
    signs = {bytes([byte]).decode(page, "ignore") for page in _PAGES for byte in range(first, last + 1)}
    return "".join(sorted(signs))


# What may be UTF-8 read in a code page: a sign of a first byte, then those of one, two or three more.
_MORE = f"[{_signs(0x80, 0xBF)}\ufffd]"
_MOJIBAKE = re.compile(
    f"[\x80-\x9fÂÃ√≈¬├]|‚[Äâó]|[{_signs(0xC2, 0xDF)}]{_MORE}"
    f"|[{_signs(0xE0, 0xEF)}]{_MORE}{{2}}|[{_signs(0xF0, 0xF4)}]{_MORE}{{3}}"
)
# A closing quotation mark whose third byte, none in Windows-1252, got lost.
_LOST_QUOTE = re.compile("â€(?:\ufffd|(?=[\\s.,;:!?)\\]]|$))")
# Signs of second bytes that a compatibility form (NFKC) has turned into others since.
_FLATTENED = re.compile("(Ã|Ã\x83Â)( [\u0301\u0304\u0308\u0327]|[13]⁄[24]|(?<=[A-Za-z]Ã)[123](?=[a-z]))")
_SECOND_SIGNS = {unicodedata.normalize("NFKC", sign): sign for sign in "´¯¨¸¼½¾¹²³"}

# Neither white space nor U+0000, which tells that an input is no text.
_CONTROLS = "\x01-\x08\x0e-\x1f\x7f-\x9f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Joiners do something only behind letters of the scripts from Hebrew to Mongolian, and in emoji.
_JOINED = "\u0590-\u1cff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U000e007f"
_IDLE_JOINER = f"(?<![{_JOINED}])[\u200c\u200d]"
_NEEDLESS = re.compile(f"[{_CONTROLS}]|{_IDLE_JOINER}")
_NEEDLESS_LEFT_TO_RIGHT = re.compile(f"[{_CONTROLS}{_DIRECTIONS}]|{_IDLE_JOINER}")

_SOFT_HYPHEN = re.compile("\u00ad(?:[ \t]*\r?\n[ \t]*(?=[^\\W\\d_]))?")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# At the start of a run outside ASCII it may belong to a letter of ASCII before it.
_LOOSE_ACCENT = re.compile("(?<![^ ])[\u0300-\u036f]")
_INVISIBLE = re.compile(f"[{_CONTROLS}{_DIRECTIONS}\u200c\u200d]")


class Mended(NamedTuple):
    """A text made whole, and what was changed: reasons of `outcomes.REASONS`, each with how often."""

    text: str
    changes: list[tuple[str, str]]


def mend(text: str) -> Mended:
    """Undo what programs did to a text on its way, and say what was undone.

    - Letters followed by their accents become single letters (Unicode's form NFC), because words would
      count apart.
    - Signs that were read in the wrong encoding, once or twice over ("donâ€™t"), are read anew, in the lines
      where they stand, by the rules of the library ftfy.
    - Control and format characters that show as nothing go: also byte-order marks inside the text, marks of
      writing direction where no letter runs from right to left, and joiners outside the scripts and emoji
      that need them. Those that part words become a space. Line ends, tabs, form feeds, zero-width spaces
      and U+0000 stay.
    - Soft hyphens go, together with the line end that they part a word at.
    - Latin ligatures become letters.

    A text in good health comes back as it is, and a mended text is in good health. What was lost (U+FFFD)
    stays lost, and a text that shows such damage on purpose is repaired, too.

    >>> mend("The bridge wasnâ€™t closed.")
    Mended(text='The bridge wasn’t closed.', changes=[('mojibake repaired', '1 place')])
    >>> mend("“The café is open”").changes
    []
    """
    counts = dict.fromkeys(_STEPS, 0)
    before, odd = "", _odd_part(text)
    while odd and text != before:
        before = text
        for reason, (is_suspect, step) in _STEPS.items():
            if is_suspect(odd):
                text, count = step(text)
                counts[reason] += count
                odd = _odd_part(text)
    return Mended(text, [(reason, _places(count)) for reason, count in counts.items() if count])


def _odd_part(text: str) -> str:
    """The runs of characters outside ASCII and of controls, which tell what a step might find."""
    return b" ".join(text.encode("utf-8", "replace").translate(_BLANKED).split()).decode()


def _places(count: int) -> str:
    return f"{count:,} place{'s' if count > 1 else ''}"


def _is_loose(odd: str) -> bool:
    return bool(_LOOSE_ACCENT.search(odd)) or not unicodedata.is_normalized("NFC", odd)


def _compose_letters(text: str) -> tuple[str, int]:
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return text, 0
    return composed, sum(
        not (word.isascii() or unicodedata.is_normalized("NFC", word)) for word in text.split()
    )


def _repair_mojibake(text: str) -> tuple[str, int]:
    lines, counts = zip(*map(_repair_line, text.split("\n")), strict=True)
    return "\n".join(lines), sum(counts)


def _repair_line(line: str) -> tuple[str, int]:
    """The line, and how many runs of characters outside ASCII are new in it."""
    if line.isascii() or not _MOJIBAKE.search(line):
        return line, 0
    import ftfy

    spread = _FLATTENED.sub(lambda match: match[1] + _SECOND_SIGNS[match[2]], line)
    repaired = ftfy.fix_encoding(_LOST_QUOTE.sub("”", spread))
    gone = Counter(_odd_runs(spread)) - Counter(_odd_runs(repaired))
    return (repaired, gone.total()) if gone else (line, 0)


def _odd_runs(line: str) -> list[str]:
    return re.findall("[^\x00-\x7f]+", line)


def _remove_controls(text: str) -> tuple[str, int]:
    needless = _NEEDLESS if _RIGHT_TO_LEFT.search(text) else _NEEDLESS_LEFT_TO_RIGHT
    return needless.subn(lambda match: " " if match[0].isspace() else "", text)


def _remove_soft_hyphens(text: str) -> tuple[str, int]:
    return _SOFT_HYPHEN.subn("", text)


def _part_ligatures(text: str) -> tuple[str, int]:
    return _LIGATURE.subn(lambda match: unicodedata.normalize("NFKC", match[0]), text)


# Of each what tells by the odd part of a text whether there is something to do, and what does it. In this
# order: mojibake is known by composed letters and holds what would be controls and soft hyphens.
_STEPS: dict[str, tuple[Callable[[str], object], Callable[[str], tuple[str, int]]]] = {
    "letters composed": (_is_loose, _compose_letters),
    "mojibake repaired": (_MOJIBAKE.search, _repair_mojibake),
    "control characters removed": (_INVISIBLE.search, _remove_controls),
    "soft hyphens removed": (_SOFT_HYPHEN.search, _remove_soft_hyphens),
    "ligatures parted": (_LIGATURE.search, _part_ligatures),
}
