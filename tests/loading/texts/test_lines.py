"""The lines of texts, with their places."""

from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.texts.lines import lines_of


@given(st.text("AB \t\r\n\u00a0\u2028\u00c9"))
def test_lines_stand_where_they_say_without_the_space_around_them(text):
    lines = lines_of(text)
    assert [line for _, line in lines] == [line.strip() for line in text.split("\n") if line.strip()]
    assert all(text[start : start + len(line)] == line for start, line in lines)
    starts = [start for start, _ in lines]
    assert starts == sorted(set(starts))
