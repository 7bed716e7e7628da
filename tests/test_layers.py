"""A module of tenor imports only from rows below its own, wherever in its text the import stands."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LIBRARY = Path(__file__).resolve().parents[1] / "lib" / "tenor"
ROWS = (
    ("errors",),
    ("project",),
    ("parameters", "executor", "formats", "intervals", "lazy", "versions"),
    ("tables",),
    ("corpus",),
    ("loading", "frequency", "sentiment", "voices"),
    ("annotations",),
    ("figures", "prose", "show"),
    ("report",),
    ("cli",),
)
ROW_OF = {part: number for number, row in enumerate(ROWS) for part in row}
HOMES = {"papermill": "report", "nbconvert": "report", "matplotlib": "figures"}
MODULES = sorted(LIBRARY.rglob("*.py"))


def part_of(module: str) -> str:
    """The part of tenor that a module belongs to: the second name of its path, "" for the package itself."""
    return (*module.split("."), "")[1]


def name_of(path: Path) -> str:
    parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, *, package: str) -> Iterator[str]:
    """The full names of what a module's text imports; `from a import b` gives a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*parents, *filter(None, [node.module])]) if node.level else node.module
            yield from (f"{base}.{alias.name}" for alias in node.names)


def faults(source: str, *, module: str, package: str) -> list[str]:
    """What breaks the rule in the text of `module`."""
    part = part_of(module)
    found = []
    for imported in imports(source, package=package):
        root, target = imported.split(".")[0], part_of(imported)
        if root == "tenor" and target in ROW_OF and target != part and ROW_OF[target] >= ROW_OF.get(part, 0):
            found.append(f"{module} imports {imported}: {target} is not below {part or 'the package itself'}")
        if HOMES.get(root, part) != part:
            found.append(f"{module} imports {imported}: only {HOMES[root]} may")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path):
    module = name_of(path)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    assert part_of(module) in {"", *ROW_OF}, f"{module} stands in no row; give it one in ROWS"
    assert faults(path.read_text("utf-8"), module=module, package=package) == []


@pytest.mark.parametrize(
    "source",
    [
        "from tenor import report",
        "import tenor.cli",
        "from tenor.sentiment import tone",
        "from ..sentiment import tone",
        "def late():\n    from tenor.loading.inputs.files import Input",
        "import papermill.engines",
        "from nbconvert import HTMLExporter",
        "import matplotlib.pyplot as plt",
    ],
)
def test_an_import_upwards_or_sideways_is_found(source):
    assert len(faults(source, module="tenor.frequency.measures.rates", package="tenor.frequency")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from tenor.corpus import Corpus",
        "from .counts import count_terms",
        "from tenor import project",
        "import nltk",
    ],
)
def test_an_import_from_below_is_fine(source):
    assert faults(source, module="tenor.frequency.measures.rates", package="tenor.frequency") == []
