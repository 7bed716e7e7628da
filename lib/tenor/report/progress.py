"""What a run shows while it works: a bar in a terminal, plain lines elsewhere."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


class Lines:
    """One line a step, for logs: what it is when it starts, and its seconds when it ends."""

    def __init__(self, stream: TextIO):
        self._stream = stream

    @contextmanager
    def step(self, label: str, n_cells: int = 0) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
        """Show one step; it yields a function to call with the number of each cell that starts."""
        self._write(f"{label} … ")
        started = time.monotonic()
        try:
            yield lambda cell: None  # noqa: ARG005
        except BaseException as error:
            self._write("failed\n" if isinstance(error, Exception) else "stopped\n")
            raise
        self._write(f"{time.monotonic() - started:.1f} s\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


class Bar(Lines):
    """A line a finished step as well, and while it works a bar with the notebook's cells."""

    @contextmanager
    def step(self, label: str, n_cells: int = 0) -> Iterator[Callable[[int], None]]:
        """Show one step; it yields a function to call with the number of each cell that starts."""
        from tqdm import tqdm

        started = time.monotonic()
        with tqdm(
            total=n_cells or None,
            desc=label,
            unit="cell",
            file=self._stream,
            leave=False,
            # Some terminals tell no size, and tqdm would then show nothing.
            ncols=shutil.get_terminal_size().columns - 1,
            nrows=20,
            bar_format="{desc}  cell {n_fmt} of {total_fmt} |{bar:24}| {elapsed}" if n_cells else "{desc} …",
        ) as bar:

            def on_cell(cell: int) -> None:
                bar.n = cell + 1
                bar.refresh()

            yield on_cell
        self._write(f"{label} … {time.monotonic() - started:.1f} s\n")


def choose_progress(stream: TextIO | None = None) -> Lines:
    """A bar if `stream` (the standard error) is a terminal, else plain lines."""
    stream = stream or sys.stderr
    return Bar(stream) if stream.isatty() else Lines(stream)
