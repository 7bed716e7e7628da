"""Scores of mentions, and what each score is made of."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.errors import UserError
from tenor.sentiment.targets.model import LABELS, load, mention_features, probabilities
from tenor.sentiment.targets.reading import read
from tenor.sentiment.targets.words import groups
from tenor.tables import describe


def score_towards(texts: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> pd.DataFrame:
    """Score what each text, a sentence, says of the person or thing at some of its characters.

    One row a text: `negative`, `neutral` and `positive` (probabilities, together 1), `polarity` (`positive`
    less `negative`, -1 to 1), `label` (the likeliest of the three), `n_known` (different words that the model
    knows). All but `n_known` are missing where it knows none. The model reads English only.

    The score is right in about two of three sentences of political news: read means over many, and lines
    before you quote one. It sees words and their places, not syntax or irony.

    Raises
    ------
    UserError
        If the arguments differ in length, or a span is none of its text.

    >>> text = "Voters praised Ilse Orr for her honest and courageous work."
    >>> score_towards([text], [15], [23])["label"].tolist()
    ['positive']
    """
    spans = _check_spans(texts, starts, ends)
    model = load()
    different = list(dict.fromkeys(texts))
    readings = dict(zip(different, read(different, model.ordinary, groups()), strict=True))
    rows = [
        probabilities(model, mention_features(readings[text], text, start, end))
        for text, (start, end) in zip(texts, spans, strict=True)
    ]
    n_known = np.array([known for _, known in rows], np.int64)
    shares = np.array([shares for shares, _ in rows], float).reshape(-1, len(LABELS))
    shares[n_known == 0] = np.nan
    return describe(
        label_rows(pd.DataFrame(shares, columns=list(LABELS))).assign(n_known=n_known),
        title="Tone towards a target",
        row="one row is a mention",
        notes=["Missing where the model knows no word of the sentence."] if (n_known == 0).any() else [],
    )


def label_rows(shares: pd.DataFrame) -> pd.DataFrame:
    """`shares`, a column a label, with `polarity` and the likeliest `label`, missing where they are."""
    values = shares[list(LABELS)].to_numpy(float)
    codes = np.where(np.isnan(values).any(axis=1), -1, np.nan_to_num(values).argmax(axis=1))
    return shares.assign(
        polarity=shares["positive"] - shares["negative"],
        label=pd.Categorical.from_codes(codes, list(LABELS)),
    )


def _check_spans(texts: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    if not len(texts) == len(starts) == len(ends):
        raise UserError(
            f"{len(texts):,} texts, {len(starts):,} starts and {len(ends):,} ends were given; give as many "
            "of each"
        )
    spans = [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]
    for row, (text, (start, end)) in enumerate(zip(texts, spans, strict=True)):
        if not 0 <= start < end <= len(text):
            raise UserError(
                f"row {row}: start = {start} and end = {end} are no span of a text of {len(text):,} "
                "characters; count from 0, the end behind the start"
            )
    return spans


def explain_towards(text: str, start: int, end: int) -> pd.DataFrame:
    """Show what the score of one mention is made of.

    One row a feature that weighs, the heaviest first: `feature` (see `tenor.sentiment.targets.features`),
    `value`, `adds` (what it adds to the log-odds of positive against negative). The sum of `adds`, the first
    note says it, is the logarithm of `positive` over `negative`.

    Raises
    ------
    UserError
        If the span is none of the text.

    >>> explain_towards("Voters praised Ilse Orr.", 15, 23).columns.tolist()
    ['feature', 'value', 'adds']
    """
    ((start, end),) = _check_spans([text], [start], [end])
    model = load()
    (reading,) = read([text], model.ordinary, groups())
    found = mention_features(reading, text, start, end)
    known = {name: (value, model.weights[name]) for name, value in found.items() if name in model.weights}
    rows = [(name, value, value * (high - low)) for name, (value, (low, _, high)) in known.items()]
    rows.append(("(constant)", 1.0, model.constant[2] - model.constant[0]))
    table = pd.DataFrame(rows, columns=["feature", "value", "adds"])
    order = table["adds"].abs().sort_values(ascending=False, kind="stable").index
    return describe(
        table.loc[order].reset_index(drop=True),
        title=f"What the tone towards {text[start:end]} is made of",
        row="one row is a feature",
        notes=[f"Together {table['adds'].sum():+.2f}: above 0 speaks for positive, below for negative."],
    )
