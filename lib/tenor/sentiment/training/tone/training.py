"""Train the tone scorer from rated sentences, and write its list of words, settings and figures.

    python -m tenor.sentiment.training.tone --ratings FILE [--also FILE ...] --output FOLDER

The files are tables as `read_ratings` takes them. The first is of the kind of text that the scorer is for;
the others, of any kind, count for less. The same files give the same list, to the last digit.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from tenor.errors import TenorError
from tenor.sentiment.training.tone.figures import figures_of, write_figures
from tenor.sentiment.training.tone.models import as_words, cross_validate, prepare, train
from tenor.sentiment.training.tone.ratings import read_ratings


def train_tone(ratings: Path, also: Sequence[Path], output: Path) -> str:
    """Train, write `words.tsv`, `settings.json` and the figures in `CARD.md`, and return the figures.

    What stands in an existing card outside of its figures stays.

    Raises
    ------
    UserError
        If a file of ratings cannot be used, or has fewer than 20 articles to cross-validate.
    """
    main, others = read_ratings(ratings), [read_ratings(path) for path in also]
    sets = prepare(main, others)
    figures = figures_of(main, cross_validate(sets), [path.name for path in (ratings, *also)])
    model = train(sets)
    output.mkdir(parents=True, exist_ok=True)
    words = as_words(sets, model)
    words.write(output / "words.tsv")
    model.settings.write(output / "settings.json")
    write_figures(output / "CARD.md", figures)
    return figures


@click.command(help="Train the tone scorer from rated sentences.")
@click.option(
    "--ratings", type=click.Path(path_type=Path), required=True, help="Rated sentences of your kind."
)
@click.option("--also", type=click.Path(path_type=Path), multiple=True, help="Others, which count for less.")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
def main(ratings: Path, also: tuple[Path, ...], output: Path) -> None:
    """The command line."""
    try:
        click.echo(train_tone(ratings, also, output))
    except TenorError as error:
        raise click.ClickException(str(error)) from error
