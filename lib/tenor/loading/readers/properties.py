"""What the files of word processors and the PDFs made of them say of themselves, as far as it makes sense."""

import re

# The names that programs give by themselves, and those of files.
_NO_TITLE = re.compile(
    r"(?:untitled|title|document|word document|new document|unknown|slide|page)[ \d]*|microsoft \w+ ?-.*"
    r"|.*\.(?:docx?|dot|rtf|odt|pdf|indd|qxp|qxd|pub|tex|dvi|ps|txt|html?)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:user|unknown|anonymous|author|admin(?:istrator)?|owner|microsoft(?: office)?(?: user)?|unspecified"
    r"|python-docx|none|n/?a|root|windows(?: user)?)[ \d]*",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")


def describe(title: str, author: str, created: str) -> dict[str, str]:
    """The fields `title`, `author` and `created` that have a sensible value.

    Titles that are names of files or that programs give by themselves are left out, and so are authors such
    as "User". `created` is when the file was made, not when its text was published, as ISO or as written.

    >>> describe("Microsoft Word - dam.doc", "Rosa Quayle", "D:20310304101500+01'00'")
    {'author': 'Rosa Quayle', 'created': '2031-03-04T10:15:00+01:00'}
    """
    title, author, created = (" ".join(value.split()) for value in (title, author, created))
    found = {
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "author": "" if _NO_AUTHOR.fullmatch(author) else author,
        "created": _as_iso(created),
    }
    return {name: value for name, value in found.items() if value}


def _as_iso(written: str) -> str:
    match = _PDF_DATE.fullmatch(written.rstrip("'"))
    if not match:
        return written
    year, month, day, hour, minute, second, utc, hours, minutes = match.groups(default="")
    if not hour:
        return f"{year}-{month}-{day}"
    zone = utc or (hours and f"{hours}:{minutes or '00'}")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"
