"""What demand follows: observed counts, the model that looks ahead, bridge, shares, response."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.explain.cells import cell, uncertain_cells
from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.plan import Driver, Observed, Plan, Series, Site, ThreatResponse

__all__ = ["driver_chain", "series_chain"]


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
