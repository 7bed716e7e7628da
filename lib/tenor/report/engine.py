"""One notebook run by papermill, with its failures told apart.

Imported late: papermill costs more than a second.
"""

import logging
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError

from tenor.errors import TenorError
from tenor.report.failures import NotebookError

KERNEL = "python3"
START_TIMEOUT = 60
# What nbclient logs, its exceptions say as well.
_silent = logging.getLogger("tenor.report.engine")
_silent.addHandler(logging.NullHandler())
_silent.propagate = False


class _Engine(Engine):
    """papermill's own engine, but the kernel works in `folder` and writes nothing to the terminal."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        folder: Path,
        cell_timeout: int,
        on_cell_start: Callable[..., None],
        **_: Any,
    ) -> None:
        client = PapermillNotebookClient(
            nb_man,
            kernel_name=kernel_name,
            startup_timeout=START_TIMEOUT,
            timeout=cell_timeout,
            iopub_timeout=START_TIMEOUT,
            shutdown_kernel="immediate",
            record_timing=False,
            on_cell_start=on_cell_start,
            log=_silent,
        )
        client.execute(cwd=str(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


papermill_engines.register("tenor", _Engine)


def execute(
    template: Path,
    output: Path,
    parameters: dict[str, Any],
    *,
    cell_timeout: int,
    on_cell: Callable[[int], None],
) -> None:
    """Run the notebook `template` in its folder and write it to `output`, also as far as it came.

    `on_cell` is told the number of each cell, from 0, as it starts.

    Raises
    ------
    NotebookError
        If a cell fails, ends the kernel or its own notebook, or runs for more than `cell_timeout` seconds.
    TenorError
        If no kernel could be started.
    """
    reached = _Reached(on_cell)
    with _explain_failures(template, reached, cell_timeout), _papermill_silenced():
        notebook = papermill.execute_notebook(
            _literal(template),
            _literal(output),
            parameters,
            engine_name="tenor",
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            folder=template.parent,
            cell_timeout=cell_timeout,
            on_cell_start=reached,
        )
    _refuse_early_end(notebook)


class _Reached:
    """Remembers the number of the cell that started last, -1 before the first, and tells `on_cell`."""

    def __init__(self, on_cell: Callable[[int], None]):
        self.cell = -1
        self._on_cell = on_cell

    def __call__(self, cell: NotebookNode, cell_index: int) -> None:  # noqa: ARG002
        self.cell = cell_index
        self._on_cell(cell_index)


@contextmanager
def _explain_failures(template: Path, reached: _Reached, cell_timeout: int) -> Iterator[None]:
    try:
        yield
    except PapermillExecutionError as error:
        raise NotebookError(error.cell_index, error.ename, error.evalue) from error
    except CellTimeoutError as error:
        reason = f"it ran for more than {cell_timeout} seconds and was stopped"
        if "IOPub" in str(error):
            reason = "its output did not arrive; show less in one cell"
        raise NotebookError(reached.cell, "Timeout", reason) from error
    except DeadKernelError as error:
        reason = "it was killed or it crashed; often the memory ran out"
        raise NotebookError(reached.cell, "Kernel died", reason) from error
    except (NoSuchKernel, RuntimeError) as error:
        if reached.cell >= 0:
            raise
        raise TenorError(
            f"no Jupyter kernel could be started for {template.name} ({error}); "
            "see whether `python -m ipykernel --version` works where tenor is installed"
        ) from error


@contextmanager
def _papermill_silenced() -> Iterator[None]:
    """papermill logs what its exceptions say as well."""
    log = logging.getLogger("papermill")
    log.addFilter(_drop)
    try:
        yield
    finally:
        log.removeFilter(_drop)


def _drop(record: logging.LogRecord) -> bool:  # noqa: ARG001
    return False


def _literal(path: Path) -> str:
    """The path with its braces doubled, since papermill reads them as places for parameters."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _refuse_early_end(notebook: NotebookNode) -> None:
    """papermill takes `sys.exit(0)` for success, although the cells after it have not been run."""
    for index, cell in enumerate(notebook.cells):
        if cell.metadata.papermill.get("exception"):
            raise NotebookError(
                index, "SystemExit", "it ended the notebook before its last cell; remove the call"
            )
