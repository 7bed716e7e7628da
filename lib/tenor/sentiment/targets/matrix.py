"""Who says what about whom: tone towards targets by who speaks, with the outlets' own words as one voice."""

from collections.abc import Sequence

import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError, check_choice
from tenor.formats import number_of
from tenor.sentiment.targets.groups import check_mentions, tone_towards
from tenor.sentiment.targets.model import LABELS
from tenor.tables import describe

NARRATION = "(narration)"
UNNAMED = "(nobody named)"
MOST_SPEAKERS = 10


def speaker_matrix(
    mentions: pd.DataFrame,
    corpus: Corpus,
    speakers: Sequence[str] | None = None,
    *,
    n: int = MOST_SPEAKERS,
    count: str = "documents",
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Average the tone towards each target in the words of each speaker.

    One row a speaker and target, also where there is no sentence: `speaker`, `target`, `n_documents`,
    `n_mentions`, `negative`, `neutral`, `positive`, `polarity`, `low`, `high`, as in
    `tenor.sentiment.tone_towards`. "(narration)", what nobody is quoted for, stands first, then the
    `speakers` given, or the `n` with the most quotations, then "(nobody named)", what is quoted from someone
    without a name. Targets are in the order of `mentions`.

    Sentences of a speaker that mention himself are left out, most of them of the form "…, said Orr"; other
    speakers' as well. The notes count both. Shares and means are missing where fewer than 5 stories have a
    score.

    A sentence is its speaker's if most of its words are: the name may stand in the source's part of it. Low
    means are bad news about a target as well as dislike of it.

    Raises
    ------
    UserError
        If `mentions` were made from another corpus, a speaker is not in it, or a setting is out of range.

    >>> from tenor.corpus import from_texts
    >>> from tenor.sentiment import towards
    >>> corpus = from_texts([f"Voters praised Orr for work number {n} of hers." for n in range(5)])
    >>> speaker_matrix(towards(corpus, "Orr"), corpus)[["speaker", "target", "n_documents", "positive"]]
              speaker target  n_documents  positive
    0     (narration)    Orr            5       1.0
    1  (nobody named)    Orr            0       NaN
    """
    check_mentions(mentions, corpus)
    names = _choose(corpus, speakers, n)
    spoken = mentions.assign(speaker=speakers_of(mentions))
    is_self = spoken["speaker"].str.casefold() == spoken["target"].astype("string").str.casefold()
    is_shown = spoken["speaker"].isin(names)
    settings = {"count": count, "confidence": confidence, "n_resamples": n_resamples, "seed": seed}
    found = tone_towards(spoken[is_shown & ~is_self], corpus, by="speaker", **settings)
    targets = mentions["target"].cat.categories.tolist()
    grid = pd.MultiIndex.from_product([names, targets], names=["speaker", "target"])
    table = found.set_index(["speaker", "target"]).reindex(grid).reset_index()
    types = {**dict.fromkeys(("speaker", "target"), "string"), "n_documents": "int64", "n_mentions": "int64"}
    types |= dict.fromkeys((*LABELS, "polarity", "low", "high"), "float64")
    table = table.fillna({"n_documents": 0, "n_mentions": 0}).astype(types)
    return describe(
        table,
        title="Tone towards targets by speaker",
        row="one row is a speaker and a target",
        notes=[
            "A sentence is its speaker's if most of its words are.",
            *_left_out(len(mentions), int(is_self.sum()), int((~is_shown & ~is_self).sum())),
            *(note for note in found.attrs["notes"] if not note.startswith("No mean where")),
            *_empty_cells(table),
        ],
    )


def speakers_of(mentions: pd.DataFrame) -> pd.Series:
    """Who speaks in each row of a table of mentions: a speaker, "(narration)" or "(nobody named)"."""
    named = mentions["speaker"].astype("string")
    is_quoted = mentions["voice"].isin(["direct", "indirect"])
    return named.fillna(pd.Series(NARRATION, named.index, "string").where(~is_quoted, UNNAMED))


def mentions_by(mentions: pd.DataFrame, speaker: str, target: str) -> pd.DataFrame:
    """The rows of a table of mentions that stand behind one cell of `speaker_matrix`.

    `tenor.sentiment.evidence_towards` shows the strongest of them.

    Raises
    ------
    UserError
        If there is no such target, or nobody of that name speaks in `mentions`.
    """
    spoken = speakers_of(mentions)
    check_choice("target", target, mentions["target"].cat.categories.tolist())
    check_choice("speaker", speaker, sorted({NARRATION, UNNAMED, *spoken}))
    return mentions[(spoken == speaker) & (mentions["target"] == target)]


def _choose(corpus: Corpus, speakers: Sequence[str] | None, n: int) -> list[str]:
    if speakers is None:
        _check_number(n)
        counts = corpus.quotations["speaker"].value_counts().sort_index()
        ranked = counts[counts > 0].sort_values(ascending=False, kind="stable").index.tolist()
        chosen = ranked[:n]
    else:
        chosen = [check_choice("speakers", speaker, corpus.speakers) for speaker in dict.fromkeys(speakers)]
    return [NARRATION, *chosen, UNNAMED]


def _check_number(n: int) -> None:
    if type(n) is not int or n < 1:
        raise UserError(f"n = {n!r} is no number of speakers to show; give a whole number from 1 on")


def _left_out(n: int, n_self: int, n_other: int) -> list[str]:
    counts = {"in which a speaker mentions himself": n_self, "of speakers that are not shown": n_other}
    return [
        f"Left out: {count:,} of {number_of(n, 'sentence')} {what}."
        for what, count in counts.items()
        if count
    ]


def _empty_cells(table: pd.DataFrame) -> list[str]:
    few = int(table["polarity"].isna().sum())
    return (
        [f"{few:,} of {number_of(len(table), 'cell')} without a mean: fewer than 5 stories."] if few else []
    )
