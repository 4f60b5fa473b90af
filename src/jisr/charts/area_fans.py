"""A tile map: every area a tile with a small fan of what lies ahead, and what is expected in a year."""

from __future__ import annotations

import math
from typing import Any

from jisr.assessment import AreaOutlook, Assessment, DriverOutlook
from jisr.charts.area_tiles import area_tiles
from jisr.charts.area_values import area_choice, area_table, count_text, year_ahead
from jisr.charts.chart import INK, PALETTE, Chart, draws_source, frame, phrase, tooltip
from jisr.plan import Area, Plan
from jisr.words import Words

__all__ = ["area_fans"]

_TILE = 66
"""Height of a tile, pixels."""
_CROWDED = 60
"""Beyond so many areas the fan is a band and a median, and the tile lower, with smaller letters."""
_LOW = 40
"""Height of such a tile, pixels."""
_WIDTH, _LETTER = 620, 4.2
"""Width in print and of a letter in a crowded tile, pixels: names are shortened to their tile."""
_INSET, _FAN = 0.07, 0.5
"""Share of a tile's side left free, and of its height that the fan takes."""


def area_fans(plan: Plan, assessment: Assessment, driver: DriverOutlook, words: Words) -> Chart | None:
    """All areas on one square-root scale; None without areas, or where nothing is expected anywhere."""
    top = max((max(area.quarters.q95, default=0.0) for area in driver.areas), default=0.0)
    if not driver.areas or not driver.quarters or top <= 0:
        return None
    tiles = area_tiles(plan.rows(Area), [area.id for area in driver.areas])
    rows = max(row for row, _ in tiles.values()) + 1
    crowded = len(driver.areas) > _CROWDED
    name = words.name(driver.name)
    most = max(driver.areas, key=lambda area: (year_ahead(area), area.id))
    title = words.text("chart-area-fans-title", name=name)
    alternative = words.text(
        "chart-areas-alternative",
        name=name,
        areas=words.number(len(driver.areas)),
        most=words.name(most.name),
        count=count_text(year_ahead(most), words),
    )
    choice = area_choice(driver, words)
    body = {
        "params": [choice.parameter()],
        "layer": _layers(driver, tiles, top, words),
        "resolve": {"scale": {"color": "independent"}},
    }
    return Chart(
        id=f"areas-{driver.id}",
        title=title,
        unit=words.text("axis-a-quarter", unit=driver.unit),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, max(2, rows) * (_LOW if crowded else _TILE)) | body,
        data=area_table(f"areas-{driver.id}", title, driver, words),
        choice=choice,
        wide=crowded,
    )


def _layers(driver: DriverOutlook, tiles: dict[str, tuple[int, int]], top: float, words: Words) -> list[dict[str, Any]]:
    rows, columns = (max(one[i] for one in tiles.values()) + 1 for i in (0, 1))
    crowded = len(driver.areas) > _CROWDED
    letters = int(_WIDTH / columns / _LETTER) - 1 if crowded else 0
    boxes = {"values": [_box(area, tiles[area.id], letters, words) for area in driver.areas]}
    points = {"values": [point for area in driver.areas for point in _fan(area, tiles[area.id], top)]}
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, columns], "nice": False}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [-rows, 0], "nice": False}}
    detail = {"field": "area", "type": "nominal"}
    faded = {"condition": {"test": "picked == '' || datum.area == picked", "value": 1}, "value": 0.25}
    expected = max(box["expected"] for box in boxes["values"]) or 1.0
    shade = {
        "field": "expected",
        "type": "quantitative",
        "scale": {"domain": [0, expected], "range": ["#f6f7f9", "#f2cfa6"], "interpolate": "rgb"},
        "legend": None,
    }
    shown = tooltip(words, name="table-area", shown="table-year-ahead", spread="table-spread")
    layers: list[dict[str, Any]] = [
        {
            "data": boxes,
            "mark": {"type": "rect", "stroke": "#9aa5b1", "strokeWidth": 0.7, "cursor": "pointer"},
            "encoding": {
                "x": x,
                "x2": {"field": "x2"},
                "y": y,
                "y2": {"field": "y2"},
                "color": shade,
                "opacity": faded,
                "tooltip": shown,
            },
        }
    ]
    for low, high, strength in (("low", "high", 0.25), ("lower", "upper", 0.4))[: 1 if crowded else 2]:
        mark = {"type": "area", "color": PALETTE[0], "opacity": strength, "tooltip": None}
        encoding = {"x": x, "y": {**y, "field": low}, "y2": {"field": high}, "detail": detail}
        layers.append({"data": points, "mark": mark, "encoding": encoding})
    line = {"type": "line", "color": PALETTE[0], "strokeWidth": 1.4}
    layers.append({"data": points, "mark": line, "encoding": {"x": x, "y": y, "detail": detail}})
    return [*layers, *_labels(boxes, x, y, _WIDTH // columns, 8 if crowded else 10.5)]


def _labels(
    boxes: dict[str, Any], x: dict[str, Any], y: dict[str, Any], width: float, size: float
) -> list[dict[str, Any]]:
    dx = 4 if size > 10 else 2
    text = {"type": "text", "align": "left", "baseline": "top", "fontSize": size, "color": INK, "dx": dx}
    at = {"x": x, "y": {**y, "field": "y2"}}
    return [
        {
            "data": boxes,
            "mark": {**text, "dy": dx + 1, "limit": min(84, width - dx - 2)},
            "encoding": {**at, "text": {"field": "name"}},
        },
        {
            "data": boxes,
            "mark": {**text, "dy": dx + 1 + 1.2 * size, "fontWeight": 700, "fontSize": size + 1},
            "encoding": {**at, "text": {"field": "shown"}},
        },
    ]


def _shortened(name: str, letters: int) -> str:
    """A name of so many letters that keeps its end: numbered names differ there. 0: as it is."""
    if not letters or len(name) <= letters:
        return name
    end = max(letters // 2, 1)
    return f"{name[: max(letters - end - 1, 1)].rstrip()}…{name[-end:].lstrip()}"


def _box(area: AreaOutlook, tile: tuple[int, int], letters: int, words: Words) -> dict[str, Any]:
    row, column = tile
    last = min(3, len(area.quarters.q05) - 1)
    low, high = count_text(area.quarters.q05[last], words), count_text(area.quarters.q95[last], words)
    return {
        "area": area.id,
        "x": column + 0.02,
        "x2": column + 0.98,
        "y": -row - 0.97,
        "y2": -row - 0.03,
        "expected": year_ahead(area),
        "name": phrase(words.name(area.name), words),
        "label": phrase(_shortened(words.name(area.name), letters), words),
        "shown": count_text(year_ahead(area), words),
        "spread": words.isolated(f"{low}–{high}"),
    }


def _fan(area: AreaOutlook, tile: tuple[int, int], top: float) -> list[dict[str, Any]]:
    row, column = tile
    quarters, fan = max(len(area.quarters.q50) - 1, 1), area.quarters
    foot = -row - 1 + _INSET

    def height(value: float) -> float:
        return round(foot + _FAN * math.sqrt(max(value, 0.0) / top), 4)

    return [
        {
            "area": area.id,
            "x": round(column + _INSET + (1 - 2 * _INSET) * i / quarters, 4),
            "low": height(fan.q05[i]),
            "lower": height(fan.q25[i]),
            "y": height(fan.q50[i]),
            "upper": height(fan.q75[i]),
            "high": height(fan.q95[i]),
        }
        for i in range(len(fan.q50))
    ]
