"""Sentences on words: which lead, which set groups apart, and in what company they stand."""

from collections.abc import Sequence

import pandas as pd

from tenor.formats import number_of
from tenor.prose.phrases import MOST_GROUPS, listed, plain, quoted


def top_words(words: pd.DataFrame) -> str:
    """Which words lead a word list, and how widely they are spread."""
    if words.empty:
        return "No word is frequent enough to be listed."
    first = words.iloc[0]
    others = f", before {quoted(words['term'].iloc[1:4])}" if len(words) > 1 else ""
    widest = words.loc[words["document_frequency"].idxmax()]
    narrow = words.loc[words["document_share"].idxmin()]
    return (
        f"*{plain(first['term'])}* leads the words with content{others}: {first['frequency']:,} times, "
        f"{first['per_million']:,.0f} per million words, "
        f"in {number_of(first['document_frequency'], 'document')}. "
        f"Of the {len(words)} shown, *{plain(widest['term'])}* is in most documents "
        f"({widest['document_share']:.0%}), *{plain(narrow['term'])}* in fewest "
        f"({narrow['document_share']:.0%}).{_least_even(words)}"
    )


def _least_even(words: pd.DataFrame) -> str:
    known = words[words["dp_norm"].notna()].sort_values("dp_norm", ascending=False, kind="stable")
    if len(known) < 4:
        return ""
    return f" Least evenly spread are {quoted(known['term'].head(3))}."


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
        return f"- **{plain(name)}**: no word differs surely from the rest."
    uses = f"more {quoted(more)}" if len(more) else ""
    lacks = f"less {quoted(fewer)}" if len(fewer) else ""
    return f"- **{plain(name)}** uses {'; '.join(part for part in (uses, lacks) if part)}."


def variety(table: pd.DataFrame) -> str:
    """Which group's documents have the most and the least varied vocabulary."""
    known = table[table["mattr"].notna()]
    if len(known) < 2:
        return "Fewer than two groups have documents long enough for their vocabulary to be compared."
    top, bottom = known.loc[known["mattr"].idxmax()], known.loc[known["mattr"].idxmin()]
    group, n_short = table.columns[0], int(table["n_short"].sum())
    short = f" {number_of(n_short, 'document')} too short for it." if n_short else ""
    return (
        f"The vocabulary is most varied in the documents of **{plain(top[group])}** (median MATTR "
        f"{top['mattr']:.2f}), least in those of **{plain(bottom[group])}** ({bottom['mattr']:.2f}).{short}"
    )


def company(table: pd.DataFrame, words: Sequence[str]) -> str:
    """Which words keep the nodes company, and in how many documents."""
    if table.empty:
        return f"No word meets {quoted(words) or 'a word'} often enough to be listed."
    first, n_narrow = table.iloc[0], int((table["document_frequency"] < 3).sum())
    few = f"{n_narrow:,} {'meets' if n_narrow == 1 else 'meet'}"
    narrow = f" Of the {len(table):,} shown, {few} it in one or two documents only, as words of a story do."
    return (
        f"Closest to {quoted(words)} stand {quoted(table['collocate'].head(4))}. The first meets it "
        f"{int(first['frequency']):,} times in {int(first['document_frequency']):,} documents, where "
        f"{first['expected']:,.1f} times were to be expected.{narrow if n_narrow else ''}"
    )


def network(table: pd.DataFrame) -> str:
    """How many collocates the nodes have, and which of these keep company with one another."""
    if table.empty:
        return "No words meet often enough for a network."
    among = table[~table["is_first"]].sort_values("log_dice", ascending=False, kind="stable")
    n_words = table.loc[table["is_first"], "collocate"].nunique()
    nodes = quoted(dict.fromkeys(table.loc[table["is_first"], "node"]))
    around = f"{number_of(n_words, 'word')} {'stands' if n_words == 1 else 'stand'} around {nodes}"
    closest = [f"*{plain(row.node)}* with *{plain(row.collocate)}*" for row in among.head(3).itertuples()]
    if not closest:
        return f"{around}; no two of them meet often."
    meet = "pair of them meets" if len(among) == 1 else "pairs of them meet"
    return f"{around}; {len(among):,} {meet} as well, closest {listed(closest)}."


def lines_of(table: pd.DataFrame, words: Sequence[str]) -> str:
    """How many lines of a concordance of `words` there are, and who wrote them."""
    if not words:
        return "The selection holds no word to follow."
    if table.empty:
        return f"This selection does not hold {quoted(words)}."
    documents = number_of(table["doc_id"].nunique(), "document")
    leading = table["source"].value_counts().head(1)
    source = f", most of them in {plain(leading.index[0])} ({leading.iloc[0]:,})" if len(leading) else ""
    return f"{number_of(len(table), 'line')} of {quoted(words)} from {documents}{source}."
