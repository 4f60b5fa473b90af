"""What the month step needs of a plan's gates, conditions and externals, resolved once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jisr.ids import Address
from jisr.inputs import Effect
from jisr.months import Month
from jisr.plan import Condition, External, Gate, Phase, Plan, ScheduledAssessment
from jisr.transition.chain import gates_in_order
from jisr.transition.expression import Expression, parse_expression
from jisr.transition.measures import MEASURES, Measure

__all__ = [
    "MOST_CORE",
    "ConditionData",
    "ExternalData",
    "GateData",
    "Reference",
    "TransitionData",
    "compile_transition",
]

MOST_CORE = 62
"""Core conditions a gate can have: the unmet ones of a draw are one 64-bit word."""
PAPERWORK = ("record", "post-assessment")
"""Families that are closed by signatures, texts and reports; the others by capability or events."""


@dataclass(frozen=True)
class ConditionData:
    """One condition. Units: persistence and hold in months; `scheduled` month indices of its assessments."""

    row: Condition
    gate: int
    measure: Measure
    sign: int
    """+1 when a higher value is better for the comparison (`>=`), −1 for `<=`."""
    threshold: Address
    exit_threshold: Address | None
    scheduled: tuple[int, ...]

    @property
    def id(self) -> str:
        """Id of the condition."""
        return self.row.condition

    @property
    def is_core(self) -> bool:
        """Whether it gates."""
        return self.row.condition_class == "core"

    @property
    def is_mean(self) -> bool:
        """Whether the mean of the window is compared, rather than each month of it."""
        return self.row.smoothing == "mean"

    @property
    def is_paperwork(self) -> bool:
        """Whether signatures, texts or reports close it, rather than capability."""
        return self.row.family in PAPERWORK


@dataclass(frozen=True)
class Reference:
    """A month at which a gate is judged: its date or its review, month index kept within the months looked ahead."""

    kind: str
    index: int
    """Months from the cutoff, as written."""
    month: int
    """The same, kept within 1 … horizon."""


@dataclass(frozen=True)
class GateData:
    """One gate: its expression over its core conditions, and its months."""

    row: Gate
    expression: Expression
    core: tuple[int, ...]
    conditions: tuple[int, ...]
    opens_at: int | None
    """Month index of the date of a date-bound gate; None when condition-bound."""
    references: tuple[Reference, ...]
    """The date first when date-bound, the review first when condition-bound."""

    @property
    def id(self) -> str:
        """Id of the gate."""
        return self.row.gate


@dataclass(frozen=True)
class ExternalData:
    """One external, its uncertain value, and the effects that multiply it."""

    row: External
    value: Address
    effects: tuple[Effect, ...]

    @property
    def id(self) -> str:
        """Id of the external."""
        return self.row.external


class ConditionRules(NamedTuple):
    """How conditions are judged. Shape of each: (condition,); sign as in `ConditionData`. Units: months."""

    sign: NDArray[np.int64]
    persistence: NDArray[np.int64]
    hold: NDArray[np.int64]
    windows: tuple[tuple[int, NDArray[np.int64]], ...]
    """The conditions of which a mean is compared: months of a window, and the columns of those with such a window."""


@dataclass(frozen=True)
class TransitionData:
    """Phases and gates in the order they follow one another, conditions and externals in the order of their tables."""

    phases: tuple[str, ...]
    gates: tuple[GateData, ...]
    conditions: tuple[ConditionData, ...]
    externals: tuple[ExternalData, ...]
    horizon: int
    held_months: int

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Condition id → its column."""
        return {condition.id: i for i, condition in enumerate(self.conditions)}

    @cached_property
    def rules(self) -> ConditionRules:
        """How each condition is judged."""
        rows = [condition.row for condition in self.conditions]
        means: dict[int, list[int]] = {}
        for column, condition in enumerate(self.conditions):
            if condition.is_mean:
                means.setdefault(condition.row.persistence, []).append(column)
        return ConditionRules(
            np.array([condition.sign for condition in self.conditions], dtype=np.int64),
            np.array([row.persistence for row in rows], dtype=np.int64),
            np.array([row.hold for row in rows], dtype=np.int64),
            tuple((months, np.array(columns, dtype=np.int64)) for months, columns in sorted(means.items())),
        )

    @cached_property
    def external_columns(self) -> Mapping[str, int]:
        """External id → its column."""
        return {external.id: i for i, external in enumerate(self.externals)}


