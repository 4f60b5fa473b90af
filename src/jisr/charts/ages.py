"""How old named things are, in months: commitments since their first due date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jisr.charts.chart import FILLS, INK, Chart, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["Age", "Ages", "ages"]

_ROOM = 2.0
"""The axis over the longest bar, so that the text after it fits."""


@dataclass(frozen=True)
class Age:
    """One thing: id, name, months, what it is counted from, as text, and what `explain` would be asked for."""

    id: str
    name: str
    months: int
    since: str
    address: str = ""


@dataclass(frozen=True)
class Ages:
    """The texts of the picture and the things, the oldest first."""

    id: str
    title: str
    alternative: str
    source: str
    things: tuple[Age, ...]


def ages(shown: Ages, words: Words) -> Chart | None:
    """A bar a thing; None without things."""
    if not shown.things:
        return None
    columns = [
        Column(words.text("table-what")),
        Column(words.text("table-since")),
        Column(words.text("table-months"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (Cell(one.name, address=one.address), one.since, Cell(words.number(one.months), value=one.months))
        for one in shown.things
    ]
    return Chart(
        id=shown.id,
        title=shown.title,
        unit=words.text("axis-months"),
        source=shown.source,
        alternative=shown.alternative,
        specification=frame(shown.title, shown.alternative, words, rows_height(len(shown.things), 24))
        | {"layer": _layers(shown.things, words)},
        data=plain_table(shown.id, shown.title, columns, rows),
    )


def _layers(things: tuple[Age, ...], words: Words) -> list[dict[str, Any]]:
    data = {
        "values": [
            {
                "thing": one.id,
                "address": one.address,
                "months": one.months,
                "name": phrase(one.name, words),
                "since": phrase(one.since, words),
                "shown": words.text("months-old", n=one.months),
            }
            for one in things
        ]
    }
    scale = {"domain": [0, max(12.0, _ROOM * max(one.months for one in things))]}
    x = {
        "field": "months",
        "type": "quantitative",
        "title": phrase(words.text("axis-months"), words),
        "axis": {"tickCount": 6, "format": "d"},
        "scale": scale,
    }
    y = rows_axis("thing", {one.id: one.name for one in things}, words)
    tip = tooltip(words, name="table-what", since="table-since", shown="axis-months")
    bar = {"type": "bar", "color": FILLS[1], "stroke": INK, "strokeWidth": 0.6, "height": {"band": 0.66}}
    label = {"type": "text", "align": "left", "dx": 5, "fontSize": 10.5, "color": INK}
    return [
        {"data": data, "mark": bar, "encoding": {"x": x, "y": y, "tooltip": tip}},
        {"data": data, "mark": label, "encoding": {"x": x, "y": y, "text": {"field": "since"}}},
    ]
