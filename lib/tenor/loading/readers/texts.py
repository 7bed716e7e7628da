"""The text of a file that is read in one piece."""

from tenor.loading.outcomes import LeftOutError
from tenor.loading.texts.decoding import Decoded, decode

# The web's own rule: what declares these is written in Windows-1252.
_LATIN = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}


def read_text(data: bytes, *, declared: str = "") -> Decoded:
    """The text of `data`, as `decode` finds it.

    Raises
    ------
    LeftOutError
        If it fits no encoding.

    >>> read_text(b"caf\\xc3\\xa9").text
    'café'
    """
    decoded = decode(data, declared=declared)
    if not decoded.encoding:
        raise LeftOutError("not text" if b"\0" in data else "undecodable")
    return decoded


def web_encoding(declared: str) -> str:
    """The encoding that a feed or server means by the one that it declares.

    >>> web_encoding("ISO-8859-1"), web_encoding("utf-8")
    ('cp1252', 'utf-8')
    """
    return "cp1252" if declared.lower() in _LATIN else declared
