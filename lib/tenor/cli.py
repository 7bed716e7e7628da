"""The command line: `tenor new` writes a recipe, `tenor report` makes the report."""

import os
from pathlib import Path
from typing import Any

import click

import tenor
from tenor.errors import TenorError, UserError


class _Commands(click.Group):
    """Ends with a message instead of a stack for what a user can mend: 2 for mistakes, 1 for failures."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TenorError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nstopped; earlier results are untouched", err=True)
            ctx.exit(1)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: tenor new harbour data/raw/harbour --title 'The harbour strike', then "
    "tenor report reports/harbour.yaml",
)
@click.version_option(tenor.__version__, prog_name="tenor")
def main() -> None:
    """What is in a collection of news texts, which words mark it, and what tone it takes."""


@main.command()
@click.argument("name")
@click.argument("path")
@click.option("--metadata", metavar="FILE", default="", help="Table with a row for each document.")
@click.option(
    "--column",
    "columns",
    metavar="OURS=THEIRS",
    multiple=True,
    help="What a column of yours means, such as text=body; may be repeated.",
)
@click.option("--pattern", default="", help='How files are named, such as "{published}_{source}_{slug}".')
@click.option("--title", default="", help="Title of the report; its name if left out.")
def new(name: str, path: str, metadata: str, columns: tuple[str, ...], pattern: str, title: str) -> None:
    """Look at the texts in PATH, say what is there, and write the recipe reports/NAME.yaml.

    PATH is a folder, a file, a pattern with wildcards (in quotation marks) or an address such as https://...;
    texts, web pages, tables, Word and PDF files, feeds and archives are read. Relative paths count from here.

    Example: tenor new harbour data/raw/harbour --metadata data/raw/harbour.csv --column source=outlet
    """
    from tenor import loading, project
    from tenor.report import drafts

    drafts.new_recipe_path(name)  # before the texts, which may take long
    settings: dict[str, Any] = {"corpus": _from_here(path)}
    if metadata:
        settings["metadata"] = _from_here(metadata)
    if columns:
        settings["columns"] = dict(_split_column(column) for column in columns)
    if pattern:
        settings["pattern"] = pattern
    given = {name: value for name, value in settings.items() if name != "corpus"}
    corpus = loading.open_corpus(settings["corpus"], **given)
    for line in loading.summary_lines(corpus):
        click.echo(line)
    written = project.shown(drafts.write_recipe(name, title=title or name, settings=settings))
    click.echo(f"\nWrote {written}. Next: tenor report {written}")


def _from_here(path: str) -> str:
    """A path given on the command line as a recipe has it: from the project's folder if it lies inside."""
    from tenor import project

    if "://" in path:
        return path
    return Path(project.shown(os.path.abspath(Path(path).expanduser()))).as_posix()


def _split_column(column: str) -> tuple[str, str]:
    ours, sign, theirs = column.partition("=")
    if not (ours and sign and theirs):
        raise UserError(
            f"--column {column!r} is not OURS=THEIRS; write our name and yours, such as text=body"
        )
    return ours, theirs


@main.command()
@click.argument("recipe")
def report(recipe: str) -> None:
    """Run the notebooks that the file RECIPE names and write the report.

    The last line printed is the path of the report's page.

    Example: tenor report reports/sample.yaml
    """
    from tenor.report.recipes import read_recipe
    from tenor.report.runner import run_report

    click.echo(run_report(read_recipe(recipe)))
