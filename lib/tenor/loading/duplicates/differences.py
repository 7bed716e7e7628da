"""What a later version of a text cut, added and altered: sentences are matched first, then their words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from tenor.loading.duplicates.alignment import Gap, find_gaps, match, walk
from tenor.loading.duplicates.attributions import is_reattributed
from tenor.loading.duplicates.passages import Sentence

# Two sentences are versions of one if they share at least half of their words, in order.
MIN_SHARED = 0.5

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the `earliest` text and its version in the `later` one, one of them None where it has no
    partner; `gaps` are the stretches of words in which they differ."""

    earliest: Sentence | None
    later: Sentence | None
    gaps: list[Gap] = field(default_factory=list)

    @property
    def is_same(self) -> bool:
        """Whether both sentences have the same words."""
        return self.earliest is not None and self.later is not None and not self.gaps

    @property
    def n_shared(self) -> int:
        """How many words both have, in order."""
        if self.earliest is None or self.later is None:
            return 0
        return len(self.earliest.words) - sum(gap.high - gap.low for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `change` is "cut", "added", "altered" or "re-attributed"; `n_words` are those cut,
    added or put in the place of others; `earliest` and `later` are the spans in characters of the texts."""

    change: str
    n_words: int
    earliest: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pairs of sentences of two texts, in the order of the texts, and the sentences of the earliest one
    that the later one has in another place."""

    pairs: list[Pair]
    moved: list[Sentence]

    @property
    def n_kept(self) -> int:
        """How many words of the earliest text the later one has, too."""
        return sum(pair.n_shared for pair in self.pairs) + sum(len(one.words) for one in self.moved)

    def differences(self) -> Iterator[Difference]:
        """The differences in words; sentences side by side that were cut or added are one."""
        for (change, _), run in groupby(enumerate(self.pairs), _change_and_run):
            pairs = [pair for _, pair in run]
            if change == "cut":
                yield _one_sided(change, [pair.earliest for pair in pairs])
            elif change == "added":
                yield _one_sided(change, [pair.later for pair in pairs])
            elif pairs[0].gaps:
                yield _altered(pairs[0])


def _change_and_run(placed: tuple[int, Pair]) -> tuple[str, int]:
    """What happened to a pair, and a number that it shares with its neighbours of one run."""
    place, pair = placed
    if pair.later is None:
        return "cut", pair.earliest.number - place
    if pair.earliest is None:
        return "added", pair.later.number - place
    return "kept", place


def _one_sided(change: str, sentences: list[Sentence]) -> Difference:
    n_words = sum(len(sentence.words) for sentence in sentences)
    span = (sentences[0].start, sentences[-1].end)
    return Difference(change, n_words, *((span, None) if change == "cut" else (None, span)))


def _altered(pair: Pair) -> Difference:
    one, other = pair.earliest, pair.later
    n_words = sum(max(gap.high - gap.low, gap.end - gap.start) for gap in pair.gaps)
    change = "re-attributed" if is_reattributed(one, other, pair.gaps) else "altered"
    return Difference(change, n_words, (one.start, one.end), (other.start, other.end))


def compare(earliest: list[Sentence], later: list[Sentence]) -> Comparison:
    """Match the sentences of two texts: first those with the same words, then between them their versions."""
    pairs = list(_pair(earliest, later))
    cut = Counter(pair.earliest.words for pair in pairs if pair.later is None)
    added = Counter(pair.later.words for pair in pairs if pair.earliest is None)
    return _set_apart(pairs, cut & added)


def _pair(earliest: list[Sentence], later: list[Sentence]) -> Iterator[Pair]:
    matches = match(*([sentence.words for sentence in side] for side in (earliest, later)))
    for gap, same in walk(matches, len(earliest), len(later)):
        yield from _pair_versions(earliest[gap.low : gap.high], later[gap.start : gap.end])
        if same:
            yield Pair(earliest[same[0]], later[same[1]])


def _pair_versions(earliest: list[Sentence], later: list[Sentence]) -> Iterator[Pair]:
    for gap, both in walk(_find_versions(earliest, later), len(earliest), len(later)):
        yield from (Pair(sentence, None) for sentence in earliest[gap.low : gap.high])
        yield from (Pair(None, sentence) for sentence in later[gap.start : gap.end])
        if both:
            one, other = earliest[both[0]], later[both[1]]
            gaps = find_gaps(match(one.words, other.words), len(one.words), len(other.words))
            yield Pair(one, other, gaps)


def _find_versions(earliest: list[Sentence], later: list[Sentence]) -> list[tuple[int, int]]:
    """The places of the sentences that share enough words, where all words are matched in order; of several
    likely partners the likest."""
    words = ([word for sentence in side for word in sentence.words] for side in (earliest, later))
    mine, theirs = (
        [place for place, sentence in enumerate(side) for _ in sentence.words] for side in (earliest, later)
    )
    shared = Counter((mine[one], theirs[other]) for one, other in match(*words))
    shares = {
        (one, other): 2 * n / (len(earliest[one].words) + len(later[other].words))
        for (one, other), n in shared.items()
    }
    found: dict[int, int] = {}
    for one, other in sorted(shares, key=lambda pair: (-shares[pair], pair)):
        if shares[one, other] >= MIN_SHARED and one not in found and other not in found.values():
            found[one] = other
    return sorted(found.items())


def _set_apart(pairs: list[Pair], moved: Counter) -> Comparison:
    """`pairs` without those of sentences cut here and added there: of each words as many as `moved` says."""
    left = {"cut": moved.copy(), "added": moved.copy()}
    kept, set_apart = [], []
    for pair in pairs:
        sentence, side = (pair.earliest, "cut") if pair.later is None else (pair.later, "added")
        if None in (pair.earliest, pair.later) and left[side][sentence.words]:
            left[side][sentence.words] -= 1
            set_apart += [sentence] if side == "cut" else []
        else:
            kept.append(pair)
    return Comparison(kept, set_apart)
