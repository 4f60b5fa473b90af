"""P404, P405, P410: parties and languages."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan

__all__ = ["check_parties"]


def check_parties(plan: Plan) -> list[Finding]:
    """One host, at least one contributor, and no id or language twice."""
    parties, place = plan.partnership.parties, plan.place("partnership", "parties")
    found = []
    for role, least, most in (("host", 1, 1), ("contributor", 1, len(parties))):
        number = len(plan.partnership.of_role(role))
        if not least <= number <= most:
            found.append(finding("P404", place, number, column=role))
    ids = [party.id for party in parties]
    found += [
        finding("P405", plan.place("partnership", f"parties.{i}.id"), one)
        for i, one in enumerate(ids)
        if one in ids[:i]
    ]
    languages = plan.partnership.languages
    found += [
        finding("P410", plan.place("partnership", f"languages.{i}"), one)
        for i, one in enumerate(languages)
        if one in languages[:i]
    ]
    return found
