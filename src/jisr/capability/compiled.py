"""What the capability stage needs of a plan: rows in fixed order, and positions between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jisr.inputs import Effect
from jisr.months import Month
from jisr.plan import (
    Area,
    Budget,
    Defaults,
    Element,
    Enabler,
    EquipmentType,
    Gate,
    Holding,
    Line,
    LineNeed,
    Party,
    Phase,
    Plan,
    Rating,
    ScaleLevel,
    SelfReliance,
    Skill,
    Strength,
    Support,
    Sustainment,
    Task,
    TaskNeed,
    base_rate,
)
from jisr.record import latest_rating, latest_strength

__all__ = ["CapabilityData", "FunctionStart", "compile_capability"]


@dataclass(frozen=True)
class FunctionStart:
    """One function of one element that some line needs: its newest rating, None when never rated."""

    element: str
    function: str
    rating: Rating | None
    capacities: tuple[float, ...]
    """Share of full capacity by level, the lowest first."""


@dataclass(frozen=True)
class CapabilityData:
    """The capability stage's view of a plan; every tuple is in table order, every int a position in one."""

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

    @cached_property
    def need_elements(self) -> tuple[int, ...]:
        """By need: position of the element of its line."""
        element = {row.line: self.element_at(row.element) for row in self.lines}
        return tuple(element[need.line] for need in self.needs)

    @cached_property
    def need_positions(self) -> tuple[int, ...]:
        """By need: position of the skill, holding or function it names; of the element for personnel."""
        tables = {
            "skill": {(row.element, row.skill): i for i, row in enumerate(self.skills)},
            "item": {(row.element, row.item): i for i, row in enumerate(self.holdings)},
            "function": {(one.element, one.function): i for i, one in enumerate(self.functions)},
        }
        names = {row.line: row.element for row in self.lines}
        return tuple(
            self.element_at(names[need.line])
            if need.kind == "personnel"
            else tables[need.kind][names[need.line], need.name]
            for need in self.needs
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

    def level_effects(self, function: FunctionStart) -> tuple[Effect, ...]:
        """The effects on a function of an element, whichever of its ratings they name: a newer rating replaces none."""
        return tuple(
            one
            for one in self.effects
            if (one.target.table, one.target.field) == ("ratings", "level")
            and one.target.key.split(",")[:2] == [function.element, function.function]
        )


def compile_capability(plan: Plan, effects: Sequence[Effect] = ()) -> CapabilityData:
    """The capability stage's view of a plan that has passed its checks.

    Raises:
        ValueError: an element has no count, or tasks need each other in a circle (findings K601, K604).
    """
    elements = plan.rows(Element)
    tasks = plan.rows(Task)
    currencies = {row.currency for row in plan.rows(Sustainment)} | {row.currency for row in plan.rows(Budget)}
    return CapabilityData(
        cutoff=plan.partnership.cutoff_month,
        horizon=plan.partnership.horizon,
        defaults=plan.partnership.defaults,
        areas=tuple(row.area for row in plan.rows(Area)),
        tasks=tasks,
        phases=tuple(row.phase for row in plan.rows(Phase)),
        gates=tuple(row.gate for row in plan.rows(Gate)),
        elements=elements,
        strengths=tuple(_strength(plan, row.element) for row in elements),
        skills=plan.rows(Skill),
        items={row.item: row for row in plan.rows(EquipmentType)},
        holdings=plan.rows(Holding),
        support=plan.rows(Support),
        sustainment=plan.rows(Sustainment),
        budgets=plan.rows(Budget),
        parties={party.id: party for party in plan.partnership.parties},
        rates={currency: base_rate(plan, currency) or 0.0 for currency in sorted(currencies)},
        functions=_functions(plan),
        lines=plan.rows(Line),
        needs=plan.rows(LineNeed),
        task_needs=plan.rows(TaskNeed),
        task_order=task_order([row.task for row in tasks], plan.rows(TaskNeed)),
        self_reliance=plan.rows(SelfReliance),
        enablers=plan.rows(Enabler),
        effects=tuple(effects),
    )


def _strength(plan: Plan, element: str) -> Strength:
    found = latest_strength(plan, element)
    if found is None:
        msg = f"{element} has no count of its personnel"
        raise ValueError(msg)
    return found


def _functions(plan: Plan) -> tuple[FunctionStart, ...]:
    element_of = {row.line: row.element for row in plan.rows(Line)}
    wanted = dict.fromkeys((element_of[row.line], row.name) for row in plan.rows(LineNeed) if row.kind == "function")
    rated = dict.fromkeys((row.element, row.function) for row in plan.rows(Rating))
    return tuple(_function(plan, element, function) for element, function in dict.fromkeys([*wanted, *rated]))


def _function(plan: Plan, element: str, function: str) -> FunctionStart:
    rating = latest_rating(plan, element, function)
    levels = sorted(
        (row.level, row.capacity)
        for row in plan.rows(ScaleLevel)
        if rating is not None and (row.scale, row.version) == (rating.scale, rating.version)
    )
    return FunctionStart(element, function, rating, tuple(capacity for _, capacity in levels))


def task_order(tasks: Sequence[str], needs: Sequence[TaskNeed]) -> tuple[int, ...]:
    """Positions of the tasks so that a task comes after all it needs.

    Raises:
        ValueError: the needs form a cycle.
    """
    left = {task: {row.needs_task for row in needs if row.task == task} for task in tasks}
    order: list[int] = []
    while left:
        free = [task for task, wanted in left.items() if not wanted & left.keys()]
        if not free:
            msg = f"tasks need each other in a circle: {' '.join(sorted(left))}"
            raise ValueError(msg)
        for task in free:
            del left[task]
            order.append(tasks.index(task))
    return tuple(order)
