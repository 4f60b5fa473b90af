"""Posts, persons on the rolls and persons present, with how they were counted."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, NestedBar, NestedBars, Row, Table, nested_bars
from jisr.plan import Plan, Strength
from jisr.record import StrengthPoint, StrengthSeries
from jisr.report.plan_names import PlanNames
from jisr.report.row_basis import weakest_basis
from jisr.report.series_breaks import break_text
from jisr.words import Words

__all__ = ["headcount_chart"]

_ID = "headcounts"


def headcount_chart(plan: Plan, assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """The count each element starts from, as shares of its posts; None without counts. Presence is never filled in."""
    decided = [
        (series.element, point)
        for series in assessment.strengths
        for point in series.points
        if point.decides and point.authorised > 0
    ]
    if not decided:
        return None
    title = words.text("chart-headcounts-title")
    unmeasured = [names.element(element) for element, point in decided if point.present is None]
    alternative = words.text("chart-headcounts-alternative", n=words.number(len(decided)))
    if unmeasured:
        listed = words.text("comma").join(unmeasured)
        alternative += " " + words.text("headcounts-unmeasured", list=listed)
    return nested_bars(
        NestedBars(
            id=_ID,
            title=title,
            alternative=alternative,
            source=words.text("source-plan"),
            unit=words.text("axis-of-posts"),
            steps={key: words.text(f"headcount-{key}") for key in ("assigned", "present")},
            tick="",
            rows=tuple(_bar(element, point, names, words) for element, point in decided),
            data=_table(plan, assessment, title, names, words),
        ),
        words,
    )


def _bar(element: str, point: StrengthPoint, names: PlanNames, words: Words) -> NestedBar:
    steps: dict[str, tuple[float, str]] = {}
    if point.assigned is not None:
        steps["assigned"] = (point.assigned / point.authorised, words.number(round(point.assigned)))
        if point.present is not None:
            here = point.assigned * point.present
            steps["present"] = (here / point.authorised, words.number(round(here)))
    method = words.text(f"count-{point.method}")
    share = words.text("presence-unmeasured") if point.present is None else words.percent(point.present)
    note = words.text("headcount-note", share=share, method=method)
    return NestedBar(element, names.element(element), steps, None, note)


def _table(plan: Plan, assessment: Assessment, title: str, names: PlanNames, words: Words) -> Table:
    columns = (
        Column(words.text("table-element")),
        Column(words.text("table-counted"), "month"),
        Column(words.text("table-posts"), "number"),
        Column(words.text("headcount-assigned"), "number"),
        Column(words.text("headcount-present"), "number"),
        Column(words.text("table-counted-how")),
        Column(words.text("table-set-counted"), "code"),
        Column(words.text("table-change")),
    )
    rows = tuple(
        _row(plan, series, i, names, words) for series in assessment.strengths for i in range(len(series.points))
    )
    return Table(_ID, title, columns, rows, words.text("headcounts-note"))


def _row(plan: Plan, series: StrengthSeries, i: int, names: PlanNames, words: Words) -> Row:
    point = series.points[i]
    found = plan.get(Strength, f"{series.element},{point.counted_on}")
    return Row(
        (
            Cell(names.element(series.element), address=f"strength/{series.element},{point.counted_on}"),
            Cell(words.date(point.counted_on)),
            Cell(words.number(point.authorised), value=point.authorised),
            _number(point.assigned, point.address, weakest_basis(plan, [found] if found else []), words),
            Cell(words.text("presence-unmeasured"))
            if point.present is None
            else Cell(words.percent(point.present), value=point.present),
            Cell(words.text(f"count-{point.method}")),
            Cell(point.denominator),
            Cell(_change(series, i, words)),
        ),
        quiet=not point.decides,
    )


def _number(value: float | None, address: str, basis: str, words: Words) -> Cell:
    text = "?" if value is None else words.number(round(value))
    return Cell(text, value=value, basis=basis, address=address)


def _change(series: StrengthSeries, i: int, words: Words) -> str:
    """What changed since the count before; across a break, that it is one and no attrition."""
    if i == 0:
        return "–"
    on = series.points[i].counted_on
    breaks = [one for one in series.breaks if one.on == on]
    if breaks:
        return words.text("break-no-trend", what=words.text("comma").join(break_text(one, words) for one in breaks))
    change = next((one for one in series.changes if one.on == on), None)
    if change is None or change.monthly is None:
        return "–"
    sign = "+" if change.monthly > 0 else "−" if change.monthly < 0 else ""
    return words.text("change-monthly", share=words.isolated(f"{sign}{words.percent(abs(change.monthly), 1)}"))
