"""Tables to computed sentences: each function takes a result and says what stands in it.

The sentences are Markdown, and are written anew in each run: no number of theirs is fixed.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from tenor.formats import MISSING, readable_date

# Beyond this many groups a sentence about each is no longer a finding.
MOST_GROUPS = 8


def listed(names: Iterable[str]) -> str:
    """Names in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def counted(n: int, thing: str) -> str:
    """A number of things.

    >>> counted(1, "document"), counted(1200, "copy")
    ('1 document', '1,200 copies')
    """
    plural = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{n:,} {thing if n == 1 else plural}"


def _period(unit: str, label: str) -> str:
    return f"the {unit} of {readable_date(label)}" if unit == "week" else readable_date(label)


def _quoted(terms: Iterable[str]) -> str:
    return listed(f"*{_plain(term)}*" for term in terms)


def _bold(names: Iterable[str]) -> str:
    return listed(f"**{_plain(name)}**" for name in names)


def _plain(text: str) -> str:
    """`text` with the signs that Markdown would take for its own switched off."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in str(text))


def collection(documents: pd.DataFrame, whole: pd.DataFrame) -> str:
    """What is read: how many of the corpus' `whole` documents and words, by whom, from when to when."""
    if documents.empty:
        return "The selection holds no document: widen `sources`, `start` and `end`."
    n_sources = documents["source"].nunique()
    by = f" by {counted(n_sources, 'source')}" if n_sources else ", none with a source"
    dates = documents["published"].dropna()
    first, last = (readable_date(date) for date in (dates.min(), dates.max())) if len(dates) else ("", "")
    when = f", published from {first} to {last}" if len(dates) else ", none with a date"
    undated = int(documents["published"].isna().sum())
    rest = f"; {counted(undated, 'document')} undated" if undated and len(dates) else ""
    words = counted(int(documents["n_words"].sum()), "word")
    return f"{_extent(documents, whole)} with {words}{by}{when}{rest}."


def _extent(documents: pd.DataFrame, whole: pd.DataFrame) -> str:
    if len(documents) == len(whole):
        return f"The corpus holds **{counted(len(documents), 'document')}**"
    undated = int(whole["published"].isna().sum() - documents["published"].isna().sum())
    lost = f" (of those left out, {undated:,} undated)" if undated else ""
    return f"The settings keep **{len(documents):,} of {counted(len(whole), 'document')}**{lost}"


def accounts(funnel: pd.DataFrame) -> str:
    """Whether every input is a document or left out for a reason."""
    steps = dict(zip(funnel["step"], funnel["n_inputs"], strict=True))
    found, loaded = steps.pop("found"), steps.pop("documents")
    reasons = [f"{-n:,} {step.removeprefix('left out: ')}" for step, n in steps.items()]
    left_out = f"; left out: {listed(reasons)}" if reasons else "; none was left out"
    return f"Of {counted(found, 'input')} found, **{loaded:,}** became documents{left_out}."


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
    gaps = f"; {counted(empty, unit)} had none" if empty else ""
    return f"{_leader(by_group, total)} {_fullest(by_period, unit)}{gaps}."


def _leader(by_group: pd.Series, total: int) -> str:
    first = by_group[by_group == by_group.max()]
    groups = counted(len(by_group), str(by_group.index.name))
    if len(first) == len(by_group) > 1:
        return f"Each of the {groups} has {counted(int(first.iloc[0]), 'dated document')}."
    if len(first) > 1:
        return f"{len(first)} of {groups} lead with {first.iloc[0]:,} each."
    return f"**{_plain(first.index[0])}** published most ({first.iloc[0]:,} of {total:,} dated documents)."


def _fullest(by_period: pd.Series, unit: str) -> str:
    fullest = by_period[by_period == by_period.max()]
    documents = counted(int(fullest.iloc[0]), "document")
    if len(fullest) > 1:
        return f"No {unit} has more than {documents}"
    return f"Most appeared in {_period(unit, fullest.index[0])}, {documents}"


def length(table: pd.DataFrame) -> str:
    """Which group writes longest and shortest."""
    if len(table) < 2:
        return "There is one group, so no lengths to compare."
    medians = table.set_index(table.columns[0])["median_words"]
    longest, shortest = (medians[medians == extreme] for extreme in (medians.max(), medians.min()))
    if len(longest) == len(table):
        return f"The median document of every {table.columns[0]} has {longest.iloc[0]:,.0f} words."
    return (
        f"The median document of {_bold(longest.index)} is longest ({longest.iloc[0]:,.0f} words), that of "
        f"{_bold(shortest.index)} shortest ({shortest.iloc[0]:,.0f}). "
        "Rates per million words make them comparable; raw counts do not."
    )


