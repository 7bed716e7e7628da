"""Tables of quotations: who says what, and where in a text."""

import csv

import pandas as pd

from tenor import project
from tenor.errors import UserError
from tenor.loading.inputs.files import Input
from tenor.loading.inputs.limits import Limits
from tenor.loading.metadata.columns import Columns
from tenor.loading.metadata.sidecar_rows import read_rows


def read_quotations(table: Input) -> pd.DataFrame:
    """Read a table of quotations, in any format that a metadata table may have: a row each, cells as written.

    Raises
    ------
    UserError
        If it cannot be read, is no table, or has a row that is broken.
    """
    shown = project.shown(table.location)
    try:
        names, rows = read_rows(table, Columns(), Limits())
    except OSError as error:
        raise UserError(f"quotations {shown} cannot be read ({error.strerror}); allow reading it") from error
    except (ValueError, csv.Error) as error:
        raise UserError(
            f"quotations {shown} cannot be read as a table ({error}); save it as UTF-8 CSV"
        ) from error
    broken = next((row for row in rows if row.reason), None)
    if broken:
        raise UserError(
            f"quotations {shown}, row {broken.number}: {broken.reason} ({broken.detail}); mend it"
        )
    return pd.DataFrame([row.cells for row in rows], columns=names)
