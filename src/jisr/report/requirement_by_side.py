"""What each side would plan for: the requirement by its own positions beside the plan's."""

from __future__ import annotations

from jisr.assessment import Assessment, Spread, TaskOutlook
from jisr.charts import (
    Cell,
    Chart,
    Column,
    NamedRange,
    NamedRanges,
    RangeMark,
    Row,
    Table,
    draws_source,
    named_ranges,
)
from jisr.report.figures import owner_name
from jisr.report.spread_cell import count_text
from jisr.words import Words

__all__ = ["requirement_by_side"]

_ID = "requirement-by-side"
_APART = 0.01
"""Medians closer than a hundredth to the plan's are its own, drawn twice."""


def requirement_by_side(assessment: Assessment, words: Words) -> Chart | None:
    """A row a task for which a side asks for something else than the plan, in shares of the plan's median; else None."""
    apart = [(task, plan) for task in assessment.tasks if (plan := task.requirement_today) and _apart(task, plan)]
    if not apart:
        return None
    parties = list(dict.fromkeys(party for task, _ in apart for party in task.requirement_by_side))
    names = {party: owner_name(assessment, party, words) for party in parties}
    title = words.text("chart-sides-title")
    widest, plan = max(apart, key=lambda one: (_distance(*one), one[0].id))
    said = words.text("comma").join(
        words.text("side-asks", party=names[party], amount=count_text(spread.q50, words))
        for party, spread in widest.requirement_by_side.items()
    )
    alternative = words.text(
        "chart-sides-alternative",
        n=words.number(len(apart)),
        task=words.name(widest.name),
        unit=widest.unit,
        plan=count_text(plan.q50, words),
        sides=said,
    )
    return named_ranges(
        NamedRanges(
            id=_ID,
            title=title,
            alternative=alternative,
            source=draws_source(assessment, words),
            unit=words.text("axis-of-plan"),
            median=words.text("requirement-name"),
            kinds=names,
            rows=tuple(_row(task, one, names, words) for task, one in apart),
            data=_table(apart, names, title, words),
            line=1.0,
        ),
        words,
    )


def _apart(task: TaskOutlook, plan: Spread) -> bool:
    return plan.q50 > 0 and _distance(task, plan) > _APART


def _distance(task: TaskOutlook, plan: Spread) -> float:
    return max((abs(side.q50 / plan.q50 - 1) for side in task.requirement_by_side.values()), default=0.0)


def _row(task: TaskOutlook, plan: Spread, names: dict[str, str], words: Words) -> NamedRange:
    marks = tuple(
        RangeMark(
            party,
            side.q50 / plan.q50,
            names[party],
            words.text("amount-unit", amount=count_text(side.q50, words), unit=task.unit),
        )
        for party, side in task.requirement_by_side.items()
    )
    shown = words.text("amount-unit", amount=count_text(plan.q50, words), unit=task.unit)
    low, high = plan.q05 / plan.q50, plan.q95 / plan.q50
    return NamedRange(
        task.id, words.name(task.name), low, 1.0, high, shown, marks=marks, address=f"requirement/{task.id}"
    )


def _table(apart: list[tuple[TaskOutlook, Spread]], names: dict[str, str], title: str, words: Words) -> Table:
    columns = (
        Column(words.text("table-task")),
        Column(words.text("table-unit")),
        Column(words.text("table-the-plan"), "number"),
        *(Column(name, "number") for name in names.values()),
    )
    rows = tuple(
        Row(
            (
                Cell(words.name(task.name), address=f"requirement/{task.id}"),
                Cell(task.unit),
                _amount(plan, words),
                *(_amount(task.requirement_by_side.get(party), words) for party in names),
            )
        )
        for task, plan in apart
    )
    return Table(_ID, title, columns, rows)


def _amount(spread: Spread | None, words: Words) -> Cell:
    if spread is None:
        return Cell("–")
    low, high = count_text(spread.q05, words), count_text(spread.q95, words)
    return Cell(count_text(spread.q50, words), value=spread.q50, note=words.isolated(f"{low}–{high}"))
