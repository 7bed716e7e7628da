"""Where work runs: in this process while it is small, on all cores of this machine when it is large."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from types import ModuleType
from typing import TypeVar

from tenor.errors import TenorError

Task = TypeVar("Task")
Result = TypeVar("Result")


def workers() -> int:
    """How many threads or processes large work is spread over: `TENOR_WORKERS`, else the cores at hand."""
    named = os.environ.get("TENOR_WORKERS", "")
    if named.isdigit() and int(named) > 0:
        return int(named)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context(function: Callable) -> BaseContext:
    """How processes start: forked from a fresh one that has imported what `function` needs, where there are
    such; else each by itself."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([function.__module__])
    return context


@contextmanager
def _without_script() -> Iterator[None]:
    """Keep processes that start meanwhile from importing the user's script, which would run it again."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def run(
    function: Callable[[Task], Result], tasks: Iterable[Task], *, threads: bool = False
) -> Iterable[Result]:
    """Yield `function(task)` for each of `tasks`, in their order.

    `threads` serve work that is mostly done by NumPy and Arrow, which let other threads run meanwhile; other
    work goes to processes. Give paths and numbers, not texts: tasks and results travel between processes. One
    task, or one worker allowed, runs here. Tasks that are made one by one are made while the first ones run.

    Raises
    ------
    TenorError
        If a process is killed, or cannot start.
    """
    n_workers = min(workers(), len(tasks)) if isinstance(tasks, Sized) else workers()
    if n_workers < 2:
        yield from map(function, tasks)
        return
    if threads:
        with ThreadPoolExecutor(n_workers) as pool:
            yield from pool.map(function, tasks)
        return
    # Not forked from this process: that would copy the threads of a notebook's kernel half alive.
    try:
        with ProcessPoolExecutor(n_workers, mp_context=_context(function)) as pool:
            with _without_script():
                results = pool.map(function, tasks)
            yield from results
    except BrokenProcessPool as error:
        raise TenorError(
            "a worker process ended before its work was done: the memory may have run out. With "
            "TENOR_WORKERS=1 in the environment all work is done in one process, which needs less"
        ) from error
