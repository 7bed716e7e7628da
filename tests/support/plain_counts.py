"""Small corpora made at random, and counts of them in plain Python, to hold the fast ones against."""

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st

from tenor.corpus import Corpus, from_texts

# For tests that make corpora: how long an example takes says nothing about what it tests.
unhurried = settings(deadline=None, max_examples=40)
PIECES = ["dam", "Dam", "port", "the", "it’s", "3.5", "strike", ",", ".", "—", "\n\n"]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
documents = st.tuples(
    texts, st.sampled_from(["a", "b", None]), st.sampled_from(["2031-01-30", "2031-02", "2031-04-02", None])
)


def make_corpus(rows: list[tuple[str, str | None, str | None]]) -> Corpus:
    """A corpus of rows of text, source and date."""
    columns = zip(*rows, strict=True) if rows else ([], [], [])
    text, source, published = (list(column) for column in columns)
    return from_texts(text, source=source, published=published)


corpora = st.lists(documents, max_size=7).map(make_corpus)
ENDS = [("the dam", "a", "2031-01-30"), ("the port", "b", "2031-02")]
two_sided_corpora = st.lists(documents, max_size=5).map(lambda rows: make_corpus([*rows, *ENDS]))


def words_of(corpus: Corpus) -> list[list[str]]:
    """The words of each document."""
    tokens = corpus.tokens
    rows = zip(tokens["doc"], tokens["term"], tokens["is_word"], strict=True)
    found = [[] for _ in range(len(corpus.documents))]
    for document, term, is_word in rows:
        if is_word:
            found[document].append(term)
    return found


def count_words(corpus: Corpus) -> Counter:
    return Counter(word for words in words_of(corpus) for word in words)


def count_documents(corpus: Corpus) -> Counter:
    return Counter(word for words in words_of(corpus) for word in set(words))


def ngrams_of(corpus: Corpus, n: int) -> list[list[tuple[str, ...]]]:
    """The sequences of `n` words of each document, inside a sentence and between marks."""
    tokens = corpus.tokens
    found = [[] for _ in range(len(corpus.documents))]
    for start in range(len(tokens) - n + 1):
        part = tokens.iloc[start : start + n]
        if part["is_word"].all() and part["sentence"].nunique() == 1:
            found[part["doc"].iloc[0]].append(tuple(part["term"]))
    return found


def runs_of(corpus: Corpus) -> list[list[list[str]]]:
    """The runs of words between marks and ends of sentences of each document."""
    tokens = corpus.tokens
    rows = zip(tokens["doc"], tokens["sentence"], tokens["term"], tokens["is_word"], strict=True)
    found, before = [[] for _ in range(len(corpus.documents))], None
    for document, sentence, term, is_word in rows:
        if is_word and sentence == before:
            found[document][-1].append(term)
        elif is_word:
            found[document].append([term])
        before = sentence if is_word else None
    return found
