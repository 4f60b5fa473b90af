"""Counts of named rows, stacked by kind: inputs by basis, sources by grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import FILLS, INK, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["Counts", "stacked_counts"]


@dataclass(frozen=True)
class Counts:
    """What is counted: texts of the picture, kinds (key → name) in their order, and rows (name → kind → count)."""

    id: str
    title: str
    alternative: str
    source: str
    heading: str
    kinds: Mapping[str, str]
    rows: Mapping[str, Mapping[str, int]]
    address: str = ""
    """What `explain` would be asked for; with a `/` at its end, the name of the row follows."""


def stacked_counts(counts: Counts, words: Words) -> Chart | None:
    """A bar a row, a part a kind with its count in it; None when there is nothing to count."""
    if not any(sum(row.values()) for row in counts.rows.values()):
        return None
    own = counts.address if counts.address.endswith("/") else ""
    columns = [Column(counts.heading), *(Column(name, "number") for name in counts.kinds.values())]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(name, address=own and own + name),
            *(Cell(words.number(row.get(kind, 0)), value=row.get(kind, 0)) for kind in counts.kinds),
        )
        for name, row in counts.rows.items()
    ]
    body = {"layer": _layers(counts, words)}
    whole = counts.address.rstrip("/")
    return Chart(
        id=counts.id,
        title=counts.title,
        unit=words.text("axis-count"),
        source=counts.source,
        alternative=counts.alternative,
        specification=frame(counts.title, counts.alternative, words, rows_height(len(counts.rows), 20)) | body,
        data=plain_table(counts.id, counts.title, columns, rows, whole),
    )


def _layers(counts: Counts, words: Words) -> list[dict[str, Any]]:
    parts = [
        {
            "row": name,
            "kind": kind,
            "rank": rank,
            "count": row[kind],
            "name": phrase(name, words),
            "type": phrase(counts.kinds[kind], words),
            "shown": words.number(row[kind]),
        }
        for name, row in counts.rows.items()
        for rank, kind in enumerate(counts.kinds)
        if row.get(kind)
    ]
    data = {"values": parts}
    kinds = list(counts.kinds)
    fills = [_STEPS[i % len(_STEPS)] for i in range(len(kinds))]
    shown_kinds = {kind: phrase(name, words) for kind, name in counts.kinds.items()}
    legend = {
        "title": None,
        "orient": "top",
        "labelExpr": f"({_object(shown_kinds)})[datum.value]",
        "symbolType": "square",
    }
    colour = {"field": "kind", "type": "nominal", "scale": {"domain": kinds, "range": fills}, "legend": legend}
    x = {
        "field": "count",
        "type": "quantitative",
        "title": phrase(words.text("axis-count"), words),
        "stack": "zero",
        "axis": {"tickCount": 5, "format": "d"},
    }
    y = rows_axis("row", {name: name for name in counts.rows}, words)
    order = {"field": "rank", "type": "ordinal"}
    shown = tooltip(words, name="table-what", type="table-kind", shown="axis-count")
    bar = {"type": "bar", "stroke": INK, "strokeWidth": 0.6, "height": {"band": 0.72}}
    least = max(sum(row.values()) for row in counts.rows.values()) / 30
    return [
        {"data": data, "mark": bar, "encoding": {"x": x, "y": y, "color": colour, "order": order, "tooltip": shown}},
        {
            "data": data,
            "mark": {"type": "text", "fontSize": 10.5},
            "encoding": {
                "x": {**x, "bandPosition": 0.5},
                "y": y,
                "order": order,
                "detail": {"field": "kind"},
                "text": {"condition": {"test": f"datum.count >= {least:.4g}", "field": "shown"}, "value": ""},
                "color": {"value": INK},
            },
        },
    ]


_STEPS = (FILLS[0], "#eef2f5", FILLS[1], FILLS[4])
"""Neighbours differ in lightness, and each part carries its count."""


def _object(names: Mapping[str, str]) -> str:
    import json

    return json.dumps(names, ensure_ascii=False)
