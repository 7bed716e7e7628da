import subprocess
import sys

import pytest

from tenor import corpus, loading


@pytest.mark.parametrize("package", [corpus, loading])
def test_every_name_is_found(package):
    for name in package.__all__:
        assert callable(getattr(package, name))


def test_an_unknown_name_is_an_error():
    with pytest.raises(AttributeError, match=r"module 'tenor\.loading' has no attribute 'lode'"):
        _ = loading.lode


def test_reading_a_shard_needs_no_pandas():
    code = "import sys, tenor.loading.shards; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
