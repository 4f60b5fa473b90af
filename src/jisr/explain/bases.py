"""How many inputs rest on what, table by table."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment
from jisr.explain.explanation import Explanation, node

__all__ = ["basis_chain"]


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


def _assumed(counts: Mapping[str, int]) -> int:
    return counts.get("assumed", 0)


def _counted(counts: Mapping[str, int]) -> str:
    return f"{_assumed(counts)} / {sum(counts.values())}"
