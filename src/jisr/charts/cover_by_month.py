"""How much of each task's requirement is covered, by month, in one setting: a heat map."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import (
    INK,
    Chart,
    Choice,
    draws_source,
    frame,
    month_axis,
    phrase,
    rows_axis,
    rows_height,
    tooltip,
)
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["cover_by_month", "cover_settings", "task_choice"]

_COLOURS = {"domain": [0, 0.5, 0.8, 1], "range": ["#5c2408", "#c46a2b", "#f0c9a0", "#eef2f5"], "interpolate": "rgb"}
"""One hue whose lightness rises with cover: it reads in black and white and with every colour deficiency."""
_DARK = 0.55
"""Below it a label on the cell is white."""
_LABELLED = 12
"""Every so many months the share stands in its cell."""


def task_choice(assessment: Assessment, words: Words, first: str = "") -> Choice:
    """The tasks to pick from."""
    options = tuple((task.id, words.name(task.name)) for task in assessment.tasks)
    return Choice("task", words.text("choice-task"), options, first)


def cover_settings(assessment: Assessment, words: Words) -> dict[str, str]:
    """Settings of cover there are heat maps for: key → heading."""
    after = {f"after:{gate.gate}": words.text("cover-after", gate=words.name(gate.name)) for gate in assessment.gates}
    found = {"now": words.text("cover-now"), **after, "alone": words.text("cover-alone")}
    return {key: name for key, name in found.items() if all(key in task.cover for task in assessment.tasks)}


def cover_by_month(assessment: Assessment, setting: str, words: Words) -> Chart | None:
    """Median cover, a row a task, a cell a month; None without tasks or without the setting."""
    settings, months = cover_settings(assessment, words), assessment.plan.months
    if not assessment.tasks or setting not in settings or not months:
        return None
    title = words.text("chart-cover-title", setting=settings[setting])
    names = {task.id: words.name(task.name) for task in assessment.tasks}
    choice = task_choice(assessment, words)
    alternative = _alternative(assessment, setting, words)
    name = f"cover-{setting.replace(':', '-')}"
    shares = {task.id: task.cover[setting].q50 for task in assessment.tasks}
    columns = [
        Column(words.text("table-month"), "month"),
        *(Column(name, "number", address=f"task/{task}/{months[0]}/{setting}") for task, name in names.items()),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (words.month(month), *(Cell(words.percent(shares[task][i]), value=shares[task][i]) for task in names))
        for i, month in enumerate(months)
    ]
    body = {"params": [choice.parameter()], "layer": _layers(assessment, setting, names, words)}
    return Chart(
        id=name,
        title=title,
        unit=words.text("axis-cover"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, rows_height(len(names), 24)) | body,
        data=plain_table(name, title, columns, rows),
        choice=choice,
    )


def _alternative(assessment: Assessment, setting: str, words: Words) -> str:
    low = min(assessment.tasks, key=lambda task: (min(task.cover[setting].q50), task.id))
    least = min(low.cover[setting].q50)
    month = assessment.plan.months[low.cover[setting].q50.index(least)]
    return words.text(
        "chart-cover-alternative",
        tasks=words.number(len(assessment.tasks)),
        task=words.name(low.name),
        share=words.percent(least),
        month=words.month(month),
    )


def _layers(assessment: Assessment, setting: str, names: dict[str, str], words: Words) -> list[dict[str, Any]]:
    x, y = month_axis(assessment.plan.months), rows_axis("task", names, words)
    cells = {"values": _cells(assessment, setting, words)}
    legend = {
        "title": None,
        "orient": "bottom",
        "format": ".0%",
        "gradientLength": 160,
        "gradientThickness": 8,
        "direction": "horizontal",
    }
    colour = {"field": "share", "type": "quantitative", "scale": _COLOURS, "legend": legend}
    faded = {"condition": {"test": "picked == '' || datum.task == picked", "value": 1}, "value": 0.25}
    dark = {"condition": {"test": f"datum.share < {_DARK}", "value": "#ffffff"}, "value": INK}
    shown = tooltip(words, name="table-task", when="table-month", shown="axis-cover", spread="table-spread")
    return [
        {
            "data": cells,
            "mark": {"type": "rect", "cursor": "pointer"},
            "encoding": {"x": x, "y": y, "color": colour, "opacity": faded, "tooltip": shown},
        },
        {
            "data": cells,
            "transform": [{"filter": "datum.label != ''"}],
            "mark": {"type": "text", "align": "left", "fontSize": 10, "dx": 1},
            "encoding": {"x": {**x, "bandPosition": 0}, "y": y, "text": {"field": "label"}, "color": dark},
        },
    ]


def _cells(assessment: Assessment, setting: str, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "task": task.id,
            "month": f"{month}-01",
            "share": task.cover[setting].q50[i],
            "name": phrase(words.name(task.name), words),
            "when": words.month(month),
            "shown": words.percent(task.cover[setting].q50[i]),
            "spread": words.isolated(
                f"{words.percent(task.cover[setting].q05[i])}–{words.percent(task.cover[setting].q95[i])}"
            ),
            "label": words.number(100 * task.cover[setting].q50[i]) if i % _LABELLED == 0 else "",
        }
        for task in assessment.tasks
        for i, month in enumerate(assessment.plan.months)
    ]
