"""Where what happened lay in the forecasts: flat is calibrated."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Calibration
from jisr.charts.chart import FILLS, INK, SOFT, Chart, frame, phrase, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["calibration_bins"]


def calibration_bins(calibration: Calibration, words: Words) -> Chart | None:
    """A bar for each tenth of the forecasts, and the line all would reach if they were calibrated; None without any."""
    bins, months = calibration.bins, sum(calibration.bins)
    if not months or calibration.within_50 is None or calibration.within_90 is None:
        return None
    name = words.name(calibration.name)
    title = words.text("chart-bins-title", name=name)
    alternative = words.text(
        "chart-bins-alternative",
        months=words.number(months),
        windows=words.number(len(calibration.windows)),
        half=words.percent(calibration.within_50),
        ninety=words.percent(calibration.within_90),
    )
    bars: list[dict[str, Any]] = [
        {
            "tenth": i + 1,
            "count": count,
            "name": words.isolated(f"{round(100 * i / len(bins))}–{words.percent((i + 1) / len(bins))}"),
            "shown": words.number(count),
        }
        for i, count in enumerate(bins)
    ]
    key = f"bins-{calibration.series}"
    columns = [
        Column(words.text("table-tenth")),
        Column(words.text("table-months-there"), "number"),
        Column(words.text("table-if-calibrated"), "number"),
    ]
    even = months / len(bins)
    rows: list[tuple[Cell | str, ...]] = [
        (bar["name"], Cell(bar["shown"], value=bar["count"]), Cell(words.number(even, 1), value=even)) for bar in bars
    ]
    return Chart(
        id=key,
        title=title,
        unit=words.text("axis-months"),
        source=words.text("source-model", model=calibration.model),
        alternative=alternative,
        specification=frame(title, alternative, words, 200) | {"layer": _layers(bars, even, words)},
        data=plain_table(key, title, columns, rows, f"series/{calibration.series}"),
    )


def _layers(bars: list[dict[str, Any]], even: float, words: Words) -> list[dict[str, Any]]:
    top = max([2 * even, *(float(bar["count"]) for bar in bars)])
    names = {str(bar["tenth"]): bar["name"] for bar in bars}
    x = {
        "field": "tenth",
        "type": "ordinal",
        "title": phrase(words.text("axis-tenth"), words),
        "axis": {"labelAngle": 0, "labelExpr": f"({_object(names)})[datum.value]", "labelOverlap": True},
    }
    y = {
        "field": "count",
        "type": "quantitative",
        "title": phrase(words.text("axis-months"), words),
        "scale": {"domain": [0, top]},
        "axis": {"tickCount": 4},
    }
    shown = tooltip(words, name="table-tenth", shown="table-months-there")
    bar = {"type": "bar", "color": FILLS[0], "stroke": INK, "strokeWidth": 0.6}
    line = {"values": [{"count": even, "label": phrase(words.text("if-calibrated"), words)}]}
    return [
        {"data": {"values": bars}, "mark": bar, "encoding": {"x": x, "y": y, "tooltip": shown}},
        {
            "data": {"values": bars},
            "mark": {"type": "text", "dy": -6, "fontSize": 10.5, "color": INK},
            "encoding": {"x": x, "y": y, "text": {"field": "shown"}},
        },
        {"data": line, "mark": {"type": "rule", "color": INK, "strokeDash": [5, 3]}, "encoding": {"y": y}},
        {
            "data": line,
            "mark": {"type": "text", "align": "left", "dx": 4, "dy": -6, "color": SOFT},
            "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "label"}},
        },
    ]


def _object(names: dict[str, str]) -> str:
    import json

    return json.dumps(names, ensure_ascii=False)
