"""What worker processes import: they share the word lists that are read here."""

from tenor.sentiment.analyzers import corpora, scores
from tenor.sentiment.analyzers.batches import TextBatch

for _analyzer in scores.ANALYZERS:
    scores.score_batch(TextBatch(["A good day."]), _analyzer)


def score_task(task: corpora.Task) -> dict[str, scores.Columns]:
    """The scores of a batch by each analyzer."""
    return corpora.score_task(task)
