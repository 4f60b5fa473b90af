"""The probability that each gate's conditions are met, by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jisr.assessment import Assessment, GateOutlook
from jisr.charts.chart import DASHES, PALETTE, SOFT, Chart, frame, month_axis, phrase
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["gates_by_month"]

_APART = 0.075
"""Least distance of two labels at the end of their lines, in the axis's own unit."""
_UNDER = 3
"""A label stands above the last third of its line."""


def gates_by_month(assessment: Assessment, words: Words) -> Chart | None:
    """One line a gate, told apart by colour, dash and label, with its reference month marked; None without gates."""
    if not assessment.gates or not assessment.plan.months:
        return None
    names = [words.name(gate.name) for gate in assessment.gates]
    title = words.text("chart-gates-title")
    parts = [
        words.text(
            "chart-gates-alternative-gate",
            gate=name,
            month=words.month(gate.reference),
            share=_share(gate.on, gate, words),
            last=_share(gate.probability_on[-1], gate, words),
            end=words.month(assessment.plan.months[-1]),
        )
        for name, gate in zip(names, assessment.gates, strict=True)
    ]
    alternative = " ".join([words.text("chart-gates-alternative"), *parts])
    rows: list[tuple[Cell | str, ...]] = [
        (
            words.month(month),
            *(
                Cell(_share(gate.probability_on[i], gate, words), value=gate.probability_on[i])
                for gate in assessment.gates
            ),
        )
        for i, month in enumerate(assessment.plan.months)
    ]
    columns = [Column(words.text("table-month"), "month"), *_columns(assessment, names)]
    return Chart(
        id="gates",
        title=title,
        unit=words.text("axis-probability"),
        source=words.text(
            "source-draws", draws=words.number(assessment.plan.draws), seed=words.isolated(str(assessment.plan.seed))
        ),
        alternative=alternative,
        specification=frame(title, alternative, words) | {"layer": _layers(assessment, words)},
        data=plain_table("gates", title, columns, rows),
    )


def _columns(assessment: Assessment, names: list[str]) -> list[Column]:
    return [
        Column(name, "number", address=f"gate/{gate.gate}") for name, gate in zip(names, assessment.gates, strict=True)
    ]


def _share(share: float, gate: GateOutlook, words: Words) -> str:
    return words.percent(share, 1) if 0 < share < 1 else words.chance(share, gate.draws)


def _layers(assessment: Assessment, words: Words) -> list[dict[str, Any]]:
    months = assessment.plan.months
    ids = [gate.gate for gate in assessment.gates]
    x = month_axis(months)
    y = {
        "field": "share",
        "type": "quantitative",
        "title": phrase(words.text("axis-probability"), words),
        "scale": {"domain": [0, 1]},
        "axis": {"format": "%", "tickCount": 5},
    }
    colour = {
        "field": "gate",
        "type": "nominal",
        "scale": {"domain": ids, "range": _cycle(PALETTE, ids)},
        "legend": None,
    }
    dash = {"field": "gate", "type": "nominal", "scale": {"domain": ids, "range": _cycle(DASHES, ids)}, "legend": None}
    tooltip = [
        {"field": field, "type": "nominal", "title": phrase(words.text(key), words)}
        for field, key in (("name", "table-gate"), ("when", "table-month"), ("shown", "axis-probability"))
    ]
    placed = {"x": x, "y": y, "color": colour}
    references = [_point(gate, gate.reference, gate.on, words) for gate in assessment.gates if gate.reference in months]
    line = [
        _point(gate, month, share, words)
        for gate in assessment.gates
        for month, share in zip(months, gate.probability_on, strict=True)
    ]
    dates = {one["month"]: one for one in references}
    labels = _labels(assessment, words)
    label = {"type": "text", "align": "right", "dy": -9, "fontWeight": 600, "limit": 330}
    return [
        {
            "data": {"values": list(dates.values())},
            "mark": {"type": "rule", "color": SOFT, "strokeDash": [2, 3], "strokeWidth": 1},
            "encoding": {"x": x},
        },
        {
            "data": {"values": list(dates.values())},
            "mark": {"type": "text", "color": SOFT, "align": "left", "dx": 4, "baseline": "top"},
            "encoding": {"x": x, "y": {"datum": 1, "type": "quantitative"}, "text": {"field": "when"}},
        },
        {
            "data": {"values": line},
            "mark": {"type": "line", "strokeWidth": 2.5},
            "encoding": {**placed, "strokeDash": dash, "tooltip": tooltip},
        },
        {
            "data": {"values": references},
            "mark": {"type": "point", "filled": True, "size": 110, "shape": "diamond", "opacity": 1},
            "encoding": {**placed, "tooltip": tooltip},
        },
        {
            "data": {"values": labels},
            "mark": {**label, "stroke": "#ffffff", "strokeWidth": 4, "strokeJoin": "round"},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        },
        {"data": {"values": labels}, "mark": label, "encoding": {**placed, "text": {"field": "label"}}},
    ]


def _point(gate: GateOutlook, month: str, share: float, words: Words) -> dict[str, Any]:
    return {
        "month": f"{month}-01",
        "gate": gate.gate,
        "address": f"gate/{gate.gate}",
        "share": share,
        "name": phrase(words.name(gate.name), words),
        "when": words.month(month),
        "shown": _share(share, gate, words),
    }


def _labels(assessment: Assessment, words: Words) -> list[dict[str, Any]]:
    """Names above the ends of their lines, moved up where two would lie on each other."""
    months, labels, below = assessment.plan.months, [], -_APART
    under = max(1, len(months) // _UNDER)
    tops = {gate.gate: max(gate.probability_on[-under:]) for gate in assessment.gates}
    for gate in sorted(assessment.gates, key=lambda one: tops[one.gate]):
        below = max(tops[gate.gate], below + _APART)
        label = phrase(words.name(gate.name), words)
        labels.append({"month": f"{months[-1]}-01", "gate": gate.gate, "share": min(below, 1.0), "label": label})
    return labels


def _cycle(values: Sequence[Any], ids: Sequence[str]) -> list[Any]:
    return [values[i % len(values)] for i in range(len(ids))]
