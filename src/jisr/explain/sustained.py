"""What it costs to keep a thing working, who repairs it, and the whole of it."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.explain.cells import row
from jisr.explain.explanation import Explanation, node
from jisr.explain.money import paid_by
from jisr.plan import Plan, Support, Sustainment

__all__ = ["sustained_chain", "sustainment_chain"]


def sustainment_chain(plan: Plan, assessment: Assessment) -> Explanation:
    """The money a year needed at the cutoff, thing by thing.

    Raises:
        KeyError: nothing is to be sustained.
    """
    things = dict.fromkeys((one.kind, one.what) for one in plan.rows(Sustainment))
    if not things:
        msg = "sustainment"
        raise KeyError(msg)
    parts = [sustained_chain(plan, assessment, kind, what) for kind, what in things]
    needed = f"{assessment.sustainment.needed_year:.4g}"
    return node("sustained", "sustainment", value=needed, unit=f"{assessment.plan.currency}/year", parts=parts)


def sustained_chain(plan: Plan, assessment: Assessment, kind: str, what: str) -> Explanation:
    """One thing: who pays its cost and until when; of `support`, who repairs it.

    Raises:
        KeyError: nothing of the kind is sustained.
    """
    if kind == "support":
        parts = [row(plan, "support", one.key_text) for one in plan.rows(Support) if one.item == what]
    else:
        parts = paid_by(plan, kind, what)
    if not parts:
        msg = f"{kind}/{what}"
        raise KeyError(msg)
    money = [one for one in assessment.sustainment.ends if (one.kind, one.what) == (kind, what) and kind != "support"]
    cost = f"{sum(one.year_cost for one in money):.4g}" if money else ""
    unit = f"{assessment.plan.currency}/year" if money else ""
    return node(f"sustained/{kind}/{what}", "sustained", value=cost, unit=unit, parts=parts)
