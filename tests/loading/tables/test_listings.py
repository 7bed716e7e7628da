import pandas as pd

from tenor.corpus import from_texts
from tenor.loading import document_list, ledger


def test_the_documents_in_the_order_of_loading():
    corpus = from_texts(["The dam holds.", "Rain."], title=["Dam holds", None], source=["Courier", "Lantern"])
    table = document_list(corpus)
    assert table["source"].tolist() == ["Courier", "Lantern"]
    assert table["n_words"].tolist() == [3, 1]
    assert table["title"].isna().tolist() == [False, True]


def test_the_ledger_counts_its_outcomes():
    corpus = from_texts(["Rain."])
    rows = pd.DataFrame({"path": ["a", "b", "c"], "outcome": ["left out", "changed", "changed"]})
    table = ledger(corpus.replace(ledger=rows))
    assert table["path"].tolist() == ["a", "b", "c"]
    assert table.attrs["notes"] == ["1 left out, 2 changed."]
