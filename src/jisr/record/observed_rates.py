"""What each series says a month was like, by window: totals of any length on one scale."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jisr.plan import Observed, Plan

__all__ = ["ObservedRate", "observed_rates"]

_DAYS = 365.25 / 12
"""Days of a month, on average."""


@dataclass(frozen=True)
class ObservedRate:
    """One published figure over all that its series covers."""

    address: str
    """Address of the figure."""
    series: str
    """Series."""
    from_date: dt.date
    """First day."""
    to_date: dt.date
    """Last day."""
    value: float
    """As published."""
    kind: str
    """`total` or `mean-per-month`."""
    a_month: float
    """The same a month: a whole calendar month as it is, other windows by their days."""
    scope: str
    """What it covers: `area` is the plan's areas together."""
    evidence: str
    """Source, by id."""


def observed_rates(plan: Plan) -> tuple[ObservedRate, ...]:
    """Figures up to the cutoff that cover all a series covers, in the order of the plan's series and their days.

    A running total is no rate and is left out; so are figures of single areas.
    """
    order = {series: i for i, series in enumerate(dict.fromkeys(row.series for row in plan.rows(Observed)))}
    rows = [
        row
        for row in plan.rows(Observed)
        if row.area is None and row.kind != "to-date" and row.to_date <= plan.partnership.cutoff
    ]
    rows.sort(key=lambda row: (order[row.series], row.from_date, row.to_date, row.evidence))
    return tuple(_rate(row) for row in rows)


def _rate(row: Observed) -> ObservedRate:
    days = (row.to_date - row.from_date).days + 1
    whole = row.from_date.day == 1 and row.to_date == _last_day(row.from_date)
    a_month = row.value if row.kind == "mean-per-month" or whole else row.value * _DAYS / days
    return ObservedRate(
        address=f"observed/{row.key_text}/value",
        series=row.series,
        from_date=row.from_date,
        to_date=row.to_date,
        value=row.value,
        kind=row.kind,
        a_month=a_month,
        scope=row.scope,
        evidence=row.evidence,
    )


def _last_day(day: dt.date) -> dt.date:
    following = day.replace(day=28) + dt.timedelta(days=4)
    return following - dt.timedelta(days=following.day)
