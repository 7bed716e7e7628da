"""Units: words as they stand, forms, stems or lemmas as the terms of a corpus."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor.corpus import Corpus
from tenor.corpus.pieces import Pieces
from tenor.corpus.selections import main_language
from tenor.corpus.shards import form_is_word
from tenor.corpus.units import Unit
from tenor.corpus.vocabularies import fold, fold_all, merge_forms, straighten_all
from tenor.errors import UserError, check_choice
from tenor.parameters import UNITS

STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
# Codes that documents have, and those that simplemma has for these languages.
_LEMMA_CODES = {"no": "nb", "bs": "hbs", "hr": "hbs", "sr": "hbs"}


def in_units(corpus: Corpus, unit: str, *, language: str = "") -> Corpus:
    """The corpus with another kind of terms, which every measure then counts in place of words.

    `unit` is

    - "word": the word in small letters, as a corpus has it
    - "form": the word with its capital letters; curly apostrophes and special hyphens are still made plain
    - "stem": what the Snowball stemmer of `language` leaves of the word, often no word itself ("polici")
    - "lemma": the word's entry in the dictionary of `language`, from the package simplemma, in small letters;
      a word that it does not know stays as it is. It sees no context: "left" is one lemma, whatever is meant

    `language` is a code such as "en"; "" is the main language of the documents, "en" where none is known.
    Documents in other languages are treated alike. Texts, positions and numbers of words stay the same. Marks
    stay as they are. What is looked for in the corpus is turned into the same unit: see `terms_of`.

    Raises
    ------
    UserError
        If `unit` or `language` is not known, or the corpus has another unit or joined terms already.

    References
    ----------
    Porter, M. F. (2001). Snowball: a language for stemming algorithms.
    Barbaresi, A. (2021). Simplemma: a simple multilingual lemmatizer for Python.

    >>> from tenor.corpus import from_texts
    >>> from tenor.frequency import word_list
    >>> corpus = in_units(from_texts(["A strike. Two strikes."]), "lemma")
    >>> word_list(corpus)["term"].tolist()
    ['strike', 'a', 'two']
    """
    wanted = _find_unit(corpus, check_choice("unit", unit, UNITS), language)
    if wanted == corpus.unit:
        return corpus
    if corpus.unit != Unit():
        has = "terms of several words" if corpus.unit.joined else f"the unit {corpus.unit.name!r}"
        raise UserError(
            f"unit = {unit!r}: this corpus has {has} already; start from the corpus as it was opened, and "
            f"join terms last: join_terms(in_units(corpus, {unit!r}), phrases)"
        )
    vocabulary, pieces = _count_anew(corpus.pieces, partial(_to_terms, wanted))
    return corpus.replace(*_notes(corpus, wanted), vocabulary=vocabulary, pieces=pieces, unit=wanted)


def to_unit(corpus: Corpus, term: str) -> str:
    """The term that one word, as written anywhere, counts under in this corpus.

    >>> from tenor.corpus import from_texts
    >>> to_unit(in_units(from_texts(["Two strikes."]), "stem"), "Striking")
    'strike'
    """
    return to_units(corpus, [term])[0]


def to_units(corpus: Corpus, terms: list[str]) -> list[str]:
    """`to_unit` of each of some words."""
    return _to_terms(corpus.unit, pa.array(terms, pa.string())).to_pylist()


def _find_unit(corpus: Corpus, name: str, language: str) -> Unit:
    if name in ("word", "form"):
        return Unit(name)
    code = language or main_language(corpus.documents["language"]) or "en"
    known = sorted(STEMMERS) if name == "stem" else _lemma_languages()
    if code not in known:
        raise UserError(
            f"language = {code!r} has no {name} here; give one of {', '.join(known)}, or count another unit "
            f"of {', '.join(UNITS)}"
        )
    return Unit(name, code)


def _lemma_languages() -> list[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return sorted({*SUPPORTED_LANGUAGES, *_LEMMA_CODES})


def _count_anew(
    pieces: Pieces, to_terms: Callable[[pa.StringArray], pa.StringArray]
) -> tuple[pd.DataFrame, Pieces]:
    """The vocabulary of other terms, and the pieces with their ids. Forms that do not occur have no term."""
    # Slices of one shard share their forms.
    forms = {id(shard.forms): shard.forms for shard in pieces.shards}
    occurs = {key: np.zeros(len(its), bool) for key, its in forms.items()}
    for shard in pieces.shards:
        occurs[id(shard.forms)][shard.form_ids] = True
    vocabulary, ids = merge_forms([its.filter(pa.array(occurs[key])) for key, its in forms.items()], to_terms)
    term_ids = {key: np.zeros(len(its), np.int32) for key, its in forms.items()}
    for key, its in zip(forms, ids, strict=True):
        term_ids[key][occurs[key]] = its
    return vocabulary, Pieces(pieces.shards, [term_ids[id(shard.forms)] for shard in pieces.shards])


def _to_terms(unit: Unit, forms: pa.StringArray) -> pa.StringArray:
    """The terms that forms count under; each distinct word is turned once."""
    if unit.name == "form":
        return straighten_all(forms)
    folded = fold_all(forms)
    if unit.name == "word":
        return folded
    encoded = folded.dictionary_encode()
    words = encoded.dictionary.filter(pa.array(form_is_word(encoded.dictionary)))
    convert = _converter(unit)
    turned = {word: fold(convert(word)) or word for word in words.to_pylist()}
    terms = [turned.get(word, word) for word in encoded.dictionary.to_pylist()]
    return pa.array(terms, pa.string()).take(encoded.indices)


def _converter(unit: Unit) -> Callable[[str], str]:
    """What makes a stem or lemma of a word."""
    if unit.name == "stem":
        from nltk.stem.snowball import SnowballStemmer

        return SnowballStemmer(STEMMERS[unit.language]).stem
    import simplemma

    return partial(simplemma.lemmatize, lang=_LEMMA_CODES.get(unit.language, unit.language))


def _notes(corpus: Corpus, unit: Unit) -> list[str]:
    """Sentences on what is counted, for the footnotes of tables."""
    if unit.name == "form":
        return ["Words are counted as written, capital and small letters apart."]
    languages = corpus.documents["language"]
    n_others = int((languages.notna() & (languages != unit.language)).sum())
    others = f"; so are the {n_others:,} documents in other languages" if n_others else ""
    source = "Snowball's stemmer" if unit.name == "stem" else "the package simplemma"
    return [
        f"Words are counted by their {unit.name} in the language {unit.language!r}, from {source}{others}."
    ]