def languages(table: pd.DataFrame) -> str:
    """Which language is counted, and how much is left out for being in another."""
    left = table[~table["is_counted"]]
    kept = table.loc[table["is_counted"], "language"].tolist()
    main = f"The documents counted are in {_quoted(kept)}" if kept else "No document is counted"
    if left.empty:
        return f"{main}; none is left out for its language."
    n, share = int(left["n_documents"].sum()), left["document_share"].sum()
    verb = "is" if n == 1 else "are"
    return (
        f"{main}; **{counted(n, 'document')}** ({share:.1%}) in {_quoted(left['language'])} {verb} left out."
    )


def boilerplate(table: pd.DataFrame) -> str:
    """How many words are set apart as boilerplate, and of which kinds."""
    if table.empty:
        return "No boilerplate was found: every word of the texts counts."
    kinds = listed(f"{row.kind} ({row.n_words:,})" for row in table.head(4).itertuples())
    more = f"; {counted(len(table) - 4, 'kind')} more" if len(table) > 4 else ""
    n_words, share = int(table["n_words"].sum()), table["word_share"].sum()
    return (
        f"{counted(n_words, 'word')} ({share:.1%}) are boilerplate and count in no rate: {kinds}{more}. "
        "They stay in the texts."
    )


def near_copies(table: pd.DataFrame, documents: pd.DataFrame) -> str:
    """How many documents nearly repeat another, and which text was printed most."""
    if table.empty:
        return "No two documents have nearly the same text."
    extra = int(table["n_documents"].sum() - len(table))
    return (
        f"**{extra:,} of {counted(len(documents), 'document')}** nearly repeat an earlier text "
        f"({counted(len(table), 'text')} in several versions). {_most_printed(table)}."
    )


def _most_printed(table: pd.DataFrame) -> str:
    first = table.iloc[0]
    n = counted(int(first["n_documents"]), "document")
    if (table["n_documents"].iloc[1:] == first["n_documents"]).any():
        return f"None of them is met in more than {n}"
    name = _plain(first["title"] if isinstance(first["title"], str) else first["cluster"])
    return f"The one met most often is “{name}”, in {n} of {counted(int(first['n_sources']), 'source')}"


