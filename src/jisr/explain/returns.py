"""Persons at a site, and the flows that move them."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.explain.cells import row
from jisr.explain.explanation import Explanation, node
from jisr.plan import Cohort, Plan

__all__ = ["returns_chain"]


def returns_chain(plan: Plan, assessment: Assessment, site: str) -> Explanation:
    """Persons at a site at the cutoff, the site, and every flow out of it or into it.

    Raises:
        KeyError: there is no such site.
    """
    sites = () if assessment.returns is None else assessment.returns.sites
    found = next((one for one in sites if one.id == site), None)
    if found is None:
        raise KeyError(site)
    flows = [row(plan, "cohorts", one.key_text) for one in plan.rows(Cohort) if site in {one.from_site, one.to_site}]
    parts = [row(plan, "sites", site), *flows]
    return node(f"returns/{site}", "returns", value=f"{found.now:.6g}", unit="persons", parts=parts)
