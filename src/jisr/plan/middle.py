"""The one figure that stands for an uncertain cell where no draw is taken: money put into a schedule, a column of a table."""

from __future__ import annotations

import math

from jisr.plan.columns import columns_of
from jisr.plan.row import Row
from jisr.plan.uncertain import Uncertain

__all__ = ["middle"]


def middle(row: Row, column: str, absent: float = 0.0) -> float:
    """The mode of a cell; of a `?` the middle of its column's range; `absent` when the cell is blank.

    Units: those of the column. NaN for a `?` in a column without a finite range, which `check` refuses (E401).
    """
    cell = getattr(row, column)
    if cell is None:
        return absent
    if not isinstance(cell, Uncertain):
        return float(cell)
    if not cell.is_unknown:
        return cell.mode
    quantity = columns_of(type(row))[column].quantity
    if quantity is None or quantity.low is None or quantity.high is None:
        return math.nan
    return (quantity.low + quantity.high) / 2
