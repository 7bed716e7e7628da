from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, however busy the machine is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real articles that may lie beside the checkout."""
    folder = REPOSITORY.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"the real articles are not here: there is no folder {folder}")
    return folder
