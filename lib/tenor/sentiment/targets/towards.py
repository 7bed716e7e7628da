"""Tone towards targets: what the sentences of a corpus say of them."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from tenor.corpus import Corpus
from tenor.formats import number_of
from tenor.sentiment.analyzers.corpora import sentence_texts
from tenor.sentiment.sentences import MAX_CHARACTERS, are_foreign
from tenor.sentiment.targets.mentions import Names, Span, check_targets, nearest_terms
from tenor.sentiment.targets.model import LABELS
from tenor.sentiment.targets.scores import label_rows, score_towards
from tenor.tables import describe

_COLUMNS = (
    *("target", "doc", "doc_id", "source", "published", "cluster", "sentence", "voice", "speaker"),
    *("mention", "n_mentions", "start", "end", *LABELS, "polarity", "label", "text"),
)


def towards(
    corpus: Corpus, target: str | Mapping[str, Sequence[str]], *, aliases: Sequence[str] = ()
) -> pd.DataFrame:
    """Score what each sentence that mentions a target says of it.

    One row a sentence and target, in the order of the text: `target`, `doc` (number of the document),
    `doc_id`, `source`, `published`, `cluster`, `sentence` (its number in the corpus), `voice`, `speaker`,
    `mention` (the first, as written), `n_mentions`, `start`, `end` (of the first mention, characters of the
    document), `negative`, `neutral`, `positive` (probabilities, means over the mentions), `polarity`
    (-1 to 1), `label`, `text` (the sentence as written). Scores are missing where the model knows no word;
    see `tenor.sentiment.score_towards`.

    `target` is a name with `aliases`, or a dict of names and their aliases: `{"Ilse Orr": ["Ms Orr"]}`; an
    empty dict gives an empty table. Names are found as whole words, the longest first; pronouns and whoever
    is not named are not. Boilerplate, voices that were not chosen, documents in another language than English
    and sentences of more than 20,000 characters are left out; the notes count them.

    Raises
    ------
    UserError
        If a target or alias is empty or no text, the aliases are no list, or one names two targets.

    >>> from tenor.corpus import from_texts
    >>> corpus = from_texts(["Voters praised Ilse Orr for her honest work. It rains."])
    >>> towards(corpus, "Ilse Orr", aliases=["Orr"])[["doc_id", "mention", "n_mentions", "label"]]
      doc_id   mention  n_mentions     label
    0      0  Ilse Orr           1  positive
    """
    targets = check_targets(target, aliases)
    numbers, texts, notes = _sentences(corpus)
    names = Names(targets)
    spans = [(at, span) for at, text in enumerate(texts if targets else []) for span in names.find(text)]
    rows = _score(spans, texts)
    table = _place(rows, corpus, numbers, texts, list(targets))
    return describe(
        table,
        title=f"Tone towards {next(iter(targets))}" if len(targets) == 1 else "Tone towards targets",
        row="one row is a sentence and a target",
        notes=[*_counts(table, targets, corpus), *notes, *corpus.notes],
    )


def _sentences(corpus: Corpus) -> tuple[np.ndarray, list[str], list[str]]:
    """The numbers and texts of the sentences that are read, and what is told of the others."""
    is_other = are_foreign(corpus)
    sentences = corpus.sentences
    is_counted = sentences["is_counted"].to_numpy(bool)
    is_english = ~is_other[corpus.sentence_documents]
    is_long = (sentences["end"] - sentences["start"]).to_numpy() > MAX_CHARACTERS
    numbers = np.flatnonzero(is_counted & is_english & ~is_long)
    left_out = {
        "documents in another language than English": int(is_other.sum()),
        "sentences that are boilerplate or of a voice that was not chosen": int((~is_counted).sum()),
        f"sentences of more than {MAX_CHARACTERS:,} characters": int(
            (is_counted & is_english & is_long).sum()
        ),
    }
    notes = [f"Left out: {n:,} {what}." for what, n in left_out.items() if n]
    return numbers, sentence_texts(corpus, numbers), notes


def _score(spans: list[tuple[int, Span]], texts: list[str]) -> pd.DataFrame:
    """One row a sentence and target, with the means over its mentions."""
    ats = [at for at, _ in spans]
    starts, ends = [span.start for _, span in spans], [span.end for _, span in spans]
    scores = score_towards([texts[at] for at in ats], starts, ends)[list(LABELS)]
    rows = scores.assign(at=ats, target=[span.target for _, span in spans], start=starts, end=ends)
    grouped = rows.groupby(["at", "target"], sort=False)
    means = grouped[list(LABELS)].mean()
    firsts = grouped[["start", "end"]].first().assign(n_mentions=grouped.size())
    return label_rows(means.join(firsts).reset_index())


def _place(
    rows: pd.DataFrame, corpus: Corpus, numbers: np.ndarray, texts: list[str], targets: list[str]
) -> pd.DataFrame:
    """`rows` with what the corpus tells of their sentences; spans become those of the document."""
    ats = rows["at"].to_numpy(np.int64)
    sentence = numbers[ats]
    own = [texts[at] for at in ats.tolist()]
    spans = zip(own, rows["start"], rows["end"], strict=True)
    mentions = [text[int(start) : int(end)] for text, start, end in spans]
    sentences = corpus.sentences.iloc[sentence].reset_index(drop=True)
    documents = corpus.documents.iloc[sentences["doc"]].reset_index(drop=True)
    shift = sentences["start"].to_numpy()
    columns = {
        **{name: documents[name] for name in ("doc_id", "source", "published", "cluster")},
        **{name: sentences[name] for name in ("doc", "voice", "speaker")},
        "target": pd.Categorical(rows["target"], categories=targets),
        "sentence": sentence,
        "mention": pd.array(mentions, dtype="string"),
        "start": rows["start"].to_numpy(np.int64) + shift,
        "end": rows["end"].to_numpy(np.int64) + shift,
        "text": pd.array(own, dtype="string"),
    }
    return rows.assign(**columns)[list(_COLUMNS)]


def _counts(table: pd.DataFrame, targets: Mapping[str, Sequence[str]], corpus: Corpus) -> list[str]:
    notes = [] if targets else ["No target is named."]
    for target, part in table.groupby("target", observed=False):
        if len(part):
            unknown = int(part["polarity"].isna().sum())
            without = f"; {number_of(unknown, 'sentence')} without a known word" if unknown else ""
            sentences = number_of(len(part), "sentence")
            documents = number_of(part["doc"].nunique(), "document")
            notes.append(f"{target} is mentioned in {sentences} of {documents}{without}.")
            continue
        near = nearest_terms(corpus, target)
        hint = f"; the nearest terms are {', '.join(near)}" if near else ""
        others = " nor its aliases" if targets[target] else ""
        notes.append(
            f"Neither {target}{others} occurs{hint}." if others else f"{target} does not occur{hint}."
        )
    return notes
