"""A chart as a value."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jisr.assessment import Assessment
from jisr.charts.table import Table
from jisr.words import Words

__all__ = [
    "DASHES",
    "FILLS",
    "INK",
    "PALETTE",
    "SOFT",
    "Chart",
    "Choice",
    "draws_source",
    "frame",
    "month_axis",
    "phrase",
    "rows_axis",
    "rows_height",
    "shared_data",
    "tooltip",
]

PALETTE = ("#0b3c5d", "#b45f06", "#3d7a4e", "#7a3d74", "#5a5a5a")
"""Dark enough on white for text (WCAG AA), told apart with the common colour deficiencies (after Okabe & Ito 2008)."""
DASHES = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (1, 4))
"""Line patterns beside the colours: a chart reads in black and white too."""
FILLS = ("#8fb3cc", "#f2dbb3", "#b7b7b7", "#bcd6b4", "#dcc4d8")
"""Areas that carry dark labels; neighbours differ in lightness."""
INK, SOFT = "#17202b", "#52606f"
FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"
_RIGHT_TO_LEFT, _POP = "\u2067", "\u2069"
_LIFT, _LINE = -6, 12
"""Half a line of a label, and a line, in pixels."""
_BROAD = 32
"""Letters of a label on one line; a longer one is broken into two, in smaller letters."""
_LONG = 24
"""Horizons beyond it are marked by year, shorter ones by quarter."""


@dataclass(frozen=True)
class Choice:
    """Something to pick: an id shared by linked charts, a label, (key, name) pairs, and the key picked at first."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    first: str = ""

    def parameter(self) -> dict[str, Any]:
        """The parameter of a specification that follows the choice."""
        return {"name": "picked", "value": self.first}


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification with what must stand beside it.

    Parameters: `unit` of the vertical axis; `source` of the figures; `alternative` the text for who cannot see it;
    `data` the table behind it, as shown; `choice` what a reader may pick out of it, shared by every chart that has the
    same choice (the specification reads it in its parameter `picked`; empty is everything); `wide` when its letters need
    the whole width of a sheet.
    """

    id: str
    title: str
    unit: str
    source: str
    alternative: str
    specification: Mapping[str, Any]
    data: Table
    choice: Choice | None = None
    wide: bool = False


def phrase(text: str, words: Words) -> str:
    """Text that keeps the order of its phrases inside a picture, whose base direction is left-to-right."""
    return f"{_RIGHT_TO_LEFT}{text}{_POP}" if words.direction == "rtl" else text


def frame(title: str, alternative: str, words: Words, height: int = 260) -> dict[str, Any]:
    """What every chart has: schema, width, fonts, no decoration."""
    anchor = "end" if words.direction == "rtl" else "start"
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": alternative,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": "#ffffff",
        "padding": {"left": 4, "right": 6, "top": 16, "bottom": 4},
        "title": {"text": phrase(title, words), "anchor": anchor, "fontSize": 14, "fontWeight": 600, "offset": 16},
        "config": {
            "aria": False,  # the picture as a whole has its text; a thousand labelled marks would drown it
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


def draws_source(assessment: Assessment, words: Words) -> str:
    """The source line of what was computed."""
    plan = assessment.plan
    return words.text("source-draws", draws=words.number(plan.draws), seed=words.isolated(str(plan.seed)))


def tooltip(words: Words, **fields: str) -> list[dict[str, Any]]:
    """What hovering shows: field → key of its heading."""
    return [
        {"field": field, "type": "nominal", "title": phrase(words.text(key), words)} for field, key in fields.items()
    ]


def rows_height(rows: int, step: int) -> int:
    """Height of a picture of named rows, each `step` pixels high."""
    return step * max(rows, 2)


def shared_data(specification: Mapping[str, Any]) -> dict[str, Any]:
    """The same picture with equal data of several layers written once, under `datasets`."""
    kept: dict[str, list[Any]] = {}
    names: dict[str, str] = {}

    def moved(part: Any) -> Any:
        if isinstance(part, Mapping):
            values = part.get("values") if len(part) == 1 else None
            if isinstance(values, list):
                text = json.dumps(values, sort_keys=True)
                name = names.setdefault(text, f"d{len(names)}")
                kept[name] = values
                return {"name": name}
            return {key: moved(value) for key, value in part.items()}
        return [moved(one) for one in part] if isinstance(part, (list, tuple)) else part

    made = moved(specification)
    return {**made, "datasets": kept} if kept else dict(made)


def rows_axis(field: str, names: Mapping[str, str], words: Words) -> dict[str, Any]:
    """The vertical axis of named rows in the order of the names, at the side where the language begins.

    A name of several lines stands on as many, a long one on two.
    """
    lines = {key: [phrase(line, words) for line in _lines(name)] for key, name in names.items()}
    shown = {key: one if len(one) > 1 else one[0] for key, one in lines.items()}
    axis: dict[str, Any] = {
        "labelExpr": f"({json.dumps(shown, ensure_ascii=False)})[datum.value]",
        "labelLimit": 210,
        "orient": "right" if words.direction == "rtl" else "left",
        "ticks": False,
        "domain": False,
        "labelPadding": 6,
    }
    several = [key for key, one in lines.items() if len(one) > 1]
    if several:
        test = f"indexof({json.dumps(several)}, datum.value) >= 0"
        # a label of several lines hangs from its first one
        axis["labelOffset"] = {"condition": {"test": test, "value": _LIFT}, "value": 0}
        axis["labelFontSize"] = {"condition": {"test": test, "value": 11}, "value": 12}
        axis["labelLineHeight"] = _LINE
    return {
        "field": field,
        "type": "nominal",
        "sort": list(names),
        "scale": {"domain": list(names)},
        "title": None,
        "axis": axis,
    }


def _lines(name: str) -> list[str]:
    """The lines of a label, at most two of a name that has none of its own."""
    if "\n" in name or len(name) <= _BROAD:
        return name.split("\n")
    first, *rest = textwrap.wrap(name, len(name) // 2 + 5, break_on_hyphens=False) or [name]
    return [first, " ".join(rest)] if rest else [first]


def month_axis(months: Sequence[str]) -> dict[str, Any]:
    """The horizontal axis: months in UTC, so that a month is the same one in every time zone."""
    yearly = len(months) > _LONG
    ticks = {"interval": "year", "step": 1} if yearly else {"interval": "month", "step": 3}
    axis = {"format": "%Y" if yearly else "%Y-%m", "tickCount": ticks, "labelOverlap": True}
    return {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth", "title": None, "axis": axis}
