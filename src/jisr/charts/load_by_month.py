"""How full named things are, by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import INK, Chart, frame, month_axis, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["Load", "Loads", "load_by_month"]

_COLOURS = {"domain": [0, 0.5, 1], "range": ["#f4f6f8", "#f0c9a0", "#7a3b10"], "interpolate": "rgb"}
_DARK = 0.75
_FULL = 1.0
_LABELLED = 6
"""Every so many months the figures stand in their cell, and in every month in which they begin to be others."""


@dataclass(frozen=True)
class Load:
    """One row: used and there, by month."""

    id: str
    name: str
    used: tuple[float, ...]
    there: tuple[float, ...]


@dataclass(frozen=True)
class Loads:
    """Texts of the picture, months, rows, and the table behind it."""

    id: str
    title: str
    alternative: str
    source: str
    unit: str
    months: tuple[str, ...]
    rows: tuple[Load, ...]
    data: Table


def load_by_month(shown: Loads, words: Words) -> Chart | None:
    """A row each, a cell a month, the darker the fuller; None where nothing is used."""
    if not any(used > 0 for row in shown.rows for used in row.used):
        return None
    return Chart(
        id=shown.id,
        title=shown.title,
        unit=shown.unit,
        source=shown.source,
        alternative=shown.alternative,
        specification=frame(shown.title, shown.alternative, words, rows_height(len(shown.rows), 26))
        | {"layer": _layers(shown, words)},
        data=shown.data,
    )


def _layers(shown: Loads, words: Words) -> list[dict[str, Any]]:
    cells = {"values": [_cell(shown, row, i, words) for row in shown.rows for i in range(len(shown.months))]}
    x = month_axis(shown.months)
    y = rows_axis("row", {row.id: row.name for row in shown.rows}, words)
    shade = {"field": "share", "type": "quantitative", "scale": _COLOURS, "legend": None}
    dark = {"condition": {"test": f"datum.share >= {_DARK}", "value": "#ffffff"}, "value": INK}
    tip = tooltip(words, name="table-what", when="table-month", shown="table-taken-in")
    return [
        {
            "data": cells,
            "mark": {"type": "rect", "height": {"band": 0.8}},
            "encoding": {"x": x, "y": y, "color": shade, "tooltip": tip},
        },
        {
            "data": cells,
            "transform": [{"filter": "datum.label != ''"}],
            "mark": {"type": "text", "align": "left", "fontSize": 10, "dx": 1},
            "encoding": {"x": {**x, "bandPosition": 0}, "y": y, "text": {"field": "label"}, "color": dark},
        },
    ]


def _cell(shown: Loads, row: Load, i: int, words: Words) -> dict[str, Any]:
    used, there = row.used[i], row.there[i]
    text = words.isolated(f"{_units(used, words)}/{_units(there, words)}")
    share = used / there if there > 0 else _FULL if used > 0 else 0.0
    return {
        "row": row.id,
        "month": f"{shown.months[i]}-01",
        "share": min(share, _FULL),
        "name": phrase(row.name, words),
        "when": words.month(shown.months[i]),
        "shown": text,
        "label": text if i % _LABELLED == 0 and used > 0 else "",
    }


def _units(value: float, words: Words) -> str:
    return words.number(value, 0 if value == round(value) else 1)
