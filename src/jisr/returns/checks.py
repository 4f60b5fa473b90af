"""What can be wrong with sites and cohorts."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Cohort, Plan, Site

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """V901 a cycle, V902 a camp without persons, V903 a flow out of a community, V904 half a convoy, V905 overfull."""
    sites = {row.site: row for row in plan.rows(Site)}
    found = []
    for flow in plan.rows(Cohort):
        if (flow.batch is None) != (flow.convoys is None):
            found.append(
                finding(
                    "V904",
                    plan.place("cohorts", flow.key_text, "convoys" if flow.convoys is None else "batch"),
                    flow.key_text,
                )
            )
        source = sites.get(flow.from_site)
        if source is not None and source.kind == "community":
            found.append(finding("V903", plan.place("cohorts", flow.key_text, "from_site"), flow.from_site))
        if _returns_to(plan, flow.from_site, flow.to_site):
            found.append(finding("V901", plan.place("cohorts", flow.key_text, "to_site"), flow.key_text))
    for site in sites.values():
        place = plan.place("sites", site.site, "persons")
        if site.kind == "camp" and site.persons is None:
            found.append(finding("V902", place, site.site))
        if site.persons is not None and site.capacity is not None and site.persons.mode > site.capacity.mode:
            found.append(finding("V905", place, site.persons, capacity=site.capacity))
    return found


def _returns_to(plan: Plan, start: str, site: str) -> bool:
    seen: set[str] = set()
    ahead = [site]
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            ahead += [flow.to_site for flow in plan.rows(Cohort) if flow.from_site == here]
    return False
