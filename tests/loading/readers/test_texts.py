"""The text of a file that is read in one piece."""

import pytest

from tenor.loading.outcomes import LeftOutError
from tenor.loading.readers.texts import read_text


@pytest.mark.parametrize(
    ("data", "reason"), [(b"\xff\xfe\x00\xd8", "not text"), (b"\xef\xbb\xbf\xff\xff", "undecodable")]
)
def test_what_fits_no_encoding_is_left_out(data, reason):
    with pytest.raises(LeftOutError) as told:
        read_text(data)
    assert told.value.args == (reason,)
