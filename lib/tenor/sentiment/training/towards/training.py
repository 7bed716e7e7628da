"""Train the model of tone towards targets: `python -m tenor.sentiment.training.towards --help`."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np

from tenor.errors import UserError
from tenor.sentiment.targets.model import CONSTANT, HEADER
from tenor.sentiment.training.towards.fitting import Fitted, Settings, fit_weights, macro_f1, predict
from tenor.sentiment.training.towards.preparing import Prepared, prepare
from tenor.sentiment.training.towards.targets import Rated, read_targets

N_FOLDS = 5


def number_of_group(group: str, salt: str) -> int:
    """A number that looks drawn, and is the same in every run."""
    return int(hashlib.sha256(f"{salt} {group}".encode()).hexdigest()[:8], 16)


def is_held_out(groups: np.ndarray) -> np.ndarray:
    """Whether each mention is in the fifth of the groups that is kept from training and from every choice."""
    return np.array([number_of_group(group, "held") % 5 == 0 for group in groups])


def folds_of(groups: np.ndarray) -> np.ndarray:
    """The fold of each mention, the same for all of a group."""
    return np.array([number_of_group(group, "fold") % N_FOLDS for group in groups])


def cross_validate(prepared: Prepared, rated: Rated, mentions: np.ndarray, settings: Settings) -> np.ndarray:
    """The probabilities of `mentions`, each by weights fitted to the other folds of `mentions`."""
    folds = folds_of(rated.groups[mentions])
    shares = np.zeros((len(mentions), 3))
    for fold in range(N_FOLDS):
        fitted = fit_weights(prepared, rated.classes, mentions[folds != fold], settings)
        tested = np.flatnonzero(folds == fold)
        shares[tested] = predict(
            fitted, [prepared.features[mention] for mention in mentions[tested].tolist()]
        )
    return shares


def write_weights(fitted: Fitted, path: Path) -> None:
    """Write weights with three digits behind the point, features in alphabetical order."""
    rows = [(CONSTANT, fitted.constants), *zip(fitted.names, fitted.weights, strict=True)]
    lines = [HEADER, *("\t".join([name, *(f"{value:.3f}" for value in values)]) for name, values in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def read_texts(folder: str | None) -> list[str]:
    """The paragraphs of the .txt files in a folder and those below it, in the order of their names."""
    if folder is None:
        return []
    files = sorted(Path(folder).rglob("*.txt"))
    if not files:
        raise UserError(f"texts = {folder!r} holds no .txt file; name a folder of plain texts")
    return [line for file in files for line in _paragraphs(file)]


def _paragraphs(file: Path) -> Iterator[str]:
    return filter(None, map(str.strip, file.read_text("utf-8", errors="replace").split("\n")))


def train(targets: str, texts: str | None, output: str, settings: Settings) -> dict[str, float]:
    """Train on all rated mentions and write weights.tsv and settings.json; returns their worth."""
    rated = read_targets(targets)
    prepared = prepare(rated, read_texts(texts), settings.vector_size)
    every = np.arange(len(rated.texts))
    guesses = cross_validate(prepared, rated, every, settings).argmax(axis=1)
    worth = {
        "n_mentions": len(every),
        "n_groups": len(set(rated.groups.tolist())),
        "accuracy": round(float(np.mean(guesses == rated.classes)), 4),
        "macro_f1": round(macro_f1(rated.classes, guesses)[0], 4),
    }
    fitted = fit_weights(prepared, rated.classes, every, settings)
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(fitted, folder / "weights.tsv")
    told = {"settings": settings._asdict(), "n_features": len(fitted.names), "cross_validated": worth}
    (folder / "settings.json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    return worth


@click.command()
@click.option("--targets", required=True, help="rated mentions, a JSON object a line")
@click.option("--texts", help="folder of .txt files without ratings, to learn which words are alike")
@click.option("--output", required=True, help="folder to write weights.tsv and settings.json to")
def main(targets: str, texts: str | None, output: str) -> None:
    """Train the model of tone towards targets, and say what it is worth."""
    try:
        worth = train(targets, texts, output, Settings())
    except UserError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{worth['n_mentions']:,} mentions of {worth['n_groups']:,} groups of articles; cross-validated by "
        f"these: accuracy {worth['accuracy']:.3f}, macro-F1 {worth['macro_f1']:.3f}"
    )
