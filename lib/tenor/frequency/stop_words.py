"""Stop words: the function words that tables mark, so that a reader can put them aside."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from tenor import project
from tenor.corpus import Corpus
from tenor.corpus.vocabularies import fold, fold_all
from tenor.errors import UserError, did_you_mean
from tenor.frequency.lists import read_lines
from tenor.frequency.units import to_units

OWN_LIST = Path(__file__).with_name("stop_words_en.txt")


def stop_word_list(name: str) -> tuple[frozenset[str], str]:
    """Return the stop words that `name` stands for, in the form of terms, and a sentence on their origin.

    "" is no list; "en" is Tenor's own list of English function words; any other language code is the list of
    the package stopwordsiso, which holds content words, too, in some languages; all else is the path of a
    text file in UTF-8 with one word a line, in which lines that start with # are not read.

    Raises
    ------
    UserError
        If `name` is none of these, or the file cannot be read or holds no word.

    >>> words, origin = stop_word_list("en")
    >>> "don't" in words, "government" in words
    (True, False)
    """
    if not name:
        return frozenset(), "No stop words are marked."
    if name == "en":
        return _marked(read_lines(OWN_LIST, "stop_words", "word"), "Tenor's list of English function words")
    codes = _packaged_codes()
    if name in codes:
        return _marked(_packaged_words(name), f"the list {name!r} of the package stopwordsiso")
    path = project.resolve(name)
    if not path.is_file():
        raise UserError(
            f"stop_words = {name!r} is neither a language code nor a file"
            f"{did_you_mean(name[:2].lower(), codes) or '.'} Give one of the codes {', '.join(codes)}, "
            f"the path of a text file with one word a line, or '' for no stop words"
        )
    return _marked(read_lines(path, "stop_words", "word"), f"the file {project.shown(path)}")


def mark_stop_words(corpus: Corpus, words: frozenset[str]) -> np.ndarray:
    """Whether each term of the corpus' vocabulary is a stop word, or the stem or lemma of one."""
    terms = corpus.vocabulary["term"]
    if corpus.unit.name == "form":
        terms = pd.Series(fold_all(pa.array(terms, pa.string())).to_pandas())
    else:
        words = to_units(corpus, sorted(words))
    return terms.isin(words).to_numpy(bool)


def _marked(words: list[str], origin: str) -> tuple[frozenset[str], str]:
    listed = frozenset(map(fold, words))
    return listed, f"Stop words are marked, not removed: {len(listed):,} words of {origin}."


@cache
def _packaged_codes() -> tuple[str, ...]:
    import stopwordsiso

    return tuple(sorted({"en", *stopwordsiso.langs()}))


@cache
def _packaged_words(code: str) -> list[str]:
    import stopwordsiso

    return sorted(stopwordsiso.stopwords(code))
