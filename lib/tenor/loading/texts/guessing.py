"""Which encoding a text is written in that does not say so and is not UTF-8."""

import re

from tenor.loading.texts.languages import english_share

# Those that news was written in before UTF-8 and that each look different in some language.
_PAGES = (
    *("cp1252", "iso8859-15", "mac-roman", "cp1250", "iso8859-2", "cp1257", "cp1254", "cp1258"),
    *("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "cp1253", "iso8859-7", "cp1255", "cp1256", "cp874"),
    *("shift_jis", "cp932", "euc-jp", "gb18030", "big5", "euc-kr", "cp949"),
)
# Quotation marks and letters where they stand in Western text; the likeliest of these encodings first.
_WESTERN = ("cp1252", "mac-roman", "iso8859-15")
_EAST_ASIAN = ("big5", "gb18030", "euc-kr", "shift_jis", "euc-jp")
_SMALL, _CAPITAL = "[ß-öø-ÿœšž]", "[À-ÖØ-ÞŒŠŽŸ]"
_LETTER_IN_PLACE = re.compile(
    f"(?<=[A-Za-z]){_SMALL}{{1,2}}|{_SMALL}{{1,2}}(?=[A-Za-z])|\\b[àéåöøÀÉ]\\b"
    f"|(?<=[A-Z]){_CAPITAL}{{1,2}}|\\b{_CAPITAL}{{1,2}}(?=[A-Za-z])"
)
_MARK_IN_PLACE = re.compile(
    "[’–—…•™®©\xa0]|(?<!\\w)[‘“¿¡„‚](?=[\\w‘“¿¡])|(?<=[\\w.,;:!?’…—–)\\]])”(?!\\w)|(?<!\\w)[«»]|[«»](?!\\w)"
    "|(?<!\\w)[£€](?=\\d)|(?<=\\d)\\s?[€°½¼¾×ªº¢]|(?<=[\\da-z])[²³]|(?<!\\w)[½¼¾±](?=[\\s\\d]|$)|§(?=\\s?\\d)"
)
# Up to so many accented letters, or up to so large a share, say too little of the language they belong to.
_FEW_LETTERS, _FEW_SHARE = 4, 0.02
# So much English has none of its own; texts of so few words say too little of their language, too.
_SOME_ENGLISH, _FEW_WORDS = 0.1, 3
SAMPLE_BYTES = 200_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def guess_encoding(data: bytes) -> str:
    """The likeliest encoding of text that is not UTF-8, or "" if none fits.

    A text with few letters outside ASCII says too little for statistics: it is taken as Western if its
    letters and marks stand where those of a Western text do, and as East Asian if such marks alone make
    sense of it. All others are told by the pairs of letters that are common in the languages written in
    each encoding (the library chardet). A guess may be wrong, so it is written to the ledger.

    >>> guess_encoding("“Déjà vu”, she said".encode("cp1252"))
    'cp1252'
    """
    sample = _sample(data)
    return _guess_by_place(sample, has_guests=_has_guests(data)) or _guess_by_language(sample)


def _sample(data: bytes) -> bytes:
    """The lines of `data` with bytes outside ASCII, as many as are enough to tell."""
    return b"".join(line for line in data.splitlines(keepends=True) if not line.isascii())[:SAMPLE_BYTES]


def _has_guests(data: bytes) -> bool:
    """Whether letters outside ASCII are rather those of foreign names than of the text's own language."""
    words = data[:SAMPLE_BYTES].decode("ascii", "ignore")
    return english_share(words) >= _SOME_ENGLISH or len(words.split()) <= _FEW_WORDS


def _guess_by_place(sample: bytes, *, has_guests: bool) -> str:
    """The encoding in which all that is not ASCII stands in its place, or ""."""
    for encoding in (*_WESTERN, *_EAST_ASIAN):
        text = try_decoding(sample, encoding)
        if text is None:
            continue
        letters = _MARK_IN_PLACE.sub("", text)
        if letters.isascii():
            return encoding
        is_likely = has_guests and encoding in _WESTERN and _are_few(letters)
        if is_likely and _LETTER_IN_PLACE.sub("", letters).isascii():
            return encoding
    return ""


def _are_few(text: str) -> bool:
    n_odd = len(text) - len(text.encode("ascii", "ignore"))
    return n_odd <= max(_FEW_LETTERS, _FEW_SHARE * len(text))


def _guess_by_language(sample: bytes) -> str:
    from chardet import detect

    found = detect(sample, include_encodings=_PAGES, prefer_superset=False, compat_names=False)
    return found["encoding"] or ""


def guess_wide_encoding(data: bytes) -> str:
    """Which UTF-16 or UTF-32 without a byte-order mark `data`, which has zeros, is, or ""."""
    from chardet import detect

    encoding = detect(data[:SAMPLE_BYTES], compat_names=False)["encoding"] or ""
    text = try_decoding(data, encoding)
    # In any other encoding the zeros of `data` stay.
    return "" if text is None or _CONTROL.search(text) else encoding


def try_decoding(data: bytes, encoding: str) -> str | None:
    """The text of `data`, or None if `encoding` is "", unknown or does not fit."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None
