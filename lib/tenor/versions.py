"""The versions behind a result."""

import platform
from importlib.metadata import version

import tenor

# Those that a number or a picture may depend on.
LIBRARIES = (
    "matplotlib",
    "nltk",
    "numpy",
    "pandas",
    "papermill",
    "pyarrow",
    "textblob",
    "trafilatura",
    "vaderSentiment",
)


def versions() -> dict[str, str]:
    """The versions of Tenor, Python and the libraries that results depend on."""
    own = {"tenor": tenor.__version__, "python": platform.python_version()}
    return own | {name: version(name) for name in LIBRARIES}
