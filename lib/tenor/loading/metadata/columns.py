"""Column names: which column of an input is our text, source, date and so on."""

from collections.abc import Iterable, Mapping

from tenor.errors import check_choice

# Our name, and the names that mean the same, likeliest first; compared without case, spaces and "_-.:".
SYNONYMS = {
    "doc_id": "id docid documentid articleid storyid storiesid guid uuid identifier dcidentifier",
    "text": "body content fulltext articletext articlebody bodytext maintext plaintext cleantext textcontent"
    " articlecontent ocrtext transcript article story rawtext",
    "title": "headline heading head articletitle webtitle headlinemain dctitle",
    "source": "outlet publication publicationtitle publicationname pubtitle newspaper newspapername"
    " newspapertitle sourcename sourcetitle sourcecommonname medianame mediatitle medium media paper"
    " publishername publisher dcpublisher sitename site website sourcedomain domain",
    "published": "publicationdatetime publicationdate webpublicationdate dateofpublication pubdate"
    " pubdatetime publishdatetime publishdate datepublished datepublish publisheddatetime publisheddate"
    " publishedat publishedon publishedtime datetimepub datetime date articledate dcdate timestamp"
    " seendate year",
    "author": "authors authorname authornames byline bylines bylineoriginal writer journalist reporter"
    " creator dccreator",
    "agency": "newsagency wireagency pressagency wireservice newsservice wire newswire",
    "place": "dateline datelineplace",
    "file": "filename path filepath document",
}
# Tenor's own columns, which no input fills by its column of that name.
OWN = frozenset(
    (
        "published_time language path row encoding n_characters n_tokens n_words n_sentences n_boilerplate "
        "cluster similarity"
    ).split()
).union(f"{name}_origin" for name in SYNONYMS)
# Names that stand for Tenor's own columns; an input's column of another meaning gets "_given" behind it.
RESERVED = OWN.union(SYNONYMS)
_OURS = {word: ours for ours, words in SYNONYMS.items() for word in [ours.replace("_", ""), *words.split()]}
_ORDER = {word: number for number, word in enumerate(_OURS)}
_LANGUAGE = ("language", "lang", "languagecode")
_MARKS = str.maketrans("", "", " _-.:")


def _plain(name: str) -> str:
    return name.casefold().translate(_MARKS)


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
            self.seen[names] = _distinct([ours.get(name) or unreserved(name) for name in names])
        return self.seen[names]

    def _recognise(self, names: tuple[str, ...]) -> dict[str, str]:
        found = {theirs: ours for ours, theirs in self.mapping.items() if theirs in names}
        plain = {name: _plain(name) for name in names if name not in found}
        for name in sorted(plain, key=lambda name: _ORDER.get(plain[name], len(_ORDER))):
            ours = _OURS.get(plain[name])
            if ours and ours not in self.mapping and ours not in found.values():
                found[name] = ours
        return found


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, with "_given" behind those that came before."""
    distinct: dict[str, None] = {}
    for name in names:
        while name in distinct:
            name += "_given"
        distinct[name] = None
    return tuple(distinct)


def unreserved(name: str) -> str:
    """The name under which an unrecognised column is kept: its own, unless that is one of `RESERVED`.

    What an input says of its language is `language_given`: the column `language` tells what was found.

    >>> unreserved("desk"), unreserved("path"), unreserved("Lang")
    ('desk', 'path_given', 'language_given')
    """
    if _plain(name) in _LANGUAGE:
        return "language_given"
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
