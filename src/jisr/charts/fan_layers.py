"""A fan: two bands and a median, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jisr.assessment import Fan
from jisr.charts.chart import PALETTE, phrase, tooltip
from jisr.words import Words

__all__ = ["fan_layers", "fan_points"]


def fan_points(
    months: Sequence[str], fan: Fan, name: str, words: Words, unit: str = "", **keys: str
) -> list[dict[str, Any]]:
    """One point a month, with the text that hovering shows; `keys` go into every point."""
    suffix = f" {unit}" if unit else ""
    return [
        {
            **keys,
            "month": f"{month}-01",
            "low": fan.q05[i],
            "lower": fan.q25[i],
            "value": fan.q50[i],
            "upper": fan.q75[i],
            "high": fan.q95[i],
            "name": phrase(name, words),
            "when": words.month(month),
            "shown": words.quantity(fan.q50[i]) + suffix,
            "spread": words.isolated(f"{words.quantity(fan.q05[i])}–{words.quantity(fan.q95[i])}") + suffix,
        }
        for i, month in enumerate(months)
    ]


def fan_layers(
    points: Sequence[dict[str, Any]], x: dict[str, Any], y: dict[str, Any], words: Words, **style: Any
) -> list[dict[str, Any]]:
    """Bands of 90 and 50 per cent and the median. `style`: `colour`, `dash`."""
    data, colour = {"values": list(points)}, style.get("colour", PALETTE[0])
    shown = tooltip(words, name="table-what", when="table-month", shown="table-median", spread="table-spread")

    def band(low: str, high: str, opacity: float) -> dict[str, Any]:
        mark = {"type": "area", "color": colour, "opacity": opacity}
        return {"data": data, "mark": mark, "encoding": {"x": x, "y": {**y, "field": low}, "y2": {"field": high}}}

    line = {"type": "line", "color": colour, "strokeWidth": 2.2, "strokeDash": list(style.get("dash", (1, 0)))}
    hit = {"type": "rule", "color": colour, "opacity": 0, "strokeWidth": 6}
    return [
        band("low", "high", 0.16),
        band("lower", "upper", 0.26),
        {"data": data, "mark": line, "encoding": {"x": x, "y": {**y, "field": "value"}}},
        {"data": data, "mark": hit, "encoding": {"x": x, "tooltip": shown}},
    ]
