"""Articles in which people marked who says what: one JSON object a line, with offsets into the article.

Each has `file` and `attributions`, a list of `source`, `cue` and `content`, each a list of [start, end] in
characters of the text of the file (read without translation of line ends).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.voices.finding.spans import CONTENT, CUE, SPEAKER
from tenor.voices.finding.texts import Texts, read_texts


@dataclass(frozen=True)
class Marked:
    """Articles, and what was marked in each; `labels` has one entry a token."""

    texts: Texts
    attributions: Sequence[Sequence[dict]]
    labels: np.ndarray


def read_marked(path: Path, articles: Path) -> Marked:
    """Read what was marked, and the articles from their folder.

    Raises
    ------
    UserError
        If the file or an article cannot be read, or a line is not as it should be.
    """
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        names = [row["file"] for row in rows]
        attributions = [row["attributions"] for row in rows]
        texts = [_read(articles / name) for name in names]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{path} cannot be read as marked articles ({error}); each line is a JSON object with file and "
            "attributions, and the files lie in the folder of articles"
        ) from error
    (batch,) = read_texts(from_texts(texts, doc_id=names), tokens=None)
    return Marked(batch, attributions, _label(batch, attributions))


def _read(path: Path) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def join(spans: Sequence[Sequence[int]], text: str) -> list[tuple[int, int]]:
    """The spans in order, those that only white space parts as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(map(tuple, spans)):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _label(texts: Texts, attributions: Sequence[Sequence[dict]]) -> np.ndarray:
    """The label of each token; a token that is cue and speaker in one ("He's") is a speaker's."""
    labels = np.zeros(len(texts), np.int8)
    for part, label in (("content", CONTENT), ("cue", CUE), ("source", SPEAKER)):
        for number, marked in enumerate(attributions):
            low, high = texts.document_bounds[number : number + 2]
            starts, ends = texts.starts[low:high], texts.ends[low:high]
            for start, end in (span for one in marked for span in join(one[part], texts.texts[number])):
                first = low + np.searchsorted(ends, start, side="right")
                stop = low + np.searchsorted(starts, end)
                labels[first : first + 1], labels[first + 1 : stop] = label, label + 1
    return labels
