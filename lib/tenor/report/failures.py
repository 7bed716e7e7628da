"""What becomes of a notebook that failed."""

from pathlib import Path

from tenor.errors import TenorError, UserError
from tenor.project import shown


class NotebookError(Exception):
    """A cell, by its number from 0 among all cells of the notebook as run, and why it failed."""

    def __init__(self, cell: int, name: str, message: str):
        super().__init__(cell, name, message)
        self.cell = cell
        self.name = name
        self.message = message


def keep_failed(failure: NotebookError, *, executed: Path, staging: Path, target: Path) -> TenorError:
    """Put the notebook `executed` beside the earlier results in `target`, and return the error to raise.

    It names the cell, its first line, what it said and where the notebook lies. A `UserError` in a cell is
    one here.
    """
    import nbformat

    from tenor.report.cleaning import clean_notebook

    earlier = (target / "index.html").exists()
    notebook = clean_notebook(executed, staging=staging, target=shown(target))
    story = (
        f"{executed.stem} failed in code cell {_position(failure.cell, notebook.cells)}\n"
        f"  {failure.name}: {failure.message}".rstrip(": \n")
    )
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"````\n{story}\n````", id="failure"))
    nbformat.write(notebook, executed)
    kept = _move(executed, target / "notebooks")
    where = f"The notebook as far as it came: {shown(kept)}"
    untouched = f"\nEarlier results in {shown(target)} are untouched" if earlier else ""
    kind = UserError if failure.name == "UserError" else TenorError
    return kind(f"{story}\n{where}{untouched}")


def _move(executed: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.failed.ipynb"):
        old.unlink()
    return executed.rename(folder / f"{executed.stem}.failed.ipynb")


def _position(index: int, cells: list) -> str:
    code = [number for number, cell in enumerate(cells) if cell.cell_type == "code" and cell.source.strip()]
    first = cells[index].source.strip().splitlines()[0][:80]
    return f"{sum(number <= index for number in code)} of {len(code)}: {first}"
