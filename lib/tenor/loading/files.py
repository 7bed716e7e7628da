"""One input: a file, or a slice of the rows of a large one."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or a slice of the rows of a large one.

    `path` is relative to the input folder, as shown to people; `location` is absolute. `fault` says why the
    file cannot be read at all, "" if it can. A slice goes from byte `start` to `stop` and is read as if
    `head` (the header) stood before it; `rows_before` rows of the file precede it.
    """

    path: str
    location: str
    size: int
    mtime_ns: int
    fault: str = ""
    start: int = 0
    stop: int | None = None
    head: bytes = b""
    rows_before: int = 0

    @property
    def suffix(self) -> str:
        """The end of the file's name in small letters, such as ".txt"."""
        dot = self.path.rfind(".")
        return self.path[dot:].lower() if dot > self.path.rfind("/") + 1 else ""

    def slice(self, start: int, stop: int, *, head: bytes, rows_before: int) -> "Input":
        """The rows from byte `start` to `stop` as an input of their own."""
        return replace(self, start=start, stop=stop, head=head, rows_before=rows_before)

    def read(self) -> bytes:
        """The bytes of the file, or of the slice behind its head.

        Raises
        ------
        OSError
            If the file cannot be read.
        """
        if self.fault:
            raise OSError(None, self.fault)
        with open(self.location, "rb", buffering=0) as stream:
            if self.stop is None:
                return stream.read()
            stream.seek(self.start)
            return self.head + stream.read(self.stop - self.start)
