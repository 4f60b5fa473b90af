"""Fleets: what is held, what works, what fails, what is repaired."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.capability.effects import added, extended, multiplier
from jisr.capability.fleet_month import FleetMonth, moved
from jisr.inputs import Inputs

__all__ = ["Fleet", "advance_fleet", "start_fleet"]


@dataclass(frozen=True)
class Channels:
    """Who repairs, by row of `support`. Shape: (draw, row): share of today's repairs of the item, and the last month."""

    share: NDArray[np.float64]
    last: NDArray[np.float64]


@dataclass(frozen=True)
class Fleet:
    """Items by holding. Shape: (draw, holding). Units: items; `repair` items a month today, all channels together;
    `failure` and `loss` shares a month.
    """

    held: NDArray[np.float64]
    serviceable: NDArray[np.float64]
    repair: NDArray[np.float64]
    failure: NDArray[np.float64]
    loss: NDArray[np.float64]
    channels: Channels


def start_fleet(data: CapabilityData, inputs: Inputs) -> Fleet:
    """The fleet at the cutoff. Total repair today is `λ · MC · held`, so that nothing falls unless something changes."""
    held = np.empty((inputs.block.size, len(data.holdings)), order="F")
    held[:] = [row.held for row in data.holdings]
    serviceable = inputs.columns(data.holdings, "mission_capable") * held
    serviceable[:, data.is_whole] = np.rint(serviceable[:, data.is_whole])
    failure = inputs.columns([data.items[row.item] for row in data.holdings], "failure")
    loss = 1 - (1 - inputs.columns(data.holdings, "attrition")) ** (1 / 12)
    return Fleet(held, serviceable, failure * serviceable, failure, loss, start_channels(data, inputs))


def advance_fleet(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    data: CapabilityData,
    inputs: Inputs,
    fleet: Fleet,
    mechanics: NDArray[np.float64],
    opened: NDArray[np.int64],
    paid: NDArray[np.float64],
    month: int,
    seed: int,
) -> Fleet:
    """Failures, repairs through the channels that are there, losses and deliveries of one month.

    Whole-number fleets move in whole numbers; the balance held = serviceable + not serviceable holds exactly.
    Parameters: `mechanics` (draw, place in `support_skills`) those present and qualified against the cutoff's; `paid`
    (draw, thing) funding against the cutoff's.
    """
    share = _share_of_repairs(data, _given(data, inputs, fleet, mechanics, opened, month), paid)
    for i, effects in data.effects_by_row("holdings", "mission_capable").items():
        share[:, i] *= multiplier(effects, inputs, month)
    begun = FleetMonth(fleet.held, fleet.serviceable, fleet.repair, fleet.failure, fleet.loss, share)
    held, serviceable = moved(begun, data.is_whole, data.fleet_chances, inputs.block, month, seed)
    for i, effects in data.effects_by_row("holdings", "held").items():
        arrived = added(effects, inputs, month)
        arrived = np.rint(arrived) if data.is_whole[i] else arrived
        held[:, i] += arrived
        serviceable[:, i] += arrived
    return replace(fleet, held=held, serviceable=serviceable)


def start_channels(data: CapabilityData, inputs: Inputs) -> Channels:
    """The channels of the cutoff, their ends moved by the effects of activities."""
    shares = inputs.columns(data.support, "share").copy(order="K")
    last = np.full(shares.shape, np.inf, order="F")
    for i, row in enumerate(data.support):
        if row.ends is not None:
            written = np.rint(inputs.cell(row, "ends")) - data.cutoff.ordinal
            last[:, i] = extended(written, data.effects_on("support", row.key_text, "ends"), inputs)
    for rows in data.support_by_item.values():
        total = shares[:, rows[0]].copy()
        for channel in rows[1:]:
            total += shares[:, channel]
        shares[:, rows] /= np.maximum(total, 1e-9)[:, None]
    return Channels(shares, last)


def _given(
    data: CapabilityData,
    inputs: Inputs,
    fleet: Fleet,
    mechanics: NDArray[np.float64],
    opened: NDArray[np.int64],
    month: int,
) -> NDArray[np.float64]:
    """Share of today's repairs that each channel still gives in a month. Shape: (draw, channel).

    A channel lasts to its month, or to the opening of its gate, whichever is first.
    """
    last = _last(data, inputs, fleet, opened)
    if enabled():
        from jisr.capability import fleet_kernels

        turned = draws_last(fleet.channels.share), draws_last(last), draws_last(mechanics)
        given = fleet_kernels.given(month, *turned, data.support_skills[0]).T
    else:
        given = fleet.channels.share * (month <= last)
        given[:, data.support_skills[0]] *= mechanics
    for i, effects in data.effects_by_row("support", "share").items():
        given[:, i] *= multiplier(effects, inputs, month)
    return given


def _last(data: CapabilityData, inputs: Inputs, fleet: Fleet, opened: NDArray[np.int64]) -> NDArray[np.float64]:
    """The last month of each channel as far as is known: its own, or the opening of its gate. Shape: (draw, channel)."""
    gated, gates = data.support_gates
    if not gated:
        return fleet.channels.last
    until = opened[:, gates].astype(np.float64)
    for at, effects in data.gated_extensions:
        until[:, at] = extended(until[:, at], effects, inputs)
    last = fleet.channels.last.copy(order="K")
    last[:, gated] = np.minimum(last[:, gated], until)
    return last


def _share_of_repairs(
    data: CapabilityData, given: NDArray[np.float64], paid: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Share of today's repairs that channels and money give together. Shape: (draw, holding). An item that no channel
    repairs is repaired as today.
    """
    channel_items, repaired = data.support_items
    if enabled():
        from jisr.capability import fleet_kernels

        turned = draws_last(given), draws_last(paid)
        return fleet_kernels.shares(*turned, channel_items, repaired, data.item_things, data.holding_items).T
    total = np.where(repaired, np.zeros((len(given), 1)), 1.0)
    for channel, item in enumerate(channel_items):
        if item >= 0:
            total[:, item] += given[:, channel]
    return np.asarray((total * paid[:, data.item_things])[:, data.holding_items])
