"""Rated sentences as matrices, made by the very code that scores."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from tenor.corpus.shards import Shard, form_is_word, make_shard
from tenor.sentiment.analyzers.tone.contexts import Occurrences, find_occurrences
from tenor.sentiment.analyzers.tone.modifiers import straight_forms
from tenor.sentiment.analyzers.tone.scoring import per_weight
from tenor.sentiment.analyzers.tone.settings import Settings
from tenor.sentiment.analyzers.tone.words import make_words
from tenor.sentiment.training.tone.ratings import Ratings


class RatedSet(NamedTuple):
    """Rated sentences with the occurrences of all terms in them.

    `n_small` counts, for each term, how often it is written in small letters.
    """

    groups: np.ndarray
    ratings: np.ndarray
    found: Occurrences
    n_small: np.ndarray
    n_terms: int

    def matrix(self, settings: Settings) -> sparse.csr_matrix:
        """What weight 1 of each term (a column) adds to the polarity of each sentence (a row)."""
        values = per_weight(self.found, settings)
        places = (self.found.sentence, self.found.term)
        return sparse.csr_matrix((values, places), (len(self.ratings), self.n_terms))

    def count_names(self) -> np.ndarray:
        """How often each term is masked as a name."""
        return np.bincount(self.found.term[self.found.is_name], minlength=self.n_terms)

    def count_sentences(self) -> np.ndarray:
        """In how many sentences each term stands, not counting where it is masked."""
        kept = ~self.found.is_name
        pairs = np.unique(self.found.sentence[kept] * self.n_terms + self.found.term[kept])
        return np.bincount(pairs % self.n_terms, minlength=self.n_terms)


def make_shards(ratings: list[Ratings]) -> list[Shard]:
    """The tokens of each set; a text is one sentence."""
    return [make_shard(each.texts) for each in ratings]


def words_of(shards: list[Shard]) -> list[str]:
    """All words of the shards in small letters, in the order of the alphabet."""
    found: set[str] = set()
    for shard in shards:
        words = shard.forms.filter(pa.array(form_is_word(shard.forms)))
        found.update(pc.utf8_lower(straight_forms(words)).to_pylist())
    return sorted(word for word in found if word[:1].isalpha())


def rated_set(ratings: Ratings, shard: Shard, terms: list[str], reach: int) -> RatedSet:
    """Find the terms in the rated sentences."""
    form_terms = make_words(dict.fromkeys(terms, (1.0, ""))).find(shard.forms)
    found = find_occurrences(shard.forms, shard.form_ids, shard.document_starts, form_terms, reach)
    is_small = pc.equal(pc.utf8_lower(shard.forms), shard.forms).to_numpy(zero_copy_only=False)
    small = is_small[shard.form_ids[found.place]]
    n_small = np.bincount(found.term[small], minlength=len(terms))
    return RatedSet(ratings.groups, ratings.ratings, found, n_small, len(terms))


def take_rows(rated: RatedSet, rows: np.ndarray) -> RatedSet:
    """The sentences of these ascending rows; `n_small` stays that of all."""
    keep = np.isin(rated.found.sentence, rows)
    place, sentence, term, is_name, modifiers, n_words = rated.found
    found = Occurrences(
        place[keep],
        np.searchsorted(rows, sentence[keep]),
        term[keep],
        is_name[keep],
        modifiers[keep],
        n_words[rows],
    )
    return RatedSet(rated.groups[rows], rated.ratings[rows], found, rated.n_small, rated.n_terms)
