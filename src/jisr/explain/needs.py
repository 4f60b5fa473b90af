"""What a capability line needs, and the records behind it."""

from __future__ import annotations

from jisr.explain.cells import cell, row, uncertain_cells
from jisr.explain.explanation import Explanation, node
from jisr.explain.money import paid_by
from jisr.ids import Address
from jisr.plan import (
    EquipmentType,
    Holding,
    Line,
    LineNeed,
    Plan,
    Rating,
    Row,
    ScaleLevel,
    Skill,
    Strength,
    Support,
)
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
    """The row a need is computed from, with the activities that change it, and what the month loop reads beside it:
    of personnel and skills who is there and who leaves, of items who repairs and who pays, of functions what a level is
    worth.
    """
    found = _row_of(plan, element, kind, name)
    if found is None:
        return []
    beside = {"personnel": _there, "skill": _of_skill, "item": _of_item, "function": _of_levels}[kind]
    own = row(plan, found.table, found.key_text, kind)
    return [own, *beside(plan, found)]


def _there(plan: Plan, found: Row) -> list[Explanation]:
    """Posts, and the interval that stands for a presence nobody measured."""
    if not isinstance(found, Strength):
        return []
    names = [] if found.present is not None else ["presence_low", "presence_high"]
    return [_cell(plan, found, "authorised"), *(cell(plan, Address("partnership", "defaults", one)) for one in names)]


def _of_skill(plan: Plan, found: Row) -> list[Explanation]:
    """The need, the seats, who is present and who leaves: an absent person counts as no qualified one."""
    if not isinstance(found, Skill):
        return []
    parts = [_cell(plan, found, "need"), *([] if found.seats is None else [_cell(plan, found, "seats")])]
    strength = latest_strength(plan, found.element)
    if strength is not None:
        parts += uncertain_cells(plan, Strength, strength.key_text)
        parts += _there(plan, strength)[1:]
    return [*parts, *paid_by(plan, "skill", found.key_text)]


def _of_item(plan: Plan, found: Row) -> list[Explanation]:
    """Number, need, failures, who repairs with which mechanics, and who pays."""
    if not isinstance(found, Holding):
        return []
    parts = [_cell(plan, found, "held"), _cell(plan, found, "need")]
    parts += uncertain_cells(plan, EquipmentType, found.item)
    for one in plan.rows(Support):
        if one.item == found.item:
            parts += uncertain_cells(plan, Support, one.key_text)
            mechanics = f"{one.element},{one.skill}"
            parts += [row(plan, Skill.table, mechanics, "skill")] if plan.get(Skill, mechanics) else []
    return [*parts, *paid_by(plan, "item", found.item)]


def _of_levels(plan: Plan, found: Row) -> list[Explanation]:
    """What each level of the scale is worth."""
    return [
        _cell(plan, one, "capacity")
        for one in plan.rows(ScaleLevel)
        if isinstance(found, Rating) and (one.scale, one.version) == (found.scale, found.version)
    ]


def _cell(plan: Plan, found: Row, name: str) -> Explanation:
    return cell(plan, Address(found.table, found.key_text, name))


def _row_of(plan: Plan, element: str, kind: str, name: str) -> Row | None:
    if kind == "personnel":
        return latest_strength(plan, element)
    if kind == "skill":
        return plan.get(Skill, f"{element},{name}")
    if kind == "item":
        return plan.get(Holding, f"{name},{element}")
    return latest_rating(plan, element, name)
