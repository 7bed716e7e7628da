"""Sentences on what a corpus holds: its inputs, documents, languages, boilerplate and near-copies."""

import pandas as pd

from tenor.formats import number_of, readable_date
from tenor.prose.phrases import bold, in_period, listed, plain, quoted


def collection(documents: pd.DataFrame, whole: pd.DataFrame) -> str:
    """What is read: how many of the corpus' `whole` documents and words, by whom, from when to when."""
    if documents.empty:
        return "The selection holds no document: widen `sources`, `start` and `end`."
    n_sources = documents["source"].nunique()
    by = f" by {number_of(n_sources, 'source')}" if n_sources else ", none with a source"
    dates = documents["published"].dropna()
    first, last = (readable_date(date) for date in (dates.min(), dates.max())) if len(dates) else ("", "")
    when = f", published from {first} to {last}" if len(dates) else ", none with a date"
    undated = int(documents["published"].isna().sum())
    rest = f"; {number_of(undated, 'document')} undated" if undated and len(dates) else ""
    words = number_of(int(documents["n_words"].sum()), "word")
    return f"{_extent(documents, whole)} with {words}{by}{when}{rest}."


def _extent(documents: pd.DataFrame, whole: pd.DataFrame) -> str:
    if len(documents) == len(whole):
        return f"The corpus holds **{number_of(len(documents), 'document')}**"
    undated = int(whole["published"].isna().sum() - documents["published"].isna().sum())
    lost = f" (of those left out, {undated:,} undated)" if undated else ""
    return f"The settings keep **{len(documents):,} of {number_of(len(whole), 'document')}**{lost}"


def accounts(funnel: pd.DataFrame) -> str:
    """Whether every input is a document or left out for a reason."""
    steps = dict(zip(funnel["step"], funnel["n_inputs"], strict=True))
    found, loaded = steps.pop("found"), steps.pop("documents")
    reasons = [f"{-n:,} {step.removeprefix('left out: ')}" for step, n in steps.items()]
    left_out = f"; left out: {listed(reasons)}" if reasons else "; none was left out"
    return f"Of {number_of(found, 'input')} found, **{loaded:,}** became documents{left_out}."


def output_over_time(table: pd.DataFrame) -> str:
    """Who published most, and when most was published."""
    group = next(name for name in table if name not in ("period", "n_documents", "n_words"))
    total = table["n_documents"].sum()
    if not total:
        return "No document has a date, so nothing can be said about time."
    by_group = table.groupby(group, sort=True)["n_documents"].sum()
    by_period = table.groupby("period", sort=True)["n_documents"].sum()
    unit = table.attrs.get("period", "period")
    empty = int((by_period == 0).sum())
    gaps = f"; {number_of(empty, unit)} had none" if empty else ""
    return f"{_leader(by_group, total)} {_fullest(by_period, unit)}{gaps}."


def _leader(by_group: pd.Series, total: int) -> str:
    first = by_group[by_group == by_group.max()]
    groups = number_of(len(by_group), str(by_group.index.name))
    if len(first) == len(by_group) > 1:
        return f"Each of the {groups} has {number_of(int(first.iloc[0]), 'dated document')}."
    if len(first) > 1:
        return f"{len(first)} of {groups} lead with {first.iloc[0]:,} each."
    return f"**{plain(first.index[0])}** published most ({first.iloc[0]:,} of {total:,} dated documents)."


def _fullest(by_period: pd.Series, unit: str) -> str:
    fullest = by_period[by_period == by_period.max()]
    documents = number_of(int(fullest.iloc[0]), "document")
    if len(fullest) > 1:
        return f"No {unit} has more than {documents}"
    return f"Most appeared in {in_period(unit, fullest.index[0])}, {documents}"


def length(table: pd.DataFrame) -> str:
    """Which group writes longest and shortest."""
    if len(table) < 2:
        return "There is one group, so no lengths to compare."
    medians = table.set_index(table.columns[0])["median_words"]
    longest, shortest = (medians[medians == extreme] for extreme in (medians.max(), medians.min()))
    if len(longest) == len(table):
        return f"The median document of every {table.columns[0]} has {longest.iloc[0]:,.0f} words."
    return (
        f"The median document of {bold(longest.index)} is longest ({longest.iloc[0]:,.0f} words), that of "
        f"{bold(shortest.index)} shortest ({shortest.iloc[0]:,.0f}). "
        "Rates per million words make them comparable; raw counts do not."
    )


def languages(table: pd.DataFrame) -> str:
    """Which language is counted, and how much is left out for being in another."""
    left = table[~table["is_counted"]]
    kept = table.loc[table["is_counted"], "language"].tolist()
    main = f"The documents counted are in {quoted(kept)}" if kept else "No document is counted"
    if left.empty:
        return f"{main}; none is left out for its language."
    n, share = int(left["n_documents"].sum()), left["document_share"].sum()
    verb = "is" if n == 1 else "are"
    return (
        f"{main}; **{number_of(n, 'document')}** ({share:.1%}) in {quoted(left['language'])} {verb} left out."
    )


def boilerplate(table: pd.DataFrame) -> str:
    """How many words are set apart as boilerplate, and of which kinds."""
    if table.empty:
        return "No boilerplate was found: every word of the texts counts."
    kinds = listed(f"{row.kind} ({row.n_words:,})" for row in table.head(4).itertuples())
    more = f"; {number_of(len(table) - 4, 'kind')} more" if len(table) > 4 else ""
    n_words, share = int(table["n_words"].sum()), table["word_share"].sum()
    return (
        f"{number_of(n_words, 'word')} ({share:.1%}) are boilerplate and count in no rate: {kinds}{more}. "
        "They stay in the texts."
    )


def near_copies(table: pd.DataFrame, documents: pd.DataFrame) -> str:
    """How many documents nearly repeat another, and which text was printed most."""
    if table.empty:
        return "No two documents have nearly the same text."
    extra = int(table["n_documents"].sum() - len(table))
    return (
        f"**{extra:,} of {number_of(len(documents), 'document')}** nearly repeat an earlier text "
        f"({number_of(len(table), 'text')} in several versions). {_most_printed(table)}."
    )


def _most_printed(table: pd.DataFrame) -> str:
    first = table.iloc[0]
    n = number_of(int(first["n_documents"]), "document")
    if (table["n_documents"].iloc[1:] == first["n_documents"]).any():
        return f"None of them is met in more than {n}"
    name = plain(first["title"] if isinstance(first["title"], str) else first["cluster"])
    return f"The one met most often is “{name}”, in {n} of {number_of(int(first['n_sources']), 'source')}"


def changes_to_copies(versions: pd.DataFrame) -> str:
    """How far later versions keep to the earliest text."""
    if versions.empty:
        return "There is no later version to compare."
    share = versions["kept_share"]
    return (
        f"{number_of(len(versions), 'later version')} compared with the earliest text of its cluster: the "
        f"median keeps {share.median():.0%} of its words, the one most changed {share.min():.0%}."
    )


def fitness(table: pd.DataFrame) -> str:
    """What the corpus can be asked, what with care, and what not."""
    parts = {
        "yes": "can be asked",
        "with care": "can be asked with care",
        "no": "cannot be asked",
    }
    told = []
    for verdict, what in parts.items():
        questions = table.loc[table["verdict"] == verdict, "question"]
        if len(questions):
            told.append(f"**{listed(f'“{question}”' for question in questions)}** {what}")
    return f"{'; '.join(told)}."
