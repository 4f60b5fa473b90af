"""Personnel, skills, equipment and functions, month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.capability.effects import added, graduates, level_lift, level_steps, multiplier
from jisr.capability.equipment import Fleet, advance_fleet, start_fleet
from jisr.capability.funding import Funding
from jisr.capability.levels import half_life_draws, move_levels, start_levels
from jisr.inputs import Inputs
from jisr.keyed_random import Stream
from jisr.plan import FUNCTIONS_WITHOUT_STOCK

__all__ = ["Stocks", "advance", "start"]


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
    assigned_start: NDArray[np.float64]
    presence_start: NDArray[np.float64]
    qualified_start: NDArray[np.float64]
    half_life: NDArray[np.float64]

    def present(self) -> NDArray[np.float64]:
        """Persons present: φ · A less those in courses. Shape: (draw, element)."""
        return np.maximum(self.presence * self.assigned - self.in_courses, 0.0)


def start(data: CapabilityData, inputs: Inputs, seed: int) -> Stocks:
    """The state at the cutoff, ratings carried to it."""
    assigned = _columns(inputs, [inputs.cell(row, "assigned") for row in data.strengths])
    presence = _columns(inputs, [_presence(data, inputs, i, seed) for i in range(len(data.strengths))])
    qualified = _columns(inputs, [inputs.cell(row, "qualified") for row in data.skills])
    for i, row in enumerate(data.skills):
        qualified[:, i] = np.minimum(qualified[:, i], assigned[:, data.element_at(row.element)])
    half_life = half_life_draws(inputs, seed)
    up = data.defaults.rating_up_per_year / 12
    levels = np.zeros((inputs.block.size, len(data.functions)))
    for i, function in enumerate(data.functions):
        if function.rating is not None:
            levels[:, i] = start_levels(function, inputs, half_life, up, seed, data.cutoff)
    return Stocks(
        month=0,
        assigned=assigned,
        presence=presence,
        in_courses=np.zeros_like(assigned),
        qualified=qualified,
        fleet=start_fleet(data, inputs),
        levels=levels,
        values=_values(data, inputs, levels, 0, seed),
        assigned_start=assigned,
        presence_start=presence,
        qualified_start=qualified,
        half_life=half_life,
    )


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
    assigned, in_courses = _personnel(data, inputs, state, money, month)
    presence = _presence_ahead(data, inputs, state, month)
    qualified = _skills(data, inputs, state, assigned, money, month)
    mechanics = _mechanics(data, presence, qualified, state)
    fleet = advance_fleet(data, inputs, state.fleet, mechanics, opened, money, month, seed)
    levels = _levels(data, inputs, state, month, seed)
    return Stocks(
        month=month,
        assigned=assigned,
        presence=presence,
        in_courses=in_courses,
        qualified=qualified,
        fleet=fleet,
        levels=levels,
        values=_values(data, inputs, levels, month, seed),
        assigned_start=state.assigned_start,
        presence_start=state.presence_start,
        qualified_start=state.qualified_start,
        half_life=state.half_life,
    )


def _columns(inputs: Inputs, arrays: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    return np.stack(arrays, axis=1) if arrays else np.zeros((inputs.block.size, 0))


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
    presence = state.presence_start.copy()
    for i, row in enumerate(data.strengths):
        effects = data.effects_on("strength", row.key_text, "present")
        if effects:
            presence[:, i] = np.minimum(presence[:, i] * multiplier(effects, inputs, month), 1.0)
    return presence


def _personnel(
    data: CapabilityData, inputs: Inputs, state: Stocks, money: Funding, month: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """`A' = A − attrition + own intake`; own intake falls with the element's funding. And who is in courses."""
    assigned = state.assigned.copy()
    in_courses = np.zeros_like(assigned)
    for i, row in enumerate(data.strengths):
        attrition = inputs.cell(row, "attrition")
        held = attrition * state.assigned_start[:, i]
        intake = held if row.own_intake is None else inputs.cell(row, "own_intake")
        assigned[:, i] += intake * money.against_today("element", row.element, month) - attrition * state.assigned[:, i]
        assigned[:, i] += added(data.effects_on("strength", row.key_text, "assigned"), inputs, month)
    for skill in data.skills:
        for effect in data.effects_on("skills", skill.key_text, "qualified"):
            if effect.begins <= month < effect.start:
                in_courses[:, data.element_at(skill.element)] += inputs.of(effect.amount)
    return np.maximum(assigned, 0.0), in_courses


