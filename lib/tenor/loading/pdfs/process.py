"""The process that takes PDFs apart: asked for one PDF at a time, ended when that takes too long."""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Timer
from typing import Any, NamedTuple

from tenor.loading.outcomes import LeftOutError
from tenor.loading.pdfs.extraction import MEMORY_BYTES
from tenor.loading.pdfs.lines import Line

# How long the start of a PDF may take, and each of its pages on the average.
SECONDS, SECONDS_A_PAGE = 60, 0.2


class Extract(NamedTuple):
    """What was taken out of a PDF: how it describes itself, and the lines of each page, in the file's order.

    The lines of a page that cannot be read are None.
    """

    info: dict[str, str]
    pages: list[list[Line] | None]


class Extractor:
    """Takes PDFs apart in a process of its own, started when it is needed and after it was ended.

    `seconds` and `seconds_a_page` limit the time.
    """

    def __init__(self, seconds: float = SECONDS, seconds_a_page: float = SECONDS_A_PAGE):
        self._seconds = seconds
        self._seconds_a_page = seconds_a_page
        self._lock = Lock()
        self._process: subprocess.Popen | None = None
        self._owner = 0

    def extract(self, data: bytes) -> Extract:
        """Take a PDF apart; one at a time, whichever thread asks.

        Raises
        ------
        LeftOutError
            If it is encrypted, broken or none, has too many pages, takes too much time or too much memory.
        """
        with self._lock:
            try:
                head, pages = self._ask(self._running(), data)
            except BaseException:
                self._end()
                raise
        if "fault" in head:
            raise LeftOutError(*head["fault"])
        return Extract(head["info"], [page and [Line(*line) for line in page] for page in pages])

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen:
        if not self._process or self._owner != os.getpid():  # what was forked from here needs its own
            program = [sys.executable, "-P", str(Path(__file__).with_name("extraction.py"))]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
            self._owner = os.getpid()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process and self._owner == os.getpid():
            process.kill()
            process.communicate()

    def _ask(self, process: subprocess.Popen, data: bytes) -> tuple[dict[str, Any], list]:
        with _limited(process, self._seconds):
            _send(process, data)
            head = _receive(process)
        n_pages = head.get("pages", 0)
        with _limited(process, self._seconds + self._seconds_a_page * n_pages):
            return head, [_receive(process) for _ in range(n_pages)]


class _EndedError(Exception):
    """The process ended before it had answered."""


def _send(process: subprocess.Popen, data: bytes) -> None:
    try:
        process.stdin.write(b"%d\n" % len(data) + data)
        process.stdin.flush()
    except BrokenPipeError as error:
        raise _EndedError from error


def _receive(process: subprocess.Popen) -> Any:
    line = process.stdout.readline()
    if not line.endswith(b"\n"):
        raise _EndedError
    return json.loads(line)


@contextmanager
def _limited(process: subprocess.Popen, seconds: float) -> Iterator[None]:
    """End the process if it has not answered in so many seconds."""
    was_late = []

    def stop() -> None:
        was_late.append(True)
        process.kill()

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except _EndedError as error:
        memory = f"it stopped the program that reads it, or needs more than {MEMORY_BYTES // 1_000_000:,} MB"
        detail = f"not read within {seconds:,.0f} seconds" if was_late else memory
        raise LeftOutError("broken file", detail) from error
    finally:
        timer.cancel()


_EXTRACTOR = Extractor()
atexit.register(_EXTRACTOR.close)


def extract(data: bytes) -> Extract:
    """Take the PDF in `data` apart; see `Extractor.extract`."""
    return _EXTRACTOR.extract(data)
