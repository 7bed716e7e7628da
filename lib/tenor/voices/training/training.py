"""Train the finder of quotations: `python -m tenor.voices.training --help`."""

import json
from pathlib import Path

import click
import numpy as np

from tenor.errors import UserError
from tenor.voices.finding.features import templates
from tenor.voices.finding.models import Model
from tenor.voices.finding.settling import settle
from tenor.voices.finding.sight import Sight
from tenor.voices.finding.tagging import tag
from tenor.voices.training.attributions import Marked, read_marked
from tenor.voices.training.fitting import fit, mean_of
from tenor.voices.training.learning import learn
from tenor.voices.training.weighing import fit_weights, link_examples, sureness_examples

# A fifth of the articles is kept from a first training, to weigh what follows the tagger.
_PARTS = 5
_STEPS = 100
# The two taggers whose mean is taken: their L1 penalties, and what templates each passes over.
_TAGGERS = ((3.0, "stem"), (4.0, None))


def held_out(n: int) -> np.ndarray:
    """Whether each of `n` articles is kept from the first training."""
    return np.random.RandomState(0).permutation(n) % _PARTS == 0


def train_tagger(marked: Marked, is_learned: np.ndarray) -> Model:
    """A tagger of the documents that are learned from."""
    texts = marked.texts
    lexicon, bins = learn(marked, is_learned[texts.documents])
    features = list(templates(Sight(texts, lexicon, bins)))
    paragraphs = np.flatnonzero(is_learned[texts.documents[texts.paragraph_bounds[:-1]]])
    return mean_of(
        [
            fit(marked, lexicon, _without(features, passed), paragraphs, penalty, _STEPS)
            for penalty, passed in _TAGGERS
        ]
    )


def _without(features: list, passed: str | None) -> list:
    return [one for one in features if passed is None or passed not in one[0]]


def train(attributions: str, articles: str, output: str) -> None:
    """Train on marked articles, and write model.npz, linking.json and sureness.json."""
    marked = read_marked(Path(attributions), Path(articles))
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    kept = held_out(len(marked.attributions))
    links, sureness = weigh(marked, train_tagger(marked, ~kept), np.flatnonzero(kept).tolist())
    for name, weights in (("linking", links), ("sureness", sureness)):
        (folder / f"{name}.json").write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    train_tagger(marked, np.ones(len(kept), bool)).write(folder / "model.npz")


def weigh(marked: Marked, model: Model, documents: list[int]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the linker and of the confidence, from documents that the model did not learn from."""
    tags = settle(marked.texts, tag(marked.texts, model))
    links = fit_weights(link_examples(marked, tags, documents))
    return links, fit_weights(sureness_examples(marked, tags, documents, links))


@click.command()
@click.option("--attributions", required=True, help="marked articles, a JSON object a line")
@click.option("--articles", required=True, help="the folder of their texts")
@click.option("--output", required=True, help="folder to write the models to")
def main(attributions: str, articles: str, output: str) -> None:
    """Train the finder of quotations; takes about an hour and 5 GB of memory."""
    try:
        train(attributions, articles, output)
    except UserError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"The models are in {output}")
