"""A short report of a dock strike and a flood in many languages; all of it is fiction."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "data" / "paragraphs"
# By ISO 639-1 code.
PARAGRAPHS = {path.stem: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.txt"))}
