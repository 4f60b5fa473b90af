"""How far each condition of a gate is from its limit in the month it is judged."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment, ConditionOutlook, GateOutlook
from jisr.charts.chart import INK, PALETTE, SOFT, Chart, draws_source, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["condition_margins"]

_FURTHEST = 1.0
"""Margins beyond once the limit are drawn at the edge, which says so; the figures are in the table."""
_TICKS = "datum.value == 0 ? '0%' : (abs(datum.value) == 1 ? (datum.value < 0 ? '≤ ' : '≥ ') : '') + format(datum.value, '+.0%')"


def condition_margins(assessment: Assessment, gate: GateOutlook, words: Words) -> Chart | None:
    """A range a condition, right of the line is met; None when no condition has a number."""
    rows = [row for one in gate.conditions if (row := _margin(one, words)) is not None]
    if not rows:
        return None
    title = words.text("chart-margins-title", gate=words.name(gate.name), month=words.month(gate.reference))
    short = [row["plain"] for row in rows if row["middle"] < 0]
    alternative = words.text(
        "chart-margins-alternative",
        n=words.number(len(short)),
        all=words.number(len(rows)),
        names=words.text("comma").join(short) or "–",
    )
    columns = [
        Column(words.text("table-condition")),
        *(Column(words.text(key), "number") for key in ("table-low", "table-median", "table-high")),
    ]
    cells: list[tuple[Cell | str, ...]] = [
        (
            Cell(row["plain"], address=row["address"]),
            *(Cell(row[f"{key}-shown"], value=row[f"{key}-exact"]) for key in ("low", "middle", "high")),
        )
        for row in rows
    ]
    name = f"margins-{gate.gate}"
    return Chart(
        id=name,
        title=title,
        unit=words.text("axis-margin"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, rows_height(len(rows), 25)) | {"layer": _layers(rows, words)},
        data=plain_table(name, title, columns, cells),
    )


def _margin(one: ConditionOutlook, words: Words) -> dict[str, Any] | None:
    values = (one.value_q05, one.value_q50, one.value_q95)
    limit = one.threshold
    if limit is None or one.unit == "yes or no" or any(value is None for value in values):
        return None
    sign, scale = (1.0 if one.comparison == ">=" else -1.0), abs(limit) or 1.0
    margins = sorted(sign * (float(value or 0.0) - limit) / scale for value in values)
    row: dict[str, Any] = {
        "condition": one.condition,
        "address": f"condition/{one.condition}",
        "plain": words.name(one.name),
    }
    row["name"] = phrase(row["plain"], words)
    for key, margin in zip(("low", "middle", "high"), margins, strict=True):
        row[key] = max(-_FURTHEST, min(_FURTHEST, margin))
        row[f"{key}-exact"] = margin
        row[f"{key}-shown"] = words.isolated(
            ("+" if margin > 0 else "−" if margin < 0 else "") + words.percent(abs(margin))
        )
    row["state"] = "met" if row["middle"] >= 0 else "short"
    row["shown"] = row["middle-shown"]
    row["spread"] = words.isolated(f"{row['low-shown']} … {row['high-shown']}")
    return row


def _layers(rows: list[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    data = {"values": rows}
    axis = {"labelExpr": _TICKS, "values": [-1, -0.5, 0, 0.5, 1], "grid": True}
    title = phrase(words.text("axis-margin"), words)
    scale = {"domain": [-_FURTHEST, _FURTHEST]}
    x = {"field": "middle", "type": "quantitative", "title": title, "axis": axis, "scale": scale}
    y = rows_axis("condition", {row["condition"]: row["plain"] for row in rows}, words)
    shown = tooltip(words, name="table-condition", shown="table-median", spread="table-spread")
    shape = {
        "field": "state",
        "type": "nominal",
        "scale": {"domain": ["met", "short"], "range": ["circle", "diamond"]},
        "legend": None,
    }
    colour = {
        "field": "state",
        "type": "nominal",
        "scale": {"domain": ["met", "short"], "range": [PALETTE[0], PALETTE[1]]},
        "legend": None,
    }
    full = {"condition": {"test": "datum.state == 'met'", "value": PALETTE[0]}, "value": "#ffffff"}
    return [
        {
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "data": {"values": [{}]},
            "encoding": {"x": {"datum": 0, "type": "quantitative"}},
        },
        {
            "data": data,
            "mark": {"type": "rule", "color": SOFT, "strokeWidth": 3, "opacity": 0.55},
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y, "tooltip": shown},
        },
        {
            "data": data,
            "mark": {"type": "point", "size": 75, "opacity": 1},
            "encoding": {"x": x, "y": y, "shape": shape, "stroke": colour, "fill": full, "tooltip": shown},
        },
    ]
