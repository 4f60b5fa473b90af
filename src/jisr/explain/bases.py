"""How many inputs rest on what, table by table."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment
from jisr.explain.cells import cell
from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.plan import Condition, Gate, Plan

__all__ = ["basis_chain", "limits_chain"]


def basis_chain(assessment: Assessment, table: str) -> Explanation:
    """The uncertain inputs of a table that are assumed, of how many; without a table, of all.

    Raises:
        KeyError: the table has no uncertain input.
    """
    by_table = assessment.basis.by_table
    if table:
        return node(f"basis/{table}", "basis", value=_counted(by_table[table]))
    parts = [basis_chain(assessment, one) for one in sorted(by_table, key=lambda one: -_assumed(by_table[one]))]
    return node("basis", "basis", value=_counted(assessment.basis.inputs), parts=parts)


def limits_chain(plan: Plan, assessment: Assessment) -> Explanation:
    """The limits that are assumed, of how many: the rule of each gate, and each threshold."""
    rules = [cell(plan, Address("gates", one.gate, "rule")) for one in plan.rows(Gate)]
    bounds = [
        cell(plan, Address("conditions", one.condition, field))
        for one in plan.rows(Condition)
        for field in ("threshold", "exit_threshold")
        if getattr(one, field) is not None
    ]
    return node("limits", "limits", value=_counted(assessment.basis.limits), parts=[*rules, *bounds])


def _assumed(counts: Mapping[str, int]) -> int:
    return counts.get("assumed", 0)


def _counted(counts: Mapping[str, int]) -> str:
    return f"{_assumed(counts)} / {sum(counts.values())}"
