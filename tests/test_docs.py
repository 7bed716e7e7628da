"""What the documents for readers say is so: examples run, and what they name is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"(?<![\w./~-])\.?[\w-]+(?:/[\w.*-]*)+")


def read(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def code_in(text: str) -> list[str]:
    """Everything set as code: the blocks, and the spans between them."""
    return [block for _, block in FENCED.findall(text)] + INLINE.findall(FENCED.sub("", text))


def blocks_of(text: str, language: str) -> Iterator[str]:
    """The blocks in one language, each moved down so that a traceback shows the document's line."""
    for block in FENCED.finditer(text):
        if block[1] == language:
            yield "\n" * text.count("\n", 0, block.start(2)) + block[2]


def reports_in(code: list[str]) -> set[str]:
    """The reports that exist once the reader has followed the document."""
    recipes = (recipe.stem for recipe in (ROOT / "reports").glob("*.yaml"))
    return {*recipes, *re.findall(r"\btenor new (\w+)", " ".join(code)), "NAME"}


def is_there(path: str, reports: set[str]) -> bool:
    """Whether `path` exists in a checkout, or is made by the commands of the document."""
    made = ("data/corpora/", *(f"reports/{name}{end}" for name in reports for end in ("/", ".yaml")))
    return path.startswith((".venv/", *made)) or any(ROOT.glob(path.rstrip("/")))


def missing_paths(text: str) -> list[str]:
    """Paths in code whose first folder is the project's, but which are not there."""
    code = code_in(text)
    named = {path for span in code for path in PATH.findall(span)}
    ours = (path for path in sorted(named) if (ROOT / path.split("/")[0]).is_dir())
    return [path for path in ours if not is_there(path, reports_in(code))]


def missing_targets(text: str) -> set[str]:
    targets = re.findall(r"^\.PHONY: (\w+)$", read("Makefile"), re.MULTILINE)
    return set(re.findall(r"\bmake (?:-\S+ )*([a-z]+)", "\n".join(code_in(text)))) - set(targets)


def missing_links(text: str) -> list[str]:
    links = (link.partition("#")[0] for link in LINK.findall(text) if not link.startswith("https:"))
    return [link for link in links if not (ROOT / link).exists()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_examples_run(document, monkeypatch):
    monkeypatch.chdir(ROOT)
    names: dict = {}
    for block in blocks_of(read(document), "python"):
        exec(compile(block, document, "exec"), names)


@pytest.mark.parametrize("find", [missing_paths, missing_targets, missing_links])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_named_is_there(document, find):
    assert list(find(read(document))) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_tenor_exist(document):
    from tenor.cli import main

    named = re.findall(r"(?<!from )\btenor ([a-z]+) ", "\n".join(code_in(read(document))))
    assert set(named) <= set(main.commands)


TEXT = "[here](nowhere.md) `make tea`, `lib/tenor/utils.py`, `reports/NAME.yaml`, `tables/*.csv`\n"


@pytest.mark.parametrize(
    ("find", "found"),
    [
        (missing_paths, ["lib/tenor/utils.py", "notebooks/nine.ipynb"]),
        (missing_targets, ["tea"]),
        (missing_links, ["nowhere.md"]),
    ],
)
def test_what_is_not_there_is_found(find, found):
    assert list(find(f"{TEXT}\n```sh\npapermill notebooks/nine.ipynb out.ipynb\n```\n")) == found
