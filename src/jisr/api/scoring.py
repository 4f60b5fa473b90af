"""Forecasts that were stored, against what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.checking import load
from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.plan import Area, Plan

if TYPE_CHECKING:
    from jisr.months import Month
    from jisr.threat import ForecastScore, StoredForecast

__all__ = ["FORECAST_FOLDER", "score"]

FORECAST_FOLDER = "forecasts"
"""The folder of a workspace in which its earlier bundles are kept to be scored."""
_IN_BUNDLE = "results/forecasts.json"

Counts = Mapping[str, Mapping["Month", float]]


def score(path: Path | str, counts: Path | str | None = None) -> tuple[ForecastScore, ...]:
    """Every stored forecast of which some month has arrived, in the order of the files.

    Parameters: `path` a bundle, the Parquet file of `jisr threat forecast`, or a workspace whose folder `forecasts` holds
    bundles; `counts` a workspace, a bundle, or a panel (`unit, month, value`) that knows what happened, by default the
    workspace itself.

    Raises:
        PlanError: something cannot be read, there is no forecast (F101), or no month of any has arrived (S114).
    """
    from jisr.threat import forecast_score

    stored = _stored(Path(path))
    told = _plan_or_panel(Path(path if counts is None else counts))
    found = [
        scored
        for name, forecast in stored
        if (scored := forecast_score(name, forecast, _counts(told, forecast))) is not None
    ]
    if not found:
        series = " ".join(dict.fromkeys(forecast.series for _, forecast in stored))
        raise PlanError([finding("S114", Place(Path(path).name), series, case="series")])
    return tuple(found)


def _stored(path: Path) -> list[tuple[str, StoredForecast]]:
    from jisr.threat import read_draws, read_forecasts

    if path.suffix == ".parquet":
        try:
            return [(path.name, read_draws(path))]
        except (OSError, ValueError) as error:
            raise PlanError([finding("S103", Place(path.name), error)]) from None
    files = sorted((path / FORECAST_FOLDER).glob("*.jisr")) if path.is_dir() else [path]
    if not files:
        raise PlanError([finding("F101", Place(FORECAST_FOLDER), f"{FORECAST_FOLDER}/*.jisr", case="given")])
    found: list[tuple[str, StoredForecast]] = []
    for file in files:
        text = _forecasts_of(file)
        try:
            found += [(file.name, one) for one in read_forecasts(text)]
        except ValueError:
            raise PlanError([finding("B101", Place(file.name), _IN_BUNDLE)]) from None
    return found


def _forecasts_of(file: Path) -> str:
    from jisr.assessment import read_bundle

    if not file.is_file():
        raise PlanError([finding("F101", Place(file.name), file.name, case="given")])
    text = read_bundle(file).forecasts
    if text is None:
        raise PlanError([finding("F101", Place(file.name), _IN_BUNDLE, case="given")])
    return text


def _plan_or_panel(path: Path) -> Plan | Counts:
    from jisr.threat import read_tidy_panel

    if path.suffix not in {".csv", ".parquet"}:
        return load(path)
    panel = read_tidy_panel(path).panel
    columns = zip(panel.areas, panel.values.T, strict=True)
    return {unit: {panel.first + i: float(value) for i, value in enumerate(column)} for unit, column in columns}


def _counts(told: Plan | Counts, forecast: StoredForecast) -> Counts:
    """Counts by unit: of a plan those of the series, of a panel as they are, the areas together as their sum."""
    if isinstance(told, Plan):
        return _plan_counts(told, forecast.series)
    areas = [unit for unit in forecast.units if unit]
    together = told.get(forecast.series) or _sums(told, areas)
    return {**told, "": together}


def _plan_counts(plan: Plan, series: str) -> Counts:
    from jisr.threat import monthly_areas, monthly_totals

    names = [row.area for row in plan.rows(Area)]
    by_area = monthly_areas(plan, series)
    found = {
        name: {month: float(values[i]) for month, values in by_area.items() if values[i] == values[i]}
        for i, name in enumerate(names)
    }
    return {"": monthly_totals(plan, series), **found}


def _sums(told: Counts, areas: Sequence[str]) -> Mapping[Month, float]:
    if not areas or any(area not in told for area in areas):
        return {}
    return {month: sum(told[area][month] for area in areas) for month in told[areas[0]]}
