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
        specification=frame(title, alternative, words, rows_height(len(chosen), 20))
        | {"layer": _layers(chosen, components, words)},
        data=plain_table("programme", title, columns, rows),
    )


def _end(one: ActivityOutlook) -> str:
    """Its last month."""
    return str(Month.parse(one.start or "") + (max(one.months, 1) - 1))


def _layers(chosen: list[ActivityOutlook], components: list[str], words: Words) -> list[dict[str, Any]]:
    bars = {"values": [_bar(one, words) for one in chosen]}
    months = sorted({bar[key][:7] for bar in bars["values"] for key in ("month", "until")})
    span = Month.parse(months[-1]) - Month.parse(months[0])
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
        {
            "data": bars,
            "transform": [{"filter": "datum.label != ''"}],
            "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 10.5, "color": INK},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        },
    ]


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
