"""What keeping things working costs a year, and who funds how much of it."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import PALETTE, Chart, frame
from jisr.words import Words

__all__ = ["sustainment_by_month"]


def sustainment_by_month(assessment: Assessment, words: Words) -> Chart | None:
    """Funded money stacked by payer under the line of what is needed; None when nothing is to be sustained."""
    outlook, plan = assessment.sustainment, assessment.plan
    if not outlook.needed or max(outlook.needed) <= 0:
        return None
    names = {payer: words.name(plan.parties.get(payer, {})) or payer for payer in outlook.funded_by_payer}
    title = words.text("chart-sustainment-title", currency=plan.currency, year=str(plan.price_year))
    last = len(outlook.needed) - 1
    alternative = words.text(
        "chart-sustainment-alternative",
        needed=words.money(outlook.needed[0], plan.currency),
        first=words.money(outlook.funded[0], plan.currency),
        last=words.money(outlook.funded[last], plan.currency),
        month=words.month(plan.months[last]),
    )
    rows = tuple(
        (
            words.month(month),
            words.money(outlook.needed[i], plan.currency),
            *(words.money(outlook.funded_by_payer[payer][i], plan.currency) for payer in names),
        )
        for i, month in enumerate(plan.months)
    )
    return Chart(
        "sustainment",
        title,
        words.text("source-draws", draws=words.number(plan.draws), seed=str(plan.seed)),
        alternative,
        _specification(assessment, words, names, title, alternative),
        (words.text("table-month"), words.text("table-needed"), *names.values()),
        rows,
    )


def _specification(
    assessment: Assessment, words: Words, names: dict[str, str], title: str, alternative: str
) -> dict[str, Any]:
    outlook, months = assessment.sustainment, assessment.plan.months
    million = 1e6
    funded = [
        {"month": f"{month}-01", "payer": name, "money": outlook.funded_by_payer[payer][i] / million}
        for payer, name in names.items()
        for i, month in enumerate(months)
    ]
    needed = [{"month": f"{month}-01", "money": outlook.needed[i] / million} for i, month in enumerate(months)]
    month = {"field": "month", "type": "temporal", "title": None, "axis": {"format": "%Y-%m", "labelOverlap": True}}
    money = {
        "field": "money",
        "type": "quantitative",
        "title": words.text("axis-money-year", currency=assessment.plan.currency),
    }
    payer = {
        "field": "payer",
        "type": "nominal",
        "scale": {"domain": list(names.values()), "range": ["#7fa3bd", "#e0b27a", "#9cc3a5", "#c3a0bf"][: len(names)]},
        "legend": {"title": None, "orient": "bottom", "labelLimit": 320},
    }
    return frame(title, alternative) | {
        "layer": [
            {
                "data": {"values": funded},
                "mark": {"type": "area", "interpolate": "step-after", "stroke": "#333", "strokeWidth": 0.6},
                "encoding": {
                    "x": month,
                    "y": {**money, "stack": "zero"},
                    "color": payer,
                    "tooltip": [
                        {"field": "payer", "type": "nominal", "title": words.text("table-payer")},
                        {"field": "month", "type": "temporal", "title": words.text("table-month"), "format": "%Y-%m"},
                        {"field": "money", "type": "quantitative", "title": money["title"], "format": ",.0f"},
                    ],
                },
            },
            {
                "data": {"values": needed},
                "mark": {"type": "line", "color": PALETTE[0], "strokeWidth": 2.5, "strokeDash": [6, 3]},
                "encoding": {"x": month, "y": money},
            },
        ]
    }
