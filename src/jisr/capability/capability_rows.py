"""The rows of a plan that the capability stage reads, in fixed order, and the effects on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Effect
from jisr.months import Month
from jisr.plan import (
    FUNCTIONS_WITHOUT_STOCK,
    Budget,
    Defaults,
    Element,
    Enabler,
    EquipmentType,
    Holding,
    Line,
    LineNeed,
    Party,
    Rating,
    Row,
    SelfReliance,
    Skill,
    Strength,
    Support,
    Sustainment,
    Task,
    TaskNeed,
)

__all__ = ["CapabilityRows", "FunctionStart"]


@dataclass(frozen=True)
class FunctionStart:
    """One function of one element that some line needs: its newest rating, None when never rated."""

    element: str
    function: str
    rating: Rating | None
    capacities: tuple[float, ...]
    """Share of full capacity by level, the lowest first."""


@dataclass(frozen=True)
class CapabilityRows:
    """The rows, and what is read off one table; every tuple is in table order, every int a position in one."""

    cutoff: Month
    horizon: int
    defaults: Defaults
    areas: tuple[str, ...]
    tasks: tuple[Task, ...]
    phases: tuple[str, ...]
    gates: tuple[str, ...]
    elements: tuple[Element, ...]
    strengths: tuple[Strength, ...]
    """By element: its newest count."""
    skills: tuple[Skill, ...]
    items: dict[str, EquipmentType]
    holdings: tuple[Holding, ...]
    support: tuple[Support, ...]
    sustainment: tuple[Sustainment, ...]
    budgets: tuple[Budget, ...]
    parties: dict[str, Party]
    rates: dict[str, float]
    """Currency → units of base currency."""
    functions: tuple[FunctionStart, ...]
    lines: tuple[Line, ...]
    needs: tuple[LineNeed, ...]
    task_needs: tuple[TaskNeed, ...]
    task_order: tuple[int, ...]
    """Tasks, those that others need first."""
    self_reliance: tuple[SelfReliance, ...]
    enablers: tuple[Enabler, ...]
    effects: tuple[Effect, ...]

    @cached_property
    def tops(self) -> NDArray[np.int64]:
        """By function: its highest level, 0 the lowest; −1 for one never rated."""
        return np.array([len(one.capacities) - 1 for one in self.functions], dtype=np.int64)

    @cached_property
    def moving_functions(self) -> NDArray[np.int64]:
        """The rated functions that no stock stands for: their ratings age."""
        found = [one.rating is not None and one.function in FUNCTIONS_WITHOUT_STOCK for one in self.functions]
        return np.flatnonzero(found)

    @cached_property
    def moving_names(self) -> tuple[str, ...]:
        """Names of the keyed numbers of those functions."""
        return tuple(
            f"level:{one.element},{one.function}" for one in (self.functions[i] for i in self.moving_functions)
        )

    @cached_property
    def wanted_items(self) -> NDArray[np.float64]:
        """By holding: what it needs. Units: items."""
        return np.array([row.need for row in self.holdings], dtype=np.float64)

    @cached_property
    def wanted_skills(self) -> NDArray[np.float64]:
        """By skill: what it needs. Units: persons."""
        return np.array([row.need for row in self.skills], dtype=np.float64)

    @cached_property
    def payers(self) -> tuple[str, ...]:
        """Who pays for keeping things working, in the order of the table."""
        return tuple(dict.fromkeys(row.payer for row in self.sustainment))

    @cached_property
    def payer_of(self) -> NDArray[np.int64]:
        """By row of `sustainment`: position among the payers."""
        return np.array([self.payers.index(row.payer) for row in self.sustainment], dtype=np.int64)

    @cached_property
    def essential_weights(self) -> NDArray[np.float64]:
        """By task: its weight in essential demand, 0 where it is not essential."""
        return np.array([task.weight if task.essential else 0.0 for task in self.tasks], dtype=np.float64)

    @cached_property
    def enabler_changes(self) -> frozenset[int]:
        """The months in which an enabler is no longer there that was there the month before."""
        return frozenset(Month.of(row.ends) - self.cutoff + 1 for row in self.enablers if row.ends is not None)

    def element_at(self, element: str) -> int:
        """Position of an element."""
        return self._positions[element]

    def effects_on(self, table: str, key: str, field: str) -> tuple[Effect, ...]:
        """The effects on one cell."""
        return self._effects.get((table, key, field), ())

    def effects_by_row(self, table: str, column: str) -> dict[int, tuple[Effect, ...]]:
        """The effects on a column of `strength`, `skills`, `holdings` or `support`, by the position of the row."""
        return self._effects_by_row.get((table, column), {})

    @cached_property
    def _effects_by_row(self) -> dict[tuple[str, str], dict[int, tuple[Effect, ...]]]:
        tables: dict[str, Sequence[Row]] = {
            "strength": self.strengths,
            "skills": self.skills,
            "holdings": self.holdings,
            "support": self.support,
        }
        rows = {(table, row.key_text): i for table, listed in tables.items() for i, row in enumerate(listed)}
        found: dict[tuple[str, str], dict[int, tuple[Effect, ...]]] = {}
        for (table, key, column), effects in self._effects.items():
            if (table, key) in rows:
                found.setdefault((table, column), {})[rows[table, key]] = effects
        return {cell: dict(sorted(by_row.items())) for cell, by_row in found.items()}

    @cached_property
    def effects_by_function(self) -> dict[int, tuple[Effect, ...]]:
        """The effects on the level of a rated function, by its position."""
        found = {i: self.level_effects(one) for i, one in enumerate(self.functions) if one.rating is not None}
        return {i: effects for i, effects in found.items() if effects}

    @cached_property
    def effects_by_newest_rating(self) -> dict[int, tuple[Effect, ...]]:
        """The effects that name the newest rating of a function, by its position."""
        found = {
            i: self.effects_on("ratings", one.rating.key_text, "level")
            for i, one in enumerate(self.functions)
            if one.rating is not None
        }
        return {i: effects for i, effects in found.items() if effects}

    def level_effects(self, function: FunctionStart) -> tuple[Effect, ...]:
        """The effects on a function of an element, whichever of its ratings they name: a newer rating replaces none."""
        return tuple(
            one
            for one in self.effects
            if (one.target.table, one.target.field) == ("ratings", "level")
            and one.target.key.split(",")[:2] == [function.element, function.function]
        )

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {row.element: i for i, row in enumerate(self.elements)}

    @cached_property
    def _effects(self) -> dict[tuple[str, str, str], tuple[Effect, ...]]:
        found: dict[tuple[str, str, str], tuple[Effect, ...]] = {}
        for one in self.effects:
            cell = (one.target.table, one.target.key, one.target.field)
            found[cell] = (*found.get(cell, ()), one)
        return found
