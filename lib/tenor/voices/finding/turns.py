"""Transcripts and interviews: paragraphs that begin with who speaks, "Q:", "SPEAKER:", "Mara Quill:"."""

from collections import Counter

import numpy as np

from tenor.voices.finding.spans import CONTENT, SPEAKER
from tenor.voices.finding.texts import Texts

# A label has at most so many tokens, a document at least so many paragraphs with labels, two of them alike.
_LONGEST, _FEWEST = 5, 3
# Who asks for the outlet: these turns stay its narration.
_ASKING = frozenset({"q", "question", "interviewer"})


def label_turns(texts: Texts, labels: np.ndarray) -> np.ndarray:
    """`labels` with each turn of a transcript as one content, its label as the speaker."""
    turns = _turns(texts)
    if not turns:
        return labels
    labels = labels.copy()
    for number, colon in turns:
        first, end = texts.paragraph_bounds[number : number + 2].tolist()
        labels[first:end] = 0
        if _name(texts, first, colon).casefold() not in _ASKING and colon + 1 < end:
            labels[first], labels[first + 1 : colon] = SPEAKER, SPEAKER + 1
            labels[colon + 1], labels[colon + 2 : end] = CONTENT, CONTENT + 1
    return labels


def _turns(texts: Texts) -> list[tuple[int, int]]:
    """The paragraphs of transcripts with a label, and the place of its colon."""
    found = []
    is_colon = np.array([form == ":" for form in texts.forms.to_pylist()], bool)[texts.form_ids]
    numbers = texts.paragraphs[is_colon]
    places = np.flatnonzero(is_colon)
    first_in = np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)]
    for number, colon in zip(numbers[first_in].tolist(), places[first_in].tolist(), strict=True):
        first = int(texts.paragraph_bounds[number])
        if 0 < colon - first <= _LONGEST and _is_label(texts, first, colon):
            found.append((number, colon))
    documents = texts.documents[texts.paragraph_bounds[[number for number, _ in found]]]
    return [
        turn for turn, is_one in zip(found, _are_transcripts(texts, found, documents), strict=True) if is_one
    ]


def _are_transcripts(texts: Texts, turns: list[tuple[int, int]], documents: np.ndarray) -> list[bool]:
    names = [_name(texts, int(texts.paragraph_bounds[number]), colon) for number, colon in turns]
    n_turns, n_alike = Counter(documents.tolist()), Counter()
    for key, n in Counter(zip(documents.tolist(), names, strict=True)).items():
        n_alike[key[0]] = max(n_alike[key[0]], n)
    return [n_turns[document] >= _FEWEST and n_alike[document] > 1 for document in documents.tolist()]


def _is_label(texts: Texts, first: int, colon: int) -> bool:
    words = [texts.forms[texts.form_ids[place]].as_py() for place in range(first, colon)]
    return all(word[0].isupper() or word == "." for word in words) and not texts.is_quoted[first:colon].any()


def _name(texts: Texts, first: int, colon: int) -> str:
    return texts.texts[texts.documents[first]][texts.starts[first] : texts.ends[colon - 1]]
