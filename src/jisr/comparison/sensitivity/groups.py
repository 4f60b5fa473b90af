"""Groups of independent random numbers: by kind of input, and by what the inputs rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jisr.comparison.reach.held import uncertain_cells
from jisr.ids import Address
from jisr.inputs import sources
from jisr.plan import Condition, Plan, Uncertain
from jisr.record import basis_of

__all__ = ["CHANCE", "Group", "groups_by_basis", "groups_by_kind"]

KINDS: Mapping[str, str] = {
    "areas": "threat",
    "drivers": "threat",
    "threat_response": "threat",
    "demand": "demand",
    "strength": "personnel",
    "skills": "skills",
    "equipment_types": "equipment",
    "holdings": "equipment",
    "support": "equipment",
    "sustainment": "money",
    "budgets": "money",
    "activity_money": "money",
    "ratings": "ratings",
    "self_reliance": "self-reliance",
    "lines": "contributions",
    "enablers": "enablers",
    "presence": "enablers",
    "activities": "programme",
    "activity_effects": "programme",
    "conditions": "limits",
    "externals": "externals",
    "sites": "returns",
    "cohorts": "returns",
}
"""Table of an uncertain cell → kind of input."""
CHANCE: Mapping[str, str] = {
    "threat": "chance-threat",
    "capability": "chance-forces",
    "transition": "chance-events",
    "returns": "chance-returns",
}
"""Stage of a run → the group of what it draws month by month, which no better knowledge of an input takes away."""
SHARED = "shared"
"""What inputs of several groups err in together: a group of its own, so that all groups stay independent."""


@dataclass(frozen=True)
class Group:
    """Numbers that are drawn anew together. `cells` uncertain inputs behind them; 0 for chance alone."""

    id: str
    names: frozenset[str]
    """Names of the numbers of inputs, as in `sources`."""
    stages: frozenset[str]
    """Stages whose chance belongs to it."""
    cells: int


def groups_by_kind(plan: Plan) -> tuple[Group, ...]:
    """Inputs by the tables they stand in; the chance of each stage apart."""
    chance = [Group(name, frozenset(), frozenset({stage}), 0) for stage, name in CHANCE.items()]
    return (*_groups(plan, lambda address: KINDS[address.table]), *chance)


def groups_by_basis(plan: Plan) -> tuple[Group, ...]:
    """Inputs by what they rest on, `unknown` for a `?`; the chance of all stages together."""
    return (*_groups(plan, lambda address: _basis(plan, address)), Group("chance", frozenset(), frozenset(CHANCE), 0))


def _basis(plan: Plan, address: Address) -> str:
    return "unknown" if plan.value(address).is_unknown else basis_of(plan, address)


def _groups(plan: Plan, group_of: Callable[[Address], str]) -> list[Group]:
    """Groups in the order first met. A number that cells of one group alone share is of that group."""
    cells: dict[str, int] = {}
    users: dict[str, set[str]] = {}
    for address in [*uncertain_cells(plan), *_uncertain_limits(plan)]:
        group = group_of(address)
        cells[group] = cells.get(group, 0) + 1
        for name in sources(plan, address):
            users.setdefault(name, set()).add(group)
    names: dict[str, set[str]] = {group: set() for group in cells}
    for name, using in users.items():
        names.setdefault(next(iter(using)) if len(using) == 1 else SHARED, set()).add(name)
    return [Group(group, frozenset(own), frozenset(), cells.get(group, 0)) for group, own in names.items()]


def _uncertain_limits(plan: Plan) -> list[Address]:
    return [
        Address(Condition.table, row.key_text, name)
        for row in plan.rows(Condition)
        for name in ("threshold", "exit_threshold")
        if isinstance(cell := getattr(row, name), Uncertain) and not cell.is_exact
    ]
