"""Run a program by itself; take its time and the memory that it and its children hold at once."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    seconds: float
    peak_gb: float
    printed: list[str]


def run(script: Path, *arguments: str, **environment: str) -> Measured:
    """Run a Python script to its end.

    Raises
    ------
    RuntimeError
        If it fails; the message is what it printed.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(script), *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    peak, done = [0.0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
    watcher.start()
    printed, errors = process.communicate()
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{script.name} failed:\n{errors}")
    return Measured(seconds, peak[0], printed.split())


def _watch(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(0.02):
        peak[0] = max(peak[0], _held(pid) / 1e9)


def _held(pid: int) -> int:
    """Bytes of a process and its children; memory that they share counts once."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        own = next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
        return own + sum(_held(int(child)) for child in children.read_text().split())
    except (OSError, StopIteration):
        return 0
