"""What one month of one block gives: the values that observers read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability import Cover, Funding, Risk, Stocks
from jisr.requirements import ByTask

__all__ = ["Month"]


@dataclass(frozen=True)
class Month:
    """One month of one block of draws.

    Shape: drivers (draw, driver, area); readiness (draw, line) 0–1; persons (draw, site); needed (draw,) and paid (draw, payer) for sustainment. `cover` by setting:
    `now`, `cutoff`, `alone`, `after:<gate>`.
    """

    number: int
    phase: NDArray[np.int64]
    drivers: NDArray[np.float64]
    requirement: ByTask
    capacity: ByTask
    readiness: NDArray[np.float64]
    stocks: Stocks
    cover: Mapping[str, Cover]
    risk: Risk
    persons: NDArray[np.float64]
    needed: NDArray[np.float64]
    paid: NDArray[np.float64]
    money: Funding
    posts: NDArray[np.float64]
