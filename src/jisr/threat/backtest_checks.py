"""What can be wrong with a cutoff or a window asked of a panel."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.months import Month
from jisr.threat.panel import Panel

__all__ = ["cutoff_findings"]

_LEAST_MONTHS = 12


def cutoff_findings(panel: Panel, file: str, cutoffs: Sequence[Month], beyond: int) -> list[Finding]:
    """T517 a cutoff outside the panel, T518 less than a year before it, T519 a window that goes beyond the panel.

    Parameters: `beyond` months after a cutoff that must be in the panel too, 0 for a forecast.
    """
    place = Place(file)
    found = []
    for cutoff in cutoffs:
        known = cutoff - panel.first + 1
        if not panel.first <= cutoff <= panel.last:
            found.append(finding("T517", place, cutoff, first=panel.first, last=panel.last))
        elif known < _LEAST_MONTHS:
            found.append(finding("T518", place, known, cutoff=cutoff, least=_LEAST_MONTHS))
        elif cutoff + beyond > panel.last:
            found.append(finding("T519", place, cutoff, month=cutoff + beyond, last=panel.last))
    return found