def _skills(
    data: CapabilityData,
    inputs: Inputs,
    state: Stocks,
    assigned: NDArray[np.float64],
    money: Funding,
    month: int,
) -> NDArray[np.float64]:
    """`Q' = Q(1−attrition)(1−δ) + own intake + graduates·pass·retained`, never more than the assigned."""
    qualified = state.qualified.copy()
    for i, row in enumerate(data.skills):
        element = data.element_at(row.element)
        keep = 1 - inputs.cell(data.strengths[element], "attrition")
        if row.half_life is not None:
            keep = keep * 2.0 ** (-1.0 / inputs.cell(row, "half_life"))
        own = (1 - keep) * state.qualified_start[:, i] if row.own_intake is None else inputs.cell(row, "own_intake")
        filled = graduates(data.effects_on("skills", row.key_text, "qualified"), inputs, month, row.seats)
        for share in ("pass_share", "retained"):
            if getattr(row, share) is not None:
                filled = filled * inputs.cell(row, share)
        kept = state.qualified[:, i] * keep
        own = own * money.against_today("skill", row.key_text, month)
        own = own * money.against_today("element", row.element, month)
        qualified[:, i] = np.minimum(kept + own + filled, assigned[:, element])
    return qualified


def _mechanics(
    data: CapabilityData, presence: NDArray[np.float64], qualified: NDArray[np.float64], state: Stocks
) -> dict[str, NDArray[np.float64]]:
    """Present qualified of each skill relative to the cutoff, by the skill's key. Shape of each: (draw,)."""
    ratios: dict[str, NDArray[np.float64]] = {}
    for i, row in enumerate(data.skills):
        element = data.element_at(row.element)
        before = np.maximum(state.qualified_start[:, i], 1e-9)
        ratios[row.key_text] = (
            qualified[:, i] * presence[:, element] / np.maximum(state.presence_start[:, element], 1e-9) / before
        )
    return ratios


def _levels(data: CapabilityData, inputs: Inputs, state: Stocks, month: int, seed: int) -> NDArray[np.float64]:
    levels = state.levels.copy()
    stream, up = Stream(seed, "capability"), data.defaults.rating_up_per_year / 12
    moving = [
        i for i, one in enumerate(data.functions) if one.rating is not None and one.function in FUNCTIONS_WITHOUT_STOCK
    ]
    if moving:
        functions = [data.functions[i] for i in moving]
        names = [f"level:{one.element},{one.function}" for one in functions]
        tops = np.array([len(one.capacities) - 1 for one in functions])
        levels[:, moving] = move_levels(levels[:, moving], tops, state.half_life, up, 1, stream, names, inputs, month)
    for i, function in enumerate(data.functions):
        if function.rating is None:
            continue
        top = len(function.capacities) - 1
        step = level_steps(data.level_effects(function), inputs, month)
        levels[:, i] = np.clip(levels[:, i] + step, 0, top)
    return levels


def _values(
    data: CapabilityData, inputs: Inputs, levels: NDArray[np.float64], month: int, seed: int
) -> NDArray[np.float64]:
    """Share of full capacity by function; one never rated runs over 0–1, or at its worst or best. Shape: (draw, function)."""
    values = np.empty_like(levels)
    for i, function in enumerate(data.functions):
        if function.rating is not None:
            effects = data.effects_on("ratings", function.rating.key_text, "level")
            standing = np.clip(levels[:, i] + level_lift(effects, inputs, month), 0, len(function.capacities) - 1)
            values[:, i] = np.array(function.capacities)[standing.astype(np.int64)]
        elif inputs.unknowns != "range":
            values[:, i] = 1.0 if inputs.unknowns == "best" else 0.0
        else:
            entity = f"unrated:{function.element},{function.function}"
            values[:, i] = Stream(seed, "capability").uniform(entity, inputs.block)
    return values