def changes_to_copies(versions: pd.DataFrame) -> str:
    """How far later versions keep to the earliest text."""
    if versions.empty:
        return "There is no later version to compare."
    share = versions["kept_share"]
    return (
        f"{counted(len(versions), 'later version')} compared with the earliest text of its cluster: the "
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


def top_words(words: pd.DataFrame) -> str:
    """Which words lead a word list, and how widely they are spread."""
    if words.empty:
        return "No word is frequent enough to be listed."
    first = words.iloc[0]
    others = f", before {_quoted(words['term'].iloc[1:4])}" if len(words) > 1 else ""
    widest = words.loc[words["document_frequency"].idxmax()]
    narrow = words.loc[words["document_share"].idxmin()]
    return (
        f"*{_plain(first['term'])}* leads the words with content{others}: {first['frequency']:,} times, "
        f"{first['per_million']:,.0f} per million words, "
        f"in {counted(first['document_frequency'], 'document')}. "
        f"Of the {len(words)} shown, *{_plain(widest['term'])}* is in most documents "
        f"({widest['document_share']:.0%}), *{_plain(narrow['term'])}* in fewest "
        f"({narrow['document_share']:.0%}).{_least_even(words)}"
    )


def _least_even(words: pd.DataFrame) -> str:
    known = words[words["dp_norm"].notna()].sort_values("dp_norm", ascending=False, kind="stable")
    if len(known) < 4:
        return ""
    return f" Least evenly spread are {_quoted(known['term'].head(3))}."


def keywords(table: pd.DataFrame, *, n: int = 4) -> str:
    """For each group, the words that set it apart from the rest."""
    if table.empty:
        return table.attrs.get("empty") or "No word is frequent enough to compare groups by."
    group = table.columns[0]
    groups = list(table.groupby(group, sort=False))
    lines = [_keywords_of(name, part, n) for name, part in groups[:MOST_GROUPS]]
    if len(groups) > MOST_GROUPS:
        lines.append(f"- {len(groups) - MOST_GROUPS} more groups are in the table.")
    return "\n".join(lines)


def _keywords_of(name: str, part: pd.DataFrame, n: int) -> str:
    sure = part[part["is_key"]]
    more = sure[sure["log_ratio"] > 0]["term"].head(n)
    fewer = sure[sure["log_ratio"] < 0]["term"].head(2)
    if sure.empty:
        return f"- **{_plain(name)}**: no word differs surely from the rest."
    uses = f"more {_quoted(more)}" if len(more) else ""
    lacks = f"less {_quoted(fewer)}" if len(fewer) else ""
    return f"- **{_plain(name)}** uses {'; '.join(part for part in (uses, lacks) if part)}."


def trend(table: pd.DataFrame) -> str:
    """When each word peaks, and where it is absent."""
    known = table[table["per_million"].notna()]
    if known.empty:
        return "No dated document holds these words."
    unit = table.attrs.get("period", "period")
    return "\n".join(_peak(word, part, unit) for word, part in known.groupby("word", sort=False))


def _peak(word: str, part: pd.DataFrame, unit: str) -> str:
    top = part.loc[part["per_million"].idxmax()]
    absent = int((part["frequency"] == 0).sum())
    gone = f"; absent in {absent} of {len(part)} {unit}s" if absent else ""
    return (
        f"- *{_plain(word)}* peaks in {_period(unit, top['period'])}: {top['per_million']:,.0f} per million "
        f"words (interval {top['low']:,.0f} to {top['high']:,.0f}, "
        f"{counted(top['frequency'], 'time')}){gone}."
    )


def lines_of(table: pd.DataFrame, words: Sequence[str]) -> str:
    """How many lines of a concordance of `words` there are, and who wrote them."""
    if not words:
        return "The selection holds no word to follow."
    if table.empty:
        return f"This selection does not hold {_quoted(words)}."
    documents = table["doc_id"].nunique()
    leading = table["source"].value_counts().head(1)
    source = f", most of them in {_plain(leading.index[0])} ({leading.iloc[0]:,})" if len(leading) else ""
    return f"{counted(len(table), 'line')} of {_quoted(words)} from {counted(documents, 'document')}{source}."


def tone(table: pd.DataFrame) -> str:
    """Which group scores highest and lowest by each analyzer, and whether chance could exchange them."""
    if table.empty:
        return f"No document has a value of *{_plain(table.columns[0])}*, so there are no groups to compare."
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No sentence holds a word that the analyzers know."
    sure = known[known["low"].notna()]
    parts = [
        (name, part) for name, part in sure.groupby("analyzer", sort=False, observed=True) if len(part) > 1
    ]
    if not parts:
        return "Fewer than two groups have enough documents for an interval, so no order of theirs is sure."
    return "\n".join(_extremes(name, part, known.columns[0]) for name, part in parts)


def _extremes(analyzer: str, part: pd.DataFrame, group: str) -> str:
    top, bottom = part.loc[part["polarity"].idxmax()], part.loc[part["polarity"].idxmin()]
    apart = top["low"] > bottom["high"]
    verdict = "lie apart" if apart else "overlap, so the order may be chance"
    return (
        f"- By **{analyzer}**, {_plain(top[group])} scores highest ({_with_interval(top)}) and "
        f"{_plain(bottom[group])} lowest ({_with_interval(bottom)}); their intervals {verdict}."
    )


def _with_interval(row: pd.Series) -> str:
    interval = f", {row['low']:+.2f} to {row['high']:+.2f}" if pd.notna(row["low"]) else ""
    return f"{row['polarity']:+.2f}{interval}"


def tone_over_time(table: pd.DataFrame) -> str:
    """How far the tone moves by each analyzer, and where it cannot be said."""
    known = table[table["polarity"].notna()]
    if known.empty:
        return "No period has enough documents for a mean."
    unit = table.attrs.get("period", "period")
    lines = []
    for name, part in known.groupby("analyzer", sort=False):
        top, bottom = part.loc[part["polarity"].idxmax()], part.loc[part["polarity"].idxmin()]
        lines.append(
            f"- By **{name}**, the mean is highest in {_period(unit, top['period'])} "
            f"({_with_interval(top)}), lowest in {_period(unit, bottom['period'])} "
            f"({_with_interval(bottom)})."
        )
    return "\n".join(lines)


def agreement(table: pd.DataFrame) -> str:
    """How often the two analyzers agree on the sign of a sentence."""
    if not table["n"].sum():
        return "No sentence was scored by both analyzers."
    first, second = table.columns[:2]
    same = table[table[first] == table[second]]["n"].sum()
    opposed = table[(table[first] != table[second]) & ~table[[first, second]].eq("neutral").any(axis=1)][
        "n"
    ].sum()
    total = table["n"].sum()
    return (
        f"Of {counted(int(total), 'sentence')} that both analyzers score, they agree on the sign of "
        f"**{same / total:.0%}** and call {opposed / total:.0%} opposite."
    )


def extremes(table: pd.DataFrame) -> str:
    """Which sources the strongest sentences come from."""
    if table.empty:
        return "No sentence was scored."
    sources = table["source"].fillna(MISSING).value_counts()
    return (
        f"Of these {len(table)} sentences, {sources.iloc[0]} are from {_plain(sources.index[0])}. Read them "
        "before you quote a mean: a score may be a quoted speaker's, or the name of a thing."
    )
