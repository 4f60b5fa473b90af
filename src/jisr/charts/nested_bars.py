"""Bars within bars: what is left of a quantity from step to step, a row each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import INK, PALETTE, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["NestedBar", "NestedBars", "nested_bars"]

_FILLS = ("#dfe5ea", "#a9c3d6", "#4f7f9e", "#0b3c5d")
_BANDS = (0.8, 0.6, 0.4, 0.2)
"""The later the step the darker and the narrower the bar: each is seen on the one before without colour too."""


@dataclass(frozen=True)
class NestedBar:
    """One row: a share of the whole and its text for each step there is, a tick (None: none), and a note behind it."""

    id: str
    name: str
    steps: Mapping[str, tuple[float, str]]
    tick: float | None
    note: str


@dataclass(frozen=True)
class NestedBars:
    """Texts of the picture, at most four steps (key → name) from the widest to the narrowest, what the tick marks, rows,
    and the table behind it.
    """

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    steps: Mapping[str, str]
    tick: str
    rows: tuple[NestedBar, ...]
    data: Table


def nested_bars(shown: NestedBars, words: Words) -> Chart | None:
    """None without rows. Values are shares."""
    if not shown.rows:
        return None
    step = 31 if any("\n" in row.name for row in shown.rows) else 26
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


def _layers(shown: NestedBars, words: Words) -> list[dict[str, Any]]:
    top = max([1.0, *(share for row in shown.rows for share, _ in row.steps.values())])
    x = {
        "type": "quantitative",
        "title": phrase(shown.unit, words),
        "scale": {"domain": [0, 1.75 * top], "nice": False},
        "axis": {"format": ".0%", "values": [top * i / 4 for i in range(5)] if top > 1 else [0, 0.25, 0.5, 0.75, 1]}
        | {"labelOverlap": True},
    }
    y = rows_axis("row", {row.id: row.name for row in shown.rows}, words)
    layers = [_step(shown, key, band, x, y, words) for key, band in zip(shown.steps, _BANDS, strict=False)]
    ticks = [_tick(row, shown, words) for row in shown.rows if row.tick is not None]
    if ticks:
        mark = {"type": "tick", "color": PALETTE[1], "thickness": 3, "size": 22}
        tip = tooltip(words, name="table-what", what="table-step", shown="table-value-now")
        encoding = {"x": {**x, "field": "value"}, "y": y, "tooltip": tip}
        layers.append({"data": {"values": ticks}, "mark": mark, "encoding": encoding})
    notes = {"values": [{"row": row.id, "note": phrase(row.note, words)} for row in shown.rows]}
    text = {"type": "text", "align": "left", "fontSize": 11, "color": INK, "limit": 190}
    at = {"datum": 1.03 * top, "type": "quantitative"}
    layers.append({"data": notes, "mark": text, "encoding": {"x": at, "y": y, "text": {"field": "note"}}})
    return layers


def _tick(row: NestedBar, shown: NestedBars, words: Words) -> dict[str, Any]:
    return {
        "row": row.id,
        "value": row.tick,
        "name": phrase(row.name.replace("\n", ": "), words),
        "what": phrase(shown.tick, words),
        "shown": words.percent(row.tick or 0.0),
    }


def _step(
    shown: NestedBars, key: str, band: float, x: dict[str, Any], y: dict[str, Any], words: Words
) -> dict[str, Any]:
    bars = [
        {
            "row": row.id,
            "step": key,
            "value": row.steps[key][0],
            "name": phrase(row.name.replace("\n", ": "), words),
            "what": phrase(shown.steps[key], words),
            "shown": row.steps[key][1],
        }
        for row in shown.rows
        if key in row.steps
    ]
    named = {step: phrase(name, words) for step, name in shown.steps.items()}
    legend = {
        "title": None,
        "orient": "top",
        "labelExpr": f"({json.dumps(named, ensure_ascii=False)})[datum.value]",
        "labelLimit": 200,
        "symbolType": "square",
    }
    scale = {"domain": list(shown.steps), "range": list(_FILLS[: len(shown.steps)])}
    mark = {"type": "bar", "height": {"band": band}, "stroke": INK, "strokeWidth": 0.5}
    tip = tooltip(words, name="table-what", what="table-step", shown="table-value-now")
    colour = {"field": "step", "type": "nominal", "scale": scale, "legend": legend}
    return {
        "data": {"values": bars},
        "mark": mark,
        "encoding": {"x": {**x, "field": "value"}, "y": y, "color": colour, "tooltip": tip},
    }
