"""What lies ahead of the area that is picked, by quarter."""

from __future__ import annotations

from jisr.assessment import Assessment, DriverOutlook
from jisr.charts.area_values import area_choice, area_table, count_text, year_ahead
from jisr.charts.chart import Chart, draws_source, frame, month_axis, phrase
from jisr.charts.fan_layers import fan_layers, fan_points
from jisr.words import Words

__all__ = ["area_balance"]

_MOST = 60
"""Areas beyond so many are not drawn one by one; the table has them all."""


def area_balance(assessment: Assessment, driver: DriverOutlook, words: Words) -> Chart | None:
    """One fan, of the area picked, at first the one with most expected; None without areas, or with too many."""
    if not driver.areas or not driver.quarters or len(driver.areas) > _MOST:
        return None
    first = max(driver.areas, key=lambda area: (year_ahead(area), area.id))
    if year_ahead(first) <= 0:
        return None
    name = words.name(driver.name)
    title = words.text("chart-area-title", name=name)
    alternative = words.text(
        "chart-area-alternative",
        name=name,
        area=words.name(first.name),
        count=count_text(year_ahead(first), words),
    )
    choice = area_choice(driver, words, first.id)
    x = month_axis([*assessment.plan.months, "", ""])
    unit = words.text("axis-a-quarter", unit=driver.unit)
    y = {"field": "value", "type": "quantitative", "title": phrase(unit, words), "axis": {"tickCount": 5}}
    points = [
        point
        for area in driver.areas
        for point in fan_points(driver.quarters, area.quarters, words.name(area.name), words, area=area.id)
    ]
    layers = [{**layer, "transform": [{"filter": "datum.area == picked"}]} for layer in fan_layers(points, x, y, words)]
    return Chart(
        id=f"area-{driver.id}",
        title=title,
        unit=unit,
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words) | {"params": [choice.parameter()], "layer": layers},
        data=area_table(f"area-{driver.id}", title, driver, words),
        choice=choice,
    )
