"""A recipe to a report: the notebooks run by papermill, their outputs, and the page."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenor import project
from tenor.report.failures import NotebookError, keep_failed
from tenor.report.progress import Lines, choose_progress
from tenor.report.recipes import Recipe
from tenor.report.records import Record, describe_input
from tenor.report.staging import explain_failed_writing, reserve, staged
from tenor.report.templates import Template

CELL_TIMEOUT = 600


def run_report(
    recipe: Recipe,
    *,
    output_root: Path | None = None,
    cell_timeout: int = CELL_TIMEOUT,
    progress: Lines | None = None,
) -> Path:
    """Make the report of `recipe` in the folder of its name below `output_root` (`reports/`).

    Returns the path of its `index.html`. Beside it lie `notebooks/`, `tables/`, `figures/` and `run.json`.
    The folder is replaced only when everything went well. A notebook that fails is kept in the folder's
    `notebooks/` as `*.failed.ipynb`; everything else there stays as it was.

    Raises
    ------
    UserError
        If the recipe's input is at fault, or a notebook finds a setting to be.
    TenorError
        If a cell fails or runs for more than `cell_timeout` seconds, a kernel dies, the same report is being
        made by another run, or the results cannot be written.
    """
    target = (output_root or project.root() / "reports") / recipe.name
    progress = progress or choose_progress()
    record = Record(recipe)
    with reserve(target):
        with progress.step(f"reading {recipe.input_settings()['corpus']}"), record.step("corpus"):
            record.input = describe_input(recipe)
        with explain_failed_writing(target), staged(target) as staging:
            run = _Run(recipe, target, staging, cell_timeout, progress, record)
            run.write_page(run.run_notebooks())
    return target / "index.html"


@dataclass(frozen=True)
class _Run:
    """A run at work in its staging folder."""

    recipe: Recipe
    target: Path
    staging: Path
    cell_timeout: int
    progress: Lines
    record: Record

    def run_notebooks(self) -> dict[str, Any]:
        """Run the notebooks in their order into the staging folder; return them by name."""
        (self.staging / "notebooks").mkdir()
        executed = {}
        total = len(self.recipe.templates)
        for number, template in enumerate(self.recipe.templates, 1):
            label = f"[{number}/{total}] {template.name}"
            # One cell more than the template has: the one that papermill injects.
            with (
                self.progress.step(label, template.n_cells + 1) as on_cell,
                self.record.step(template.name),
            ):
                executed[template.name] = self._run_notebook(template, on_cell)
        return executed

    def _run_notebook(self, template: Template, on_cell: Callable[[int], None]) -> Any:
        from tenor.report.cleaning import clean_notebook
        from tenor.report.engine import execute

        executed = self.staging / "notebooks" / template.path.name
        parameters = self.recipe.parameters_of(template)
        if "output" in parameters:
            parameters["output"] = str(self.staging)
        try:
            execute(template.path, executed, parameters, cell_timeout=self.cell_timeout, on_cell=on_cell)
        except NotebookError as failure:
            raise keep_failed(
                failure, executed=executed, staging=self.staging, target=self.target
            ) from failure
        return clean_notebook(executed, staging=self.staging, target=project.shown(self.target))

    def write_page(self, notebooks: dict[str, Any]) -> None:
        """Write `index.html` and, last of all, `run.json`."""
        from tenor.report.page import render_page

        with self.record.step("page"):
            page = render_page(self.record.as_dict(), notebooks, folder=self.staging)
            (self.staging / "index.html").write_text(page, "utf-8", errors="xmlcharrefreplace")
        record = json.dumps(self.record.as_dict(), indent=1, ensure_ascii=False)
        (self.staging / "run.json").write_text(record + "\n", "utf-8")
