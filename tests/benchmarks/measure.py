"""Run a program by itself; take its time and the most memory that it held."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    seconds: float
    peak_gb: float
    printed: list[str]


def run(script: Path, *arguments: str, python: str = sys.executable, **environment: str) -> Measured:
    """Run a script to its end, with another `python` if need be.

    The system keeps the peak itself: looking at the memory meanwhile would hold the program up. It counts one
    process, which is all that the programs measured here use.

    Raises
    ------
    RuntimeError
        If it fails; its message is on standard error.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [python, str(script), *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise RuntimeError(f"{script.name} failed")
    return Measured(seconds, usage.ru_maxrss * 1024 / 1e9, printed.split())
