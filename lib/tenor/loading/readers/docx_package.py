"""The zip archive that a Word document is: its parts, and the elements of their XML."""

import zipfile
from collections.abc import Iterator

from tenor.loading.inputs.limits import Limits
from tenor.loading.outcomes import LeftOutError
from tenor.loading.readers.packages import check_parts, open_package

_OLDER = "Word 97 to 2003; save it as .docx"


class Package:
    """The parts of the document in `data`.

    Raises
    ------
    LeftOutError
        If it is encrypted, of an older format, or has more parts than are read.
    zipfile.BadZipFile
        If it is no zip archive.
    """

    def __init__(self, data: bytes, limits: Limits):
        self._archive = open_package(data, "document", _OLDER)
        self._names = set(self._archive.namelist())
        self._size = len(data)
        self._limits = limits

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def find(self, kind: str) -> str:
        """The name of the part that the package names as one of this kind, "" if there is none."""
        links = self.elements("_rels/.rels", "Relationship")
        targets = (value_of(link, "Target") for link in links if value_of(link, "Type").endswith(f"/{kind}"))
        return next(targets, "").lstrip("/")

    def elements(self, name: str, *tags: str) -> Iterator:
        """The elements with these tags in a part, each when it has ended; none if there is no such part.

        Name spaces are not told apart. No entity is expanded, and nothing is fetched.

        Raises
        ------
        LeftOutError
            If the part is larger than the limits allow, is locked, or declares a document type.
        zipfile.BadZipFile, zlib.error, EOFError
            If the part is broken.
        lxml.etree.XMLSyntaxError
            If it is no XML, or lies too deep.
        """
        from lxml import etree

        if name not in self:
            return
        with self._open(name) as part:
            found = etree.iterparse(
                part,
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                load_dtd=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
            for number, (_, element) in enumerate(found):
                if number == 0 and element.getroottree().docinfo.doctype:
                    raise LeftOutError("broken file", "it declares a document type, which no document does")
                yield element

    def _open(self, name: str) -> zipfile.ZipExtFile:
        """A part as a stream; no more of it is unpacked than it says of its size."""
        part = self._archive.getinfo(name)
        check_parts([part], self._size, self._limits)
        return self._archive.open(part)


def name_of(element) -> str:
    """The name of an element without its name space."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element, name: str) -> str:
    """The value of an attribute, whatever its name space; "" if there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
