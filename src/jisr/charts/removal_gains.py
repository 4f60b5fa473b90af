"""What meeting one condition would add to a gate's chance."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment, GateOutlook
from jisr.charts.chart import FILLS, INK, Chart, draws_source, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["removal_gains"]

_LEAST = 0.005
"""Gains below half a point are within the noise of the draws."""


def removal_gains(assessment: Assessment, gate: GateOutlook, words: Words) -> Chart | None:
    """A bar a condition that would add at least half a point; None when none would."""
    found = sorted(
        (one for one in gate.conditions if one.gain_if_removed >= _LEAST),
        key=lambda one: (-one.gain_if_removed, one.condition),
    )
    if not found:
        return None
    title = words.text("chart-gains-title", gate=words.name(gate.name), month=words.month(gate.reference))
    bars = [
        {
            "condition": one.condition,
            "address": f"condition/{one.condition}",
            "gain": 100 * one.gain_if_removed,
            "name": phrase(words.name(one.name), words),
            "family": phrase(words.text(f"family-{one.family}"), words),
            "shown": words.isolated("+" + words.points(one.gain_if_removed)),
            "label": f"{words.isolated('+' + words.points(one.gain_if_removed))}  {phrase(words.text(f'family-{one.family}'), words)}",
        }
        for one in found
    ]
    alternative = words.text("chart-gains-alternative", name=words.name(found[0].name), gain=bars[0]["shown"])
    columns = [
        Column(words.text("table-condition")),
        Column(words.text("table-family")),
        Column(words.text("table-gain"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(one.name), address=f"condition/{one.condition}"),
            words.text(f"family-{one.family}"),
            Cell(str(bar["shown"]), value=one.gain_if_removed),
        )
        for one, bar in zip(found, bars, strict=True)
    ]
    name = f"gains-{gate.gate}"
    names = {one.condition: words.name(one.name) for one in found}
    return Chart(
        id=name,
        title=title,
        unit=words.text("axis-points"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, rows_height(len(found), 25))
        | {"layer": _layers(bars, names, words)},
        data=plain_table(name, title, columns, rows),
    )


def _layers(bars: list[dict[str, Any]], names: dict[str, str], words: Words) -> list[dict[str, Any]]:
    data = {"values": bars}
    # room on the right for the text after the longest bar
    scale = {"domain": [0, max(1.0, 1.7 * max(float(bar["gain"]) for bar in bars))]}
    x = {
        "field": "gain",
        "type": "quantitative",
        "title": phrase(words.text("axis-points"), words),
        "axis": {"tickCount": 4},
        "scale": scale,
    }
    y = rows_axis("condition", names, words)
    shown = tooltip(words, name="table-condition", family="table-family", shown="table-gain")
    bar = {"type": "bar", "color": FILLS[0], "stroke": INK, "strokeWidth": 0.6, "height": {"band": 0.62}}
    label = {"type": "text", "align": "left", "dx": 5, "fontSize": 11, "color": INK}
    return [
        {"data": data, "mark": bar, "encoding": {"x": x, "y": y, "tooltip": shown}},
        {"data": data, "mark": label, "encoding": {"x": x, "y": y, "text": {"field": "label"}}},
    ]
