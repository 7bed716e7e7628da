"""The dates and times of publication of all documents at once."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor.loading.metadata.dates import read_moment
from tenor.loading.metadata.origins import ORIGINS, Found, choose
from tenor.loading.metadata.strings import is_valid
from tenor.loading.metadata.telling import Places, tell_alike
from tenor.loading.outcomes import LedgerRow

# Days and times that are ISO already; any other is read by `read_moment`, such as 29 February.
_DAY = (
    r"(?P<date>[12]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))"
)
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_ISO = rf"\A{_DAY}(?:[T ](?P<time>{_HOUR}:[0-5]\d(?:Z|[+-]{_HOUR})?))?\z"


@dataclass(frozen=True)
class Moments:
    """One entry a document: what `Moment` has, null where that is ""."""

    dates: pa.Array
    times: pa.Array
    reasons: pa.Array


def read_moments(written: pa.Array) -> Moments:
    """What `read_moment` makes of each, null where nothing is written; each spelling is read once."""
    encoded = written.dictionary_encode()
    spellings = encoded.dictionary
    iso = pc.extract_regex(spellings, _ISO)
    is_other = pa.array(~is_valid(iso))
    others = [read_moment(spelling) for spelling in spellings.filter(is_other).to_pylist()]
    parts = zip(*others, strict=True) if others else ((), (), ())
    read = [*iso.flatten(), pa.nulls(len(spellings), spellings.type)]
    arrays = []
    for array, part in zip(read, parts, strict=True):
        whole = pc.replace_with_mask(array, is_other, pa.array(part, spellings.type))
        arrays.append(
            pc.if_else(pc.equal(whole, ""), pa.scalar(None, whole.type), whole).take(encoded.indices)
        )
    return Moments(*arrays)


def read_published(found: Found, places: Places) -> tuple[pa.Array, list[LedgerRow]]:
    """Put ISO dates in place of those `found`, null for what is none, and return the times beside them.

    The ledger rows tell what was no date or time, or was not written as one.
    """
    written = found.get("published", {})
    moments = {origin: read_moments(array) for origin, array in written.items()}
    told = [row for origin, read in moments.items() for row in _tell(written[origin], read, places)]
    found["published"] = {origin: read.dates for origin, read in moments.items()}
    _, numbers = choose(found["published"], len(places))
    times = pa.nulls(len(places), pa.large_string())
    for origin, read in moments.items():
        times = pc.if_else(pa.array(numbers == ORIGINS.index(origin)), read.times, times)
    return times, told


def _tell(written: pa.Array, read: Moments, places: Places) -> list[LedgerRow]:
    told = []
    for reason in read.reasons.unique().drop_null().to_pylist():
        numbers = np.flatnonzero(pc.fill_null(pc.equal(read.reasons, reason), False).to_numpy(False))
        told += tell_alike(reason, places, numbers.tolist(), written.take(pa.array(numbers)).to_pylist())
    return told
