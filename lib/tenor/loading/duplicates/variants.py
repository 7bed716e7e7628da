"""What outlets made of a text: each later member of a cluster of near-copies against the earliest."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.corpus.selections import order_of_publication
from tenor.errors import UserError, did_you_mean
from tenor.loading.duplicates.differences import Comparison, Span, compare
from tenor.loading.duplicates.passages import read_sentences
from tenor.loading.duplicates.similarities import Similarities, similarities
from tenor.tables import describe

_COLUMNS = ("cluster", "doc_id", "source", "change", "n_words", "earliest_text", "text")
_COMPARED = "Compared are the words; headlines and boilerplate are left out."


# To compare two texts takes milliseconds: what a reader may wait for, and read.
MOST_CLUSTERS = 50


class _Versions(NamedTuple):
    """The members of clusters as a corpus; a row for each later member; in it the number of that one and of
    the earliest; and how many smaller clusters are not among them."""

    members: Corpus
    later: pd.DataFrame
    numbers: np.ndarray
    earliest: np.ndarray
    n_smaller: int

    def compare(self) -> Iterator[Comparison]:
        """Each later member with the earliest of its cluster."""
        known, sentences = -1, []
        for earliest, number in zip(self.earliest.tolist(), self.numbers.tolist(), strict=True):
            if earliest != known:
                known, sentences = earliest, read_sentences(self.members, earliest)
            yield compare(sentences, read_sentences(self.members, number))


def variants(corpus: Corpus, cluster: str | None = None, *, n_clusters: int = MOST_CLUSTERS) -> pd.DataFrame:
    """Tell what each outlet cut, added, altered or gave to another speaker, against the earliest text.

    Compared are the later members of the `n_clusters` largest clusters, or of the one named by the `doc_id`
    of its earliest member, which may lie outside the sources and days that `corpus` was narrowed to. One row
    is a difference: `cluster`; `doc_id` and `source` of the later member; `change`; `n_words`;
    `earliest_text` and `text`, the two passages as loaded. The largest clusters stand first, equal ones in
    alphabetical order, their members in that of publication, differences in that of the texts. `change` is
    one of these:

    - "cut": sentences of the earliest text that the later one lacks; `text` is missing
    - "added": sentences that the earliest text lacks; `earliest_text` is missing
    - "altered": a sentence of which both have at least half of the words; `n_words` counts those cut, added
      or put in the place of others
    - "re-attributed": such a sentence in which what is quoted or reported is the same and who says it is
      not, found by English reporting verbs (see `tenor.loading.duplicates.attributions`): a list to read

    Sentences that differ in quotation marks, dashes, other marks, white space or capital letters alone, and
    sentences in another place, are no rows; the footnotes count them. A sentence parted in two, or two joined
    in one, is told as an alteration and a cut or addition.

    Raises
    ------
    UserError
        If `cluster` is none of two or more documents.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The dam holds. It rains.", "The dam holds."], doc_id=["wire", "copy"])
    >>> corpus.documents["cluster"] = "wire"
    >>> variants(corpus)[["change", "n_words", "earliest_text"]].values.tolist()
    [['cut', 2, 'It rains.']]
    """
    found = _find_versions(corpus, cluster, n_clusters)
    comparisons = list(found.compare())
    rows = [row for place, one in enumerate(comparisons) for row in _rows(found, place, one)]
    table = pd.DataFrame(rows, columns=list(_COLUMNS))
    table = table.astype({name: "int64" if name == "n_words" else "string" for name in _COLUMNS})
    return describe(
        table,
        title="What later versions changed",
        row="one row is a difference between a later version and the earliest text of its cluster",
        notes=_notes(corpus, found, comparisons),
    )


def versions(corpus: Corpus, *, n_clusters: int = MOST_CLUSTERS) -> pd.DataFrame:
    """Tell how much of the earliest text each later member of a cluster kept.

    One row is a later member of one of the `n_clusters` largest clusters: `cluster` (the `doc_id` of the
    earliest member), `doc_id`, `source`, `published`, `n_words` (of the later member), and

    - `similarity` to the earliest: the share of the runs of three words of both that both have
    - `containment`: the share of those of the shorter one that the longer has, 1 where it is a mere cut
    - `kept_share` and `cut_share` of the words of the earliest text, and `added_share` of those of the later
      member (0 to 1), by matched sentences and the words inside them; missing where the text has no words
    - `n_altered` and `n_reattributed`: sentences, see `variants`

    The largest clusters stand first, equal ones in alphabetical order, their members in that of publication.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["The dam holds. It rains.", "The dam holds."], doc_id=["wire", "copy"])
    >>> corpus.documents["cluster"] = "wire"
    >>> versions(corpus)[["doc_id", "kept_share", "cut_share", "added_share"]].values.tolist()
    [['copy', 0.6, 0.4, 0.0]]
    """
    found = _find_versions(corpus, None, n_clusters)
    comparisons = list(found.compare())
    changes = [[difference.change for difference in one.differences()] for one in comparisons]
    n_kept = pd.Series([one.n_kept for one in comparisons], dtype="int64")
    n_words = found.members.documents["n_words"]
    n_later, n_earliest = (
        n_words.take(side).reset_index(drop=True) for side in (found.numbers, found.earliest)
    )
    alike = _similarities(found)
    table = found.later[["cluster", "doc_id", "source", "published"]].reset_index(drop=True)
    table = table.assign(
        n_words=n_later,
        similarity=alike.resemblance,
        containment=alike.containment,
        kept_share=n_kept / n_earliest,
        cut_share=1 - n_kept / n_earliest,
        added_share=1 - n_kept / n_later,
        n_altered=[listed.count("altered") for listed in changes],
        n_reattributed=[listed.count("re-attributed") for listed in changes],
    )
    return describe(
        table,
        title="How much later versions kept",
        row="one row is a later version of the earliest text of its cluster",
        notes=[_COMPARED, *_note_outside(corpus, found), *_note_smaller(found)],
    )


def _find_versions(corpus: Corpus, cluster: str | None, n_clusters: int) -> _Versions:
    documents = corpus.documents.iloc[order_of_publication(corpus.documents)]
    later = documents[documents["cluster"] != documents["doc_id"]]
    sizes = later["cluster"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    shown = sizes.index[:n_clusters]
    if cluster is not None:
        _check_cluster(cluster, sorted(sizes.index))
        sizes, shown = sizes[[cluster]], [cluster]
    places_of = pd.Index(shown).get_indexer(later["cluster"])
    later = later.assign(place=places_of)[places_of >= 0]
    later = later.sort_values("place", kind="stable").drop(columns="place")
    ids = pd.Index(pd.concat([later["cluster"], later["doc_id"]]).unique())
    places = pd.Index(corpus.whole.documents["doc_id"]).get_indexer(ids)
    numbers, earliest = ids.get_indexer(later["doc_id"]), ids.get_indexer(later["cluster"])
    return _Versions(corpus.whole.take(places), later, numbers, earliest, len(sizes) - len(shown))


def _check_cluster(cluster: str, clusters: Sequence[str]) -> None:
    if cluster not in clusters:
        hint = did_you_mean(cluster, clusters) or "."
        raise UserError(
            f"cluster = {cluster!r} is no cluster with a later member{hint} It is named by the doc_id of its "
            "earliest member; tenor.loading.copies lists them"
        )


def _similarities(versions: _Versions) -> Similarities:
    members = versions.members
    n_before = np.concatenate([[0], np.cumsum(members.is_counted)])
    # In one corpus the ids of its terms tell words apart as well as hashes do; 0 would be no word.
    words = members.terms[members.is_counted].astype(np.uint64) + np.uint64(1)
    pairs = np.column_stack([versions.earliest, versions.numbers])
    return similarities(words, n_before[members.document_bounds], pairs)


def _rows(versions: _Versions, place: int, comparison: Comparison) -> Iterator[tuple[Any, ...]]:
    """The differences of the later member at `place`."""
    later = versions.later.iloc[place]
    text = versions.members.text(versions.numbers[place])
    earliest = versions.members.text(versions.earliest[place])
    for difference in comparison.differences():
        passages = _cut(earliest, difference.earliest), _cut(text, difference.later)
        named = later["cluster"], later["doc_id"], later["source"]
        yield (*named, difference.change, difference.n_words, *passages)


def _cut(text: str, span: Span | None) -> str | None:
    return None if span is None else text[slice(*span)]


def _notes(corpus: Corpus, versions: _Versions, comparisons: list[Comparison]) -> list[str]:
    n_same = sum(not any(comparison.differences()) for comparison in comparisons)
    n_marks = sum(
        _count_typographic(versions, place, comparison) for place, comparison in enumerate(comparisons)
    )
    n_moved = sum(len(comparison.moved) for comparison in comparisons)
    return [
        f"{len(comparisons):,} later versions; {n_same:,} have the words of the earliest text and no others. "
        f"{_COMPARED}",
        f"Not listed: {n_marks:,} sentences that differ in marks, white space or capital letters alone, and "
        f"{n_moved:,} that stand in another place.",
        *_note_outside(corpus, versions),
        *_note_smaller(versions),
    ]


def _note_smaller(versions: _Versions) -> list[str]:
    if not versions.n_smaller:
        return []
    return [f"{versions.n_smaller:,} smaller clusters are not compared; n_clusters = ... asks for more."]


def _count_typographic(versions: _Versions, place: int, comparison: Comparison) -> int:
    """How many sentences have the same words in both texts and other characters."""
    text = versions.members.text(versions.numbers[place])
    earliest = versions.members.text(versions.earliest[place])
    same = ((pair.earliest, pair.later) for pair in comparison.pairs if pair.is_same)
    return sum(earliest[one.start : one.end] != text[other.start : other.end] for one, other in same)


def _note_outside(corpus: Corpus, versions: _Versions) -> list[str]:
    clusters = versions.later["cluster"].drop_duplicates()
    n_outside = int((~clusters.isin(corpus.documents["doc_id"])).sum())
    if not n_outside:
        return []
    return [f"The earliest text of {n_outside:,} clusters is outside the chosen sources and days."]
