"""Failures, repairs and losses of a month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.keyed_random import Block, Stream, binomial

__all__ = ["FleetMonth", "moved"]

_CHANCES = 4
"""Failure, repair, loss of what is down, loss of what works."""
_Moved = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Items held, and serviceable."""


@dataclass(frozen=True)
class FleetMonth:
    """Items at the beginning of a month, and what happens to them. Shape of each: (draw, holding).

    `repair` items a month while every channel is there; `failure` and `loss` shares a month; `share` of the repairs that
    the channels and the money of the month still give.
    """

    held: NDArray[np.float64]
    serviceable: NDArray[np.float64]
    repair: NDArray[np.float64]
    failure: NDArray[np.float64]
    loss: NDArray[np.float64]
    share: NDArray[np.float64]

    def at(self, cells: NDArray[np.bool_]) -> FleetMonth:
        """Some cells alone. Shape of each: (cell, 1)."""
        return FleetMonth(*(one[cells][:, None] for one in self.arrays()))

    def arrays(self) -> tuple[NDArray[np.float64], ...]:
        """All of them, in the order above."""
        return self.held, self.serviceable, self.repair, self.failure, self.loss, self.share


def moved(
    month: FleetMonth, whole: NDArray[np.bool_], chances: tuple[str, ...], block: Block, number: int, seed: int
) -> _Moved:
    """What is counted moves in whole numbers, what is measured by its expectation.

    Parameters: `whole` (holding,); `chances` the names of the keyed numbers, four a holding.
    """
    stream = Stream(seed, "capability")

    def uniforms() -> NDArray[np.float64]:
        return stream.uniforms(list(chances), block, number).reshape(*month.held.shape, _CHANCES)

    if not enabled():
        by_chance, by_mean = _drawn(month, uniforms()), _expected(month)
        return np.where(whole, by_chance[0], by_mean[0]), np.where(whole, by_chance[1], by_mean[1])
    from jisr.capability import fleet_kernels

    left = np.zeros(month.held.shape, dtype=np.bool_, order="F")
    begun = draws_last(month.held), draws_last(month.serviceable), draws_last(month.repair)
    rates = draws_last(month.failure), draws_last(month.loss), draws_last(month.share)
    keys, words = stream.keys(chances), stream.words(block)
    moved_held, moved_serviceable, count = fleet_kernels.move(keys, number, words, *begun, *rates, whole, left.T)
    held, serviceable = moved_held.T, moved_serviceable.T
    if count:  # large fleets, far tails
        again = _drawn(month.at(left), uniforms()[left][:, None])
        held[left], serviceable[left] = again[0][:, 0], again[1][:, 0]
    return held, serviceable


def _expected(month: FleetMonth) -> _Moved:
    failed = month.failure * month.serviceable
    down = month.held - month.serviceable + failed
    serviceable = month.serviceable + (np.minimum(month.repair * month.share, down) - failed)
    return month.held * (1 - month.loss), serviceable * (1 - month.loss)


def _drawn(month: FleetMonth, uniforms: NDArray[np.float64]) -> _Moved:
    """Shape: uniforms (draw, holding, chance): failure, repair, loss of what is down and of what works."""
    failed = binomial(uniforms[:, :, 0], np.floor(month.serviceable), month.failure)
    wanted = month.repair * month.share
    repaired = np.floor(wanted) + (uniforms[:, :, 1] < wanted - np.floor(wanted))
    serviceable = month.serviceable + (np.minimum(repaired, month.held - month.serviceable + failed) - failed)
    down = binomial(uniforms[:, :, 2], np.floor(month.held - serviceable), month.loss)
    working = binomial(uniforms[:, :, 3], np.floor(serviceable), month.loss)
    return month.held - down - working, serviceable - working
