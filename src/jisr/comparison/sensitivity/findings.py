"""Where indices cannot be given, or not well enough."""

from __future__ import annotations

from collections.abc import Iterator

from jisr.comparison.sensitivity.result import Sensitivity
from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Plan

__all__ = ["sensitivity_findings"]

_ROUGH = 0.1
"""Standard error of a total index from which it is too rough to rank groups by."""


def sensitivity_findings(plan: Plan, found: Sensitivity) -> tuple[Finding, ...]:
    """M109: a gate that too few or nearly all draws meet, so that there is nothing to apportion. M110: too few draws."""
    return tuple(_findings(plan, found))


def _findings(plan: Plan, found: Sensitivity) -> Iterator[Finding]:
    for one in found.series:
        if one.kind != "gate" or one.month is None:
            continue
        place = plan.place("gates", one.id)
        chance = one.mean[found.months.index(one.month)]
        if not one.at_month:
            yield finding("M109", place, f"{100 * chance:.2g} %", gate=one.id, month=one.month)
            continue
        roughest = max(one.at_month, key=lambda share: share.total_error)
        if roughest.total_error > _ROUGH:
            error = f"{2 * roughest.total_error:.2g}"
            yield finding("M110", place, error, gate=one.id, what=roughest.group, least=4 * found.draws)
