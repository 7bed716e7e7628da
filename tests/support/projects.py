"""Small projects with notebooks of their own, for tests of recipes, the runner and the command line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

PARAMETERS = 'corpus: str = "data/raw/harbour"\ntop_n: int = 20\noutput: str = ""'
ARTICLES = {
    "2031-03-04_courier_strike.txt": "The dockers of Port Sella walked out. The harbour stood still.",
    "2031-03-05_lantern_strike.txt": "The harbour minister said talks would go on. Ships waited outside.",
    "2031-03-07_courier_dam.txt": "The dam holds, engineers said. The reservoir is full.",
}
METADATA = """file,source,published
2031-03-04_courier_strike.txt,Courier,2031-03-04
2031-03-05_lantern_strike.txt,Lantern,2031-03-05
2031-03-07_courier_dam.txt,Courier,2031-03-07
"""


def code(source: str, *tags: str) -> dict:
    """A code cell."""
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {"tags": list(tags)},
        "outputs": [],
        "execution_count": None,
    }


def text(source: str) -> dict:
    """A Markdown cell."""
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def write_notebook(path: Path, cells: Sequence[dict]) -> Path:
    """A notebook file of these cells, as JupyterLab writes it."""
    numbered = [{"id": f"cell-{number}", **cell} for number, cell in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {
        "cells": numbered,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def make_project(folder: Path, notebooks: Mapping[str, Sequence[str | dict]]) -> Path:
    """A project with a few articles and `notebooks`: name -> cells, a string being a code cell.

    Each notebook begins with a title and the parameters cell `PARAMETERS`, unless its first cell is a dict.
    """
    (folder / "lib" / "tenor").mkdir(parents=True)
    raw = folder / "data" / "raw" / "harbour"
    raw.mkdir(parents=True)
    for name, content in {**ARTICLES, "metadata.csv": METADATA}.items():
        (raw / name).write_text(content, "utf-8")
    for name, cells in notebooks.items():
        cells = [code(cell) if isinstance(cell, str) else cell for cell in cells]
        if not (cells and cells[0]["metadata"].get("bare")):
            cells = [text(f"# Notebook {name}"), code(PARAMETERS, "parameters"), *cells]
        write_notebook(folder / "notebooks" / f"{name}.ipynb", cells)
    return folder


def write_recipe_file(project: Path, content: str, *, name: str = "harbour") -> Path:
    """The file of a recipe in the project's reports folder."""
    path = project / "reports" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    return path
