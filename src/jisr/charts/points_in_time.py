"""What was recorded of named rows, when: a mark a record, and a line only where records may be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import INK, SOFT, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["PointsInTime", "TimePoint", "TimeRow", "points_in_time"]

_SHADES = {"domain": [0, 1], "range": ["#ffffff", "#4f7f9e"], "interpolate": "rgb"}
_DARK = 0.8
"""From it on a label on the mark is white."""


@dataclass(frozen=True)
class TimePoint:
    """One record: its day, the text in its mark, the share its shade stands for (None: unknown), and what hovering shows.

    `segment` counts stretches that may be compared; `faded` for what is no longer valid.
    """

    on: str
    label: str
    share: float | None
    shown: str
    segment: int
    faded: bool


@dataclass(frozen=True)
class TimeRow:
    """One row and its records, the oldest first. A name may have several lines."""

    id: str
    name: str
    points: tuple[TimePoint, ...]


@dataclass(frozen=True)
class PointsInTime:
    """Texts of the picture, rows, the day it ends with and what that day is called, and the table behind it."""

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    until: str
    until_name: str
    rows: tuple[TimeRow, ...]
    data: Table


def points_in_time(shown: PointsInTime, words: Words) -> Chart | None:
    """A row each; a line joins records of one stretch, two strokes mark where a stretch ends; None without records."""
    if not any(row.points for row in shown.rows):
        return None
    step = 31 if any("\n" in row.name for row in shown.rows) else 25
    return Chart(
        id=shown.id,
        title=shown.title,
        unit=shown.unit,
        source=shown.source,
        alternative=shown.alternative,
        specification=frame(shown.title, shown.alternative, words, rows_height(len(shown.rows), step))
        | {"layer": _layers(shown, words)},
        data=shown.data,
    )


def _layers(shown: PointsInTime, words: Words) -> list[dict[str, Any]]:
    points = {"values": [_point(row, i, words) for row in shown.rows for i in range(len(row.points))]}
    first = min(row.points[0].on for row in shown.rows if row.points)
    # a year of its own on either side, so that no mark stands on the edge
    domain = [f"{int(first[:4]) - 1}-07-01", f"{int(shown.until[:4]) + 1}-04-01"]
    x = {
        "field": "on",
        "type": "temporal",
        "timeUnit": "utcyearmonthdate",
        "title": None,
        "scale": {"domain": domain},
        "axis": {"format": "%Y", "tickCount": {"interval": "year", "step": 1}, "labelOverlap": True},
    }
    y = rows_axis("row", {row.id: row.name for row in shown.rows}, words)
    end = {"values": [{"on": shown.until, "label": phrase(shown.until_name, words)}]}
    tip = tooltip(words, name="table-what", when="table-day", shown="table-value-now")
    shade = {"field": "share", "type": "quantitative", "scale": _SHADES, "legend": None}
    gone = {"condition": {"test": "datum.faded", "value": [2, 2]}, "value": [1, 0]}
    on_dark = {"condition": {"test": f"datum.share >= {_DARK}", "value": "#ffffff"}, "value": INK}
    mark = {"type": "point", "shape": "square", "filled": True, "size": 430, "stroke": INK, "strokeWidth": 1}
    text = {"type": "text", "fontSize": 10.5}
    stretch = [{"field": "row", "type": "nominal"}, {"field": "segment", "type": "nominal"}]
    line = {"type": "line", "color": INK, "strokeWidth": 1.4}
    rule = {"type": "rule", "color": SOFT, "strokeDash": [2, 3]}
    named = {"type": "text", "color": SOFT, "fontSize": 10.5, "baseline": "bottom"}
    return [
        {"data": end, "mark": rule, "encoding": {"x": x}},
        {"data": end, "mark": named, "encoding": {"x": x, "y": {"value": -2}, "text": {"field": "label"}}},
        {"data": points, "mark": line, "encoding": {"x": x, "y": y, "detail": stretch}},
        {
            "data": points,
            "mark": {**mark, "opacity": 1},
            "encoding": {"x": x, "y": y, "fill": shade, "strokeDash": gone, "tooltip": tip},
        },
        {"data": points, "mark": text, "encoding": {"x": x, "y": y, "text": {"field": "label"}, "color": on_dark}},
        {
            "data": {"values": [one for one in points["values"] if one["apart"]]},
            "mark": {**text, "dx": -19, "fontSize": 15, "fontWeight": 700, "color": INK},
            "encoding": {"x": x, "y": y, "text": {"value": "∥"}},
        },
    ]


def _point(row: TimeRow, i: int, words: Words) -> dict[str, Any]:
    one = row.points[i]
    return {
        "row": row.id,
        "on": one.on,
        "label": one.label,
        "share": 0.0 if one.share is None else one.share,
        "segment": one.segment,
        "faded": one.faded,
        "apart": bool(i) and one.segment != row.points[i - 1].segment,
        "name": phrase(row.name.replace("\n", ": "), words),
        "when": words.date(one.on),
        "shown": phrase(one.shown, words),
    }
