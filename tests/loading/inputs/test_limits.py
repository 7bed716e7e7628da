import pytest

from tenor.errors import UserError
from tenor.loading.inputs.limits import Limits, read_limits


def test_limits_not_given_keep_their_defaults():
    assert read_limits({"depth": 1}) == Limits(depth=1)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"file_bm": 5}, "limits = 'file_bm' is not one of .*did you mean 'file_mb'"),
        ({"file_mb": 0}, "limits: file_mb = 0 is no whole number above 0"),
        ({"file_mb": "5"}, "limits: file_mb = '5' is no whole number above 0"),
    ],
)
def test_mistakes_are_named(given, message):
    with pytest.raises(UserError, match=message):
        read_limits(given)


def test_a_file_above_its_limit_is_told(load):
    corpus = load({"a.txt": "Dam.", "b.txt": "x" * 1_000_001}, limits={"file_mb": 1})
    (row,) = corpus.ledger.itertuples()
    assert (row.path, row.reason, row.detail) == ("b.txt", "too large", "1 MB; the limit is 1 MB")
