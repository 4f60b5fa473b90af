"""Who pays for keeping a thing working."""

from __future__ import annotations

from jisr.explain.cells import cell, row
from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.plan import Budget, Plan, Sustainment

__all__ = ["paid_by"]


def paid_by(plan: Plan, kind: str, what: str) -> list[Explanation]:
    """The cost of a thing by payer: share, end, and the votes it competes for; empty where no cost is written."""
    found = []
    for one in plan.rows(Sustainment):
        if (one.kind, one.what) != (kind, what):
            continue
        parts = [cell(plan, Address("sustainment", one.key_text, name)) for name in ("payer_share", "funded_to")]
        parts += [
            part
            for budget in plan.rows(Budget)
            if budget.payer == one.payer and budget.use == "sustainment"
            for part in _vote(plan, budget)
        ]
        own = row(plan, "sustainment", one.key_text)
        found.append(node(own.address, "payer", value=one.payer, parts=[*own.parts, *parts]))
    return found


def _vote(plan: Plan, budget: Budget) -> list[Explanation]:
    names = ["amount"] + (["execution"] if budget.execution is not None else [])
    return [cell(plan, Address("budgets", budget.budget, name)) for name in names]
