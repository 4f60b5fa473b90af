"""A chart as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["DASHES", "PALETTE", "Chart", "frame"]

PALETTE = ("#0b3c5d", "#b45f06", "#3d7a4e", "#7a3d74", "#5a5a5a")
"""Dark enough on white for text (WCAG AA), told apart with the common colour deficiencies (after Okabe & Ito 2008)."""
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 4])
"""Line patterns beside the colours: a chart reads in black and white too."""


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification with what must stand beside it.

    Parameters: `alternative` the text for who cannot see it; `header` and `rows` the data table behind it, as shown.
    """

    id: str
    title: str
    source: str
    alternative: str
    specification: Mapping[str, Any]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def frame(title: str, alternative: str) -> dict[str, Any]:
    """What every chart has: schema, width, fonts, no decoration."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": alternative,
        "width": "container",
        "height": 260,
        "background": "#ffffff",
        "padding": 4,
        "title": {"text": title, "anchor": "start", "fontSize": 14, "fontWeight": 600},
        "config": {
            "font": "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', sans-serif",
            "axis": {"labelColor": "#333", "titleColor": "#333", "gridColor": "#e3e3e3", "labelFontSize": 12},
            "view": {"stroke": None},
        },
    }
