"""What demand follows: observed counts, the model that looks ahead, bridge, shares, response."""

from __future__ import annotations

from jisr.assessment import QUARTER, Assessment, DriverOutlook
from jisr.explain.cells import cell, uncertain_cells
from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.months import Month
from jisr.plan import Area, Driver, Observed, Plan, Series, Site, ThreatResponse

__all__ = ["area_driver_chain", "driver_chain", "series_chain"]


def driver_chain(plan: Plan, assessment: Assessment, driver: str, month: str) -> Explanation:
    """The median of a driver in a month, all areas together, and what it rests on.

    Raises:
        KeyError: there is no such driver.
    """
    row = plan.get(Driver, driver)
    outlook = next((one for one in assessment.drivers if one.id == driver), None)
    if row is None or outlook is None:
        raise KeyError(driver)
    value = f"{outlook.ahead.q50[assessment.plan.months.index(month)]:.4g}"
    return node(f"driver/{driver}/{month}", "driver", value=value, unit=row.unit, parts=_parts(plan, row))


def area_driver_chain(plan: Plan, assessment: Assessment, driver: str, area: str, month: str = "") -> Explanation:
    """A driver in one area: what is forecast by the quarter that holds the month, the first without one; an attribute as it
    is written; a stock, which is spread evenly, as a whole.

    Raises:
        KeyError: there is no such driver or area, or the month lies beyond the quarters.
    """
    row = plan.get(Driver, driver)
    outlook = next((one for one in assessment.drivers if one.id == driver), None)
    if row is None or outlook is None or plan.get(Area, area) is None:
        msg = f"{driver}/{area}"
        raise KeyError(msg)
    if row.kind == "area-attribute":
        return cell(plan, Address("areas", area, row.attribute or "km2"))
    if row.kind != "forecast":
        return driver_chain(
            plan, assessment, driver, month if month in assessment.plan.months else assessment.plan.months[0]
        )
    if month == assessment.plan.cutoff[:7]:
        return series_chain(plan, row.series or row.bridge_to or "")
    quarter = _quarter(outlook, month or next(iter(outlook.quarters), ""))
    there = next(one for one in outlook.areas if one.id == area)
    address = f"driver/{driver}/{area}/{outlook.quarters[quarter]}"
    value = f"{there.quarters.q50[quarter]:.4g}"
    return node(address, "driver-quarter", value=value, unit=row.unit, parts=_parts(plan, row))


def _quarter(outlook: DriverOutlook, month: str) -> int:
    """The quarter that holds a month."""
    for i, first in enumerate(outlook.quarters):
        if month in {str(Month.parse(first) + later) for later in range(QUARTER)}:
            return i
    raise KeyError(month)


def _parts(plan: Plan, row: Driver) -> list[Explanation]:
    parts: list[Explanation] = []
    if row.kind == "forecast" and row.series is not None:
        parts.append(series_chain(plan, row.series))
        parts.append(cell(plan, Address("partnership", "defaults", "threat_model")))
    if row.bridge is not None:
        parts.append(cell(plan, Address("drivers", row.driver, "bridge")))
    if row.shares_series is not None:
        parts.append(series_chain(plan, row.shares_series))
        parts.append(cell(plan, Address("drivers", row.driver, "shares_weight")))
    if row.kind == "forecast":
        parts += [cell(plan, Address("threat_response", one.key_text, "factor")) for one in plan.rows(ThreatResponse)]
    if row.site is not None:
        parts += uncertain_cells(plan, Site, row.site)
    if row.attribute is not None:
        parts.append(cell(plan, Address("drivers", row.driver, "attribute")))
    return parts


def series_chain(plan: Plan, series: str) -> Explanation:
    """The figures of a series up to the cutoff: how many, from when to when, whose.

    Raises:
        KeyError: there is no such series.
    """
    declared = plan.get(Series, series)
    if declared is None:
        raise KeyError(series)
    rows = [one for one in plan.rows(Observed) if one.series == series and one.to_date <= plan.partnership.cutoff]
    span = "" if not rows else f"{min(one.from_date for one in rows)} … {max(one.to_date for one in rows)}"
    evidence = sorted({one.evidence for one in rows})
    value = f"{len(rows)} × {declared.unit}, {span}" if rows else "0"
    return node(f"series/{series}", "series", value=value, evidence=evidence)
