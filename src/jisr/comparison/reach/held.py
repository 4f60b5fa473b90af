"""What is held otherwise within the plan as it is built: inputs, limits, and all of a kind together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jisr.assessment import Problem
from jisr.ids import Address
from jisr.inputs import Variant, direction, value_at
from jisr.months import Month
from jisr.plan import TABLES, Plan, Uncertain, columns_of
from jisr.record import basis_of
from jisr.transition import ConditionData

__all__ = ["End", "Held", "held_inputs", "held_limits", "held_together", "uncertain_cells"]

LIMIT_SHARE = 0.2
"""How much easier and harder a limit is made (`models.md` 5)."""
_QUARTILE = 0.25
_LIMIT_FIELDS = frozenset({("conditions", "threshold"), ("conditions", "exit_threshold")})


@dataclass(frozen=True)
class End:
    """One end: what it is called, the value as people write it, and the draws that hold it."""

    end: str
    value: str
    variant: Variant


@dataclass(frozen=True)
class Held:
    """One thing and its ends. `basis` as in `ReachItem`."""

    kind: str
    id: str
    basis: str | None
    ends: tuple[End, ...]


def uncertain_cells(plan: Plan) -> list[Address]:
    """Every filled uncertain cell that is not exact and no limit, in the order of the tables."""
    found = []
    for model in TABLES.values():
        names = [one.name for one in columns_of(model).values() if one.is_uncertain]
        for row in plan.rows(model):
            for name in names:
                cell = getattr(row, name)
                if isinstance(cell, Uncertain) and not cell.is_exact and (model.table, name) not in _LIMIT_FIELDS:
                    found.append(Address(model.table, row.key_text, name))
    return found


def held_inputs(plan: Plan, read: Collection[Address]) -> list[Held]:
    """Each uncertain input that a run reads, at the low and the high end of its stated range."""
    return [_input(plan, address) for address in uncertain_cells(plan) if address in read]


def _input(plan: Plan, address: Address) -> Held:
    ends = []
    for name, share in (("low", 0.0), ("high", 1.0)):
        value = value_at(plan, address, share)
        ends.append(End(name, _text(address, value), Variant({address: value})))
    return Held("input", str(address), _basis(plan, address), tuple(ends))


def held_limits(plan: Plan, problem: Problem) -> list[Held]:
    """Each threshold a fifth easier and a fifth harder, kept within what its measure can be.

    An exit threshold moves with its entry. A yes or no has no fifth, an unknown threshold no value: both are left out.
    """
    found = []
    for condition in problem.transition.conditions:
        ends = [_limit(plan, condition, turn) for turn in (-1, 1)]
        if all(ends):
            address = condition.threshold
            named = [
                End(name, _text(address, held[address]), Variant(held))
                for name, held in zip(("easier", "harder"), ends, strict=True)
            ]
            found.append(Held("limit", str(address), _basis(plan, address), tuple(named)))
    return found


def _limit(plan: Plan, condition: ConditionData, turn: int) -> dict[Address, float]:
    """The thresholds of a condition, moved; empty where it has none that moves. `turn` −1 for easier, +1 for harder."""
    measure = condition.measure
    held = {}
    for address in (condition.threshold, condition.exit_threshold):
        value = None if address is None else plan.value(address)
        if address is None or not isinstance(value, Uncertain) or value.is_unknown or measure.kind == "external":
            continue
        moved = value.mode + turn * condition.sign * LIMIT_SHARE * abs(value.mode)
        held[address] = min(max(moved, measure.low), measure.high)
    return held if condition.threshold in held else {}


def held_together(plan: Plan, inputs: list[Held], limits: list[Held]) -> list[Held]:
    """All assumed inputs at their better and worse quartile, and all limits a fifth easier and harder.

    Inputs that are neither better nor worse when higher stay as they are drawn.
    """
    found = []
    assumed = [one for one in (Address.parse(held.id) for held in inputs) if basis_of(plan, one) == "assumed"]
    turned = [one for one in assumed if direction(plan, one)]
    if turned:
        ends = []
        for name, wanted in (("favourable", 1), ("unfavourable", -1)):
            values = {one: value_at(plan, one, 0.5 + wanted * direction(plan, one) * _QUARTILE) for one in turned}
            ends.append(End(name, str(len(turned)), Variant(values)))
        found.append(Held("together", "assumed-inputs", "assumed", tuple(ends)))
    if limits:
        ends = []
        for i, name in enumerate(("easier", "harder")):
            every: Mapping[Address, float] = {a: v for one in limits for a, v in one.ends[i].variant.held.items()}
            ends.append(End(name, str(len(limits)), Variant(every)))
        found.append(Held("together", "limits", None, tuple(ends)))
    return found


def _basis(plan: Plan, address: Address) -> str:
    return "unknown" if plan.value(address).is_unknown else basis_of(plan, address)


def _text(address: Address, value: float) -> str:
    column = columns_of(TABLES[address.table])[address.field]
    return str(Month(round(value))) if column.kind == "uncertain month" else f"{value:.4g}"
