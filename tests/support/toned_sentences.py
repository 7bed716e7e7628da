"""Sentences of words on which the scorer made for news turns."""

from hypothesis import strategies as st

_WORDS = "calm bad Great not isn’t very but denied United the , . “ party fog".split()
sentences = st.lists(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join), max_size=4)
