"""What a capability line needs, and the records behind it."""

from __future__ import annotations

from jisr.explain.cells import cell, row, uncertain_cells
from jisr.explain.explanation import Explanation, node
from jisr.explain.money import paid_by
from jisr.ids import Address
from jisr.plan import Holding, Line, LineNeed, Plan, Row, Skill, Support
from jisr.record import latest_rating, latest_strength

__all__ = ["line_chain", "need_chain"]


def line_chain(plan: Plan, line: Line) -> Explanation:
    """A line: its contribution, and each need with its threshold."""
    needs = [
        node(
            f"line_needs/{need.key_text}",
            "mandatory-need" if need.mandatory else "supporting-need",
            value=f"≥ {need.threshold:g}",
            parts=need_chain(plan, line.element, need.kind, need.name),
        )
        for need in plan.rows(LineNeed)
        if need.line == line.line
    ]
    own = cell(plan, Address("lines", line.line, "contribution"))
    return node(f"line/{line.line}", "line", value=line.element, parts=[own, *needs])


def need_chain(plan: Plan, element: str, kind: str, name: str) -> list[Explanation]:
    """The row a need is computed from, with the activities that change it; of items, who repairs and who pays."""
    found = _row_of(plan, element, kind, name)
    if found is None:
        return []
    parts = [row(plan, found.table, found.key_text, kind)]
    if kind == "item":
        for one in plan.rows(Support):
            if one.item == name:
                parts += uncertain_cells(plan, Support, one.key_text)
        parts += paid_by(plan, "item", name)
    if kind == "skill":
        parts += paid_by(plan, "skill", f"{element},{name}")
    return parts


def _row_of(plan: Plan, element: str, kind: str, name: str) -> Row | None:
    if kind == "personnel":
        return latest_strength(plan, element)
    if kind == "skill":
        return plan.get(Skill, f"{element},{name}")
    if kind == "item":
        return plan.get(Holding, f"{name},{element}")
    return latest_rating(plan, element, name)
