"""The programme as bars from start to end, by component."""

from __future__ import annotations

from typing import Any

from jisr.assessment import ActivityOutlook, Assessment
from jisr.charts.chart import (
    FILLS,
    INK,
    Chart,
    draws_source,
    frame,
    month_axis,
    phrase,
    rows_axis,
    rows_height,
    tooltip,
)
from jisr.charts.table import Cell, Column, plain_table
from jisr.months import Month
from jisr.words import Words

__all__ = ["programme_by_month"]

_LETTERS = 62
"""Letters of a label that the whole axis has room for, beside the names of activities on half a page."""


def programme_by_month(assessment: Assessment, words: Words) -> Chart | None:
    """One bar an activity that is chosen, by component and start; None when none is."""
    chosen = sorted(
        (one for one in assessment.programme.activities if one.start is not None),
        key=lambda one: (one.component, one.start or "", one.id),
    )
    if not chosen:
        return None
    title = words.text("chart-programme-title")
    components = list(dict.fromkeys(one.component for one in chosen))
    listed = words.text("comma").join(words.text(f"component-{one}") for one in components)
    first, last = min(one.start or "" for one in chosen), max(_end(one) for one in chosen)
    alternative = words.text(
        "chart-programme-alternative",
        n=len(chosen),
        components=listed,
        start=words.month(first),
        end=words.month(last),
    )
    columns = [
        Column(words.text("table-activity")),
        Column(words.text("table-component")),
        Column(words.text("table-start"), "month"),
        Column(words.text("table-end"), "month"),
        Column(words.text("table-months"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(one.title), address=f"activity/{one.id}"),
            words.text(f"component-{one.component}"),
            words.month(one.start or ""),
            words.month(_end(one)),
            Cell(words.number(one.months), value=one.months),
        )
        for one in chosen
    ]
    return Chart(
        id="programme",
        title=title,
        unit=words.text("table-month"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, rows_height(len(chosen), 24))
        | {"layer": _layers(chosen, components, words)},
        data=plain_table("programme", title, columns, rows),
    )


def _end(one: ActivityOutlook) -> str:
    """Its last month."""
    return str(Month.parse(one.start or "") + (max(one.months, 1) - 1))


def _layers(chosen: list[ActivityOutlook], components: list[str], words: Words) -> list[dict[str, Any]]:
    first = Month.parse(min(one.start or "" for one in chosen))
    span = Month.parse(max(_end(one) for one in chosen)) + 1 - first
    bars = {"values": [_bar(one, words) | {"place": _place(one, first, span, words)} for one in chosen]}
    x = month_axis(["" for _ in range(span + 1)]) | {"timeUnit": "utcyearmonthdate"}
    y = rows_axis("activity", {one.id: words.name(one.title) for one in chosen}, words)
    fills = [FILLS[i % len(FILLS)] for i in range(len(components))]
    colour = {"field": "component", "type": "nominal", "scale": {"domain": components, "range": fills}, "legend": None}
    shown = tooltip(
        words, name="table-activity", kind="table-component", when="table-start", last="table-end", cost="table-cost"
    )
    mark = {"type": "bar", "stroke": INK, "strokeWidth": 0.6, "height": {"band": 0.72}}
    return [
        {
            "data": bars,
            "mark": mark,
            "encoding": {
                "x": x,
                "x2": {"field": "until", "timeUnit": "utcyearmonthdate"},
                "y": y,
                "color": colour,
                "tooltip": shown,
            },
        },
        *(_label(some, place, x, y) for place, some in _placed(bars["values"]).items()),
    ]


def _placed(bars: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The bars by where their component is written; only places that are taken."""
    found: dict[str, list[dict[str, Any]]] = {}
    for bar in bars:
        found.setdefault(bar["place"], []).append(bar)
    return found


def _label(bars: list[dict[str, Any]], place: str, x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    """The component in words: within its bar, or beside one that is too short for it."""
    mark = {"type": "text", "fontSize": 10.5, "color": INK, "align": "right" if place == "before" else "left"}
    mark["dx"] = -4 if place == "before" else 4
    at = {**x, "field": "until"} if place == "after" else x
    return {"data": {"values": bars}, "mark": mark, "encoding": {"x": at, "y": y, "text": {"field": "label"}}}


def _place(one: ActivityOutlook, first: Month, span: int, words: Words) -> str:
    """Where the component is written: within the bar where it fits, else after it, else before it."""
    needed = len(words.text(f"component-{one.component}")) / _LETTERS * max(span, 1)
    if needed <= one.months:
        return "within"
    begins = Month.parse(one.start or "") - first
    return "after" if begins + one.months + needed <= span else "before"


def _bar(one: ActivityOutlook, words: Words) -> dict[str, Any]:
    start = Month.parse(one.start or "")
    kind = phrase(words.text(f"component-{one.component}"), words)
    return {
        "activity": one.id,
        "address": f"activity/{one.id}",
        "component": one.component,
        "month": f"{start}-01",
        "until": f"{start + max(one.months, 1)}-01",
        "name": phrase(words.name(one.title), words),
        "kind": kind,
        "label": kind,
        "when": words.month(str(start)),
        "last": words.month(_end(one)),
        "cost": words.quantity(sum(one.cost.values()) / 1e6),
    }
