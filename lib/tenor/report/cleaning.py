"""What a run leaves in its notebooks that says more of the machine than of the texts."""

from pathlib import Path

import nbformat
from papermill.execute import ERROR_MARKER_TAG

from tenor.report.templates import INJECTED_TAG


def clean_notebook(path: Path, *, staging: Path, target: str) -> nbformat.NotebookNode:
    """Rewrite the notebook at `path` without papermill's times, paths and banners, and return it.

    The parameters stay. The folder `staging`, where the report was written, becomes `target` wherever it
    stands. Running a notebook twice then gives the same file.
    """
    text = path.read_text("utf-8").replace(str(staging), target)
    notebook = nbformat.reads(text, as_version=4)
    notebook.metadata["papermill"] = {"parameters": notebook.metadata.papermill.parameters}
    notebook.cells = [cell for cell in notebook.cells if ERROR_MARKER_TAG not in _tags(cell)]
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        if INJECTED_TAG in _tags(cell):
            cell["id"] = INJECTED_TAG  # papermill draws one at random
    nbformat.write(notebook, path)
    return notebook


def _tags(cell: nbformat.NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])
