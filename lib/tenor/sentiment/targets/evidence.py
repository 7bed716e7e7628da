"""The lines behind the tone towards a target, as written."""

import pandas as pd

from tenor.parameters import check_value
from tenor.sentiment.evidence import POLES
from tenor.tables import describe

_SHOWN = (
    "target",
    "pole",
    "doc_id",
    "source",
    "published",
    "polarity",
    "label",
    "mention",
    "voice",
    "speaker",
    "text",
    "start",
    "end",
)


def evidence_towards(mentions: pd.DataFrame, *, n: int = 5) -> pd.DataFrame:
    """Show the sentences that score as the most positive and the most negative towards each target.

    One row a sentence, targets in order, the strongest first: `target`, `pole` ("most positive" or "most
    negative"), `doc_id`, `source`, `published`, `polarity`, `label`, `mention`, `voice` and `speaker` (of the
    sentence), `text` (the sentence as written), `start`, `end` (of the mention, characters of the document).
    One sentence a story, and no text twice. A pole has fewer than `n` rows where no more sentences have its
    label.

    Raises
    ------
    UserError
        If `n` is below 1.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import towards
    >>> corpus = from_texts(["Voters praised Orr.", "Orr was accused of fraud."])
    >>> evidence_towards(towards(corpus, "Orr"))[["pole", "text"]]
                pole                       text
    0  most positive        Voters praised Orr.
    1  most negative  Orr was accused of fraud.
    """
    n = check_value("n_evidence", n)
    parts = [mentions.head(0).assign(pole=pd.array([], dtype="string"))]
    for _, part in mentions.groupby("target", observed=True):
        for pole, sign in POLES.items():
            side = part[part["label"] == pole.removeprefix("most ")]
            ranked = side.sort_values("polarity", ascending=sign < 0, kind="stable")
            first = ranked.drop_duplicates("text").drop_duplicates("cluster").head(n)
            parts.append(first.assign(pole=pd.array([pole] * len(first), dtype="string")))
    return describe(
        pd.concat(parts, ignore_index=True)[list(_SHOWN)],
        title="Most positive and most negative sentences towards targets",
        row="one row is a sentence",
        notes=[
            "One sentence a story. These are the extremes, where errors gather, not examples of the usual."
        ],
    )
