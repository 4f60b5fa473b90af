"""Which way each uncertain input points: +1 when a higher value is better for the host, −1 when worse, 0 neither."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.ids import Address
from jisr.plan import ActivityEffect, Plan

__all__ = ["ORIENTATION", "direction", "orientation"]

ORIENTATION: Mapping[tuple[str, str], int] = {
    ("areas", "population"): 0,
    ("demand", "rate"): -1,
    ("drivers", "bridge"): -1,
    ("strength", "assigned"): 1,
    ("strength", "present"): 1,
    ("strength", "attrition"): -1,
    ("strength", "own_intake"): 1,
    ("skills", "qualified"): 1,
    ("skills", "half_life"): 1,
    ("skills", "own_intake"): 1,
    ("skills", "pass_share"): 1,
    ("skills", "retained"): 1,
    ("equipment_types", "failure"): -1,
    ("holdings", "mission_capable"): 1,
    ("holdings", "attrition"): -1,
    ("support", "share"): 0,
    ("support", "ends"): 1,
    ("sustainment", "year_cost"): -1,
    ("budgets", "execution"): 1,
    ("lines", "contribution"): 1,
    ("self_reliance", "share"): 1,
    ("enablers", "amount"): 1,
    ("enablers", "posts"): 0,
    ("presence", "posts"): 0,
    ("ratings", "level"): 1,
    ("activities", "months"): -1,
    ("activities", "lead"): -1,
    ("activity_money", "amount"): -1,
    ("activity_effects", "amount"): 1,
    ("conditions", "threshold"): 0,
    ("conditions", "exit_threshold"): 0,
    ("externals", "value"): -1,
    ("threat_response", "factor"): -1,
    ("sites", "persons"): -1,
    ("sites", "capacity"): 1,
    ("sites", "stay"): -1,
    ("cohorts", "willing"): 1,
    ("cohorts", "batch"): 1,
    ("cohorts", "convoys"): 1,
    ("cohorts", "family_size"): 0,
}


def orientation(table: str, field: str) -> int:
    """The direction of an input.

    Raises:
        KeyError: the field holds no uncertain cells.
    """
    return ORIENTATION[table, field]


def direction(plan: Plan, address: Address) -> int:
    """The direction of one cell: that of its column, and for the amount of an effect that of the cell it changes.

    A factor on attrition is better when lower, more graduates are better when higher; a target that is no uncertain
    column (items held) counts as better when higher.

    Raises:
        KeyError: the field holds no uncertain cells.
    """
    effect = plan.get(ActivityEffect, address.key) if address.table == ActivityEffect.table else None
    if effect is None:
        return orientation(address.table, address.field)
    return ORIENTATION.get((effect.target.table, effect.target.field), 1)
