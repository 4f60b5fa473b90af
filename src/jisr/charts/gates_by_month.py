"""The probability that each gate's conditions are met, by month."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import DASHES, PALETTE, Chart, frame
from jisr.words import Words

__all__ = ["gates_by_month"]


def gates_by_month(assessment: Assessment, words: Words) -> Chart:
    """One line a gate, told apart by colour, dash and label, with its reference month marked."""
    names = [words.name(gate.name) for gate in assessment.gates]
    title = words.text("chart-gates-title")
    alternative = (
        words.text("chart-gates-alternative")
        + " "
        + " ".join(
            words.text(
                "chart-gates-alternative-gate",
                gate=name,
                month=words.month(gate.reference),
                share=words.chance(gate.on, gate.draws),
            )
            for name, gate in zip(names, assessment.gates, strict=True)
        )
    )
    months = assessment.plan.months
    header = (words.text("table-month"), *names)
    rows = tuple(
        (words.month(month), *(words.percent(gate.probability_on[i]) for gate in assessment.gates))
        for i, month in enumerate(months)
    )
    return Chart(
        "gates",
        title,
        words.text("source-draws", draws=words.number(assessment.plan.draws), seed=str(assessment.plan.seed)),
        alternative,
        _specification(assessment, words, names, title, alternative),
        header,
        rows,
    )


def _specification(
    assessment: Assessment, words: Words, names: list[str], title: str, alternative: str
) -> dict[str, Any]:
    values = [
        {"month": f"{month}-01", "gate": name, "share": gate.probability_on[i]}
        for name, gate in zip(names, assessment.gates, strict=True)
        for i, month in enumerate(assessment.plan.months)
    ]
    marks = [
        {"month": f"{gate.reference}-01", "gate": name, "share": gate.on}
        for name, gate in zip(names, assessment.gates, strict=True)
    ]
    colour = {
        "field": "gate",
        "type": "nominal",
        "scale": {"domain": names, "range": list(PALETTE[: len(names)])},
        "legend": {"title": None, "orient": "bottom", "labelLimit": 320, "symbolType": "stroke", "symbolSize": 300},
    }
    dash = {"field": "gate", "type": "nominal", "scale": {"domain": names, "range": list(DASHES[: len(names)])}}
    month = {"field": "month", "type": "temporal", "title": None, "axis": {"format": "%Y-%m", "labelOverlap": True}}
    share = {
        "field": "share",
        "type": "quantitative",
        "title": words.text("axis-probability"),
        "scale": {"domain": [0, 1]},
        "axis": {"format": "%"},
    }
    tooltip = [
        {"field": "gate", "type": "nominal", "title": words.text("table-gate")},
        {"field": "month", "type": "temporal", "title": words.text("table-month"), "format": "%Y-%m"},
        {"field": "share", "type": "quantitative", "title": words.text("axis-probability"), "format": ".1%"},
    ]
    return frame(title, alternative) | {
        "layer": [
            {
                "data": {"values": values},
                "mark": {"type": "line", "strokeWidth": 2.5},
                "encoding": {"x": month, "y": share, "color": colour, "strokeDash": dash, "tooltip": tooltip},
            },
            {
                "data": {"values": marks},
                "mark": {"type": "point", "filled": True, "size": 110, "shape": "diamond", "opacity": 1},
                "encoding": {"x": month, "y": share, "color": colour, "tooltip": tooltip},
            },
        ]
    }
