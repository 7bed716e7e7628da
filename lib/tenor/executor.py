"""Where work runs: in this process while it is small, in processes of this machine when it is large."""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from tenor.errors import TenorError

Task = TypeVar("Task")
Result = TypeVar("Result")


def processes() -> int:
    """How many processes large work is spread over: `TENOR_PROCESSES`, else the cores at hand."""
    named = os.environ.get("TENOR_PROCESSES", "")
    if named.isdigit() and int(named) > 0:
        return int(named)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterable[Result]:
    """Yield `function(task)` for each of `tasks`, in their order.

    Give paths and numbers, not texts: tasks and results travel between processes. One task, or one process
    allowed, runs here.

    Raises
    ------
    TenorError
        If a process is killed, or cannot start.
    """
    workers = min(processes(), len(tasks))
    if workers < 2:
        yield from map(function, tasks)
        return
    # A fresh interpreter for each: a forked one would copy the threads of a notebook's kernel half alive.
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from pool.map(function, tasks)
    except BrokenProcessPool as error:
        raise TenorError(
            "a worker process ended before its work was done: the memory may have run out, or a script of "
            'yours runs without `if __name__ == "__main__":` around it. With TENOR_PROCESSES=1 in the '
            "environment all work is done in one process"
        ) from error
