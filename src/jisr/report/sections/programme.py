"""The section of the programme: every activity, and every line of money."""

from __future__ import annotations

from jisr.assessment import ActivityOutlook, Assessment
from jisr.charts import Cell, Column, Row, Table, money_by_year, programme_by_month
from jisr.plan import Plan
from jisr.report.budget_lines import budget_lines
from jisr.report.figures import owner_name
from jisr.report.plan_names import PlanNames
from jisr.report.programme_block import why_not
from jisr.report.report import Paragraph, Section, SectionBlock
from jisr.report.unmet_requirements import unmet_requirements
from jisr.words import Words

__all__ = ["cost_text", "programme_section"]


def programme_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without activities and money."""
    pictures = (programme_by_month(assessment, words), money_by_year(assessment, words))
    blocks: list[SectionBlock] = [one for one in pictures if one is not None]
    unmet = unmet_requirements(assessment, PlanNames(plan, words), words)
    if unmet is not None:
        blocks.append(unmet)
    elif assessment.programme.untouched:
        names = {task.id: words.name(task.name) for task in assessment.tasks}
        listed = words.text("comma").join(names.get(one, one) for one in assessment.programme.untouched)
        blocks.append(Paragraph(words.text("programme-untouched", list=listed)))
    if assessment.programme.activities:
        blocks.append(_activities(assessment, words))
    money = budget_lines(plan, assessment, words)
    if money is not None:
        blocks.append(money)
    if not blocks:
        return None
    return Section("programme", words.text("section-programme"), words.text("lead-programme"), tuple(blocks))


def cost_text(assessment: Assessment, one: ActivityOutlook, words: Words) -> str:
    """What an activity costs, and who pays."""
    parts = [
        words.text(
            "payer-amount",
            payer=owner_name(assessment, payer, words),
            amount=words.money(amount, assessment.plan.currency),
        )
        for payer, amount in one.cost.items()
    ]
    return words.text("comma").join(parts) or "–"


def _activities(assessment: Assessment, words: Words) -> Table:
    columns = (
        Column(words.text("table-activity")),
        Column(words.text("table-component")),
        Column(words.text("table-owner")),
        Column(words.text("table-start"), "month"),
        Column(words.text("table-months"), "number"),
        Column(words.text("table-cost"), "number"),
        Column(words.text("table-brings"), "number"),
    )
    rows = tuple(_activity(assessment, one, words) for one in assessment.programme.activities)
    return Table("activities", words.text("programme-caption"), columns, rows, words.text("programme-note"))


def _activity(assessment: Assessment, one: ActivityOutlook, words: Words) -> Row:
    start = words.month(one.start) if one.start else ""
    left_out = "" if one.start else words.text("left-out-why", why=why_not(assessment, one, words))
    cells = (
        Cell(words.name(one.title), note=words.text("agreed") if one.mandatory else "", address=f"activity/{one.id}"),
        Cell(words.text(f"component-{one.component}")),
        Cell(owner_name(assessment, one.owner, words)),
        Cell(start or left_out),
        Cell(words.number(one.months), value=one.months),
        Cell(cost_text(assessment, one, words), value=sum(one.cost.values()), address=f"activity/{one.id}"),
        Cell(words.percent(one.value, 2) if one.value else "–", value=one.value, address=f"activity/{one.id}"),
    )
    return Row(cells, quiet=not one.start)
