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
    wanted = data.wanted_items, data.wanted_skills, data.wanted_persons
    if not enabled():
        skilled = state.qualified * state.presence[:, data.skill_elements]
        have = state.fleet.serviceable, skilled, state.present
        met = [np.where(some < full, some * (1.0 / full), 1.0) for some, full in zip(have, wanted, strict=True)]
        return StocksMet(*met)
    from jisr.capability import stock_kernels

    presence, qualified = draws_last(state.presence), draws_last(state.qualified)
    return StocksMet(
        stock_kernels.met(draws_last(state.fleet.serviceable), wanted[0]).T,
        stock_kernels.met_skills(presence, qualified, data.skill_elements, wanted[1]).T,
        stock_kernels.met(draws_last(state.present), wanted[2]).T,
    )
