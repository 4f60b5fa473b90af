"""What the threat stage needs of a plan, as arrays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.plan import Area, Driver, Observed, Phase, Plan, Series, Task, ThreatResponse
from jisr.threat.panel import Panel
from jisr.threat.window_history import WindowHistory, window_history
from jisr.threat.windows import Window, WindowFault, pieces_of

__all__ = ["ForecastSeries", "ThreatData", "compile_threat", "monthly_areas", "monthly_totals", "observed_run"]

_LEAST_MONTHS = 12
_RECENT = 24
"""Months of a series' own counts by area that make its shares (`models.md` 1)."""


@dataclass(frozen=True)
class ForecastSeries:
    """One series that is forecast for all areas together, with the counts that split it, or area by area.

    Shape: panel (month, 1), or (month, area) where every area was observed in every month; weights (area,): ½ + weighted counts by area (Dirichlet); seen (month, area): what was
    observed by area in the last `window` months, NaN where nothing was. `windows` where too few months were observed
    alone: the panel then holds expected counts, and each draw has a past of its own.
    """

    series: str
    panel: Panel
    weights: NDArray[np.float64]
    seen: NDArray[np.float64]
    windows: WindowHistory | None = None

    @property
    def by_area(self) -> bool:
        """Whether each area is forecast from its own past."""
        return self.panel.areas != (self.series,)


@dataclass(frozen=True)
class ThreatData:
    """Drivers in plan order, the series behind them, the areas and the declared responses."""

    areas: tuple[str, ...]
    area_rows: tuple[Area, ...]
    drivers: tuple[Driver, ...]
    series: tuple[ForecastSeries, ...]
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
    areas = plan.rows(Area)
    drivers = plan.rows(Driver)
    forecast = [driver for driver in drivers if driver.kind == "forecast"]
    names = dict.fromkeys(driver.series for driver in forecast if driver.series)
    return ThreatData(
        areas=tuple(row.area for row in areas),
        area_rows=areas,
        drivers=drivers,
        series=tuple(_forecast_series(plan, name, [d for d in forecast if d.series == name]) for name in names),
        responses=plan.rows(ThreatResponse),
        phases=tuple(row.phase for row in plan.rows(Phase)),
        window=_window(plan),
        model=plan.partnership.defaults.threat_model,
        cutoff=plan.partnership.cutoff_month,
        horizon=plan.partnership.horizon,
    )


def monthly_totals(plan: Plan, series: str) -> dict[Month, float]:
    """The observed totals of whole calendar months up to the cutoff, over all the series covers.

    A month without a total of its own is the sum of its areas where every area of the plan was observed. A window that
    is not one calendar month is no monthly figure and is not divided. Where two sources give one month, the later in
    the table holds. Units: counts a month.
    """
    declared = plan.get(Series, series)
    scope = declared.scope if declared else "area"
    totals = {
        month: float(values.sum())
        for month, values in monthly_areas(plan, series).items()
        if not np.isnan(values).any()
    }
    totals |= {month: row.value for month, row in _months(plan, series) if row.area is None and row.scope == scope}
    return dict(sorted(totals.items()))


def _months(plan: Plan, series: str) -> Iterator[tuple[Month, Observed]]:
    """The figures of a series that cover exactly one calendar month, up to the cutoff."""
    for row in plan.rows(Observed):
        month = Month.of(row.from_date)
        whole = row.from_date == month.first_day() and row.to_date == month.last_day()
        if row.series == series and whole and row.kind != "to-date" and month <= plan.partnership.cutoff_month:
            yield month, row


def monthly_areas(plan: Plan, series: str) -> dict[Month, NDArray[np.float64]]:
    """Observed months by area, NaN where an area was not observed. Shape: (area,)."""
    position = {row.area: i for i, row in enumerate(plan.rows(Area))}
    months: dict[Month, NDArray[np.float64]] = {}
    for month, row in _months(plan, series):
        if row.scope == "area" and row.area is not None:
            months.setdefault(month, np.full(len(position), np.nan))[position[row.area]] = row.value
    return months


