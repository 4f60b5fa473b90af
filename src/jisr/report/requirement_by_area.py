"""What local tasks require in each area, a year ahead."""

from __future__ import annotations

from jisr.assessment import AreaRequirement, Assessment, TaskOutlook
from jisr.charts import Cell, Column, Row, Table
from jisr.words import Words

__all__ = ["requirement_by_area"]

_LATER = 4
"""Quarters ahead that the table shows."""


def requirement_by_area(assessment: Assessment, words: Words) -> Table | None:
    """A row an area, a column a local task; none where no task is local, or where there is one area alone."""
    tasks = [task for task in assessment.tasks if task.areas]
    names = {one.id: one.name for task in tasks for one in task.areas}
    if len(names) < 2:
        return None
    later = min(_LATER, len(tasks[0].area_months) - 1)
    month = tasks[0].area_months[later]
    columns = (Column(words.text("table-area")), *(Column(words.name(task.name), "number") for task in tasks))
    rows = tuple(
        Row((Cell(words.name(name)), *(_cell(task, area, later, words) for task in tasks)))
        for area, name in names.items()
    )
    caption = words.text("requirement-by-area-caption", month=words.month(month))
    units = words.text("comma").join(f"{words.name(task.name)}: {task.unit}" for task in tasks)
    return Table("requirement-by-area", caption, columns, rows, words.text("requirement-by-area-note", units=units))


def _cell(task: TaskOutlook, area: str, later: int, words: Words) -> Cell:
    found: AreaRequirement | None = next((one for one in task.areas if one.id == area), None)
    if found is None:
        return Cell("–")
    value = found.requirement.q50[later]
    return Cell(words.quantity(value), value=value, address=f"requirement/{task.id}/{area}/{task.area_months[later]}")
