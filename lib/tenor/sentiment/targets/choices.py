"""The targets that are followed where none is named: those who are quoted most."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tenor.corpus import Corpus

_MOST = 6


def choose_targets(
    corpus: Corpus, targets: Mapping[str, Sequence[str]] | None = None, *, n: int = _MOST
) -> dict[str, list[str]]:
    """The targets given, or, where none is, the `n` speakers quoted most often, with their last names.

    A last name stands for a speaker where no other speaker has it. Speakers of equally many quotations are in
    alphabetical order; those whose names have no capital, such as "officials", are passed over. Without a
    table of quotations there are none.

    >>> import pandas as pd
    >>> from tenor.corpus import from_texts
    >>> table = pd.DataFrame({"doc_id": ["0"], "start": [0], "end": [8], "kind": ["indirect"]})
    >>> corpus = from_texts(["It rains, said Ilse Orr."]).with_quotations(table.assign(speaker="Ilse Orr"))
    >>> choose_targets(corpus)
    {'Ilse Orr': ['Orr']}
    """
    if targets:
        return {name: list(aliases) for name, aliases in targets.items()}
    quoted = Counter(corpus.quotations["speaker"].dropna().tolist())
    last_names = Counter(name.split()[-1] for name in corpus.speakers)
    names = sorted((name for name in quoted if name[:1].isupper()), key=lambda name: (-quoted[name], name))
    return {
        name: [last for last in name.split()[1:][-1:] if last[:1].isupper() and last_names[last] == 1]
        for name in names[:n]
    }
