"""Requirements the host does not meet alone, and what nothing in the plan changes about them."""

from __future__ import annotations

from jisr.assessment import Assessment, UnmetRequirement
from jisr.charts import Cell, Column, Row, Table
from jisr.report.plan_names import PlanNames
from jisr.words import Words

__all__ = ["unmet_requirements"]


def unmet_requirements(assessment: Assessment, names: PlanNames, words: Words) -> Table | None:
    """A row a task, those no activity reaches first; None where every requirement is met."""
    register = assessment.gaps
    if register is None or not register.unmet:
        return None
    columns = (
        Column(words.text("table-task")),
        Column(words.text("table-alone-today"), "number"),
        Column(words.text("table-alone-then", month=words.month(assessment.plan.months[-1])), "number"),
        Column(words.text("table-activities-reach")),
        Column(words.text("table-needs-nobody-reaches")),
    )
    ordered = sorted(register.unmet, key=lambda one: not one.untouched)
    rows = tuple(_row(assessment, one, names, words) for one in ordered)
    return Table("unmet", words.text("unmet-caption"), columns, rows, words.text("unmet-note"))


def _row(assessment: Assessment, one: UnmetRequirement, names: PlanNames, words: Words) -> Row:
    task = next((words.name(task.name) for task in assessment.tasks if task.id == one.task), one.task)
    needs = words.text("comma").join(_need(need, names, words) for need in one.needs)
    return Row(
        (
            Cell(task, address=f"task/{one.task}"),
            Cell(words.percent(one.cover_today), value=one.cover_today),
            Cell(words.percent(one.cover_at_end), value=one.cover_at_end),
            Cell(words.text("reach-none" if one.untouched else "reach-some")),
            Cell(needs or "–"),
        )
    )


def _need(need: str, names: PlanNames, words: Words) -> str:
    """An `element kind name` as a reader meets it."""
    element, kind, name = need.split(" ", 2)
    return words.text("need-of", need=names.need(kind, element, name), element=names.element(element))
