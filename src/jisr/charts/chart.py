"""A chart as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jisr.charts.table import Table
from jisr.words import Words

__all__ = ["DASHES", "FILLS", "PALETTE", "Chart", "frame", "month_axis", "phrase"]

PALETTE = ("#0b3c5d", "#b45f06", "#3d7a4e", "#7a3d74", "#5a5a5a")
"""Dark enough on white for text (WCAG AA), told apart with the common colour deficiencies (after Okabe & Ito 2008)."""
DASHES = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (1, 4))
"""Line patterns beside the colours: a chart reads in black and white too."""
FILLS = ("#8fb3cc", "#f2dbb3", "#b7b7b7", "#bcd6b4", "#dcc4d8")
"""Areas that carry dark labels; neighbours differ in lightness."""
INK, SOFT = "#17202b", "#52606f"
FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"
_RIGHT_TO_LEFT, _POP = "\u2067", "\u2069"
_LONG = 24
"""Horizons beyond it are marked by year, shorter ones by quarter."""


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification with what must stand beside it.

    Parameters: `unit` of the vertical axis; `source` of the figures; `alternative` the text for who cannot see it;
    `data` the table behind it, as shown.
    """

    id: str
    title: str
    unit: str
    source: str
    alternative: str
    specification: Mapping[str, Any]
    data: Table


def phrase(text: str, words: Words) -> str:
    """Text that keeps the order of its phrases inside a picture, whose base direction is left-to-right."""
    return f"{_RIGHT_TO_LEFT}{text}{_POP}" if words.direction == "rtl" else text


def frame(title: str, alternative: str, words: Words) -> dict[str, Any]:
    """What every chart has: schema, width, fonts, no decoration."""
    anchor = "end" if words.direction == "rtl" else "start"
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": alternative,
        "width": "container",
        "height": 260,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": "#ffffff",
        "padding": {"left": 4, "right": 6, "top": 16, "bottom": 4},
        "title": {"text": phrase(title, words), "anchor": anchor, "fontSize": 14, "fontWeight": 600, "offset": 16},
        "config": {
            "font": FONT,
            "title": {"color": INK, "font": FONT},
            "axis": {
                "labelColor": INK,
                "titleColor": SOFT,
                "titleFontWeight": "normal",
                "titleFontSize": 12,
                "gridColor": "#e6e9ed",
                "domainColor": SOFT,
                "tickColor": SOFT,
                "labelFontSize": 12,
            },
            "text": {"font": FONT, "fontSize": 12},
            "view": {"stroke": None},
        },
    }


def month_axis(months: Sequence[str]) -> dict[str, Any]:
    """The horizontal axis: months in UTC, so that a month is the same one in every time zone."""
    yearly = len(months) > _LONG
    ticks = {"interval": "year", "step": 1} if yearly else {"interval": "month", "step": 3}
    axis = {"format": "%Y" if yearly else "%Y-%m", "tickCount": ticks, "labelOverlap": True}
    return {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth", "title": None, "axis": axis}
