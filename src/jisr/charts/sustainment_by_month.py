"""What keeping things working costs a year, and who funds how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import FILLS, INK, Chart, frame, month_axis, phrase
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["sustainment_by_month"]

_MILLION = 1e6


def sustainment_by_month(assessment: Assessment, words: Words) -> Chart | None:
    """Funded money stacked by payer under the line of what is needed; None when nothing is to be sustained."""
    outlook, plan = assessment.sustainment, assessment.plan
    if not outlook.needed or max(outlook.needed) <= 0:
        return None
    names = {
        payer: words.name(plan.parties.get(payer, {})) or payer
        for payer, paid in outlook.funded_by_payer.items()
        if any(amount > 0 for amount in paid)
    }
    title = words.text("chart-sustainment-title", currency=words.isolated(plan.currency), year=str(plan.price_year))
    low = min(range(len(outlook.funded)), key=lambda month: outlook.funded[month])
    alternative = words.text(
        "chart-sustainment-alternative",
        needed=words.money(outlook.needed[0], plan.currency),
        first=words.money(outlook.funded[0], plan.currency),
        low=words.money(outlook.funded[low], plan.currency),
        month=words.month(plan.months[low]),
    )
    amounts = (outlook.needed, *(outlook.funded_by_payer[payer] for payer in names))
    rows: list[tuple[Cell | str, ...]] = [
        (words.month(month), *(Cell(words.money(one[i], plan.currency), value=one[i]) for one in amounts))
        for i, month in enumerate(plan.months)
    ]
    headings = (words.text("table-needed"), *names.values())
    columns = [Column(words.text("table-month"), "month"), *(Column(name, "number") for name in headings)]
    return Chart(
        id="sustainment",
        title=title,
        unit=words.text("axis-money-year", currency=words.isolated(plan.currency)),
        source=words.text("source-draws", draws=words.number(plan.draws), seed=words.isolated(str(plan.seed))),
        alternative=alternative,
        specification=frame(title, alternative, words) | {"layer": _layers(assessment, words, names)},
        data=plain_table("sustainment", title, columns, rows, "sustained"),
    )


def _layers(assessment: Assessment, words: Words, names: Mapping[str, str]) -> list[dict[str, Any]]:
    plan = assessment.plan
    x = month_axis(plan.months)
    y = {
        "field": "money",
        "type": "quantitative",
        "title": phrase(words.text("axis-money-year", currency=words.isolated(plan.currency)), words),
        "axis": {"tickCount": 5},
    }
    ranks = list(range(len(names)))
    fills = [FILLS[rank % len(FILLS)] for rank in ranks]
    payer = {"field": "rank", "type": "ordinal", "scale": {"domain": ranks, "range": fills}, "legend": None}
    order = {"field": "rank", "type": "ordinal"}
    funded = {"values": _funded(assessment, words, names)}
    stacked = {"x": x, "y": {**y, "stack": "zero"}, "order": order}
    needed = _needed(assessment, words)
    areas = [
        {
            "data": funded,
            "mark": {"type": "area", "interpolate": "step-after", "stroke": "#ffffff", "strokeWidth": 1},
            "encoding": {**stacked, "color": payer, "tooltip": _tooltip(words)},
        },
        {
            "data": funded,
            "mark": {"type": "text", "align": "left", "dx": 6, "color": INK, "fontWeight": 600, "limit": 240},
            "encoding": {
                **stacked,
                "y": {**y, "stack": "zero", "bandPosition": 0.5},
                "detail": {"field": "rank"},
                "text": {"field": "label"},
            },
        },
    ]
    return [
        *(areas if names else []),
        {
            "data": {"values": needed},
            "mark": {"type": "line", "color": INK, "strokeWidth": 2.5, "strokeDash": [6, 3]},
            "encoding": {"x": x, "y": y, "tooltip": _tooltip(words)},
        },
        {
            "data": {"values": needed[-1:]},
            "mark": {"type": "text", "align": "right", "dy": -8, "color": INK, "fontWeight": 600},
            "encoding": {"x": x, "y": y, "text": {"field": "name"}},
        },
    ]


def _tooltip(words: Words) -> list[dict[str, Any]]:
    pairs = (("name", "table-payer"), ("when", "table-month"), ("shown", "table-amount"))
    return [{"field": field, "type": "nominal", "title": phrase(words.text(key), words)} for field, key in pairs]


def _funded(assessment: Assessment, words: Words, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Points of the areas; each payer is named in the first month in which it pays half of its most."""
    plan, points = assessment.plan, []
    for rank, (payer, name) in enumerate(names.items()):
        paid = assessment.sustainment.funded_by_payer[payer]
        labelled = next(month for month, amount in enumerate(paid) if 2 * amount >= max(paid))
        points += [
            {
                "month": f"{month}-01",
                "rank": rank,
                "money": paid[i] / _MILLION,
                "name": phrase(name, words),
                "label": phrase(name, words) if i == labelled else "",
                "when": words.month(month),
                "shown": words.money(paid[i], plan.currency),
            }
            for i, month in enumerate(plan.months)
        ]
    return points


def _needed(assessment: Assessment, words: Words) -> list[dict[str, Any]]:
    plan, name = assessment.plan, phrase(words.text("table-needed"), words)
    return [
        {
            "month": f"{month}-01",
            "money": amount / _MILLION,
            "name": name,
            "when": words.month(month),
            "shown": words.money(amount, plan.currency),
        }
        for month, amount in zip(plan.months, assessment.sustainment.needed, strict=True)
    ]
