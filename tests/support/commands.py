"""The command line, run as a user runs it."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

TENOR = Path(sys.executable).with_name("tenor")
PATIENCE = 120


def start(project: Path, *arguments: str, prefix: tuple[str, ...] = (), **options) -> subprocess.Popen:
    """Start `tenor` in the project, in a process group of its own, as from a terminal.

    A job that a shell started in the background ignores Ctrl-C, and so would all that it starts.
    """
    environment = {**os.environ, "TENOR_ROOT": str(project), **options.pop("env", {})}
    return subprocess.Popen(
        [*prefix, str(TENOR), *arguments],
        cwd=options.pop("cwd", project),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
        **options,
    )


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(process: subprocess.Popen) -> tuple[int, str, str]:
    """Wait for the end; the exit code, standard output and standard error."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def run(project: Path, *arguments: str, **options) -> tuple[int, str, str]:
    """Run `tenor` in the project to its end."""
    return finish(start(project, *arguments, **options))


class Signal:
    """A pipe with a name, over which a cell tells that it is running, or is told to go on."""

    def __init__(self, path: Path):
        self.path = path
        os.mkfifo(path)
        self._end = os.open(path, os.O_RDWR)

    def wait(self) -> str:
        """What the other side wrote, as soon as it did."""
        ready, _, _ = select.select([self._end], [], [], PATIENCE)
        assert ready, f"nothing came through {self.path}"
        return os.read(self._end, 100).decode()

    def send(self) -> None:
        """Let the other side go on."""
        os.write(self._end, b"go\n")

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._end)
