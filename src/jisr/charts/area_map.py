"""A map of the areas by what is expected in a year, from the outlines the plan names."""

from __future__ import annotations

import math
from typing import Any

from jisr.assessment import Assessment, DriverOutlook
from jisr.charts.area_values import area_choice, area_table, count_text, year_ahead
from jisr.charts.chart import INK, Chart, draws_source, frame, phrase, tooltip
from jisr.plan import Area, Plan
from jisr.words import Words

__all__ = ["area_map"]

_HEIGHT = 420
_DIGITS = 3
"""Decimals of a degree kept: about a hundred metres, less than a pixel of a country."""


def area_map(plan: Plan, assessment: Assessment, driver: DriverOutlook, words: Words) -> Chart | None:
    """Outlines shaded by the expected count, which is written on them; None without outlines or without their areas."""
    shapes = _shapes(plan, driver, words)
    if not any(one["properties"]["area"] for one in shapes):
        return None
    name = words.name(driver.name)
    most = max(driver.areas, key=lambda area: (year_ahead(area), area.id))
    title = words.text("chart-area-map-title", name=name)
    drawn = {one["properties"]["area"] for one in shapes}
    missing = [words.name(area.name) for area in driver.areas if area.id not in drawn]
    alternative = words.text(
        "chart-areas-alternative",
        name=name,
        areas=words.number(len(driver.areas)),
        most=words.name(most.name),
        count=count_text(year_ahead(most), words),
    )
    if missing:
        alternative += " " + words.text("map-missing", names=words.text("comma").join(missing))
    choice = area_choice(driver, words)
    body = {"params": [choice.parameter()], "layer": _layers(shapes, words)}
    return Chart(
        id=f"map-{driver.id}",
        title=title,
        unit=words.text("table-year-ahead"),
        source=f"{draws_source(assessment, words)} {words.text('map-lines', file=words.isolated(_file(plan)))}",
        alternative=alternative,
        specification=frame(title, alternative, words, _HEIGHT) | body,
        data=area_table(f"map-{driver.id}", title, driver, words),
        choice=choice,
    )


def _file(plan: Plan) -> str:
    return "" if plan.boundaries is None else plan.boundaries.file


def _shapes(plan: Plan, driver: DriverOutlook, words: Words) -> list[dict[str, Any]]:
    """Features in the plane: longitudes shortened as they are at the middle latitude; outlines of no area stay blank."""
    setting, boundaries = plan.partnership.boundaries, plan.boundaries
    if setting is None or boundaries is None:
        return []
    by_name = {getattr(row, setting.column) or "": row.area for row in plan.rows(Area)}
    outlooks = {area.id: area for area in driver.areas}
    latitudes = [y for polygons in boundaries.outlines.values() for polygon in polygons for _, y in polygon[0]]
    shrink = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    shapes = []
    for name, polygons in boundaries.outlines.items():
        area = outlooks.get(by_name.get(name, ""))
        rings = [
            [[[round(x * shrink, _DIGITS), round(y, _DIGITS)] for x, y in ring] for ring in polygon]
            for polygon in polygons
        ]
        known = {} if area is None else {"expected": year_ahead(area), "shown": count_text(year_ahead(area), words)}
        outer = max((polygon[0] for polygon in rings), key=len)
        shapes.append(
            {
                "type": "Feature",
                "geometry": {"type": "MultiPolygon", "coordinates": rings},
                "area": "" if area is None else area.id,
                "properties": {
                    "area": "" if area is None else area.id,
                    "name": phrase(name if area is None else words.name(area.name), words),
                    "x": round(sum(point[0] for point in outer) / len(outer), _DIGITS),
                    "y": round(sum(point[1] for point in outer) / len(outer), _DIGITS),
                    **known,
                },
            }
        )
    return shapes


def _layers(shapes: list[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    projection = {"type": "identity", "reflectY": True}
    known = [one for one in shapes if one["area"]]
    expected = max((one["properties"]["expected"] for one in known), default=0.0) or 1.0
    shade = {
        "field": "properties.expected",
        "type": "quantitative",
        "scale": {"domain": [0, expected], "range": ["#f6f7f9", "#f0c9a0", "#b45f06"], "interpolate": "rgb"},
        "legend": None,
    }
    tips = [
        {**one, "field": f"properties.{one['field']}"}
        for one in tooltip(words, name="table-area", shown="table-year-ahead")
    ]
    faded = {"condition": {"test": "picked == '' || datum.area == picked", "value": 1}, "value": 0.3}
    outline = {"type": "geoshape", "stroke": INK, "strokeWidth": 0.6}
    text = {"type": "text", "fontSize": 11, "color": INK, "fontWeight": 600}
    at = {
        "longitude": {"field": "properties.x", "type": "quantitative"},
        "latitude": {"field": "properties.y", "type": "quantitative"},
        "text": {"field": "properties.shown"},
    }
    return [
        {"data": {"values": shapes}, "projection": projection, "mark": {**outline, "fill": "#ffffff"}},
        {
            "data": {"values": known},
            "projection": projection,
            "mark": {**outline, "cursor": "pointer"},
            "encoding": {"color": shade, "opacity": faded, "tooltip": tips},
        },
        {
            "data": {"values": known},
            "projection": projection,
            "mark": {**text, "stroke": "#ffffff", "strokeWidth": 3},
            "encoding": at,
        },
        {"data": {"values": known}, "projection": projection, "mark": text, "encoding": at},
    ]
