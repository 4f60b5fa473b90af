"""Named rows with a range and a median, and marks of several kinds on the same axis."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import FILLS, INK, PALETTE, SOFT, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["NamedRange", "NamedRanges", "RangeMark", "named_ranges"]

_SHAPES = ("circle", "square", "diamond", "triangle-up")
_COLOURS = (PALETTE[1], PALETTE[2], SOFT, PALETTE[3])
"""One for each kind of mark in its order: told apart by shape as well."""


@dataclass(frozen=True)
class RangeMark:
    """A mark on a row: its kind (a key), its value, its name and its value as text."""

    kind: str
    value: float
    name: str
    shown: str


@dataclass(frozen=True)
class NamedRange:
    """One row: 5, 50 and 95 per cent, the text behind them (`note`), marks, and what `explain` would be asked for.

    A name may have several lines.
    """

    id: str
    name: str
    low: float
    middle: float
    high: float
    shown: str
    note: str = ""
    marks: tuple[RangeMark, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class NamedRanges:
    """Texts of the picture, the rows, the kinds of marks (key → name), and the table behind it.

    `line` is a value that every row is held against, where there is one; `room` the share of the axis left for notes.
    """

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    median: str
    kinds: Mapping[str, str]
    rows: tuple[NamedRange, ...]
    data: Table
    line: float | None = None
    room: float = 0.0


def named_ranges(shown: NamedRanges, words: Words) -> Chart | None:
    """A bar from 5 to 95 per cent with a tick at the median, a row each; None without rows. Values are shares."""
    if not shown.rows:
        return None
    step = 31 if any("\n" in row.name for row in shown.rows) else 23
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


def _layers(shown: NamedRanges, words: Words) -> list[dict[str, Any]]:
    y = rows_axis("row", {row.id: row.name for row in shown.rows}, words)
    x = _axis(shown, words)
    ranges = {"values": [_range(row, shown, words) for row in shown.rows]}
    marks = {"values": [_mark(row, mark, words) for row in shown.rows for mark in row.marks]}
    tip = tooltip(words, name="table-what", shown="table-median", spread="table-spread")
    bar = {"type": "bar", "color": FILLS[0], "height": {"band": 0.42}}
    tick = {"type": "tick", "color": INK, "thickness": 2.4, "size": 15}
    layers: list[dict[str, Any]] = [] if shown.line is None else [_line(shown.line, x)]
    layers += [
        {
            "data": ranges,
            "mark": bar,
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y, "tooltip": tip},
        },
        {"data": ranges, "mark": tick, "encoding": {"x": {**x, "field": "middle"}, "y": y, "tooltip": tip}},
    ]
    if marks["values"]:
        layers.append(_marked(shown, marks, x, y, words))
    if shown.room:
        note = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 10.5, "color": INK, "limit": 190}
        note |= {"lineBreak": "\n", "lineHeight": 13, "dy": {"expr": "indexof(datum.note, '\\n') < 0 ? 0 : -6"}}
        at = {"datum": _top(shown) * 1.04, "type": "quantitative"}
        layers.append({"data": ranges, "mark": note, "encoding": {"x": at, "y": y, "text": {"field": "note"}}})
    return layers


def _marked(
    shown: NamedRanges, marks: dict[str, Any], x: dict[str, Any], y: dict[str, Any], words: Words
) -> dict[str, Any]:
    kinds = list(shown.kinds)
    named = {key: phrase(name, words) for key, name in shown.kinds.items()}
    legend = {
        "title": None,
        "orient": "top",
        "labelExpr": f"({json.dumps(named, ensure_ascii=False)})[datum.value]",
        "labelLimit": 240,
    }
    scale = {"domain": kinds, "range": list(_SHAPES[: len(kinds)])}
    colours = {"domain": kinds, "range": list(_COLOURS[: len(kinds)])}
    return {
        "data": marks,
        "mark": {"type": "point", "filled": True, "size": 52, "opacity": 1, "stroke": "#ffffff", "strokeWidth": 0.6},
        "encoding": {
            "x": {**x, "field": "value"},
            "y": y,
            "shape": {"field": "kind", "type": "nominal", "scale": scale, "legend": legend},
            "color": {"field": "kind", "type": "nominal", "scale": colours, "legend": legend},
            "tooltip": tooltip(words, name="table-what", shown="table-value-now"),
        },
    }


def _top(shown: NamedRanges) -> float:
    values = [row.high for row in shown.rows] + [mark.value for row in shown.rows for mark in row.marks]
    return max(1.0, *values)


def _axis(shown: NamedRanges, words: Words) -> dict[str, Any]:
    top = _top(shown)
    step = 0.25 if top <= 1.5 else 0.5 if top <= 3 else max(1.0, round(top / 5))
    ticks = [step * i for i in range(int(top / step) + 1)]
    return {
        "type": "quantitative",
        "title": phrase(shown.unit, words),
        "scale": {"domain": [0, top * (1 + shown.room)], "nice": False},
        "axis": {"format": ".0%", "values": ticks, "labelOverlap": True},
    }


def _line(value: float, x: dict[str, Any]) -> dict[str, Any]:
    mark = {"type": "rule", "color": INK, "strokeDash": [4, 3]}
    return {"data": {"values": [{"value": value}]}, "mark": mark, "encoding": {"x": {**x, "field": "value"}}}


def _range(row: NamedRange, shown: NamedRanges, words: Words) -> dict[str, Any]:
    return {
        "row": row.id,
        "address": row.address,
        "low": row.low,
        "middle": row.middle,
        "high": row.high,
        "name": phrase(f"{row.name.replace(chr(10), ': ')}, {shown.median}" if shown.median else row.name, words),
        "shown": row.shown,
        "spread": words.isolated(f"{words.percent(row.low)}–{words.percent(row.high)}"),
        "note": "\n".join(phrase(line, words) for line in row.note.split("\n")),
    }


def _mark(row: NamedRange, mark: RangeMark, words: Words) -> dict[str, Any]:
    return {
        "row": row.id,
        "kind": mark.kind,
        "value": mark.value,
        "name": phrase(mark.name, words),
        "shown": mark.shown,
    }
