"""The observed counts of a plan, where whole months were observed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.plan import Area, Plan, Series, read_workspace
from jisr.threat.compiled import monthly_areas, monthly_totals
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.month_counts import MonthCounts

__all__ = ["PlanCounts"]


@dataclass(frozen=True)
class PlanCounts:
    """One series of a workspace: by area where areas were observed, else its total under the name of the series.

    Only figures that cover exactly one calendar month up to the cutoff count; every other month is not observed.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of the series a request names.

        Raises:
            PlanError: not one workspace (S108), it cannot be read, there is no such series (S113), or no month of it was
                observed (S114).
        """
        if len(paths) != 1:
            raise PlanError([finding("S108", Place("plan"), len(paths), expected=1)])
        # the counts of event files pass through the sources themselves
        from jisr.threat.event_counts import with_event_counts

        loaded = read_workspace(paths[0])
        if loaded.plan is None:
            raise PlanError(loaded.findings)
        plan, found = with_event_counts(loaded.plan, paths[0])
        if any(one.severity == "error" for one in (*loaded.findings, *found)):
            raise PlanError([*loaded.findings, *found])
        name = request.series or ""
        series = plan.get(Series, name)
        if series is None:
            known = " ".join(row.series for row in plan.rows(Series))
            raise PlanError([finding("S113", Place("tables/series.csv"), name, known=known)])
        return _counts(plan, series, request)


def _counts(plan: Plan, series: Series, request: CountRequest) -> MonthCounts:
    by_area = monthly_areas(plan, series.series)
    totals = monthly_totals(plan, series.series)
    units = tuple(row.area for row in plan.rows(Area)) if by_area else (series.series,)
    seen = dict(by_area) if by_area else {month: np.array([value]) for month, value in totals.items()}
    kept = [month for month in seen if (request.first or month) <= month <= (request.last or month)]
    if not kept:
        raise PlanError([finding("S114", Place("tables/observed.csv"), series.series, case="series")])
    first, last = min(kept), max(kept)
    blank = np.full(len(units), np.nan)
    months = [Month(ordinal) for ordinal in range(first.ordinal, last.ordinal + 1)]
    values = np.stack([seen.get(month, blank) for month in months])
    if request.zeros == "from-first":
        values = np.where(np.isnan(values) & (np.cumsum(~np.isnan(values), axis=0) > 0), 0.0, values)
    return MonthCounts(values, first, units, series.unit, series.vintage)
