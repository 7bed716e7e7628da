"""Networks: the collocates of words, and which of these keep company with one another."""

from collections.abc import Sequence

import pandas as pd

from tenor.corpus import Corpus
from tenor.frequency.collocations import collocates
from tenor.frequency.groups import note_counted
from tenor.frequency.queries.matches import note_queries, quoted
from tenor.frequency.stop_words import stop_word_list
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines

_COLUMNS = ["node", "collocate", "frequency", "log_dice", "mi", "g2", "document_frequency", "is_first"]


def collocation_network(
    corpus: Corpus,
    nodes: str | Sequence[str],
    *,
    left: int = 5,
    right: int = 5,
    top_n: int = 12,
    count: str = "documents",
    min_frequency: int = 5,
    stop_words: str = "en",
) -> pd.DataFrame:
    """Find the closest collocates of each node, and how these collocate with each other.

    One row is an edge: `node`, `collocate`, `frequency` (how often they meet), `log_dice`, `mi`, `g2`,
    `document_frequency`, and `is_first`: an edge from one of `nodes`, as against one between two of their
    collocates, which is told once, from the word that comes first in the alphabet.

    Of each node the `top_n` collocates with the highest `log_dice` are taken, stop words left out; then every
    edge among them. What collocation is, and what `left`, `right`, `count` and `min_frequency` do, is told at
    `collocates`.

    A cluster of words that all meet each other is often one story: look at `document_frequency`.

    Raises
    ------
    UserError
        As `collocates` does.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["Old stone dam. Old stone bridge. The dam."])
    >>> collocation_network(corpus, "dam", min_frequency=1)[["node", "collocate", "is_first"]]
      node collocate  is_first
    0  dam       old      True
    1  dam     stone      True
    2  old     stone     False
    """
    check_value("top_n", top_n)
    words, _ = stop_word_list(stop_words)
    counted = corpus.counted_by(count)
    window = {"left": left, "right": right, "min_frequency": min_frequency, "stop_words": ""}
    nodes = list(dict.fromkeys([nodes] if isinstance(nodes, str) else nodes))
    first = [_closest(counted, node, words, window).head(top_n).assign(is_first=True) for node in nodes]
    others = sorted({word for table in first for word in table["collocate"]} - set(nodes))
    among = [_closest(counted, word, words, window).assign(is_first=False) for word in others]
    kept = [table[table["collocate"].isin(others) & (table["collocate"] > table["node"])] for table in among]
    empty = _closest(counted, "", words, window).assign(is_first=False)
    table = pd.concat([empty, *first, *kept], ignore_index=True)[_COLUMNS].astype({"is_first": bool})
    remember_lines(table, query="collocate", nodes=[], left=left, right=right, by=None, count=count)
    return describe(
        table,
        title=f"The company of {quoted(nodes)}",
        row="one row is a node and a collocate of it",
        notes=[
            f"Of each node the {top_n:,} words with the highest log_dice, and the edges among all of these; "
            f"windows of {left} words to the left and {right} to the right within a sentence; pairs that "
            f"meet {min_frequency:,} times or more.",
            *note_queries(counted, nodes),
            *note_counted(corpus, counted, count, None),
            "Stop words are left out here; `collocates` lists and marks them.",
        ],
    )


def _closest(corpus: Corpus, node: str, stop_words: frozenset[str], window: dict) -> pd.DataFrame:
    table = collocates(corpus, [node] if node else [], **window)
    is_left_out = table["collocate"].isin(stop_words) | (table["collocate"] == node)
    return table[~is_left_out].assign(node=node)