def observed_run(plan: Plan, series: str) -> tuple[NDArray[np.float64], WindowHistory | None, list[WindowFault]]:
    """The totals of the months in a row up to the cutoff, the windows behind them, and what in those does not fit.

    Windows are asked only where too few months were observed alone, and kept only where they reach further back; the
    totals are then expected ones. Shape: (month,).
    """
    totals, cutoff = monthly_totals(plan, series), plan.partnership.cutoff_month
    run: list[float] = []
    while cutoff + -len(run) in totals:
        run.append(totals[cutoff + -len(run)])
    alone = np.array(run[::-1], dtype=np.float64)
    if len(alone) >= _needed_months(plan):
        return alone, None, []
    history, faults = window_history(plan, series, totals)
    return (history.means(), history, faults) if history.months > len(alone) else (alone, None, faults)


def _needed_months(plan: Plan) -> int:
    """A year for the model, and the longest planning window of a task."""
    return max(_LEAST_MONTHS, _window(plan))


def _window(plan: Plan) -> int:
    return max((row.window for row in plan.rows(Task)), default=1)


def _forecast_series(plan: Plan, series: str, drivers: Sequence[Driver]) -> ForecastSeries:
    cutoff = plan.partnership.cutoff_month
    run, windows, _ = observed_run(plan, series)
    by_area = monthly_areas(plan, series)
    panel = _area_panel(plan, series, run, by_area, windows)
    if panel is None or any(driver.shares_series for driver in drivers):
        # the one column is named after the series, so that two series never share a random number
        panel = Panel(run.reshape(-1, 1), cutoff + (1 - len(run)), (series,), "count/month")
    source = next((driver for driver in drivers if driver.shares_series), drivers[0])
    weight = 1.0 if source.shares_weight is None else source.shares_weight
    counts = _counts_by_area(plan, source.shares_series or series, own=source.shares_series is None)
    blank = np.full(len(plan.rows(Area)), np.nan)
    seen = [by_area.get(cutoff + (i - _window(plan) + 1), blank) for i in range(_window(plan))]
    return ForecastSeries(series, panel, 0.5 + weight * counts, np.stack(seen), windows)


def _area_panel(
    plan: Plan,
    series: str,
    run: NDArray[np.float64],
    by_area: Mapping[Month, NDArray[np.float64]],
    windows: WindowHistory | None,
) -> Panel | None:
    """The months of the run by area, where each area was observed and the areas are all there is; else None."""
    first = plan.partnership.cutoff_month + (1 - len(run))
    names = tuple(f"{series}:{row.area}" for row in plan.rows(Area))
    if windows is not None:
        means = np.stack([unit.means() for unit in windows.units], axis=1)
        return Panel(means, first, names, "count/month") if windows.by_area else None
    months = [by_area.get(first + i) for i in range(len(run))]
    if not months or any(one is None or np.isnan(one).any() for one in months):
        return None
    values = np.stack([one for one in months if one is not None])
    if not np.array_equal(values.sum(axis=1), run):
        return None
    return Panel(values, first, names, "count/month")


def _counts_by_area(plan: Plan, series: str, *, own: bool) -> NDArray[np.float64]:
    """Counts by area of the windows that ended by the cutoff; of a series' own counts only the last 24 months.

    Where two sources give one window of an area, the later in the table holds; a window within another is counted once.
    Shape: (area,).
    """
    cutoff = plan.partnership.cutoff_month
    since = (cutoff + (1 - _RECENT)).first_day() if own else dt.date.min
    windows: dict[str, list[Window]] = {row.area: [] for row in plan.rows(Area)}
    for row in plan.rows(Observed):
        wanted = (row.series, row.scope, row.kind) == (series, "area", "total") and row.area is not None
        if wanted and row.from_date >= since and row.to_date <= cutoff.last_day():
            windows[row.area or ""].append(Window(row.from_date, row.to_date, row.value))
    return np.array([sum(max(piece.total, 0.0) for piece in pieces_of(listed)[0]) for listed in windows.values()])
