"""What can be wrong with series and drivers."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Area, Demand, Driver, Plan, Series
from jisr.threat.compiled import monthly_totals
from jisr.threat.models import MODELS

__all__ = ["checks"]

_LEAST_MONTHS = 12


def checks(plan: Plan) -> list[Finding]:
    """T501 too few months, T502 two series without a bridge, T503 a driver that lacks its column, T504 no such model."""
    return [*_enough_months(plan), *_bridges(plan), *_mixed_demand(plan), *_driver_columns(plan), *_model(plan)]


def _enough_months(plan: Plan) -> list[Finding]:
    found = []
    for driver in plan.rows(Driver):
        if driver.kind != "forecast" or driver.series is None:
            continue
        totals, month, run = monthly_totals(plan, driver.series), plan.partnership.cutoff_month, 0
        while month + -run in totals:
            run += 1
        if run < _LEAST_MONTHS:
            place = plan.place("drivers", driver.driver)
            found.append(finding("T501", place, run, series=driver.series, least=_LEAST_MONTHS, cutoff=month))
    return found


def _bridges(plan: Plan) -> list[Finding]:
    found = []
    for driver in plan.rows(Driver):
        half = (driver.bridge is None) != (driver.bridge_to is None)
        shares = driver.shares_series
        scope = plan.get(Series, driver.series or "")
        wide = (
            driver.kind == "forecast" and scope is not None and scope.scope == "multi-country" and driver.bridge is None
        )
        if half or wide:
            place = plan.place("drivers", driver.driver)
            found.append(finding("T502", place, driver.series or shares or "", other=driver.bridge_to or "areas"))
    return found


def _mixed_demand(plan: Plan) -> list[Finding]:
    """Demand of one task that adds two forecast drivers whose counted series differ and are not declared comparable."""
    drivers = {row.driver: row for row in plan.rows(Driver)}
    comparable = {row.series: set(row.comparable_with) for row in plan.rows(Series)}
    first: dict[tuple[str, str], str] = {}
    found = []
    for row in plan.rows(Demand):
        driver = drivers.get(row.driver)
        if driver is None or driver.kind != "forecast" or driver.series is None:
            continue
        counted = driver.bridge_to or driver.series
        other = first.setdefault((row.task, row.area or ""), counted)
        if other != counted and other not in comparable.get(counted, set()):
            found.append(finding("T502", plan.place("demand", row.key_text), counted, other=other))
    return found


def _driver_columns(plan: Plan) -> list[Finding]:
    needed = {"forecast": "series", "area-attribute": "attribute", "stock": "site"}
    found = [
        finding("T503", plan.place("drivers", row.driver), row.kind, column=needed[row.kind])
        for row in plan.rows(Driver)
        if getattr(row, needed[row.kind]) is None
    ]
    for row in plan.rows(Driver):
        if row.attribute is not None:
            blank = [area.area for area in plan.rows(Area) if getattr(area, row.attribute) is None]
            if blank:
                place = plan.place("drivers", row.driver)
                found.append(finding("T505", place, " ".join(blank), column=row.attribute))
    return found


def _model(plan: Plan) -> list[Finding]:
    name = plan.partnership.defaults.threat_model
    if name in MODELS:
        return []
    return [finding("T504", plan.place("partnership.yaml"), name, known=" ".join(sorted(MODELS)))]
