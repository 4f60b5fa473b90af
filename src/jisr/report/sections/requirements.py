"""The section of requirements and cover: what each task asks, by whom, and what covers it."""

from __future__ import annotations

from jisr.assessment import Assessment, TaskOutlook
from jisr.charts import (
    Cell,
    Column,
    Quantity,
    Row,
    Table,
    cover_by_month,
    cover_settings,
    fan_by_month,
    severe_by_month,
    task_balance,
)
from jisr.plan import Plan, SelfReliance
from jisr.report.report import Section, SectionBlock
from jisr.report.requirement_by_area import requirement_by_area
from jisr.report.requirement_by_side import requirement_by_side
from jisr.report.row_basis import weakest_basis
from jisr.words import Words

__all__ = ["requirements_section"]

_LATER = 24
"""Months ahead for which the task table shows cover."""
_COVERED = 0.8
"""Cover from which a task counts as covered in the sentence above the section: the service level's default."""


def requirements_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without tasks."""
    if not assessment.tasks:
        return None
    maps = (cover_by_month(assessment, setting, words) for setting in cover_settings(assessment, words))
    posts = Quantity(
        id="presence",
        title=words.text("chart-presence-title"),
        name=words.text("presence-name"),
        unit=words.text("axis-posts"),
        fan=assessment.presence,
        address="presence",
    )
    pictures = (
        *maps,
        severe_by_month(assessment, words),
        task_balance(assessment, words),
        requirement_by_side(assessment, words),
        fan_by_month(assessment, posts, words),
    )
    blocks: list[SectionBlock] = [one for one in pictures if one is not None]
    blocks.append(_tasks(plan, assessment, words))
    by_area = requirement_by_area(assessment, words)
    if by_area is not None:
        blocks.append(by_area)
    return Section("requirements", words.text("section-tasks"), _lead(assessment, words), tuple(blocks))


def _lead(assessment: Assessment, words: Words) -> str:
    """How many tasks are covered today, with the help there is and alone."""
    covered = {key: sum(task.cover_today[key] >= _COVERED for task in assessment.tasks) for key in ("now", "alone")}
    return words.text(
        "lead-tasks",
        tasks=words.number(len(assessment.tasks)),
        now=words.number(covered["now"]),
        alone=words.number(covered["alone"]),
        share=words.percent(_COVERED),
    )


def _tasks(plan: Plan, assessment: Assessment, words: Words) -> Table:
    later = min(_LATER, len(assessment.plan.months)) - 1
    gates = [(f"after:{gate.gate}", words.name(gate.name)) for gate in assessment.gates]
    today = words.text("table-cover-today")
    settings = [
        ("now", words.text("table-cover-now")),
        *((key, words.text("table-cover-after", gate=name)) for key, name in gates),
        ("alone", words.text("table-cover-alone")),
    ]
    columns = (
        Column(words.text("table-task")),
        Column(words.text("table-requirement"), "number"),
        Column(words.text("table-capability"), "number"),
        Column(words.text("table-elicited"), "number"),
        *(Column(heading, "number", today) for _, heading in settings),
        Column(words.text("table-cover-later", month=words.month(assessment.plan.months[later])), "number"),
    )
    rows = tuple(
        Row(
            (
                _heading(task, words),
                Cell(
                    words.quantity(task.requirement.q50[0]),
                    value=task.requirement.q50[0],
                    note=task.unit,
                    address=f"requirement/{task.id}",
                ),
                Cell(
                    words.quantity(task.capability.q50[0]),
                    value=task.capability.q50[0],
                    address=f"capability/{task.id}",
                ),
                _elicited(plan, task, words),
                *(_share(task, key, words) for key, _ in settings),
                _later(task, later, assessment, words),
            )
        )
        for task in assessment.tasks
    )
    return Table("tasks", words.text("tasks-caption"), columns, rows, words.text("tasks-note"))


def _heading(task: TaskOutlook, words: Words) -> Cell:
    note = "" if task.essential else words.text("not-essential")
    return Cell(words.name(task.name), note=note, address=f"task/{task.id}")


def _elicited(plan: Plan, task: TaskOutlook, words: Words) -> Cell:
    share = task.self_reliance_elicited
    if share is None:
        return Cell("–")
    rows = [row for row in plan.rows(SelfReliance) if row.task == task.id]
    return Cell(words.percent(share), value=share, basis=weakest_basis(plan, rows))


def _share(task: TaskOutlook, key: str, words: Words) -> Cell:
    share = task.cover_today.get(key)
    return Cell("–") if share is None else Cell(words.percent(share), value=share, address=f"task/{task.id}")


def _later(task: TaskOutlook, month: int, assessment: Assessment, words: Words) -> Cell:
    share = task.cover["now"].q50[month]
    return Cell(words.percent(share), value=share, address=f"task/{task.id}/{assessment.plan.months[month]}/now")
