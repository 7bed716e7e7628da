"""Ledger rows for what metadata is changed or lacks, without one for each document where all are alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tenor.loading.outcomes import LedgerRow, ledger_row

# More than these of one kind are one ledger row.
MANY = 100


@dataclass(frozen=True)
class Places:
    """Where documents come from: one entry a document."""

    paths: np.ndarray
    rows: np.ndarray

    @classmethod
    def of(cls, records: pd.DataFrame) -> "Places":
        """From the columns `path` and `row`."""
        rows = records["row"].to_numpy("float64", na_value=np.nan)
        return cls(records["path"].to_numpy(object), rows)

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, number: int) -> tuple[str, int | None]:
        row = self.rows[number]
        return self.paths[number], None if np.isnan(row) else int(row)


def tell_each(reason: str, places: Places, numbers: Sequence[int], details: Iterable[str]) -> list[LedgerRow]:
    """A ledger row for each of the documents `numbers`; many rows of one file become one."""
    files: dict[str, list[tuple[int, str]]] = {}
    for number, detail in zip(numbers, details, strict=True):
        files.setdefault(places.paths[number], []).append((number, detail))
    return [row for told in files.values() for row in _tell(reason, places, told, "rows")]


def tell_alike(
    reason: str, places: Places, numbers: Sequence[int], details: Iterable[str]
) -> list[LedgerRow]:
    """A ledger row for each of the documents `numbers`, or a single one for many of them."""
    return _tell(reason, places, list(zip(numbers, details, strict=True)), "documents")


def _tell(reason: str, places: Places, told: Sequence[tuple[int, str]], what: str) -> list[LedgerRow]:
    if len(told) <= MANY:
        return [ledger_row(*places[number], reason, detail) for number, detail in told]
    examples = [detail for detail in dict.fromkeys(detail for _, detail in told) if detail][:3]
    such = f", such as: {'; '.join(examples)}" if examples else ""
    return [ledger_row(*places[told[0][0]], reason, f"in {len(told):,} {what}{such}")]
