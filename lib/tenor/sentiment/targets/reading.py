"""Sentences as the model reads them: words in small letters, names masked, with clauses, quotes, negation."""

from collections.abc import Collection, Sequence, Set
from functools import cache
from typing import NamedTuple

# What stands in place of words whose own form must not count.
NAME, PERSON, NUMBER, GROUP = "NAME", "PERSON", "NUMBER", "GROUP"
MASKS = frozenset((NAME, PERSON, NUMBER, GROUP))
_PERSONS = frozenset("he she him her his hers himself herself".split())
_NEGATIONS = frozenset("not no never cannot without neither nor hardly barely nobody nothing none".split())
# A negation reaches this many words, or to the end of its clause.
_REACH = 4
_BOUNDS = frozenset(',;:—–-()[]".!?…')
_JOINTS = frozenset(
    "but while although though because whereas when if who which that after before as".split()
)
_ENDS = frozenset('.!?:"')
# Words that are masked are so with these behind them, too.
_ENDINGS = ("", "'s", "s", "ly")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
# Of a line with more capitals than this no word is known to be a name.
_TITLE_SHARE = 0.6


class Reading(NamedTuple):
    """A sentence. Each list has one entry a token: the word or mark, its first character and the one behind
    it, how many clause bounds stand before it, whether a negation reaches it and whether it is quoted."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    clauses: list[int]
    negated: list[bool]
    quoted: list[bool]


def is_negation(word: str) -> bool:
    """Whether a word denies what follows it.

    >>> is_negation("isn't"), is_negation("is")
    (True, False)
    """
    return word in _NEGATIONS or word.endswith("n't")


def is_mark(word: str) -> bool:
    """Whether a token is neither a word nor what masks one."""
    return not word[0].isalnum()


def is_known(word: str) -> bool:
    """Whether a token is a word that may count by its own form."""
    return word[0].isalpha() and word not in MASKS


@cache
def stem(word: str) -> str:
    """The stem of a word, by Porter's second algorithm.

    >>> stem("accusing")
    'accus'
    """
    return _stemmer()(word)


@cache
def _stemmer():
    from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer().stem


def read(texts: Sequence[str], ordinary: Collection[str], masked: Set[str]) -> list[Reading]:
    """Read `texts`, one sentence each.

    A word with a capital inside a sentence is a name. At its start, and in a line of titles, it is one unless
    its stem is among the `ordinary` ones. Words of `masked` (see groups.txt) are masked with their endings.
    """
    from tenor.corpus.tokens import tokenize

    tokens = tokenize([text.encode() for text in texts])
    forms, starts, bounds = tokens.forms.to_pylist(), tokens.starts.tolist(), tokens.bounds.tolist()
    readings = []
    for number in range(len(texts)):
        first, last = bounds[number], bounds[number + 1]
        readings.append(_read(forms[first:last], starts[first:last], ordinary, masked))
    return readings


def _read(forms: list[str], starts: list[int], ordinary: Collection[str], masked: Set[str]) -> Reading:
    words = _mask([form.translate(_STRAIGHT) for form in forms], ordinary, masked)
    clauses, negated, quoted = [], [], []
    clause, left, is_open = 0, 0, False
    for form, word in zip(forms, words, strict=True):
        if word in _BOUNDS:
            clause, left = clause + 1, 0
            is_open = form == "“" or (form == '"' and not is_open) or (is_open and word != '"')
        elif word in _JOINTS:
            clause += 1
            left = left if word != "but" else 0
        clauses.append(clause)
        negated.append(left > 0)
        quoted.append(is_open)
        left = _REACH if is_negation(word) else left - 1
    ends = [start + len(form) for start, form in zip(starts, forms, strict=True)]
    return Reading(words, starts, ends, clauses, negated, quoted)


def _mask(forms: list[str], ordinary: Collection[str], masked: Set[str]) -> list[str]:
    letters = [form[0].isupper() for form in forms if form[0].isalpha()]
    is_title = len(letters) > 3 and sum(letters) > _TITLE_SHARE * len(letters)
    words, is_first, before = [], True, ""
    for form in forms:
        words.append(_word(form, is_first or is_title, before, ordinary, masked))
        is_first = form in _ENDS or (is_first and is_mark(form))
        before = form
    return words


def _word(form: str, may_be_any: bool, before: str, ordinary: Collection[str], masked: Set[str]) -> str:
    small = form.lower()
    if is_mark(form):
        return form
    if form[0].isdigit():
        return NUMBER
    if small in _PERSONS:
        return PERSON
    if any(small.removesuffix(ending) in masked for ending in _ENDINGS):
        return GROUP
    if before in ("@", "#") or (len(small) == 1 and small not in ("a", "i")):
        return NAME
    if small == form or small == "i" or small.startswith("i'"):
        return small
    is_plain = small[1:] == form[1:] or form.isupper()
    return small if may_be_any and is_plain and stem(small) in ordinary else NAME
