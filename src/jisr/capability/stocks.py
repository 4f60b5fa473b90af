"""Personnel, skills, equipment and functions, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.capability.effects import added, graduates, level_lift, level_steps, multiplier
from jisr.capability.equipment import Fleet, advance_fleet, start_fleet
from jisr.capability.funding import Funding
from jisr.capability.levels import half_life_draws, move_levels, start_levels
from jisr.inputs import Inputs
from jisr.keyed_random import Stream

__all__ = ["Stocks", "advance", "start"]


@dataclass(frozen=True)
class StockRates:
    """What drives persons and skills every month, the same in all of them.

    Shape: attrition (draw, element) a month, intake (draw, element) persons a month while all is paid; keep (draw, skill)
    the share of the qualified still qualified after a month, trained (draw, skill) own intake while all is paid, there
    (draw, skill) those present and qualified at the cutoff; unrated (draw, function) the value of those never rated.
    """

    attrition: NDArray[np.float64]
    intake: NDArray[np.float64]
    keep: NDArray[np.float64]
    trained: NDArray[np.float64]
    there: NDArray[np.float64]
    unrated: NDArray[np.float64]


@dataclass(frozen=True)
class Stocks:
    """The state of the host forces at the end of a month.

    Shape: assigned, presence (draw, element); qualified (draw, skill); fleet (draw, holding); levels and values
    (draw, function), a value being the share of full capacity at its level and what lifts it for a time. Units: persons,
    items.
    """

    month: int
    assigned: NDArray[np.float64]
    presence: NDArray[np.float64]
    in_courses: NDArray[np.float64]
    qualified: NDArray[np.float64]
    fleet: Fleet
    levels: NDArray[np.float64]
    values: NDArray[np.float64]
    presence_start: NDArray[np.float64]
    half_life: NDArray[np.float64]
    rates: StockRates

    @cached_property
    def present(self) -> NDArray[np.float64]:
        """Persons present: φ · A less those in courses. Shape: (draw, element)."""
        if enabled():
            from jisr.capability import stock_kernels

            turned = draws_last(self.presence), draws_last(self.assigned), draws_last(self.in_courses)
            return stock_kernels.present(*turned).T
        return np.maximum(self.presence * self.assigned - self.in_courses, 0.0)


def start(data: CapabilityData, inputs: Inputs, seed: int) -> Stocks:
    """The state at the cutoff, ratings carried to it."""
    assigned = inputs.columns(data.strengths, "assigned").copy(order="K")
    presence = _columns(inputs, [_presence(data, inputs, i, seed) for i in range(len(data.strengths))])
    qualified = np.minimum(inputs.columns(data.skills, "qualified"), assigned[:, data.skill_elements])
    half_life = half_life_draws(inputs, seed)
    up = data.defaults.rating_up_per_year / 12
    levels = np.zeros((inputs.block.size, len(data.functions)), order="F")
    for i, function in enumerate(data.functions):
        if function.rating is not None:
            levels[:, i] = start_levels(function, inputs, half_life, up, seed, data.cutoff)
    rates = _rates(data, inputs, assigned, presence, qualified, seed)
    return Stocks(
        month=0,
        assigned=assigned,
        presence=presence,
        in_courses=np.zeros_like(assigned),
        qualified=qualified,
        fleet=start_fleet(data, inputs),
        levels=levels,
        values=_values(data, inputs, levels, rates.unrated, 0),
        presence_start=presence,
        half_life=half_life,
        rates=rates,
    )


def _rates(
    data: CapabilityData,
    inputs: Inputs,
    assigned: NDArray[np.float64],
    presence: NDArray[np.float64],
    qualified: NDArray[np.float64],
    seed: int,
) -> StockRates:
    """Own intake left blank keeps what is there where it is."""
    attrition = inputs.columns(data.strengths, "attrition")
    intake = inputs.columns(data.strengths, "own_intake").copy(order="K")
    level = [i for i, row in enumerate(data.strengths) if row.own_intake is None]
    intake[:, level] = attrition[:, level] * assigned[:, level]
    half_life = inputs.columns(data.skills, "half_life", blank=np.inf)
    keep = (1 - attrition[:, data.skill_elements]) * 2.0 ** (-1.0 / half_life)
    trained = inputs.columns(data.skills, "own_intake").copy(order="K")
    still = [i for i, row in enumerate(data.skills) if row.own_intake is None]
    trained[:, still] = (1 - keep[:, still]) * qualified[:, still]
    there = np.maximum(presence, 1e-9)[:, data.skill_elements] * np.maximum(qualified, 1e-9)
    return StockRates(attrition, intake, keep, trained, there, _unrated(data, inputs, seed))


def advance(
    data: CapabilityData,
    inputs: Inputs,
    state: Stocks,
    opened: NDArray[np.int64],
    money: Funding,
    seed: int,
) -> Stocks:
    """The state one month on. `opened` (draw, gate): the month each gate opened, beyond the horizon when it has not."""
    month = state.month + 1
    paid = money.ratio(month)
    assigned = _assigned(data, inputs, state, paid, month)
    presence = _presence_ahead(data, inputs, state, month)
    qualified = _qualified(data, inputs, state, assigned, paid, month)
    mechanics = _mechanics(data, presence, qualified, state)
    fleet = advance_fleet(data, inputs, state.fleet, mechanics, opened, paid, month, seed)
    levels = _levels(data, inputs, state, month, seed)
    return Stocks(
        month=month,
        assigned=assigned,
        presence=presence,
        in_courses=_in_courses(data, inputs, state.in_courses, month),
        qualified=qualified,
        fleet=fleet,
        levels=levels,
        values=_values(data, inputs, levels, state.rates.unrated, month),
        presence_start=state.presence_start,
        half_life=state.half_life,
        rates=state.rates,
    )


def _columns(inputs: Inputs, arrays: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    return np.stack(arrays).T if arrays else np.zeros((inputs.block.size, 0))


def _presence(data: CapabilityData, inputs: Inputs, element: int, seed: int) -> NDArray[np.float64]:
    """The presence share; unmeasured (blank) is uniform over the plan's interval, as `?` is."""
    row = data.strengths[element]
    if row.present is not None:
        return inputs.cell(row, "present")
    low, high = data.defaults.presence_low, data.defaults.presence_high
    if inputs.unknowns != "range":
        return np.full(inputs.block.size, high if inputs.unknowns == "best" else low)
    return low + (high - low) * Stream(seed, "capability").uniform(f"presence:{row.element}", inputs.block)


