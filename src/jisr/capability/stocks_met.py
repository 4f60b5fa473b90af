"""What there is of what is wanted: equipment, skills and persons."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.capability.stocks import Stocks

__all__ = ["StocksMet", "stocks_met"]


class StocksMet(NamedTuple):
    """Shares 0–1. Shape: items (draw, holding) serviceable of the need; skills (draw, skill) present and qualified of the
    need; elements (draw, element) present of the strength that some line must have.
    """

    items: NDArray[np.float64]
    skills: NDArray[np.float64]
    elements: NDArray[np.float64]


def stocks_met(data: CapabilityData, state: Stocks) -> StocksMet:
    """The shares of one month."""
    skilled = state.qualified * state.presence[:, data.skill_elements]
    return StocksMet(
        _share(state.fleet.serviceable, data.wanted_items),
        _share(skilled, data.wanted_skills),
        _share(state.present, data.wanted_persons),
    )


def _share(have: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    if enabled():
        from jisr.capability import stock_kernels

        return stock_kernels.met(draws_last(have), wanted).T
    return np.minimum(have / wanted, 1.0)
