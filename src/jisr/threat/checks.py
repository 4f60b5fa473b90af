"""What can be wrong with series and drivers."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Area, Demand, Driver, Plan, Series, Task, run_checks
from jisr.threat.compiled import observed_run
from jisr.threat.models import MODELS, FitsHistories
from jisr.threat.windows import WindowFault

__all__ = ["checks"]

_LEAST_MONTHS = 12


def checks(plan: Plan) -> list[Finding]:
    """What is wrong with series and drivers.

    T501 too few months, T502 two series without a bridge, T503 a driver that lacks its column, T504 no such model,
    T505 an attribute blank in some areas, T506 two ways to split one series, T521–T525 windows that are no months.
    """
    each = (_enough_months, _bridges, _mixed_demand, _driver_columns, _blank_attributes, _model, _shares)
    return run_checks(plan, each)


def _forecast(plan: Plan) -> list[tuple[Driver, str]]:
    return [(row, row.series) for row in plan.rows(Driver) if row.kind == "forecast" and row.series is not None]


def _enough_months(plan: Plan) -> list[Finding]:
    """A year for the model, and the planning window of every task that asks for the driver."""
    windows = {row.task: row.window for row in plan.rows(Task)}
    cutoff = plan.partnership.cutoff_month
    found, told = [], set[str]()
    for driver, series in _forecast(plan):
        asked = [windows.get(row.task, 0) for row in plan.rows(Demand) if row.driver == driver.driver]
        least = max(_LEAST_MONTHS, *asked, 0)
        run, history, faults = observed_run(plan, series)
        if series not in told:
            found += _window_faults(plan, series, faults)
        told.add(series)
        if len(run) < least:
            place = plan.place("drivers", driver.driver, "series")
            found.append(finding("T501", place, len(run), series=series, least=least, cutoff=cutoff))
        elif history is not None:
            found += _through_windows(plan, driver, series, history.spread)
    return found


def _window_faults(plan: Plan, series: str, faults: list[WindowFault]) -> list[Finding]:
    """Figures of one series that overlap in part, or whose parts and whole disagree."""
    codes = {"exceeds": "T521", "overlap": "T522", "differs": "T523"}
    return [
        finding(
            codes[one.kind],
            plan.place("observed", one.window.key, "to_date" if one.kind == "overlap" else "value"),
            f"{one.window.total:g}",
            series=series,
            first=f"{one.window.first} … {one.window.last}",
            other=f"{one.other.first} … {one.other.last}" if one.other else f"{one.amount:g}",
        )
        for one in faults
    ]


def _through_windows(plan: Plan, driver: Driver, series: str, months: int) -> list[Finding]:
    """Months known only through longer windows: a note, and an error where the model cannot take them."""
    found = [finding("T524", plan.place("drivers", driver.driver, "series"), months, series=series)]
    name = plan.partnership.defaults.threat_model
    if name in MODELS and not isinstance(MODELS[name], FitsHistories):
        known = " ".join(one for one in sorted(MODELS) if isinstance(MODELS[one], FitsHistories))
        place = plan.place("partnership", "defaults.threat_model")
        found.append(finding("T525", place, name, series=series, known=known))
    return found


def _bridges(plan: Plan) -> list[Finding]:
    """Half a bridge, or a series that covers more or less than the plan's areas without one."""
    found = []
    for driver in plan.rows(Driver):
        half = (driver.bridge is None) != (driver.bridge_to is None)
        series = plan.get(Series, driver.series or "")
        other_scope = driver.kind == "forecast" and series is not None and series.scope != "area"
        if half or (other_scope and driver.bridge is None):
            place = plan.place("drivers", driver.driver, "bridge_to" if half else "series")
            case = "half" if half else "scope"
            found.append(finding("T502", place, driver.series or "", other=driver.bridge_to or "", case=case))
    return found


def _mixed_demand(plan: Plan) -> list[Finding]:
    """Demand of one task that adds drivers of two series, neither bridged to the other nor declared comparable.

    Demand is a sum: two counts of one kind enter it twice, and of two kinds each holds much of what the other holds.
    """
    counted = {driver.driver: driver.bridge_to or series for driver, series in _forecast(plan)}
    series = {row.series: row for row in plan.rows(Series)}
    first: dict[str, str] = {}
    found = []
    for row in plan.rows(Demand):
        one = series.get(counted.get(row.driver, ""))
        if one is None:
            continue
        other = series[first.setdefault(row.task, one.series)]
        if one != other and one.series not in other.comparable_with and other.series not in one.comparable_with:
            place = plan.place("demand", row.key_text, "driver")
            found.append(finding("T502", place, one.series, other=other.series, task=row.task, case="added"))
    return found


def _driver_columns(plan: Plan) -> list[Finding]:
    needed = {"forecast": "series", "area-attribute": "attribute", "stock": "site"}
    return [
        finding("T503", plan.place("drivers", row.driver, "kind"), row.kind, column=needed[row.kind])
        for row in plan.rows(Driver)
        if getattr(row, needed[row.kind]) is None
    ]


def _blank_attributes(plan: Plan) -> list[Finding]:
    found = []
    for row in plan.rows(Driver):
        if row.kind != "area-attribute" or row.attribute is None:
            continue
        blank = [area.area for area in plan.rows(Area) if getattr(area, row.attribute) is None]
        if blank:
            found.append(
                finding("T505", plan.place("drivers", row.driver, "attribute"), " ".join(blank), column=row.attribute)
            )
    return found


def _model(plan: Plan) -> list[Finding]:
    name = plan.partnership.defaults.threat_model
    if name in MODELS:
        return []
    return [finding("T504", plan.place("partnership", "defaults.threat_model"), name, known=" ".join(sorted(MODELS)))]


def _shares(plan: Plan) -> list[Finding]:
    """Drivers of one series share its draws, so they must split it in one way."""
    first: dict[str, Driver] = {}
    found = []
    for driver, series in _forecast(plan):
        if driver.shares_series is None:
            continue
        other = first.setdefault(series, driver)
        if (other.shares_series, other.shares_weight) != (driver.shares_series, driver.shares_weight):
            place = plan.place("drivers", driver.driver, "shares_series")
            found.append(finding("T506", place, driver.shares_series, series=series, other=other.driver))
    return found