def _presence_ahead(data: CapabilityData, inputs: Inputs, state: Stocks, month: int) -> NDArray[np.float64]:
    """The presence share of a month, under the factors in force; nobody beyond those assigned. Shape: (draw, element)."""
    moved = data.effects_by_row("strength", "present")
    if not moved:
        return state.presence_start
    presence = state.presence_start.copy(order="K")
    for i, effects in moved.items():
        presence[:, i] = np.minimum(presence[:, i] * multiplier(effects, inputs, month), 1.0)
    return presence


def _assigned(
    data: CapabilityData, inputs: Inputs, state: Stocks, paid: NDArray[np.float64], month: int
) -> NDArray[np.float64]:
    """`A' = A − attrition + own intake`; own intake falls with the element's funding. Shape: (draw, element)."""
    rates = state.rates
    if enabled():
        from jisr.capability import stock_kernels

        turned = draws_last(state.assigned), draws_last(rates.attrition), draws_last(rates.intake), draws_last(paid)
        assigned = stock_kernels.assigned(*turned, data.element_things).T
    else:
        gained = rates.intake * paid[:, data.element_things]
        assigned = np.maximum(state.assigned + (gained - rates.attrition * state.assigned), 0.0)
    for i, effects in data.effects_by_row("strength", "assigned").items():
        assigned[:, i] = np.maximum(assigned[:, i] + added(effects, inputs, month), 0.0)
    return assigned


def _in_courses(data: CapabilityData, inputs: Inputs, before: NDArray[np.float64], month: int) -> NDArray[np.float64]:
    """Those who are away learning. Shape: (draw, element)."""
    if not data.effects_by_row("skills", "qualified"):
        return before
    away = np.zeros(before.shape, order="F")
    for i, effects in data.effects_by_row("skills", "qualified").items():
        for effect in effects:
            if effect.begins <= month < effect.start:
                away[:, data.skill_elements[i]] += inputs.amount(effect)
    return away


