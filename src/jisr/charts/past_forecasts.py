"""What the threat model would have said at past cutoffs, and what happened."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Calibration, PastForecast
from jisr.charts.chart import FILLS, INK, PALETTE, Chart, frame, month_axis, phrase, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.months import Month
from jisr.words import Words

__all__ = ["past_forecasts"]


def past_forecasts(calibration: Calibration, words: Words) -> Chart | None:
    """A range for each month of forecasts that do not overlap, over what happened; None without past forecasts."""
    windows = _apart(calibration.windows)
    if not windows:
        return None
    points = [point for window in windows for point in _points(window, words)]
    missed = sum(point["missed"] for point in points)
    name = words.name(calibration.name)
    title = words.text("chart-past-title", name=name)
    alternative = words.text(
        "chart-past-alternative",
        n=words.number(len(windows)),
        missed=words.number(missed),
        months=words.number(len(points)),
        start=points[0]["when"],
        end=points[-1]["when"],
    )
    key = f"past-{calibration.series}"
    columns = [
        Column(words.text("table-month"), "month"),
        *(Column(words.text(one), "number") for one in ("table-observed", "table-low", "table-median", "table-high")),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            point["when"],
            *(Cell(words.quantity(point[one]), value=point[one]) for one in ("seen", "low", "middle", "high")),
        )
        for point in points
    ]
    return Chart(
        id=key,
        title=title,
        unit=words.text("axis-a-month", unit=calibration.unit),
        source=words.text("source-model", model=calibration.model),
        alternative=alternative,
        specification=frame(title, alternative, words) | {"layer": _layers(points, calibration.unit, words)},
        data=plain_table(key, title, columns, rows, f"series/{calibration.series}"),
    )


def _apart(windows: tuple[PastForecast, ...]) -> list[PastForecast]:
    """Windows that do not overlap, counted back from the last."""
    kept: list[PastForecast] = []
    for window in reversed(windows):
        if not kept or Month.parse(window.cutoff) + len(window.observed) <= Month.parse(kept[-1].cutoff):
            kept.append(window)
    return kept[::-1]


def _points(window: PastForecast, words: Words) -> list[dict[str, Any]]:
    cutoff = Month.parse(window.cutoff)
    found = []
    for i, seen in enumerate(window.observed):
        month = str(cutoff + (i + 1))
        low, high = window.q05[i], window.q95[i]
        found.append(
            {
                "month": f"{month}-01",
                "window": window.cutoff,
                "when": words.month(month),
                "seen": seen,
                "low": low,
                "middle": window.q50[i],
                "high": high,
                "missed": not low <= seen <= high,
                "shown": words.quantity(seen),
                "spread": words.isolated(f"{words.quantity(low)}–{words.quantity(high)}"),
            }
        )
    return found


def _layers(points: list[dict[str, Any]], unit: str, words: Words) -> list[dict[str, Any]]:
    data = {"values": points}
    x = month_axis([point["month"] for point in points])
    top = max([1.0, *(point["high"] for point in points), *(point["seen"] for point in points)])
    y = {
        "type": "quantitative",
        "title": phrase(words.text("axis-a-month", unit=unit), words),
        "scale": {"domain": [0, top]},
        "axis": {"tickCount": 5},
    }
    detail = {"field": "window", "type": "nominal"}
    tip = tooltip(words, when="table-month", shown="table-observed", spread="table-spread")
    dots = {"type": "point", "filled": True, "opacity": 1, "stroke": INK, "strokeWidth": 1.2}
    missed = {"condition": {"test": "datum.missed", "value": "cross"}, "value": "circle"}
    sizes = {"condition": {"test": "datum.missed", "value": 90}, "value": 22}
    colours = {"condition": {"test": "datum.missed", "value": PALETTE[1]}, "value": INK}
    return [
        {
            "data": data,
            "mark": {"type": "area", "color": FILLS[0], "opacity": 0.6, "interpolate": "step"},
            "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "detail": detail},
        },
        {
            "data": data,
            "mark": {
                "type": "line",
                "color": PALETTE[0],
                "strokeWidth": 1.6,
                "strokeDash": [5, 3],
                "interpolate": "step",
            },
            "encoding": {"x": x, "y": {**y, "field": "middle"}, "detail": detail},
        },
        {
            "data": data,
            "mark": dots,
            "encoding": {
                "x": x,
                "y": {**y, "field": "seen"},
                "shape": missed,
                "size": sizes,
                "color": colours,
                "tooltip": tip,
            },
        },
    ]
