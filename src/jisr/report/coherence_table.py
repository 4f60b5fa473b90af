"""Whether what was judged of self-reliance agrees with what the lines are said to contribute."""

from __future__ import annotations

from jisr.assessment import Assessment, TaskOutlook
from jisr.charts import Cell, Column, Row, Table
from jisr.report.spread_cell import count_text
from jisr.words import Words

__all__ = ["coherence_table"]

_LOW, _HIGH = 0.5, 2.0
"""Factors outside which the two do not agree (docs/method/capability.md)."""


def coherence_table(assessment: Assessment, words: Words) -> Table | None:
    """A row a task with contributions in task-units, or one that ran without its anchor; None without any."""
    tasks = [task for task in assessment.tasks if task.coherence is not None or task.loose > 0]
    if not tasks:
        return None
    columns = (
        Column(words.text("table-task")),
        Column(words.text("table-factor"), "number"),
        Column(words.text("table-agree")),
        Column(words.text("table-loose"), "number"),
    )
    rows = tuple(_row(task, words) for task in tasks)
    return Table("coherence", words.text("coherence-caption"), columns, rows, words.text("coherence-note"))


def _row(task: TaskOutlook, words: Words) -> Row:
    factor, verdict = Cell("–"), "–"
    if task.coherence is not None:
        low, middle, high = (count_text(value, words) for value in vars(task.coherence).values())
        factor = Cell(middle, value=task.coherence.q50, note=words.isolated(f"{low}–{high}"))
        verdict = words.text("agree-yes" if _LOW <= task.coherence.q50 <= _HIGH else "agree-no")
    return Row(
        (
            Cell(words.name(task.name), address=f"capability/{task.id}"),
            factor,
            Cell(verdict),
            Cell(words.percent(task.loose), value=task.loose),
        )
    )
