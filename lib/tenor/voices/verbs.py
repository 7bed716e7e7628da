"""Reporting verbs: with which verbs a group reports what others say, and what stance these show."""

import pandas as pd

from tenor.corpus import Corpus
from tenor.parameters import check_value
from tenor.tables import describe
from tenor.voices.comparisons import MEASURES
from tenor.voices.cues import STANCES
from tenor.voices.grouped_cues import compare_cues, read_cues
from tenor.voices.resampling import Bootstrap


def reporting_verbs(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
    count: str = "documents",
    n: int = 10,
    n_groups: int = 20,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Count the reporting verbs of groups and compare each group with all others.

    One row a group and verb, those with most cues first: the group under the name `by`; `verb` (the base form
    of the cue's verb: "has said" is "say", "according to" stays); `stance` (see below); `n_cues`;
    `n_documents`; `share` of the group's cues (0 to 1); `share_elsewhere`, of the cues of all other groups;
    `difference` of the two, `low` and `high` (its bootstrap interval over documents, missing where the group
    or the others have cues in fewer than 5 stories). Of each group the first `n` verbs stand in the table,
    and of more than `n_groups` groups those with most cues; the notes count the rest.

    `by` is a column of the documents, "week", "month" or "year", "speaker" or "speaker_kind", or None. With
    `count` "stories", near-copies of one text in a group count once: the earliest of them. A cue that
    introduces several quotations counts once.

    The stance is looked up in a short list (`reporting_verbs.tsv`): neutral (say, tell), doubt (claim,
    insist), concession (admit, concede), force (warn, demand), assent (agree, confirm), all others "other".
    It is that of the verb, not of the sentence: "nobody claims" doubts nobody, "allowed" may be a permission,
    and whoever is asked to confirm confirms. A verb also tells of the speaker: those who warn often are
    reported with "warn". Read the lines with `evidence_of`. Of 20 differences by chance alone, one interval
    leaves out 0.

    Raises
    ------
    UserError
        If the corpus does not carry the quotations, there is no column `by` or the result has one of that
        name, or a setting is out of range.

    References
    ----------
    The interval: Field & Welsh 2007, see `tenor.intervals`.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": 0, "end": 8, "kind": "indirect", "cue": "claimed", "cue_start": 14}
    ... )
    >>> corpus = from_texts(["It rains, she claimed."]).with_quotations(rows)
    >>> reporting_verbs(rows, corpus, by=None)[["verb", "stance", "n_cues", "share"]]
        verb stance  n_cues  share
    0  claim  doubt       1    1.0
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    n, n_groups = check_value("top_n", n), check_value("top_n", n_groups)
    cued = read_cues(quotations, corpus, by, count, ("verb", "stance", *MEASURES))
    codes, verbs = pd.factorize(cued.rows["verb"], sort=True)
    table, dropped = compare_cues(cued, "verb", codes, list(map(str, verbs)), bootstrap, (n, n_groups))
    stances = cued.rows.drop_duplicates("verb").set_index("verb")["stance"]
    table.insert(table.columns.get_loc("verb") + 1, "stance", table["verb"].map(stances).astype("string"))
    return _describe(table, "Reporting verbs", by, bootstrap, [*cued.notes, *dropped])


def verb_stances(
    quotations: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = "source",
    count: str = "documents",
    n_groups: int = 20,
    confidence: float = 0.95,
    n_resamples: int = 1000,
    seed: int = 1,
) -> pd.DataFrame:
    """Count the stances that the reporting verbs of groups show, and compare each group with all others.

    One row a group and stance, all six in each group (neutral, doubt, concession, force, assent, other): the
    group under the name `by`, `stance`, then the columns of `reporting_verbs`, whose arguments and warnings
    hold here, too.

    Raises
    ------
    UserError
        As `reporting_verbs` does.

    >>> from tenor.corpus import from_texts
    >>> rows = pd.DataFrame(
    ...     {"doc_id": ["0"], "start": 0, "end": 8, "kind": "indirect", "cue": "claimed", "cue_start": 14}
    ... )
    >>> corpus = from_texts(["It rains, she claimed."]).with_quotations(rows)
    >>> verb_stances(rows, corpus, by=None)["n_cues"].tolist()
    [0, 1, 0, 0, 0, 0]
    """
    bootstrap = Bootstrap(confidence, n_resamples, seed)
    cued = read_cues(quotations, corpus, by, count, ("stance", *MEASURES))
    codes = pd.Index(STANCES).get_indexer(cued.rows["stance"])
    sizes = (None, check_value("top_n", n_groups))
    table, dropped = compare_cues(cued, "stance", codes, list(STANCES), bootstrap, sizes)
    return _describe(table, "Stances of reporting verbs", by, bootstrap, [*cued.notes, *dropped])


def _describe(
    table: pd.DataFrame, title: str, by: str | None, bootstrap: Bootstrap, notes: list[str]
) -> pd.DataFrame:
    table.attrs["confidence"] = bootstrap.confidence
    what = "stance" if "stances" in title.lower() else "verb"
    return describe(
        table,
        title=f"{title} by {by}" if by else title,
        row=f"one row is a {by} and a {what}" if by else f"one row is a {what}",
        notes=[*notes, bootstrap.note("difference, the share here less the share elsewhere,")],
    )
