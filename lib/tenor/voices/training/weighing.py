"""Weights of the linker and of the confidence: logistic regressions on articles the tagger did not learn."""

from collections.abc import Sequence

import numpy as np

from tenor.voices.finding.carrying import find_in
from tenor.voices.finding.linking import Paragraph, cue_of, near, read_paragraph, traits_of
from tenor.voices.finding.spans import CONTENT, Found
from tenor.voices.finding.sureness import signs_of
from tenor.voices.finding.tagging import Tags
from tenor.voices.training.attributions import Marked
from tenor.voices.training.matching import is_right, true_speakers

_PENALTY = 1.0
Examples = tuple[list[dict[str, float]], list[bool]]


def fit_weights(examples: Examples) -> dict[str, float]:
    """Weights of each trait for the log-odds that an example is right, by a penalised logistic regression."""
    from scipy.optimize import minimize

    names = list(examples[0][0])
    values = np.array([[float(traits[name]) for name in names] for traits in examples[0]])
    wanted = np.array(examples[1])
    means, scales = values.mean(axis=0), values.std(axis=0) + 1e-9
    means[0], scales[0] = 0, 1  # the constant
    scaled = (values - means) / scales

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores, free = scaled @ weights, np.concatenate([[0], weights[1:]])
        cost = np.logaddexp(0, np.where(wanted, -scores, scores)).sum() + _PENALTY * (free**2).sum() / 2
        return cost, scaled.T @ (1 / (1 + np.exp(-scores)) - wanted) + _PENALTY * free

    found = minimize(loss, np.zeros(len(names)), jac=True).x
    weights = found / scales
    weights[0] -= (weights * means)[1:].sum()
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def link_examples(marked: Marked, tags: Tags, documents: Sequence[int]) -> Examples:
    """The mentions near each content that was marked, and whether each is its speaker."""
    traits, wanted = [], []
    for number in documents:
        paragraphs = [_paragraph(marked, tags, place) for place in _paragraphs(marked, number)]
        contents = [content for paragraph in paragraphs for content in paragraph.contents]
        speakers = true_speakers(marked, number, contents)
        for paragraph in paragraphs:
            for content in filter(speakers.__contains__, paragraph.contents):
                cue = cue_of(marked.texts, content, paragraph)
                for mention in near(content, paragraph.mentions):
                    traits.append(traits_of(marked.texts, content, cue, mention, paragraph))
                    wanted.append(bool(speakers[content] & set(range(*mention.span))))
    return traits, wanted


def sureness_examples(
    marked: Marked, tags: Tags, documents: Sequence[int], links: dict[str, float]
) -> Examples:
    """The quotations found, and whether each is right."""
    signs, wanted = [], []
    for number in documents:
        found = found_in(marked, tags, number, links)
        speakers = true_speakers(marked, number, [one.content for one in found])
        signs += [signs_of(marked.texts, tags, one) for one in found]
        wanted += [is_right(one, speakers) for one in found]
    return signs, wanted


def found_in(marked: Marked, tags: Tags, number: int, links: dict[str, float]) -> list[Found]:
    """The quotations of a document, linked by these weights."""
    bounds = marked.texts.paragraph_bounds
    places = _paragraphs(marked, number)
    has_content = [
        place for place in places if (tags.labels[slice(*bounds[place : place + 2])] >= CONTENT).any()
    ]
    return find_in(marked.texts, tags, has_content, links)


def _paragraph(marked: Marked, tags: Tags, place: int) -> Paragraph:
    return read_paragraph(tags, *marked.texts.paragraph_bounds[place : place + 2].tolist())


def _paragraphs(marked: Marked, number: int) -> range:
    edges = marked.texts.document_bounds[number : number + 2]
    return range(*np.searchsorted(marked.texts.paragraph_bounds, edges).tolist())
