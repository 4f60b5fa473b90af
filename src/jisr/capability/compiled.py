"""What the capability stage needs of a plan: rows in fixed order, and positions between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jisr.capability.capability_rows import CapabilityRows, FunctionStart
from jisr.inputs import Effect
from jisr.plan import (
    Area,
    Budget,
    Element,
    Enabler,
    EquipmentType,
    Gate,
    Holding,
    Line,
    LineNeed,
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

__all__ = ["NEED_KINDS", "CapabilityData", "compile_capability"]

NEED_KINDS = ("personnel", "skill", "item", "function")


class LineAreas(NamedTuple):
    """Where lines may work. Shape: allowed 0–1, even their shares alike (line, area); follows (line,) the requirement."""

    allowed: NDArray[np.float64]
    even: NDArray[np.float64]
    follows: NDArray[np.bool_]


class TaskNeeds(NamedTuple):
    """Needs between tasks, sorted by the place in `order` of the task that asks; starts (place + 1,) into them."""

    asking: NDArray[np.int64]
    asked: NDArray[np.int64]
    strength: NDArray[np.float64]
    starts: NDArray[np.int64]
    order: NDArray[np.int64]


@dataclass(frozen=True)
class CapabilityData(CapabilityRows):
    """The capability stage's view of a plan: its rows, and the positions between them that arithmetic needs."""

    @cached_property
    def capacities(self) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """Whether a function was ever rated, and its share of full capacity by level. Shapes: (function,), (function, level)."""
        rated = np.array([one.rating is not None for one in self.functions], dtype=np.bool_)
        shares = np.zeros((len(self.functions), max((len(one.capacities) for one in self.functions), default=0) or 1))
        for i, one in enumerate(self.functions):
            shares[i, : len(one.capacities)] = one.capacities
        return rated, shares

    @cached_property
    def skill_elements(self) -> NDArray[np.int64]:
        """By skill: position of its element."""
        return np.array([self.element_at(row.element) for row in self.skills], dtype=np.int64)

    @cached_property
    def things(self) -> dict[tuple[str, str], list[int]]:
        """What costs money to keep `(kind, what)`, and the rows of `sustainment` that pay for it."""
        found: dict[tuple[str, str], list[int]] = {}
        for i, row in enumerate(self.sustainment):
            found.setdefault((row.kind, row.what), []).append(i)
        return found

    @cached_property
    def element_things(self) -> NDArray[np.int64]:
        """By element: its position in `things`; their number for one without a cost."""
        return self._things("element", [row.element for row in self.elements])

    @cached_property
    def skill_things(self) -> NDArray[np.int64]:
        """By skill, as `element_things`."""
        return self._things("skill", [row.key_text for row in self.skills])

    @cached_property
    def item_things(self) -> NDArray[np.int64]:
        """By held item, as `element_things`."""
        return self._things("item", self.held_items)

    def _things(self, kind: str, names: Sequence[str]) -> NDArray[np.int64]:
        at = {thing: i for i, thing in enumerate(self.things)}
        return np.array([at.get((kind, name), len(at)) for name in names], dtype=np.int64)

    @cached_property
    def needed_share(self) -> NDArray[np.float64]:
        """The greatest share of its authorised strength that a line of an element must have present; 0 where none asks.

        Shape: (element,).
        """
        asked = np.zeros(len(self.elements))
        for i, need in enumerate(self.needs):
            if need.kind == "personnel" and need.mandatory:
                asked[self.need_elements[i]] = max(asked[self.need_elements[i]], need.threshold)
        return asked

    @cached_property
    def wanted_persons(self) -> NDArray[np.float64]:
        """By element: what some line must have present; next to nothing where none asks. Units: persons."""
        authorised = np.array([row.authorised for row in self.strengths], dtype=np.float64)
        return np.maximum(authorised * self.needed_share, 1e-9)

    @cached_property
    def held_items(self) -> tuple[str, ...]:
        """The items some element holds, once each."""
        return tuple(dict.fromkeys(row.item for row in self.holdings))

    @cached_property
    def is_whole(self) -> NDArray[np.bool_]:
        """By holding: whether its item is counted in whole numbers, not measured."""
        return np.array([self.items[row.item].count_kind == "whole" for row in self.holdings], dtype=np.bool_)

    @cached_property
    def fleet_chances(self) -> tuple[str, ...]:
        """Names of the keyed numbers of every holding, four a holding."""
        chances = ("failure", "repair", "loss", "loss-serviceable")
        return tuple(f"{what}:{row.key_text}" for row in self.holdings for what in chances)

    @cached_property
    def holding_items(self) -> NDArray[np.int64]:
        """By holding: position of its item in `held_items`."""
        return np.array([self.held_items.index(row.item) for row in self.holdings], dtype=np.int64)

    @cached_property
    def support_items(self) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """By channel: position in `held_items` of what it repairs, −1 for what nobody holds; and by held item whether a
        channel repairs it.
        """
        items = np.array(
            [self.held_items.index(row.item) if row.item in self.held_items else -1 for row in self.support],
            dtype=np.int64,
        )
        return items, np.isin(np.arange(len(self.held_items)), items)

    @cached_property
    def support_by_item(self) -> dict[str, list[int]]:
        """The channels that repair each item."""
        found: dict[str, list[int]] = {}
        for i, row in enumerate(self.support):
            found.setdefault(row.item, []).append(i)
        return found

    @cached_property
    def support_gates(self) -> tuple[list[int], list[int]]:
        """The channels that end at a gate, and those gates."""
        ending = [(i, self.gates.index(row.ends_at)) for i, row in enumerate(self.support) if row.ends_at is not None]
        return [i for i, _ in ending], [gate for _, gate in ending]

    @cached_property
    def gated_extensions(self) -> list[tuple[int, Sequence[Effect]]]:
        """Of the channels that end at a gate, position among them and what moves their end."""
        moved = self.effects_by_row("support", "ends")
        return [(at, moved[row]) for at, row in enumerate(self.support_gates[0]) if row in moved]

    @cached_property
    def support_skills(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The channels that live on a skill of an element, and those skills."""
        skills = {(row.element, row.skill): i for i, row in enumerate(self.skills)}
        used = [(i, skills.get((row.element or "", row.skill or ""))) for i, row in enumerate(self.support)]
        found = np.array([skill for _, skill in used if skill is not None], dtype=np.int64)
        return np.array([i for i, skill in used if skill is not None], dtype=np.int64), found

    @cached_property
    def need_elements(self) -> NDArray[np.int64]:
        """By need: position of the element of its line."""
        element = {row.line: self.element_at(row.element) for row in self.lines}
        return np.array([element[need.line] for need in self.needs], dtype=np.int64)

    @cached_property
    def need_kinds(self) -> NDArray[np.int64]:
        """By need: position of its kind in `NEED_KINDS`."""
        return np.array([NEED_KINDS.index(need.kind) for need in self.needs], dtype=np.int64)

    @cached_property
    def need_thresholds(self) -> NDArray[np.float64]:
        """By need: its threshold."""
        return np.array([need.threshold for need in self.needs], dtype=np.float64)

    @cached_property
    def need_positions(self) -> NDArray[np.int64]:
        """By need: position of the skill, holding or function it names; of the element for personnel."""
        tables = {
            "skill": {(row.element, row.skill): i for i, row in enumerate(self.skills)},
            "item": {(row.element, row.item): i for i, row in enumerate(self.holdings)},
            "function": {(one.element, one.function): i for i, one in enumerate(self.functions)},
        }
        names = {row.line: row.element for row in self.lines}
        found = [
            self.element_at(names[need.line])
            if need.kind == "personnel"
            else tables[need.kind][names[need.line], need.name]
            for need in self.needs
        ]
        return np.array(found, dtype=np.int64)

    @cached_property
    def need_wanted(self) -> NDArray[np.float64]:
        """By need: what full strength of it is; 1 for a function. Units: persons or items."""
        full: dict[str, Sequence[float]] = {
            "personnel": [row.authorised for row in self.strengths],
            "skill": [row.need for row in self.skills],
            "item": [row.need for row in self.holdings],
            "function": [1.0] * len(self.functions),
        }
        at = zip(self.needs, self.need_positions, strict=True)
        return np.array([full[need.kind][position] for need, position in at], dtype=np.float64)

    @cached_property
    def need_full(self) -> NDArray[np.float64]:
        """By need: what there must be for it to be full, its threshold of full strength. Units: persons or items, or a share."""
        return self.need_wanted * self.need_thresholds

    @cached_property
    def mandatory_needs(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The mandatory needs line by line, and where each line begins. Shapes: (line + 1,), (need,)."""
        of_line: dict[str, list[int]] = {row.line: [] for row in self.lines}
        for i, need in enumerate(self.needs):
            if need.mandatory:
                of_line[need.line].append(i)
        counts = [0, *(len(needs) for needs in of_line.values())]
        return np.cumsum(counts), np.array([i for needs in of_line.values() for i in needs], dtype=np.int64)

    @cached_property
    def line_tasks(self) -> NDArray[np.int64]:
        """By line: position of its task."""
        position = {row.task: k for k, row in enumerate(self.tasks)}
        return np.array([position[row.task] for row in self.lines], dtype=np.int64)

    @cached_property
    def line_is_mobile(self) -> NDArray[np.bool_]:
        """By line: whether its task is mobile."""
        return np.array([self.tasks[k].scope == "mobile" for k in self.line_tasks], dtype=np.bool_)

    @cached_property
    def line_columns(self) -> NDArray[np.int64]:
        """By line: the place of its task among the local or the mobile ones."""
        scopes = [row.scope for row in self.tasks]
        return np.array([scopes[:k].count(scopes[k]) for k in self.line_tasks], dtype=np.int64)

    @cached_property
    def line_areas(self) -> LineAreas:
        """By line: where its element may work."""
        elements = [self.elements[self.element_at(row.element)] for row in self.lines]
        allowed = np.zeros((len(elements), len(self.areas)))
        for i, one in enumerate(elements):
            home = one.allocation == "home" and one.home_area is not None
            allowed[i] = [area == one.home_area if home else not one.areas or area in one.areas for area in self.areas]
        follows = np.array([one.allocation == "proportional" for one in elements], dtype=np.bool_)
        return LineAreas(allowed, allowed / np.maximum(allowed.sum(axis=1, keepdims=True), 1.0), follows)

    def kappa(self, need: TaskNeed) -> float:
        """The strength of a need between tasks: its own, or the plan's default."""
        return self.defaults.kappa if need.strength is None else need.strength

    @cached_property
    def ordered_needs(self) -> TaskNeeds:
        """The needs between tasks in the order in which tasks are covered."""
        position = {row.task: k for k, row in enumerate(self.tasks)}
        place = {k: i for i, k in enumerate(self.task_order)}
        rows = sorted(self.task_needs, key=lambda row: place[position[row.task]])
        counts = [sum(position[row.task] == k for row in rows) for k in self.task_order]
        return TaskNeeds(
            np.array([position[row.task] for row in rows], dtype=np.int64),
            np.array([position[row.needs_task] for row in rows], dtype=np.int64),
            np.array([self.kappa(row) for row in rows], dtype=np.float64),
            np.cumsum([0, *counts]),
            np.array(self.task_order, dtype=np.int64),
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
