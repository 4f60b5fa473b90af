"""Requirement and capability of the task that is picked, by month."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment, TaskOutlook
from jisr.charts.chart import DASHES, PALETTE, Chart, draws_source, frame, month_axis, phrase
from jisr.charts.cover_by_month import task_choice
from jisr.charts.fan_layers import fan_layers, fan_points
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["task_balance"]


def task_balance(assessment: Assessment, words: Words) -> Chart | None:
    """Two fans a task, one task at a time, at first the one with the least cover alone; None without tasks."""
    months = assessment.plan.months
    if not assessment.tasks or not months:
        return None
    first = min(assessment.tasks, key=lambda task: (task.cover_today["alone"], task.id))
    choice = task_choice(assessment, words, first.id)
    title = words.text("chart-balance-title")
    alternative = words.text(
        "chart-balance-alternative",
        task=words.name(first.name),
        required=words.quantity(first.requirement.q50[0]),
        able=words.quantity(first.capability.q50[0]),
        unit=first.unit,
        month=words.month(months[0]),
    )
    columns = [
        Column(words.text("table-task")),
        Column(words.text("table-month"), "month"),
        Column(words.text("table-requirement"), "number"),
        Column(words.text("table-capability"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(task.name), address=f"task/{task.id}"),
            words.month(months[i]),
            Cell(words.quantity(task.requirement.q50[i]), value=task.requirement.q50[i], note=task.unit),
            Cell(words.quantity(task.capability.q50[i]), value=task.capability.q50[i], note=task.unit),
        )
        for task in assessment.tasks
        for i in range(0, len(months), 12)
    ]
    body = {"params": [choice.parameter()], "layer": _layers(assessment, words)}
    return Chart(
        id="balance",
        title=title,
        unit=words.text("axis-task-unit"),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words) | body,
        data=plain_table("balance", title, columns, rows),
        choice=choice,
    )


def _layers(assessment: Assessment, words: Words) -> list[dict[str, Any]]:
    x = month_axis(assessment.plan.months)
    y = {
        "field": "value",
        "type": "quantitative",
        "title": phrase(words.text("axis-task-unit"), words),
        "axis": {"tickCount": 5},
        "scale": {"zero": True},
    }
    layers: list[dict[str, Any]] = []
    for rank, key in enumerate(("requirement", "capability")):
        points = [point for task in assessment.tasks for point in _points(assessment, task, key, words)]
        made = fan_layers(points, x, y, words, colour=PALETTE[rank], dash=DASHES[rank])
        layers += [{**one, "transform": [{"filter": "datum.task == picked"}]} for one in made]
        end = {"values": [one for one in points if one["label"]]}
        mark = {"type": "text", "align": "left", "dx": 4, "dy": -7, "fontWeight": 600, "color": PALETTE[rank]}
        layers.append(
            {
                "data": end,
                "transform": [{"filter": "datum.task == picked"}],
                "mark": mark,
                "encoding": {"x": x, "y": y, "text": {"field": "label"}},
            }
        )
    return layers


def _points(assessment: Assessment, task: TaskOutlook, key: str, words: Words) -> list[dict[str, Any]]:
    """The fan of a task; the name of what it is stands at one month, the two names apart from one another."""
    months, name = assessment.plan.months, words.text(f"table-{key}")
    at = 0 if key == "requirement" else len(months) // 2
    points = fan_points(months, getattr(task, key), f"{words.name(task.name)}: {name}", words, task.unit, task=task.id)
    return [{**one, "label": phrase(name, words) if i == at else ""} for i, one in enumerate(points)]
