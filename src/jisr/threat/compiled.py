"""What the threat stage needs of a plan, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.plan import Area, Driver, Observed, Plan, Task, ThreatResponse
from jisr.threat.panel import Panel

__all__ = ["ForecastSeries", "ThreatData", "compile_threat", "monthly_totals"]


@dataclass(frozen=True)
class ForecastSeries:
    """One series that is forecast for all areas together, and the counts that split it.

    Shape: panel (month, 1), weights (area,): ½ + weighted counts of the windows by area (Dirichlet).
    """

    series: str
    panel: Panel
    weights: NDArray[np.float64]


@dataclass(frozen=True)
class ThreatData:
    """Drivers in plan order, the series behind them, fixed attributes and declared responses."""

    areas: tuple[str, ...]
    drivers: tuple[Driver, ...]
    series: tuple[ForecastSeries, ...]
    attributes: dict[str, NDArray[np.float64]]
    """Driver id → value by area, for `area-attribute` drivers."""
    responses: tuple[ThreatResponse, ...]
    phases: tuple[str, ...]
    window: int
    """Months of history kept for the trailing windows of requirements."""
    model: str
    cutoff: Month
    horizon: int


def compile_threat(plan: Plan) -> ThreatData:
    """The threat stage's view of a plan that has passed its checks.

    Raises:
        ValueError: a forecast series lacks twelve months up to the cutoff (finding T501 says so first).
    """
    from jisr.plan import Phase

    areas = plan.rows(Area)
    drivers = plan.rows(Driver)
    forecast = [driver for driver in drivers if driver.kind == "forecast"]
    names = dict.fromkeys(driver.series for driver in forecast if driver.series)
    return ThreatData(
        areas=tuple(row.area for row in areas),
        drivers=drivers,
        series=tuple(_forecast_series(plan, name, [d for d in forecast if d.series == name]) for name in names),
        attributes={d.driver: _attribute(d, areas) for d in drivers if d.kind == "area-attribute"},
        responses=plan.rows(ThreatResponse),
        phases=tuple(row.phase for row in plan.rows(Phase)),
        window=max((row.window for row in plan.rows(Task)), default=1),
        model=plan.partnership.defaults.threat_model,
        cutoff=plan.partnership.cutoff_month,
        horizon=plan.partnership.horizon,
    )


def monthly_totals(plan: Plan, series: str) -> dict[Month, float]:
    """The observed totals of whole calendar months up to the cutoff, all areas together.

    A window that is not one calendar month is no monthly figure and is not divided. Where two sources give one month,
    the later in the table holds.
    """
    totals: dict[Month, float] = {}
    for row in plan.rows(Observed):
        month = Month.of(row.from_date)
        whole = row.from_date == month.first_day() and row.to_date == month.last_day()
        national = row.scope == "area" and row.area is None
        if row.series == series and whole and national and row.kind != "to-date":
            totals[month] = row.value
    cutoff = plan.partnership.cutoff_month
    return {month: value for month, value in sorted(totals.items()) if month <= cutoff}


def _forecast_series(plan: Plan, series: str, drivers: Sequence[Driver]) -> ForecastSeries:
    totals = monthly_totals(plan, series)
    cutoff = plan.partnership.cutoff_month
    run: list[float] = []
    month = cutoff
    while month in totals:
        run.insert(0, totals[month])
        month = month + -1
    panel = Panel(np.array(run, dtype=np.float64).reshape(-1, 1), cutoff + (1 - len(run)), ("all",), "count/month")
    source = next((driver for driver in drivers if driver.shares_series), drivers[0])
    weight = 1.0 if source.shares_weight is None else source.shares_weight
    counts = _counts_by_area(plan, source.shares_series or series)
    return ForecastSeries(series, panel, 0.5 + weight * counts)


def _counts_by_area(plan: Plan, series: str) -> NDArray[np.float64]:
    position = {row.area: i for i, row in enumerate(plan.rows(Area))}
    counts = np.zeros(len(position))
    for row in plan.rows(Observed):
        if row.series == series and row.scope == "area" and row.area is not None and row.kind == "total":
            counts[position[row.area]] += row.value
    return counts


def _attribute(driver: Driver, areas: Sequence[Area]) -> NDArray[np.float64]:
    scale = driver.attribute_scale or 1.0
    values = [getattr(area, driver.attribute or "km2") for area in areas]
    return np.array([getattr(value, "mode", value) or 0.0 for value in values], dtype=np.float64) / scale
