"""The chance of a severe month: more than half of the essential requirement uncovered."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import PALETTE, Chart, draws_source, frame, month_axis, phrase, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["severe_by_month"]

_LEAST = 0.05
"""The axis reaches at least so far, so that a chance near nought is not drawn as a mountain."""


def severe_by_month(assessment: Assessment, words: Words) -> Chart | None:
    """A line over the months ahead; None where no draw has a severe month."""
    months, shares = assessment.plan.months, assessment.severe
    if not any(share > 0 for share in shares) or len(shares) != len(months):
        return None
    draws = assessment.plan.draws
    worst = shares.index(max(shares))
    title = words.text("chart-severe-title")
    alternative = words.text(
        "chart-severe-alternative",
        ever=words.chance(assessment.severe_ever, draws),
        end=words.month(months[-1]),
        most=words.chance(shares[worst], draws),
        month=words.month(months[worst]),
    )
    points: list[dict[str, Any]] = [
        {"month": f"{month}-01", "share": share, "when": words.month(month), "shown": words.chance(share, draws)}
        for month, share in zip(months, shares, strict=True)
    ]
    columns = [Column(words.text("table-month"), "month"), Column(words.text("axis-probability"), "number")]
    rows: list[tuple[Cell | str, ...]] = [(one["when"], Cell(str(one["shown"]), value=one["share"])) for one in points]
    return Chart(
        id="severe",
        title=title,
        unit=words.text("axis-probability"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, 200) | {"layer": _layers(points, words)},
        data=plain_table("severe", title, columns, rows, "severe"),
    )


def _layers(points: list[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    x = month_axis([point["month"] for point in points])
    y = {
        "field": "share",
        "type": "quantitative",
        "title": phrase(words.text("axis-probability"), words),
        "scale": {"domain": [0, max([_LEAST, *(point["share"] for point in points)])]},
        "axis": {"format": "%", "tickCount": 4},
    }
    tip = tooltip(words, when="table-month", shown="axis-probability")
    data = {"values": points}
    return [
        {"data": data, "mark": {"type": "area", "color": PALETTE[0], "opacity": 0.16}, "encoding": {"x": x, "y": y}},
        {
            "data": data,
            "mark": {"type": "line", "color": PALETTE[0], "strokeWidth": 2.2, "point": {"opacity": 0, "size": 60}},
            "encoding": {"x": x, "y": y, "tooltip": tip},
        },
    ]
