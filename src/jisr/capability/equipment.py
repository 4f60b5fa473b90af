"""Fleets: what is held, what works, what fails, what is repaired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.capability.effects import added, extension, multiplier
from jisr.capability.funding import Funding
from jisr.inputs import Inputs
from jisr.keyed_random import Stream, binomial
from jisr.plan import Support

__all__ = ["Fleet", "advance_fleet", "start_fleet"]


@dataclass(frozen=True)
class Fleet:
    """Items by holding. Shape: (draw, holding). Units: items; `repair` items a month today, all channels together."""

    held: NDArray[np.float64]
    serviceable: NDArray[np.float64]
    repair: NDArray[np.float64]


def start_fleet(data: CapabilityData, inputs: Inputs) -> Fleet:
    """The fleet at the cutoff. Total repair today is `λ · MC · held`, so that nothing falls unless something changes."""
    shape = (inputs.block.size, len(data.holdings))
    held, serviceable, repair = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for i, row in enumerate(data.holdings):
        held[:, i] = row.held
        capable = inputs.cell(row, "mission_capable") * row.held
        whole = data.items[row.item].count_kind == "whole"
        serviceable[:, i] = np.rint(capable) if whole else capable
        repair[:, i] = inputs.cell(data.items[row.item], "failure") * serviceable[:, i]
    return Fleet(held, serviceable, repair)


def advance_fleet(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    data: CapabilityData,
    inputs: Inputs,
    fleet: Fleet,
    mechanics: Mapping[str, NDArray[np.float64]],
    opened: NDArray[np.int64],
    money: Funding,
    month: int,
    seed: int,
) -> Fleet:
    """Failures, repairs through the channels that are there, losses and deliveries of one month.

    Whole-number fleets move in whole numbers; the balance held = serviceable + not serviceable holds exactly.
    """
    held, serviceable = fleet.held.copy(), fleet.serviceable.copy()
    repairs = {
        item: _channels(data, inputs, item, mechanics, opened, month) * money.against_today("item", item, month)
        for item in dict.fromkeys(row.item for row in data.holdings)
    }
    drawn = _uniforms(data, inputs, month, seed)
    for i, row in enumerate(data.holdings):
        effects = data.effects_on("holdings", row.key_text, "mission_capable")
        share = repairs[row.item] * multiplier(effects, inputs, month) if effects else repairs[row.item]
        whole = data.items[row.item].count_kind == "whole"
        uniforms = drawn[:, 4 * i : 4 * i + 4]
        failure = inputs.cell(data.items[row.item], "failure")
        failed = binomial(uniforms[:, 0], serviceable[:, i], failure) if whole else failure * serviceable[:, i]
        down = held[:, i] - serviceable[:, i] + failed
        repaired = np.minimum(_whole(fleet.repair[:, i] * share, uniforms[:, 1], whole=whole), down)
        serviceable[:, i] += repaired - failed
        if row.attrition is not None:
            rate = 1 - (1 - inputs.cell(row, "attrition")) ** (1 / 12)
            held[:, i], serviceable[:, i] = _lose(held[:, i], serviceable[:, i], rate, uniforms[:, 2:], whole=whole)
        arrived = added(data.effects_on("holdings", row.key_text, "held"), inputs, month)
        arrived = np.rint(arrived) if whole else arrived
        held[:, i] += arrived
        serviceable[:, i] += arrived
    return Fleet(held, serviceable, fleet.repair)


_CHANCES = ("failure", "repair", "loss", "loss-serviceable")


def _uniforms(data: CapabilityData, inputs: Inputs, month: int, seed: int) -> NDArray[np.float64]:
    """The keyed numbers of every holding in a month, four a holding; read by whole-number fleets. Shape: (draw, ·)."""
    names = [f"{what}:{row.key_text}" for row in data.holdings for what in _CHANCES]
    return Stream(seed, "capability").uniforms(names, inputs.block, month)


def _whole(amount: NDArray[np.float64], uniform: NDArray[np.float64], *, whole: bool) -> NDArray[np.float64]:
    """A whole number with the given mean: its floor, and one more with the probability of the rest."""
    return np.floor(amount) + (uniform < amount - np.floor(amount)) if whole else amount


def _lose(
    held: NDArray[np.float64],
    serviceable: NDArray[np.float64],
    rate: NDArray[np.float64],
    uniforms: NDArray[np.float64],
    *,
    whole: bool,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if not whole:
        return held * (1 - rate), serviceable * (1 - rate)
    down = binomial(uniforms[:, 0], held - serviceable, rate)
    working = binomial(uniforms[:, 1], serviceable, rate)
    return held - down - working, serviceable - working


def _channels(
    data: CapabilityData,
    inputs: Inputs,
    item: str,
    mechanics: Mapping[str, NDArray[np.float64]],
    opened: NDArray[np.int64],
    month: int,
) -> NDArray[np.float64]:
    """Share of today's repairs that the channels still give in a month. Shape: (draw,)."""
    rows = [row for row in data.support if row.item == item]
    if not rows:
        return np.ones(inputs.block.size)
    shares = [inputs.cell(row, "share") for row in rows]
    whole = np.maximum(np.sum(shares, axis=0), 1e-9)
    total = np.zeros(inputs.block.size)
    for row, share in zip(rows, shares, strict=True):
        live = _live(data, inputs, row, opened, month)
        more = multiplier(data.effects_on("support", row.key_text, "share"), inputs, month)
        own = mechanics.get(f"{row.element},{row.skill}", 1.0) if row.skill else 1.0
        total += share / whole * live * more * own
    return total


def _live(
    data: CapabilityData, inputs: Inputs, row: Support, opened: NDArray[np.int64], month: int
) -> NDArray[np.float64]:
    """1 while a channel lasts: to its month, or to the opening of its gate, whichever is first."""
    live = np.ones(inputs.block.size)
    extended = extension(data.effects_on("support", row.key_text, "ends"), inputs)
    if row.ends is not None:
        last = np.rint(inputs.cell(row, "ends")) - data.cutoff.ordinal + extended
        live = np.where(month <= last, live, 0.0)
    if row.ends_at is not None:
        live = np.where(month <= opened[:, data.gates.index(row.ends_at)] + extended, live, 0.0)
    return live
