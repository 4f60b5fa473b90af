"""A quantity by month as a fan: posts of the contributors, persons at a site."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.assessment import Assessment, Fan
from jisr.charts.chart import Chart, draws_source, frame, month_axis, phrase
from jisr.charts.fan_layers import fan_layers, fan_points
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["Quantity", "fan_by_month"]


@dataclass(frozen=True)
class Quantity:
    """What is shown: an id, the title of the picture, the name of the quantity and its unit, the fan, and what `explain`
    would be asked for.
    """

    id: str
    title: str
    name: str
    unit: str
    fan: Fan
    address: str = ""


def fan_by_month(assessment: Assessment, one: Quantity, words: Words) -> Chart | None:
    """The fan; None when it is nought throughout."""
    months, fan = assessment.plan.months, one.fan
    if not months or max(fan.q95) <= 0:
        return None
    alternative = words.text(
        "chart-fan-alternative",
        name=one.name,
        first=words.quantity(fan.q50[0]),
        start=words.month(months[0]),
        last=words.quantity(fan.q50[-1]),
        low=words.quantity(fan.q05[-1]),
        high=words.quantity(fan.q95[-1]),
        end=words.month(months[-1]),
    )
    x = month_axis(months)
    y = {
        "field": "value",
        "type": "quantitative",
        "title": phrase(one.unit, words),
        "scale": {"domain": [0, max(fan.q95)]},
        "axis": {"tickCount": 5},
    }
    points = fan_points(months, fan, one.name, words)
    columns = [
        Column(words.text("table-month"), "month"),
        *(Column(words.text(key), "number") for key in ("table-low", "table-median", "table-high")),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (point["when"], *(Cell(words.quantity(point[key]), value=point[key]) for key in ("low", "value", "high")))
        for point in points
    ]
    return Chart(
        id=one.id,
        title=one.title,
        unit=one.unit,
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(one.title, alternative, words, 220) | {"layer": fan_layers(points, x, y, words)},
        data=plain_table(one.id, one.title, columns, rows, one.address),
    )