def _qualified(
    data: CapabilityData,
    inputs: Inputs,
    state: Stocks,
    assigned: NDArray[np.float64],
    paid: NDArray[np.float64],
    month: int,
) -> NDArray[np.float64]:
    """`Q' = Q(1−attrition)(1−δ) + own intake + graduates·pass·retained`, never more than the assigned."""
    rates, of_element = state.rates, data.element_things[data.skill_elements]
    if enabled():
        from jisr.capability import stock_kernels

        turned = draws_last(state.qualified), draws_last(rates.keep), draws_last(rates.trained), draws_last(paid)
        qualified = stock_kernels.qualified(*turned, data.skill_things, of_element).T
    else:
        trained = rates.trained * paid[:, data.skill_things] * paid[:, of_element]
        qualified = state.qualified * rates.keep + trained
    for i, effects in data.effects_by_row("skills", "qualified").items():
        row = data.skills[i]
        filled = graduates(effects, inputs, month, row.seats)
        for share in ("pass_share", "retained"):
            if getattr(row, share) is not None:
                filled = filled * inputs.cell(row, share)
        qualified[:, i] += filled
    if enabled():
        stock_kernels.bounded(draws_last(qualified), draws_last(assigned), data.skill_elements)
        return qualified
    return np.minimum(qualified, assigned[:, data.skill_elements])


def _mechanics(
    data: CapabilityData, presence: NDArray[np.float64], qualified: NDArray[np.float64], state: Stocks
) -> NDArray[np.float64]:
    """Present qualified of those skills that repair, relative to the cutoff. Shape: (draw, place in `support_skills`)."""
    skills = data.support_skills[1]
    if enabled():
        from jisr.capability import stock_kernels

        turned = draws_last(presence), draws_last(qualified), draws_last(state.rates.there)
        return stock_kernels.mechanics(*turned, data.skill_elements, skills).T
    return np.asarray(qualified[:, skills] * presence[:, data.skill_elements[skills]] / state.rates.there[:, skills])


def _levels(data: CapabilityData, inputs: Inputs, state: Stocks, month: int, seed: int) -> NDArray[np.float64]:
    levels = state.levels
    stream, up = Stream(seed, "capability"), data.defaults.rating_up_per_year / 12
    moving = data.moving_functions
    if len(moving) == levels.shape[1]:
        levels = move_levels(levels, data.tops, state.half_life, up, 1, stream, data.moving_names, inputs, month)
    else:
        names, tops = data.moving_names, data.tops[moving]
        levels = levels.copy(order="K")
        levels[:, moving] = move_levels(levels[:, moving], tops, state.half_life, up, 1, stream, names, inputs, month)
    for i, effects in data.effects_by_function.items():
        if any(effect.start == month for effect in effects):
            levels[:, i] = np.clip(levels[:, i] + level_steps(effects, inputs, month), 0, data.tops[i])
    return levels


def _unrated(data: CapabilityData, inputs: Inputs, seed: int) -> NDArray[np.float64]:
    """A function never rated runs over 0–1, or at its worst or best. Shape: (draw, function)."""
    value = 1.0 if inputs.unknowns == "best" else 0.0
    values = np.full((inputs.block.size, len(data.functions)), value, order="F")
    if inputs.unknowns == "range":
        for i, one in enumerate(data.functions):
            if one.rating is None:
                values[:, i] = Stream(seed, "capability").uniform(f"unrated:{one.element},{one.function}", inputs.block)
    return values


def _values(
    data: CapabilityData, inputs: Inputs, levels: NDArray[np.float64], unrated: NDArray[np.float64], month: int
) -> NDArray[np.float64]:
    """Share of full capacity by function. Shape: (draw, function)."""
    standing, (rated, capacities) = levels, data.capacities
    for i, effects in data.effects_by_newest_rating.items():
        standing = standing.copy(order="K") if standing is levels else standing
        standing[:, i] = np.clip(levels[:, i] + level_lift(effects, inputs, month), 0, data.tops[i])
    if enabled():
        from jisr.capability import level_kernels

        return level_kernels.values(draws_last(standing), rated, capacities, draws_last(unrated)).T
    return np.where(rated, capacities[np.arange(len(rated)), standing.astype(np.int64)], unrated)
