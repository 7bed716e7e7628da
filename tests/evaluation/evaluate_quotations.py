"""How well quotations and speakers are found: on marked articles beside the last figures, and on the sample.

Run from the root of the checkout, with the folder `shared` beside it. Its `tools/score_quotations.py` defines
the measure: a content is found when its words overlap a marked content's at a Jaccard index of 0.8, and right
end to end when its speaker's words also meet those marked. The finder has not learned from these articles.
With `--keep` the figures are kept in `quotations.json`, as those that the next run is compared with.
"""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from tenor import project
from tenor.corpus import Corpus, from_texts
from tenor.loading import open_corpus
from tenor.voices.finding.finder import LEAST_CONFIDENCE, find
from tenor.voices.finding.models import Model, shipped_model

SHARED = Path(__file__).resolve().parents[3] / "shared"
DEV = SHARED / "gold" / "attribution-dev.jsonl"
ARTICLES = SHARED / "corpora" / "polnear" / "articles"
LAST = Path(__file__).with_name("quotations.json")
COLUMNS = ("marked", "found", "precision", "recall", "F1", "end to end")
# End-to-end F1 of others on the same articles, of all, with marks, indirect.
PEERS = {
    "Gender Gap Tracker": (0.39, 0.52, 0.30),
    "Citron": (0.33, 0.55, 0.22),
    "textacy": (0.30, 0.60, 0.07),
}
GROUPS = ("all", "quoted", "indirect")
Figures = dict[str, list[float]]


def read_marked() -> Corpus:
    names = [json.loads(line)["file"] for line in DEV.read_text("utf-8").splitlines()]
    return from_texts([read(ARTICLES / name) for name in names], doc_id=names)


def read(path: Path) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def sure(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["confidence"].isna() | (found["confidence"] >= LEAST_CONFIDENCE)]


def measure(found: pd.DataFrame, gold: Path, articles: Path) -> Figures:
    """What the tool prints of a table of quotations, by kind."""
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "found.csv"
        found.rename(columns={"doc_id": "file"}).to_csv(predictions, index=False)
        command = [sys.executable, SHARED / "tools" / "score_quotations.py", gold, articles, predictions]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in printed.splitlines()[1:]]
    return {name: [float(value) for value in values] for name, *values in rows}


def of_sample(model: Model | None) -> Figures:
    """The figures on the sample, by its hand-made key."""
    corpus = open_corpus("data/sample/articles", language="")
    files = corpus.documents["path"].str.rsplit("/", n=1).str[-1].tolist()
    found = sure(find(corpus, model))
    names = dict(zip(corpus.documents["doc_id"], files, strict=True))
    with TemporaryDirectory() as folder:
        gold, articles = Path(folder) / "gold.jsonl", Path(folder) / "articles"
        articles.mkdir()
        for number, name in enumerate(files):
            (articles / name).write_text(corpus.text(number), "utf-8", newline="")
        gold.write_text("\n".join(map(json.dumps, key_of(files))) + "\n", "utf-8")
        return measure(found.assign(doc_id=found["doc_id"].map(names)), gold, articles)


def key_of(files: Sequence[str]) -> list[dict]:
    with open(project.resolve("data/sample/quotations_key.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        {
            "file": name,
            "attributions": [
                {
                    part: spans(row, prefix)
                    for part, prefix in (("source", "speaker_"), ("cue", "cue_"), ("content", ""))
                }
                for row in rows
                if row["file"] == name
            ],
        }
        for name in files
    ]


def spans(row: dict[str, str], prefix: str) -> list[list[int]]:
    return [[int(row[f"{prefix}start"]), int(row[f"{prefix}end"])]] if row[f"{prefix}start"] else []


def tell(title: str, figures: Figures, last: Figures) -> None:
    print(f"\n{title}\n{'':10}" + "".join(f"{name:>11}" for name in COLUMNS) + f"{'last':>9}{'change':>9}")
    for name, values in figures.items():
        before = last.get(name, [float("nan")] * len(values))[-1]
        shown = "".join(
            f"{value:11.0f}" if place < 2 else f"{value:11.3f}" for place, value in enumerate(values)
        )
        print(f"{name:10}{shown}{before:9.3f}{values[-1] - before:+9.3f}")


def main() -> None:
    corpus, model = read_marked(), shipped_model()
    start = time.process_time()
    found = find(corpus, model)
    speed = corpus.n_words / (time.process_time() - start)
    figures = {
        "84 marked articles": measure(sure(found), DEV, ARTICLES),
        "all that is found, however unsure": measure(found, DEV, ARTICLES),
        "by rules alone": measure(find(corpus, None), DEV, ARTICLES),
        "the sample, by its key": of_sample(model),
        "the sample, by rules alone": of_sample(None),
    }
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    for title, values in figures.items():
        tell(title, values, last.get(title, {}))
    print("\nend to end, others on the marked articles: " + ", ".join(GROUPS))
    for name, values in PEERS.items():
        print(f"  {name:20}" + "".join(f"{value:8.2f}" for value in values))
    print(f"\n{speed:,.0f} words a second, one core")
    if "--keep" in sys.argv:
        LAST.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
