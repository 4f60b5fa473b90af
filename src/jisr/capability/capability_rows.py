"""The rows of a plan that the capability stage reads, in fixed order, and the effects on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jisr.inputs import Effect
from jisr.months import Month
from jisr.plan import (
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
    """Every tuple is in table order, every int a position in one."""

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
