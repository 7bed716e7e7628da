"""What the tagger knows of words, learned from marked articles; names are none of it."""

import re
from collections import Counter

import numpy as np

from tenor.voices.finding.lexicons import NAME, Lexicon, bin_shares, lower, shape_of
from tenor.voices.finding.sight import Bins, seen_forms
from tenor.voices.finding.spans import CUE, SPEAKER
from tenor.voices.finding.stems import stem
from tenor.voices.finding.texts import Texts
from tenor.voices.training.attributions import Marked

# Words with a capital that are no names.
_CAPITALS = frozenset(
    (
        "i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday january february "
        "march april may june july august september october november december mr mrs ms dr prof sen gov "
        "rep rev sgt capt gen "
        "col lt sir lady lord judge justice president minister secretary senator governor mayor congressman "
        "congresswoman representative chairman chairwoman spokesman spokeswoman king queen prince princess "
        "professor doctor"
    ).split()
)
_HANDLE = re.compile(r"_|\d[^\W\d]{3}")
# What stands before the parts of addresses and handles.
_ADDRESS = frozenset(("@", "#", "/", "_", ".", "="))
# Words, endings and shapes seen less often are not known.
_LEAST_WORDS, _LEAST_ENDINGS, _LEAST_SHAPES, _MOST_SHAPES = 3, 8, 15, 250
# So many uses as no cue are added to a word's, so that rare words weigh little.
_PRIOR = 3


def learn(marked: Marked, is_learned: np.ndarray) -> tuple[Lexicon, Bins]:
    """The lexicon of the tokens that are learned from, and the bins of all tokens.

    The bins of a token come from the documents other than its own, so that the tagger does not learn to trust
    them more than it may.
    """
    texts = marked.texts
    forms, ids = seen_forms(texts)
    counts = np.bincount(ids[is_learned], minlength=len(forms))
    ordinary = _ordinary(texts, forms, ids, is_learned)
    words, stems = [*sorted(ordinary), NAME], sorted({stem(word) for word in ordinary})
    endings, shapes = _endings(forms, counts, ordinary), _shapes(forms, counts)
    unknown = Lexicon(words, stems, endings, shapes, *(np.zeros(0),) * 3)
    numbers = np.array([unknown.number_of(form) for form in forms])[ids]
    stem_numbers = np.array([unknown.numbers[1].get(stem(lower(form)), 0) for form in forms])[ids]
    is_cue, is_speaker = (np.isin(marked.labels, (kind, kind + 1)) for kind in (CUE, SPEAKER))
    learned = [
        _bins(texts, key, flag, is_learned, size)
        for key, flag, size in (
            (numbers, is_cue, len(words)),
            (numbers, is_speaker, len(words)),
            (stem_numbers, is_cue, len(stems)),
        )
    ]
    lexicon = Lexicon(words, stems, endings, shapes, *(known for known, _ in learned))
    return lexicon, Bins(*(seen for _, seen in learned))


def _ordinary(texts: Texts, forms: list[str], ids: np.ndarray, is_learned: np.ndarray) -> set[str]:
    """The words that are written small at least as often as with a capital inside a sentence, without those
    that hold such a name ("pro-Orr") or a word never written small alone ("al-sella"), and without handles
    ("4quill") and parts of addresses."""
    begins = np.zeros(len(texts), bool)
    begins[texts.sentence_bounds[:-1]] = True
    begins[1:] |= texts.marks[:-1] > 0
    counts, inside, glued = (
        np.bincount(ids[is_learned & some], minlength=len(forms)).tolist()
        for some in (True, ~begins, _is_glued(texts))
    )
    uses, small, capital, parts = Counter(), Counter(), Counter(), Counter()
    for form, n, n_inside, n_glued in zip(forms, counts, inside, glued, strict=True):
        word = lower(form)
        uses[word] += n
        parts[word] += n_glued
        if form[:1].isupper():
            capital[word] += n_inside
        else:
            small[word] += n

    def is_ordinary(word: str) -> bool:
        if word.split("'")[0] in _CAPITALS:
            return True
        is_small = 0 < small[word] >= capital[word] and 2 * parts[word] < uses[word]
        pieces = word.split("-") if len(word) > 1 else []
        is_plain = all(0 < small[piece] >= capital[piece] or piece.isdigit() for piece in pieces[1:])
        return is_small and is_plain and not _HANDLE.search(word)

    return {word for word, n in uses.items() if n >= _LEAST_WORDS and is_ordinary(word)}


def _is_glued(texts: Texts) -> np.ndarray:
    """Whether each token stands right behind a sign of an address."""
    signs = np.array([form in _ADDRESS for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    is_behind = np.concatenate([[False], signs[:-1] & (texts.ends[:-1] == texts.starts[1:])])
    return is_behind[: len(texts)]


def _endings(forms: list[str], counts: np.ndarray, ordinary: set[str]) -> list[str]:
    endings = Counter()
    for form, n in zip(forms, counts.tolist(), strict=True):
        word = lower(form)
        if n and word in ordinary:
            for ending in (word[-3:], "-" + word[-2:], "+" + word[:4]):
                endings[ending] += n
    return sorted(ending for ending, n in endings.items() if n >= _LEAST_ENDINGS)


def _shapes(forms: list[str], counts: np.ndarray) -> list[str]:
    shapes = Counter()
    for form, n in zip(forms, counts.tolist(), strict=True):
        if n:
            shapes[shape_of(form)] += n
    return sorted(shape for shape, n in shapes.items() if n >= _LEAST_SHAPES)[:_MOST_SHAPES]


def _bins(
    texts: Texts, key: np.ndarray, flag: np.ndarray, is_learned: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray]:
    """The bin of the share of flagged uses of each key from 1, and of each token without its document."""
    n = np.bincount(key[is_learned], minlength=size + 1)
    n_flagged = np.bincount(key[is_learned & flag], minlength=size + 1)
    pairs = key.astype(np.int64) * (len(texts.document_bounds) - 1) + texts.documents
    _, pair = np.unique(pairs, return_inverse=True)
    n_own = np.bincount(pair, weights=is_learned)[pair]
    n_own_flagged = np.bincount(pair, weights=is_learned & flag)[pair]
    others = (n_flagged[key] - n_own_flagged) / (n[key] - n_own + _PRIOR)
    return bin_shares((n_flagged / (n + _PRIOR))[1:]), np.where(key > 0, bin_shares(others), 0)
