"""How much the elements can take in at once, against what the programme asks of them."""

from __future__ import annotations

from jisr.assessment import AbsorptionOutlook, Assessment
from jisr.charts import Cell, Chart, Column, Load, Loads, Row, Table, load_by_month
from jisr.report.plan_names import PlanNames
from jisr.report.spread_cell import count_text
from jisr.words import Words

__all__ = ["absorption_chart", "absorption_table"]

_ID = "absorption"


def absorption_chart(assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """A row an element whose capacity the plan gives, a cell a month; None where it gives none, or asks nothing."""
    limited = [one for one in assessment.absorption if one.capacity is not None]
    if not limited:
        return None
    fullest = max(limited, key=lambda one: (one.full, max(one.used, default=0.0), one.element))
    open_ended = [names.element(one.element) for one in assessment.absorption if one.capacity is None]
    title = words.text("chart-absorption-title")
    alternative = words.text(
        "chart-absorption-alternative",
        n=words.number(len(limited)),
        element=names.element(fullest.element),
        full=words.number(fullest.full),
        months=words.number(len(fullest.used)),
    )
    if open_ended:
        alternative += " " + words.text("absorption-open", list=words.text("comma").join(open_ended))
    loads = tuple(Load(one.element, names.element(one.element), one.used, one.capacity or ()) for one in limited)
    return load_by_month(
        Loads(
            id=_ID,
            title=title,
            alternative=alternative,
            source=words.text("source-plan"),
            unit=words.text("axis-taken-in"),
            months=assessment.plan.months,
            rows=loads,
            data=absorption_table(assessment, names, words),
        ),
        words,
    )


def absorption_table(assessment: Assessment, names: PlanNames, words: Words) -> Table:
    """Every element that activities are for: what it takes in, what is asked of it at most, and when it is full."""
    columns = (
        Column(words.text("table-element")),
        Column(words.text("table-takes-in"), "number"),
        Column(words.text("table-most-asked"), "number"),
        Column(words.text("table-months-full"), "number"),
        Column(words.text("table-left-out")),
    )
    rows = tuple(_row(assessment, one, names, words) for one in assessment.absorption)
    return Table(_ID, words.text("chart-absorption-title"), columns, rows, words.text("absorption-note"), "resources")


def _row(assessment: Assessment, one: AbsorptionOutlook, names: PlanNames, words: Words) -> Row:
    most = max(one.used, default=0.0)
    when = words.month(assessment.plan.months[one.used.index(most)]) if most > 0 else ""
    takes = Cell(words.text("no-limit-given"))
    if one.capacity:
        low, high = min(one.capacity), max(one.capacity)
        shown = [count_text(value, words) for value in (low, high)]
        takes = Cell(shown[0] if low == high else words.isolated("–".join(shown)), value=low)
    return Row(
        (
            Cell(names.element(one.element)),
            takes,
            Cell(count_text(most, words), value=most, note=when),
            Cell("–" if one.capacity is None else words.number(one.full), value=one.full if one.capacity else None),
            Cell(words.text("comma").join(names.activity(activity) for activity in one.left_out) or "–"),
        )
    )
