"""Collocation: the words in whose company a node stands, and the pairs of neighbours of a corpus."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.errors import UserError
from tenor.formats import number_of
from tenor.frequency.counts import count_words
from tenor.frequency.groups import note_counted, stack_tables
from tenor.frequency.measures import association
from tenor.frequency.queries.matches import Matches, find_any, note_queries, quoted
from tenor.frequency.stop_words import mark_stop_words, stop_word_list
from tenor.frequency.windows import find_neighbours
from tenor.parameters import check_value
from tenor.tables import describe, remember_lines

WIDEST = 50


def collocates(
    corpus: Corpus,
    node: str | Sequence[str],
    *,
    left: int = 5,
    right: int = 5,
    by: str | None = None,
    count: str = "documents",
    min_frequency: int = 5,
    stop_words: str = "en",
) -> pd.DataFrame:
    """List the words that stand near a node more often than chance would have it, the closest first.

    The node is a word, phrase or pattern, as in `concordance`, or any of several. The window is `left` words
    before and `right` words behind it, within the sentence; punctuation takes no place in it. One row is a
    collocate (of a part, when `by` names a metadata column, "week", "month" or "year", "voice" or "speaker"):

    - `collocate`; `frequency`: how often it stands in a window, `left` and `right` of the node apart; a word
      between two nodes counts for both
    - `collocate_frequency` in the part as a whole, and `expected`: what of it would stand in the windows by
      chance, by the share of all words that stand there
    - `log_dice`, the order of the table: 14 at most where each needs the other, 0 or less for no company
      worth the name; it does not depend on the size of the corpus
    - `mi`: how many doublings lie between `frequency` and `expected`; it favours rare words
    - `mi3`: the same with the frequency cubed, which favours them less
    - `t_score`: how far above `expected`, in standard errors; it favours frequent words
    - `g2`: how sure the attraction is (four-cell log-likelihood ratio), negative where there is less than
      chance would have
    - `delta_p_collocate`: how much likelier the collocate is near the node than elsewhere, and
      `delta_p_node`, how much likelier the node's company is at the collocate than at other words: -1 to 1
    - `document_frequency`: documents in which they meet
    - `is_stop_word`

    Pairs that meet fewer than `min_frequency` times are left out and counted in the footnotes. A node that
    does not occur gives no rows, and a footnote with words spelt like it. With `count` "stories",
    near-copies of one text in a part count once.

    Words that meet in one report may owe it to that report: look at `document_frequency`, and at the lines
    (`evidence`).

    Raises
    ------
    UserError
        If `node` is no query, `left` or `right` is below 0 or above 50 or both are 0, or `by`, `count`,
        `min_frequency` or `stop_words` is not allowed.

    References
    ----------
    Rychlý (2008) for logDice; Church & Hanks (1990) for MI; Daille (1994) for MI3; Church et al. (1991) for
    t; Dunning (1993) for G²; Gries (2013) for Delta P; Evert (2008) for the counting of windows.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The old dam holds. The old dam broke."])
    >>> table = collocates(corpus, "dam", left=1, right=1, min_frequency=1)
    >>> table[["collocate", "frequency", "left", "right"]]
      collocate  frequency  left  right
    0       old          2     2      0
    1     broke          1     0      1
    2     holds          1     0      1
    """
    _check_window(left, right)
    check_value("min_frequency", min_frequency)
    words, origin = stop_word_list(stop_words)
    is_stop_word = mark_stop_words(corpus, words)
    counted = corpus.counted_by(count, by)
    parts = counted.split(by)
    nodes = [node] if isinstance(node, str) else list(node)
    found = [find_any(part.corpus, nodes, parameter="node") for part in parts]
    every = [
        _list_collocates(part.corpus, matches, left, right)
        for part, matches in zip(parts, found, strict=True)
    ]
    kept = [table[table["frequency"] >= min_frequency] for table in every]
    table = stack_tables(parts, kept, by)
    table["is_stop_word"] = is_stop_word[table["collocate"]]
    table["collocate"] = corpus.vocabulary["term"].take(table["collocate"]).array
    n_nodes = sum(len(matches.positions) for matches in found)
    n_places = sum(int(table["frequency"].sum()) for table in every)
    n_rare = sum(map(len, every)) - len(table)
    remember_lines(table, query="collocate", nodes=nodes, left=left, right=right, by=by, count=count)
    return describe(
        table,
        title=f"Collocates of {quoted(nodes)}",
        row="one row is a collocate" + (f" and {by}" if by else ""),
        notes=[
            *note_queries(counted, nodes),
            f"{number_of(n_nodes, 'node')}; the windows of {left} words to the left and {right} to the "
            f"right, cut where the sentence ends, hold {n_places:,} of {counted.n_words:,} words.",
            *note_counted(corpus, counted, count, by, parts),
            *(
                [f"min_frequency = {min_frequency:,} leaves out {n_rare:,} rarer collocates."]
                if n_rare
                else []
            ),
            origin,
        ],
    )


def _check_window(left: int, right: int) -> None:
    for name, size in (("left", left), ("right", right)):
        if type(size) is not int or not 0 <= size <= WIDEST:
            raise UserError(
                f"{name} = {size!r} is no width of a window; give a number of words from 0 to {WIDEST}"
            )
    if not left and not right:
        raise UserError(
            "left = 0 and right = 0 leave no window; give one of them 1 word or more, 5 are usual"
        )


def _list_collocates(corpus: Corpus, matches: Matches, left: int, right: int) -> pd.DataFrame:
    """All collocates of a part, by term id, in the order of the result."""
    near = find_neighbours(corpus, matches.positions, matches.sizes, left, right)
    terms = corpus.terms[near.position]
    n_terms = len(corpus.vocabulary)
    on_left = np.bincount(terms[near.distance < 0], minlength=n_terms)
    together = np.bincount(terms, minlength=n_terms)
    collocate = np.flatnonzero(together)
    observed, n_nodes = together[collocate], len(matches.positions)
    frequency = count_words(corpus)[collocate]
    cells = (observed, n_nodes, frequency, corpus.n_words)
    table = pd.DataFrame(
        {
            "collocate": collocate,
            "frequency": observed,
            "left": on_left[collocate],
            "right": observed - on_left[collocate],
            "collocate_frequency": frequency,
            **association_columns(*cells, span=len(terms) / max(n_nodes, 1)),
            "document_frequency": _count_documents(corpus, near.position, terms)[collocate],
        }
    )
    order = np.lexsort([collocate, -observed, -table["log_dice"].round(9)])
    return table.iloc[order]


def association_columns(
    observed: np.ndarray, f1: np.ndarray | int, f2: np.ndarray, n_words: int, *, span: float
) -> dict[str, np.ndarray]:
    """All measures of association by name; the arguments are those of `measures.association`."""
    cells = (observed, f1, f2, n_words)
    near_node, near_collocate = association.delta_p(*cells, span=span)
    return {
        "expected": association.expected(f1, f2, n_words, span=span),
        "log_dice": association.log_dice(observed, f1, f2),
        "mi": association.mi(*cells, span=span),
        "mi3": association.mi3(*cells, span=span),
        "t_score": association.t_score(*cells, span=span),
        "g2": association.g2_association(*cells, span=span),
        "delta_p_collocate": near_node,
        "delta_p_node": near_collocate,
    }


def _count_documents(corpus: Corpus, position: np.ndarray, terms: np.ndarray) -> np.ndarray:
    """In how many documents each term id is met at one of the positions."""
    document = np.searchsorted(corpus.document_bounds, position, side="right") - 1
    pairs = np.unique(terms.astype(np.int64) * (len(corpus.documents) + 1) + document)
    return np.bincount(pairs // (len(corpus.documents) + 1), minlength=len(corpus.vocabulary))
