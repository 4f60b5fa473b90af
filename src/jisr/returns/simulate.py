"""Persons by site, month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.keyed_random import Stream, poisson
from jisr.plan import Cohort
from jisr.returns.compiled import ReturnsData

__all__ = ["CAUSES", "ReturnPaths", "simulate"]

CAUSES = ("willing", "convoys", "stay", "capacity")
"""What can limit a flow in a month, in the order it binds."""


@dataclass(frozen=True)
class ReturnPaths:
    """Shape: persons (draw, month 0…T, site), moved and cause (draw, month 1…T, flow), refusals (draw,), families
    (draw, site): at the cutoff, NaN at a site that no flow with a family size leaves.

    Units: whole persons, families; `cause` is a position in `CAUSES`. Persons are conserved: sites sum to the same in every month.
    """

    data: ReturnsData
    persons: NDArray[np.float64]
    moved: NDArray[np.float64]
    cause: NDArray[np.int64]
    refusals: NDArray[np.float64]
    families: NDArray[np.float64]


def simulate(data: ReturnsData, inputs: Inputs, seed: int) -> ReturnPaths:
    """Convoys are Poisson a month times a batch; capacity and length of stay bind; those not willing never move."""
    draws = inputs.block.size
    persons = np.zeros((draws, data.horizon + 1, len(data.sites)))
    for i, site in enumerate(data.sites):
        persons[:, 0, i] = np.rint(inputs.cell(site, "persons")) if site.persons is not None else 0.0
    moved = np.zeros((draws, data.horizon, len(data.flows)))
    cause = np.zeros((draws, data.horizon, len(data.flows)), dtype=np.int64)
    willing = _willing(data, inputs, persons[:, 0])
    refusals = persons[:, 0].sum(axis=1) - sum(willing, np.zeros(draws)) - _settled(data, persons[:, 0])
    arrived = np.zeros_like(persons)
    arrived[:, 0] = persons[:, 0]
    for month in range(1, data.horizon + 1):
        now = persons[:, month - 1].copy()
        for f, flow in enumerate(data.flows):
            limits = _limits(data, inputs, flow, f, now, willing[f], arrived, month, seed)
            moved[:, month - 1, f] = np.floor(np.min(limits, axis=0))
            cause[:, month - 1, f] = np.argmin(limits, axis=0)
            _move(data, flow, f, moved[:, month - 1, f], now, willing, arrived, month)
        persons[:, month] = now
    families = _families(data, inputs, persons[:, 0])
    return ReturnPaths(data, persons, moved, cause, np.maximum(refusals, 0.0), families)


def _families(data: ReturnsData, inputs: Inputs, now: NDArray[np.float64]) -> NDArray[np.float64]:
    """Families at each site at the cutoff: its persons over the family size of the first flow that leaves it and says."""
    families = np.full(now.shape, np.nan)
    for flow in reversed([one for one in data.flows if one.family_size is not None]):
        at = data.site_at(flow.from_site)
        families[:, at] = now[:, at] / inputs.cell(flow, "family_size")
    return families


def _willing(data: ReturnsData, inputs: Inputs, now: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Persons at each flow's site at the cutoff who are willing to take it."""
    return [np.rint(inputs.cell(flow, "willing") * now[:, data.site_at(flow.from_site)]) for flow in data.flows]


def _settled(data: ReturnsData, now: NDArray[np.float64]) -> NDArray[np.float64]:
    """Persons at sites nobody leaves: home."""
    leaving = {flow.from_site for flow in data.flows}
    home = [i for i, site in enumerate(data.sites) if site.site not in leaving]
    return np.asarray(now[:, home].sum(axis=1))


def _limits(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    data: ReturnsData,
    inputs: Inputs,
    flow: Cohort,
    position: int,
    now: NDArray[np.float64],
    willing: NDArray[np.float64],
    arrived: NDArray[np.float64],
    month: int,
    seed: int,
) -> NDArray[np.float64]:
    """The four limits of a flow in a month, in the order of `CAUSES`. Shape: (cause, draw)."""
    del position
    draws = inputs.block.size
    limits = np.full((len(CAUSES), draws), np.inf)
    source, target = data.site_at(flow.from_site), data.site_at(flow.to_site)
    limits[0] = np.minimum(willing, now[:, source])
    if flow.batch is not None and flow.convoys is not None:
        rate = inputs.cell(flow, "convoys")
        for effect in data.effects_on("cohorts", flow.key_text, "convoys"):
            rate = rate * (inputs.amount(effect, 1.0) if effect.in_force(month) else 1.0)
        convoys = poisson(Stream(seed, "returns").uniform(f"convoys:{flow.key_text}", inputs.block, month), rate)
        limits[1] = convoys * np.rint(inputs.cell(flow, "batch"))
    if data.sites[source].stay is not None:
        limits[2] = _stayed(data, inputs, source, now[:, source], arrived, month)
    if data.sites[target].capacity is not None:
        capacity = np.rint(inputs.cell(data.sites[target], "capacity"))
        for effect in data.effects_on("sites", data.sites[target].site, "capacity"):
            capacity = capacity + (np.rint(inputs.amount(effect)) if effect.in_force(month) else 0.0)
        limits[3] = np.maximum(capacity - now[:, target], 0.0)
    return limits


def _stayed(
    data: ReturnsData,
    inputs: Inputs,
    source: int,
    now: NDArray[np.float64],
    arrived: NDArray[np.float64],
    month: int,
) -> NDArray[np.float64]:
    """Persons at a site who have been there for its length of stay; those of the cutoff have spread over the stay.

    `arrived` holds those of the cutoff at month 0: of them `1 − month/stay` still wait, whoever has left so far.
    """
    stay = np.maximum(np.rint(inputs.cell(data.sites[source], "stay")), 0.0)
    recent = np.zeros(inputs.block.size)
    for back in range(1, month):
        recent += np.where(stay > back, arrived[:, month - back, source], 0.0)
    waiting = np.ceil(arrived[:, 0, source] * np.maximum(1.0 - month / np.maximum(stay, 1.0), 0.0))
    return np.maximum(now - recent - np.where(stay > 0, waiting, 0.0), 0.0)


def _move(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    data: ReturnsData,
    flow: Cohort,
    position: int,
    amount: NDArray[np.float64],
    now: NDArray[np.float64],
    willing: list[NDArray[np.float64]],
    arrived: NDArray[np.float64],
    month: int,
) -> None:
    source, target = data.site_at(flow.from_site), data.site_at(flow.to_site)
    now[:, source] -= amount
    now[:, target] += amount
    arrived[:, month, target] += amount
    willing[position] = willing[position] - amount
    for onward, other in enumerate(data.flows):
        # who has come this far of their own will is taken to be willing to go on home
        if other.from_site == flow.to_site:
            willing[onward] = willing[onward] + amount
