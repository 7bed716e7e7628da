"""Column names: which column of an input is our text, source, date and so on."""

from collections.abc import Iterable, Mapping

from tenor.errors import check_choice

# Our name, and the names that mean the same, likeliest first; compared without case, spaces, "_" and "-".
SYNONYMS = {
    "doc_id": "id docid documentid articleid storyid guid identifier",
    "text": "body content fulltext articletext articlebody maintext bodytext article story rawtext",
    "title": "headline heading head articletitle",
    "source": "outlet publication newspaper publisher sitename site medianame medium media paper",
    "published": "date pubdate publicationdate publishdate datepublished publisheddate publishedat year",
    "author": "authors byline writer journalist reporter creator",
    "agency": "newsagency wireagency wire newswire",
    "file": "filename path filepath document",
}
# Names that stand for Tenor's own columns; an input's column of another meaning gets "_given" behind it.
RESERVED = frozenset(
    "path row encoding n_characters n_words n_tokens n_sentences cluster text_digest".split()
).union(SYNONYMS)
_OURS = {word: ours for ours, words in SYNONYMS.items() for word in [ours.replace("_", ""), *words.split()]}
_ORDER = {word: number for number, word in enumerate(_OURS)}


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character not in " _-")


class Columns:
    """What the columns of the inputs are called here.

    `mapping` is the user's: our name -> theirs; it goes before the synonyms. `seen` keeps the names given for
    each set of columns met, so that it can be shown what was recognised.

    Raises
    ------
    UserError
        If `mapping` names something that is no column of ours.

    >>> Columns({"text": "words"}).rename(("ID", "words", "Publication date", "desk", "path"))
    ('doc_id', 'text', 'published', 'desk', 'file')
    """

    def __init__(self, mapping: Mapping[str, str] | None = None):
        self.mapping = dict(mapping or {})
        for ours in self.mapping:
            check_choice("columns", ours, SYNONYMS)
        self.seen: dict[tuple[str, ...], tuple[str, ...]] = {}

    def rename(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Our name for each of `names`, each of ours once; those not recognised keep theirs."""
        if names not in self.seen:
            ours = self._recognise(names)
            self.seen[names] = tuple(ours.get(name) or unreserved(name) for name in names)
        return self.seen[names]

    def _recognise(self, names: tuple[str, ...]) -> dict[str, str]:
        found = {theirs: ours for ours, theirs in self.mapping.items() if theirs in names}
        plain = {name: _plain(name) for name in names if name not in found}
        for name in sorted(plain, key=lambda name: _ORDER.get(plain[name], len(_ORDER))):
            ours = _OURS.get(plain[name])
            if ours and ours not in self.mapping and ours not in found.values():
                found[name] = ours
        return found


def unreserved(name: str) -> str:
    """The name under which an unrecognised column is kept: its own, unless that is one of `RESERVED`.

    >>> unreserved("desk"), unreserved("path")
    ('desk', 'path_given')
    """
    return f"{name}_given" if name in RESERVED else name


def check_mapping(mapping: Mapping[str, str], names: Iterable[str]) -> None:
    """Check that every column which the user's `mapping` names was met among `names`.

    Raises
    ------
    UserError
        If one was not; the message lists the columns there are.
    """
    names = sorted(set(names))
    for ours, theirs in mapping.items():
        if theirs not in names:
            check_choice(f"columns: {ours}", theirs, names)
