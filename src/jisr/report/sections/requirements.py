"""The section of requirements and capability: what each task asks, what covers it, what limits it."""

from __future__ import annotations

from jisr.assessment import Assessment, TaskOutlook
from jisr.charts import Cell, Column, Row, Table
from jisr.plan import Plan, SelfReliance
from jisr.report.plan_names import PlanNames
from jisr.report.report import Section
from jisr.report.row_basis import weakest_basis
from jisr.words import Words

__all__ = ["limits_text", "requirements_section"]

_LATER = 24
"""Months ahead for which the task table shows cover."""
_LIMITS = 3


def requirements_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without tasks."""
    if not assessment.tasks:
        return None
    return Section(
        "requirements",
        words.text("section-tasks"),
        words.text("lead-tasks"),
        (_tasks(plan, assessment, words),),
    )


def limits_text(task: TaskOutlook, names: PlanNames, words: Words) -> str:
    """What limits a task's lines today, the most often lowest first."""
    parts = [
        words.text(
            "binds-one",
            element=names.element(str(one["element"])),
            need=names.need(str(one["kind"]), str(one["element"]), str(one["name"])),
            share=words.percent(float(str(one["share"]))),
        )
        for one in task.binds[:_LIMITS]
    ]
    return "; ".join(parts)


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
        Column(words.text("table-binds")),
    )
    names = PlanNames(plan, words)
    rows = tuple(
        Row(
            (
                _heading(task, words),
                Cell(words.quantity(task.requirement.q50[0]), value=task.requirement.q50[0], note=task.unit),
                Cell(words.quantity(task.capability.q50[0]), value=task.capability.q50[0]),
                _elicited(plan, task, words),
                *(_share(task.cover_today.get(key), words) for key, _ in settings),
                _share(task.cover["now"].q50[later], words),
                Cell(limits_text(task, names, words)),
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


def _share(share: float | None, words: Words) -> Cell:
    return Cell("–") if share is None else Cell(words.percent(share), value=share)
