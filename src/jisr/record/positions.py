"""The plan as one party sees it."""

from __future__ import annotations

from collections.abc import Collection

from jisr.plan import Judgement, Plan, Position

__all__ = ["sides", "with_positions"]


def with_positions(plan: Plan, party: str, kinds: Collection[str] = ("belief", "rule")) -> Plan:
    """The plan with a party's positions in place: its beliefs, its rules, or both.

    A judgement on which the party has no position keeps the value of the plan. Nothing is overwritten: this is another
    plan, the record stays.
    """
    judgements = {row.judgement: row for row in plan.rows(Judgement)}
    changes = {
        judgements[row.judgement].address: row.value
        for row in plan.rows(Position)
        if row.party == party and row.judgement in judgements and judgements[row.judgement].kind in kinds
    }
    return plan.replace(changes) if changes else plan


def sides(plan: Plan) -> tuple[str, ...]:
    """The parties that take positions, contributors before the host, in the order of the partnership."""
    taking = {row.party for row in plan.rows(Position)}
    ordered = [*plan.partnership.of_role("contributor"), *plan.partnership.of_role("host")]
    return tuple(party.id for party in ordered if party.id in taking)
