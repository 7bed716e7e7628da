"""The list of words and their weights, the shipped one and a user's own."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.errors import UserError
from tenor.formats import number_of
from tenor.project import resolve
from tenor.sentiment.analyzers.tone.modifiers import FOLDER, straight_forms

LOWEST, HIGHEST = -4.0, 4.0
_HEADER = "term\tweight\treason"


@dataclass(frozen=True)
class Words:
    """A list of words: `terms` in small letters with straight apostrophes, the `weights` (-4 to 4) and, for
    words that are silenced with weight 0, the `reasons`."""

    terms: pa.StringArray
    weights: np.ndarray
    reasons: tuple[str, ...]

    def find(self, forms: pa.StringArray) -> np.ndarray:
        """The place in the list of each form, -1 where it is not listed.

        >>> make_words({"calm": (1.0, "")}).find(pa.array(["Calm", "dam"])).tolist()
        [0, -1]
        """
        places = pc.index_in(pc.utf8_lower(straight_forms(forms)), self.terms)
        return pc.fill_null(places, -1).to_numpy()

    def merge(self, other: "Words") -> "Words":
        """This list with the words of `other` in place of its own.

        >>> words = make_words({"calm": (1.0, ""), "party": (2.0, "")})
        >>> words.merge(make_words({"party": (0.0, "a club here")})).weights.tolist()
        [1.0, 0.0]
        """
        return make_words(self._rows() | other._rows())

    def write(self, path: Path) -> None:
        """Write the list as a table separated by tabs."""
        rows = (f"{term}\t{weight:g}\t{reason}" for term, (weight, reason) in self._rows().items())
        path.write_text("\n".join([_HEADER, *rows]) + "\n", encoding="utf-8")

    def _rows(self) -> dict[str, tuple[float, str]]:
        values = zip(self.weights.tolist(), self.reasons, strict=True)
        return dict(zip(self.terms.to_pylist(), values, strict=True))


def make_words(rows: dict[str, tuple[float, str]]) -> Words:
    """A list of the terms with their weights and reasons."""
    weights = np.array([weight for weight, _ in rows.values()], float)
    return Words(pa.array(list(rows), pa.string()), weights, tuple(reason for _, reason in rows.values()))


@cache
def shipped_words() -> Words:
    """The list that comes with Tenor; its card, `CARD.md` beside it, says how it was made."""
    return read_lexicon(FOLDER / "words.tsv")


def words_of(lexicon: str = "") -> Words:
    """The shipped list, with the words of the file `lexicon` in place of its own; see `read_lexicon`."""
    return shipped_words().merge(read_lexicon(resolve(lexicon))) if lexicon else shipped_words()


def lexicon_note(lexicon: str) -> list[str]:
    """A footnote on the words that the file `lexicon` puts in place of the shipped ones, if one is given."""
    if not lexicon:
        return []
    own = read_lexicon(resolve(lexicon))
    words, n_silenced = number_of(len(own.terms), "word"), int((own.weights == 0).sum())
    return [f"tone takes {words} from {Path(lexicon).name}, {n_silenced:,} silenced."]


def read_lexicon(path: str | Path) -> Words:
    """Read a list of words: a table with the columns `term` and `weight`, separated by tabs or commas.

    A weight is a number from -4 (as negative as can be) to 4; 0 silences a word, such as a topic of the
    collection, and a third column `reason` may say why. Terms are single words; capitals and the form of
    apostrophes make no difference. Empty lines are passed over, and a term may stand there twice with the
    same weight. `shipped_words().merge(read_lexicon(path))` is the shipped list with yours in its place.

    Raises
    ------
    UserError
        If the file cannot be read or a column is missing, or a line has no term, more than one word as term,
        a weight that is no number from -4 to 4, or a term with another weight than before.
    """
    path = Path(path)
    lines = _read_lines(path)
    mark = "\t" if lines and "\t" in lines[0] else ","
    names = [name.strip().lower() for name in lines[0].split(mark)] if lines else []
    if missing := [name for name in ("term", "weight") if name not in names]:
        raise UserError(
            f"{path.name} has no column {' or '.join(map(repr, missing))}; its first line must name the "
            "columns term and weight, separated by a tab or a comma"
        )
    rows: dict[str, tuple[float, str]] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            fields = dict(zip(names, (field.strip() for field in line.split(mark)), strict=False))
            _add_row(rows, fields, f"{path.name}, line {number}: {line.strip()!r}")
    return make_words(rows)


def _read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UserError(f"The lexicon {str(path)!r} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The lexicon {str(path)!r} is not in UTF-8; save it in this encoding") from error


def _add_row(rows: dict[str, tuple[float, str]], fields: dict[str, str], where: str) -> None:
    term = fields.get("term", "").replace("’", "'").lower()
    if not term:
        raise UserError(f"{where} has no term; give a word, or remove the line")
    if len(term.split()) > 1:
        raise UserError(f"{where} has a term of more than one word; give single words")
    weight = _read_weight(fields.get("weight", ""), where)
    if term in rows and rows[term][0] != weight:
        raise UserError(f"{where} gives {term!r} another weight than before ({rows[term][0]:g}); keep one")
    rows[term] = (weight, fields.get("reason", ""))


def _read_weight(field: str, where: str) -> float:
    try:
        weight = float(field)
    except ValueError:
        weight = np.nan
    if not LOWEST <= weight <= HIGHEST:
        raise UserError(
            f"{where} has the weight {field!r}; a weight is a number from {LOWEST:g} to {HIGHEST:g}"
        )
    return weight
