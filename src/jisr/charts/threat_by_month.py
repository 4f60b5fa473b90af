"""What was observed of a driver, and what lies ahead."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment, DriverOutlook
from jisr.charts.chart import INK, SOFT, Chart, draws_source, frame, month_axis, phrase, tooltip
from jisr.charts.fan_layers import fan_layers, fan_points
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["threat_by_month"]

_SHOWN_BEFORE = 72
"""Months of history shown: enough for the last cycle, few enough to leave the forecast room."""


def threat_by_month(assessment: Assessment, driver: DriverOutlook, words: Words) -> Chart | None:
    """History as a line, the months ahead as a fan; None for what is no forecast."""
    months = assessment.plan.months
    if driver.kind != "forecast" or not months:
        return None
    name = words.name(driver.name)
    title = words.text("chart-threat-title", name=name, unit=driver.unit)
    alternative = _alternative(assessment, driver, words)
    points = fan_points(months, driver.ahead, name, words, driver.unit)
    seen = _seen(driver, name, words)
    x = month_axis([*(one["month"] for one in seen), *months])
    top = max([1.0, *(one["high"] for one in points), *(one["value"] for one in seen)])
    unit = words.text("axis-a-month", unit=driver.unit)
    y = {
        "field": "value",
        "type": "quantitative",
        "title": phrase(unit, words),
        "scale": {"domain": [0, top]},
        "axis": {"tickCount": 5},
    }
    layers = [*_history(seen, x, y, words), *fan_layers(points, x, y, words)]
    columns = [
        Column(words.text("table-month"), "month"),
        *(Column(words.text(key), "number") for key in ("table-observed", "table-low", "table-median", "table-high")),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (one["when"], Cell(one["shown"], value=one["value"]), "", "", "") for one in seen
    ]
    rows += [
        (
            one["when"],
            "",
            *(Cell(words.quantity(one[key]), value=one[key]) for key in ("low", "value", "high")),
        )
        for one in points
    ]
    return Chart(
        id=f"threat-{driver.id}",
        title=title,
        unit=unit,
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words) | {"layer": layers},
        data=plain_table(f"threat-{driver.id}", title, columns, rows, f"driver/{driver.id}"),
    )


def _alternative(assessment: Assessment, driver: DriverOutlook, words: Words) -> str:
    months, ahead = assessment.plan.months, driver.ahead
    last = min(12, len(months)) - 1
    text = words.text(
        "chart-threat-alternative",
        name=words.name(driver.name),
        month=words.month(months[last]),
        median=words.quantity(ahead.q50[last]),
        low=words.quantity(ahead.q05[last]),
        high=words.quantity(ahead.q95[last]),
    )
    if driver.history is not None and driver.history.revised_later:
        text += " " + words.text("history-revised", names=words.name(driver.name)) + "."
    return text


def _seen(driver: DriverOutlook, name: str, words: Words) -> list[dict[str, Any]]:
    if driver.history is None:
        return []
    pairs = list(zip(driver.history.months, driver.history.values, strict=True))[-_SHOWN_BEFORE:]
    return [
        {
            "month": f"{month}-01",
            "value": value,
            "name": phrase(name, words),
            "when": words.month(month),
            "shown": words.quantity(value),
        }
        for month, value in pairs
    ]


def _history(seen: list[dict[str, Any]], x: dict[str, Any], y: dict[str, Any], words: Words) -> list[dict[str, Any]]:
    if not seen:
        return []
    data = {"values": seen}
    shown = tooltip(words, name="table-what", when="table-month", shown="table-observed")
    cut = {"values": [{**seen[-1], "label": phrase(words.text("chart-observed"), words)}]}
    point = {"type": "line", "color": INK, "strokeWidth": 1.3, "point": {"color": INK, "size": 14}}
    label = {"type": "text", "color": SOFT, "align": "right", "dx": -4, "baseline": "top"}
    return [
        {"data": cut, "mark": {"type": "rule", "color": SOFT, "strokeDash": [2, 3]}, "encoding": {"x": x}},
        {
            "data": cut,
            "mark": label,
            "encoding": {
                "x": x,
                "y": {"datum": y["scale"]["domain"][1], "type": "quantitative"},
                "text": {"field": "label"},
            },
        },
        {"data": data, "mark": point, "encoding": {"x": x, "y": y, "tooltip": shown}},
    ]
