"""The range a cell was given, and a value within it."""

from __future__ import annotations

import numpy as np

from jisr.ids import Address
from jisr.inputs.pert import pert_quantile
from jisr.plan import TABLES, Plan, Uncertain, columns_of

__all__ = ["unknown_range", "value_at"]


def value_at(plan: Plan, address: Address, share: float) -> float:
    """The value of a cell with that share of its distribution below it; 0 and 1 are the ends of its stated range.

    Units: the cell's.

    Raises:
        KeyError: the address names no filled uncertain cell.
        ValueError: the cell is unknown and its column has no finite range.
    """
    cell = plan.value(address)
    if not isinstance(cell, Uncertain):
        raise KeyError(str(address))
    if cell.is_unknown:
        low, high = unknown_range(plan, address)
        return low + (high - low) * share
    return float(pert_quantile(cell, np.array([share]))[0])


def unknown_range(plan: Plan, address: Address) -> tuple[float, float]:
    """The range a `?` runs over: the presence interval of the plan, or the admissible range of its column.

    Raises:
        ValueError: the column has no finite range; `checks` says so before anything is computed.
    """
    defaults = plan.partnership.defaults
    if (address.table, address.field) == ("strength", "present"):
        return defaults.presence_low, defaults.presence_high
    quantity = columns_of(TABLES[address.table])[address.field].quantity
    if quantity is None or quantity.low is None or quantity.high is None:
        msg = f"{address} is unknown and its column has no finite range"
        raise ValueError(msg)
    return quantity.low, quantity.high
