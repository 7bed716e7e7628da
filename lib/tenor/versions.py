"""The versions behind a result."""

import platform
from importlib.metadata import version

import tenor

# Those that a number or a picture may depend on.
LIBRARIES = (
    "chardet",
    "ftfy",
    "lxml",
    "matplotlib",
    "nltk",
    "numpy",
    "pandas",
    "papermill",
    "py3langid",
    "pyarrow",
    "pypdfium2",
    "textblob",
    "trafilatura",
    "vaderSentiment",
)


def versions() -> dict[str, str]:
    """The versions of Tenor, Python and the libraries that results depend on."""
    own = {"tenor": tenor.__version__, "python": platform.python_version()}
    return own | {name: version(name) for name in LIBRARIES}
