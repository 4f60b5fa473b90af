"""How far everything assumed reaches together, and whether a headline may stand without the word illustrative."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.comparison.reach.result import ReachItem
from jisr.ids import Address
from jisr.plan import Condition, Gate, Plan
from jisr.record import basis_of

__all__ = ["is_illustrative", "joint_span"]

_SOURCED_SPAN = 0.2
"""Joint reach from which a headline is illustrative whatever its sources (`models.md` 5)."""


def joint_span(items: Sequence[ReachItem], gate: str) -> float:
    """Spans of all assumed inputs and of all limits, and the widest of one choice of the model, added up."""
    together = sum(one.spans[gate] for one in items if one.kind == "together")
    return together + max(
        (one.spans[gate] for one in items if one.kind == "structure" and one.id != "programme"), default=0.0
    )


def is_illustrative(plan: Plan, items: Sequence[ReachItem], gate: str) -> bool:
    """Whether a threshold or the rule of the gate is not sourced, or the joint reach is 20 points or more."""
    row = plan.get(Gate, gate)
    of_gate = [Address("conditions", one.key_text, "threshold") for one in plan.rows(Condition) if one.gate == gate]
    sourced = all(basis_of(plan, one) == "sourced" for one in of_gate) and row is not None and row.basis == "sourced"
    return not sourced or joint_span(items, gate) >= _SOURCED_SPAN
