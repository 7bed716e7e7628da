"""The main language of a text."""

import re
from collections import Counter
from functools import cache
from itertools import islice
from string import digits, punctuation, whitespace

# A text is judged by at most this many pieces, spread over it evenly, of at most so many characters each.
_N_PIECES, _PIECE = 5, 400
# The commonest English words that are rare in other languages.
_ENGLISH = frozenset(
    "an and are at be been but by for from had has have he her his in is it its not of on or said she that "
    "the their they this to was were which who will with would".split()
)
# Of English articles 99 in 100 have as much in most of their pieces; pieces in other languages have less.
_SURELY_ENGLISH = 0.16
# Of answers that were likelier, even on three words, 99 in 100 were right.
_SURE = 0.7
# Markup and addresses that were left in a text.
_NO_LANGUAGE = re.compile(r"<[^<>]*>|https?://\S+")
# Prose has fewer digits and signs among its characters; code and tables have more.
_SIGNS, _BLANKS = (digits + punctuation).encode(), whitespace.encode()
_MOST_SIGNS = 0.15
# Near-identical standards, and names that ISO 639-1 has two of.
_LEFT_OUT = {"bs"}
_SAME = {"nn": "no", "zxx": ""}


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the main language of `text`, or "" if it says too little.

    A long text is judged by five pieces spread over it, and the language of most of them counts. A piece has
    none if it holds many digits and signs, as code and tables do, or if no language is likely enough (0.7):
    single words, lists of names, close relatives. If most pieces have none, the text has none; of two that
    are as common the first counts. English, the most frequent, is told by its function words where there
    are enough of them. Both forms of Norwegian are "no", Bosnian is told as Croatian or Serbian, and a
    language outside the 112 that are known as one of them or as "".

    The languages are told by the library py3langid: M. Lui and T. Baldwin (2012), "langid.py: An
    Off-the-shelf Language Identification Tool", Proceedings of the ACL 2012 System Demonstrations.

    >>> detect_language("Le pont est fermé depuis lundi, et personne ne sait quand il rouvrira.")
    'fr'
    >>> detect_language("Port Sella 3, Lowmere 1")
    ''
    """
    pieces = _cut(text)
    if len(text) >= _PIECE and _are_mostly_english(pieces):
        return "en"
    counts = Counter(map(_detect_in_piece, pieces))
    return max(counts, key=lambda language: (counts[language], language != ""))


def english_share(text: str) -> float:
    """The share of common English function words among the words of `text`, 0 for no words.

    >>> english_share("the end of the strike")
    0.6
    """
    words = text.split()
    return len(list(filter(_ENGLISH.__contains__, words))) / len(words) if words else 0.0


def _cut(text: str) -> list[str]:
    n_pieces = min(_N_PIECES, -(-len(text) // _PIECE)) or 1
    size = min(_PIECE, -(-len(text) // n_pieces))
    step = (len(text) - size) / max(n_pieces - 1, 1)
    return [text[start : start + size] for start in (round(step * piece) for piece in range(n_pieces))]


def _are_mostly_english(pieces: list[str]) -> bool:
    """Whether more than half of the pieces are surely English; looks at no more than it must."""
    english = (piece for piece in pieces if english_share(piece) >= _SURELY_ENGLISH and _is_prose(piece))
    return next(islice(english, len(pieces) // 2, None), None) is not None


def _is_prose(text: str) -> bool:
    data = text.encode("utf-8", "replace")
    n_signs = len(data) - len(data.translate(None, _SIGNS))
    return n_signs <= _MOST_SIGNS * len(data.translate(None, _BLANKS))


def _detect_in_piece(piece: str) -> str:
    text = _NO_LANGUAGE.sub(" ", piece)
    if not _is_prose(text):
        return ""
    language, probability = _identifier().classify(text)
    return _SAME.get(language, language) if probability >= _SURE else ""


@cache
def _identifier():
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages({label for label in whole.labels if len(label) == 2} - _LEFT_OUT | {"zxx"})
    # Whole rows of 32-bit numbers are added up three times faster than parts of rows of 16-bit ones.
    table = np.ascontiguousarray(whole.nb_ptc, np.float32)
    rest = (whole.nb_pc, whole.nb_classes, whole.tk_nextmove, whole.tk_output)
    return LanguageIdentifier(table, *rest, norm_probs=True, tk_row=whole.tk_row)
