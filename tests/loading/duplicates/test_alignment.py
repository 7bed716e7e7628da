from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.duplicates.alignment import Gap, find_gaps, match, walk

sequences = st.text("abcd", max_size=90)


def length_of_longest(one: str, other: str) -> int:
    """The length of a longest common subsequence, by the plain table."""
    before = [0] * (len(other) + 1)
    for letter in one:
        row = [0]
        for place, theirs in enumerate(other):
            row.append(before[place] + 1 if letter == theirs else max(before[place + 1], row[place]))
        before = row
    return before[-1]


@given(sequences, sequences)
def test_matches_are_a_longest_common_subsequence(one, other):
    matches = match(one, other)
    assert all(one[mine] == other[theirs] for mine, theirs in matches)
    assert all(low < high and start < end for (low, start), (high, end) in pairwise(matches))
    assert len(matches) == length_of_longest(one, other)


@given(sequences, sequences)
def test_gaps_and_matches_make_up_both_sequences(one, other):
    mine, theirs = [], []
    for gap, both in walk(match(one, other), len(one), len(other)):
        mine += [*range(gap.low, gap.high), *(both[:1] if both else [])]
        theirs += [*range(gap.start, gap.end), *(both[1:] if both else [])]
    assert mine == list(range(len(one)))
    assert theirs == list(range(len(other)))


@pytest.mark.parametrize(
    ("one", "other", "gaps"),
    [
        ("", "", []),
        ("ab", "ab", []),
        ("ab", "", [Gap(0, 2, 0, 0)]),
        ("", "ab", [Gap(0, 0, 0, 2)]),
        ("axb", "ayyb", [Gap(1, 2, 1, 3)]),
        ("abc", "bcd", [Gap(0, 1, 0, 0), Gap(3, 3, 2, 3)]),
    ],
)
def test_gaps_are_where_sequences_differ(one, other, gaps):
    assert find_gaps(match(one, other), len(one), len(other)) == gaps
