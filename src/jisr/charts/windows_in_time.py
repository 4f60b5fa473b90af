"""Figures of several series over the windows they were published for, a lane each, so that they stand over one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import INK, Chart, frame, phrase, rows_axis, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["WindowLane", "WindowMark", "WindowsInTime", "windows_in_time"]

_LANE = 19
"""Height of a lane, pixels."""
_SHADES = ["#eef2f5", "#a9c3d6", "#2f6485"]
_DARK = 0.62
"""Share of the largest figure, on the scale of the shades, from which its label is white."""
_LABELLED = 170
"""Days from which a window is long enough to carry its figure."""


@dataclass(frozen=True)
class WindowMark:
    """One figure: first and last day, its length in days, value, value as text, and what hovering shows."""

    start: str
    end: str
    days: int
    value: float
    label: str
    shown: str


@dataclass(frozen=True)
class WindowLane:
    """One lane: an id, the name of its series (empty in the lanes after its first), and figures that do not overlap."""

    id: str
    name: str
    whole_name: str
    marks: tuple[WindowMark, ...]


@dataclass(frozen=True)
class WindowsInTime:
    """Texts of the picture, its lanes, and the table behind it."""

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    lanes: tuple[WindowLane, ...]
    data: Table


def windows_in_time(shown: WindowsInTime, words: Words) -> Chart | None:
    """The darker the more; None without figures."""
    if not any(lane.marks for lane in shown.lanes):
        return None
    return Chart(
        id=shown.id,
        title=shown.title,
        unit=shown.unit,
        source=shown.source,
        alternative=shown.alternative,
        specification=frame(shown.title, shown.alternative, words, _LANE * max(len(shown.lanes), 2))
        | {"layer": _layers(shown, words)},
        data=shown.data,
    )


def _layers(shown: WindowsInTime, words: Words) -> list[dict[str, Any]]:
    top = max([1.0, *(mark.value for lane in shown.lanes for mark in lane.marks)])
    data = {"values": [_box(lane, mark, top, words) for lane in shown.lanes for mark in lane.marks]}
    x = {
        "field": "start",
        "type": "temporal",
        "timeUnit": "utcyearmonthdate",
        "title": None,
        "axis": {"format": "%Y", "tickCount": {"interval": "year", "step": 1}, "labelOverlap": True},
    }
    y = rows_axis("lane", {lane.id: lane.name for lane in shown.lanes}, words)
    shade = {
        "field": "shade",
        "type": "quantitative",
        "scale": {"domain": [0, 0.5, 1], "range": _SHADES, "interpolate": "rgb"},
        "legend": None,
    }
    tip = tooltip(words, name="table-series", when="table-window", shown="table-a-month")
    dark = {"condition": {"test": f"datum.shade >= {_DARK}", "value": "#ffffff"}, "value": INK}
    end = {"field": "end", "type": "temporal", "timeUnit": "utcyearmonthdate"}
    box = {"type": "bar", "height": {"band": 0.78}, "stroke": INK, "strokeWidth": 0.4}
    return [
        {"data": data, "mark": box, "encoding": {"x": x, "x2": end, "y": y, "color": shade, "tooltip": tip}},
        {
            "data": {"values": [one for one in data["values"] if one["days"] >= _LABELLED]},
            "mark": {"type": "text", "fontSize": 10.5},
            "encoding": {"x": {**x, "field": "middle"}, "y": y, "text": {"field": "label"}, "color": dark},
        },
    ]


def _box(lane: WindowLane, mark: WindowMark, top: float, words: Words) -> dict[str, Any]:
    return {
        "lane": lane.id,
        "start": mark.start,
        "end": mark.end,
        "middle": _middle(mark),
        "days": mark.days,
        "shade": (max(mark.value, 0.0) / top) ** 0.5,
        "label": mark.label,
        "name": phrase(lane.whole_name, words),
        "when": words.isolated(f"{words.date(mark.start)} – {words.date(mark.end)}"),
        "shown": phrase(mark.shown, words),
    }


def _middle(mark: WindowMark) -> str:
    import datetime as dt

    return (dt.date.fromisoformat(mark.start) + dt.timedelta(days=mark.days // 2)).isoformat()
