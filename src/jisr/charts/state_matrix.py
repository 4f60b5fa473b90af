"""A matrix of states: which column of each row is provided for, and by a sign, not by colour alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import FILLS, INK, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["MatrixCell", "StateMatrix", "state_matrix"]

_SIGNS = ("●", "○", "✕")
_FILLS = (FILLS[0], "#f7ead2", "#ffffff")
"""One for each state in its order; they differ in lightness, and each cell carries its sign."""
_READING = "reading"


@dataclass(frozen=True)
class MatrixCell:
    """One cell: row, column, state (a key), and what hovering shows."""

    row: str
    column: str
    state: str
    shown: str


@dataclass(frozen=True)
class StateMatrix:
    """Texts of the picture; rows, columns and at most three states (key → name) in their order; cells that have a state.

    `signs` names the states as shortly as a legend must; `readings` are figures of the rows, as text, that stand in a last
    column of their own.
    """

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    states: Mapping[str, str]
    signs: Mapping[str, str]
    cells: tuple[MatrixCell, ...]
    reading: str
    readings: Mapping[str, str]
    data: Table


def state_matrix(shown: StateMatrix, words: Words) -> Chart | None:
    """A box a cell, with the sign of its state; None without cells."""
    if not shown.cells:
        return None
    return Chart(
        id=shown.id,
        title=shown.title,
        unit=shown.unit,
        source=shown.source,
        alternative=shown.alternative,
        specification=frame(shown.title, shown.alternative, words, rows_height(len(shown.rows), 25))
        | {"layer": _layers(shown, words)},
        data=shown.data,
    )


def _layers(shown: StateMatrix, words: Words) -> list[dict[str, Any]]:
    signs = dict(zip(shown.states, _SIGNS, strict=False))
    data = {"values": [_box(shown, one, signs[one.state], words) for one in shown.cells]}
    y = rows_axis("row", shown.rows, words)
    x = _columns(shown, words)
    named = {key: f"{signs[key]} {phrase(name, words)}" for key, name in shown.signs.items()}
    legend = {"title": None, "orient": "top", "labelExpr": f"({_object(named)})[datum.value]", "symbolType": "square"}
    colour = {
        "field": "state",
        "type": "nominal",
        "scale": {"domain": list(shown.states), "range": list(_FILLS[: len(shown.states)])},
        "legend": legend | {"labelLimit": 260, "symbolStrokeColor": INK},
    }
    tip = tooltip(words, name="table-what", heading="table-element-of", shown="table-provided")
    box = {"type": "rect", "stroke": INK, "strokeWidth": 0.7, "width": {"band": 0.86}, "height": {"band": 0.82}}
    layers = [
        {"data": data, "mark": box, "encoding": {"x": x, "y": y, "color": colour, "tooltip": tip}},
        {
            "data": data,
            "mark": {"type": "text", "fontSize": 12, "color": INK},
            "encoding": {"x": x, "y": y, "text": {"field": "sign"}},
        },
    ]
    if shown.readings:
        readings = {"values": [{"row": row, "column": _READING, "shown": text} for row, text in shown.readings.items()]}
        text = {"type": "text", "fontSize": 11.5, "fontWeight": 600, "color": INK}
        layers.append({"data": readings, "mark": text, "encoding": {"x": x, "y": y, "text": {"field": "shown"}}})
    return layers


def _box(shown: StateMatrix, one: MatrixCell, sign: str, words: Words) -> dict[str, Any]:
    return {
        "row": one.row,
        "column": one.column,
        "state": one.state,
        "sign": sign,
        "name": phrase(shown.rows[one.row], words),
        "heading": phrase(shown.columns[one.column], words),
        "shown": phrase(one.shown, words),
    }


def _columns(shown: StateMatrix, words: Words) -> dict[str, Any]:
    names = {key: phrase(name, words) for key, name in shown.columns.items()}
    if shown.readings:
        names[_READING] = phrase(shown.reading, words)
    axis = {
        "orient": "top",
        "labelAngle": -32,
        "labelExpr": f"({_object(names)})[datum.value]",
        "labelLimit": 110,
        "ticks": False,
        "domain": False,
    }
    return {
        "field": "column",
        "type": "nominal",
        "scale": {"domain": list(names)},
        "sort": list(names),
        "title": None,
        "axis": axis,
    }


def _object(names: Mapping[str, str]) -> str:
    return json.dumps(names, ensure_ascii=False)