def compile_transition(plan: Plan, effects: Sequence[Effect] = ()) -> TransitionData:
    """The transition of a plan, with the effects of a programme on its externals.

    Raises:
        ValueError: the phases do not form one chain in the order of the tables, a measure or an expression is unknown, a
            date is missing, a gate has too many core conditions, or an effect on an external is not `multiply`; `checks`
            names each of them with its place.
    """
    gates = gates_in_order(plan)
    phases = tuple(row.phase for row in plan.rows(Phase))
    if gates != plan.rows(Gate) or phases != _phases_along(gates, phases):
        msg = "phases and gates must stand in their tables in the order they follow one another"
        raise ValueError(msg)
    position = {row.gate: i for i, row in enumerate(gates)}
    conditions = tuple(_condition(plan, row, position[row.gate]) for row in plan.rows(Condition))
    return TransitionData(
        phases=phases,
        gates=tuple(_gate(plan, row, conditions) for row in gates),
        conditions=conditions,
        externals=tuple(_external(row, effects) for row in plan.rows(External)),
        horizon=plan.partnership.horizon,
        held_months=plan.partnership.defaults.held_months,
    )


def _phases_along(gates: tuple[Gate, ...], phases: tuple[str, ...]) -> tuple[str, ...]:
    return (gates[0].phase_from, *(gate.phase_to for gate in gates)) if gates else phases[:1]


def _condition(plan: Plan, row: Condition, gate: int) -> ConditionData:
    if row.measure not in MEASURES:
        msg = f"{row.condition}: no measure {row.measure}"
        raise ValueError(msg)
    cutoff = plan.partnership.cutoff_month
    return ConditionData(
        row=row,
        gate=gate,
        measure=MEASURES[row.measure],
        sign=1 if row.comparison == ">=" else -1,
        threshold=Address("conditions", row.key_text, "threshold"),
        exit_threshold=None if row.exit_threshold is None else Address("conditions", row.key_text, "exit_threshold"),
        scheduled=tuple(
            sorted(one.month - cutoff for one in plan.rows(ScheduledAssessment) if one.condition == row.condition)
        ),
    )


def _gate(plan: Plan, row: Gate, conditions: tuple[ConditionData, ...]) -> GateData:
    own = tuple(i for i, condition in enumerate(conditions) if condition.row.gate == row.gate)
    core = tuple(i for i in own if conditions[i].is_core)
    if not 1 <= len(core) <= MOST_CORE:
        msg = f"{row.gate}: expected 1 to {MOST_CORE} core conditions, found {len(core)}"
        raise ValueError(msg)
    references = _references(plan, row)
    return GateData(
        row=row,
        expression=parse_expression(row.expression).over([conditions[i].id for i in core]),
        core=core,
        conditions=own,
        opens_at=references[0].index if row.rule == "date" else None,
        references=references,
    )


def _references(plan: Plan, row: Gate) -> tuple[Reference, ...]:
    dates = [("date", row.latest_date), ("review", row.review_date)]
    if row.rule == "condition":
        dates.reverse()
    if dates[0][1] is None:
        msg = f"{row.gate}: {row.rule}-bound without its {dates[0][0]}"
        raise ValueError(msg)
    found = [
        Reference(kind, index, min(max(index, 1), plan.partnership.horizon))
        for kind, date in dates
        if date is not None
        for index in [Month.of(date) - plan.partnership.cutoff_month]
    ]
    return tuple(found)


def _external(row: External, effects: Sequence[Effect]) -> ExternalData:
    value = Address("externals", row.key_text, "value")
    own = tuple(effect for effect in effects if effect.target == value)
    if any(effect.kind != "multiply" for effect in own):
        msg = f"{value}: only `multiply` changes an external"
        raise ValueError(msg)
    return ExternalData(row, value, own)
