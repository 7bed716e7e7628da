import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import UserError
from tenor.frequency.queries.expressions import check_size, read_expression


def fits(expression, term):
    return pc.match_substring_regex(pa.array([term]), read_expression(expression, "query"))[0].as_py()


@pytest.mark.parametrize(
    "expression", ["strike|port", "^strike$", "(?m)^strike$", "strik.", ".*", "[a-z]{6}"]
)
def test_what_fits_the_whole_term(expression):
    assert fits(expression, "strike")


@pytest.mark.parametrize("expression", ["strik", "trike", "s|trike|e", "", "a|rik|b"])
def test_what_fits_a_part_is_not_enough(expression):
    assert not fits(expression, "strike")


def test_lines_inside_a_term_are_no_whole():
    assert not fits("(?m)^strike$", "strike\nport")


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("(a", "missing ): (a; a ( is never closed"),
        ("[a", "missing ]: [a; a [ is never closed"),
        ("a)|(b", "unexpected ): a)|(b; a ) closes nothing"),
        ("*a", "no argument for repetition operator: *; there is nothing to repeat before it"),
        ("a**", "bad repetition operator: **; a repetition cannot be repeated"),
        ("a{9,8}", "invalid repetition size: {9,8}; counts go up to 1000, the smaller before the larger"),
        (r"(a)\1", r"invalid escape sequence: \1; a backslash before this sign means nothing"),
        ("(?=a)", "invalid perl operator: (?=; what begins so is not supported"),
        ("[z-a]", "invalid character class range: z-a; there are no such characters"),
        ("a\\", "trailing \\; nothing stands behind the backslash"),
        (r"\Qa", "missing )"),
        ("\ud800", "surrogates not allowed"),
    ],
)
def test_what_cannot_be_read_says_why(expression, reason):
    with pytest.raises(UserError, match=re.escape(reason)) as caught:
        read_expression(expression, "words")
    written = f"/{expression}/"
    assert str(caught.value).startswith(f"words: {written!r} is no regular expression that can be read")
    assert "without look-arounds and references back" in str(caught.value)


@pytest.mark.parametrize(
    ("pattern", "size"),
    [("a{2000}", "14,000"), ("(a{9}){50}", "4,500"), (r"(\pL|\PL){0,10}", "1,150"), ("a" * 1001, "1,001")],
)
def test_what_could_take_minutes_is_refused(pattern, size):
    with pytest.raises(UserError, match=f"words: '.*' is too large, {size} signs .* allowed is 1,000"):
        check_size(pattern, pattern, "words")


@pytest.mark.parametrize("pattern", [r"\pL{10}", "(un|in)[a-z]{3,12}(able|ible)", "a{0}" * 200, "a" * 1000])
def test_what_people_write_is_not_too_large(pattern):
    check_size(pattern, pattern, "words")


@given(st.text("ab()[]{}|*+?.\\^$-,1", max_size=12))
def test_whatever_is_written_is_read_or_refused(expression):
    try:
        read_expression(expression, "query")
    except UserError:
        return
    assert fits(f"({expression})|zebra", "zebra") or "\\" in expression
