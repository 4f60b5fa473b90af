"""What binds each capability line: its readiness, the needs it has, and the two that are lowest."""

from __future__ import annotations

from jisr.assessment import Assessment, LineOutlook, NeedOutlook
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
from jisr.report.plan_names import PlanNames
from jisr.report.spread_cell import share_cell
from jisr.words import Words

__all__ = ["line_needs_chart", "two_lowest"]

_ID = "lines"


def line_needs_chart(assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """A row a line; None without lines."""
    ordered = _ordered(assessment)
    if not ordered:
        return None
    tasks = {task.id: words.name(task.name) for task in assessment.tasks}
    least = min(ordered, key=lambda line: (line.today.q50, line.line))
    title = words.text("chart-lines-title")
    alternative = words.text(
        "chart-lines-alternative",
        n=words.number(len(ordered)),
        task=tasks.get(least.task, least.task),
        element=names.element(least.element),
        share=words.percent(least.today.q50),
        needs=_needs_text(least, names, words),
    )
    return named_ranges(
        NamedRanges(
            id=_ID,
            title=title,
            alternative=alternative,
            source=draws_source(assessment, words),
            unit=words.text("axis-readiness"),
            median=words.text("readiness-name"),
            kinds={key: words.text(f"need-{key}") for key in ("lowest", "next", "other")},
            rows=tuple(_range(line, tasks, names, words) for line in ordered),
            data=_table(title, ordered, tasks, names, words),
            room=0.95,
        ),
        words,
    )


def two_lowest(line: LineOutlook) -> list[NeedOutlook]:
    """The need that is lowest most often, and of the others the one that is second most often; fewer where there are."""
    left, found = [need for need in line.needs if need.mandatory], []
    for key in ("lowest", "second"):
        one = max(left, key=lambda need: (getattr(need, key), need.kind, need.name), default=None)
        if one is None or getattr(one, key) <= 0:
            continue
        left.remove(one)
        found.append(one)
    return found


def _ordered(assessment: Assessment) -> list[LineOutlook]:
    """In the order of the tasks, within a task the least ready first."""
    place = {task.id: i for i, task in enumerate(assessment.tasks)}
    return sorted(assessment.lines, key=lambda line: (place.get(line.task, len(place)), line.today.q50, line.line))


def _needs_text(line: LineOutlook, names: PlanNames, words: Words, key: str = "needs-two") -> str:
    shown = [names.need(need.kind, line.element, need.name) for need in two_lowest(line)]
    if not shown:
        return words.text("no-mandatory-need")
    return words.text(key, first=shown[0], second=shown[1]) if len(shown) > 1 else shown[0]


def _range(line: LineOutlook, tasks: dict[str, str], names: PlanNames, words: Words) -> NamedRange:
    lowest = two_lowest(line)
    marks = [
        RangeMark(
            kind=("lowest", "next")[lowest.index(need)] if need in lowest else "other",
            value=need.value.q50,
            name=names.need(need.kind, line.element, need.name),
            shown=words.percent(need.value.q50),
        )
        for need in line.needs
        if need.mandatory
    ]
    return NamedRange(
        id=line.line,
        name=f"{tasks.get(line.task, line.task)}\n{names.element(line.element)}",
        low=line.today.q05,
        middle=line.today.q50,
        high=line.today.q95,
        shown=words.percent(line.today.q50),
        note=_needs_text(line, names, words, "needs-lines"),
        address=f"line/{line.line}",
        # the lowest is drawn last, on top of those at the same place
        marks=tuple(sorted(marks, key=lambda mark: ("other", "next", "lowest").index(mark.kind))),
    )


def _table(title: str, lines: list[LineOutlook], tasks: dict[str, str], names: PlanNames, words: Words) -> Table:
    columns = (
        Column(words.text("table-line")),
        Column(words.text("table-task")),
        Column(words.text("table-value-now"), "number"),
        Column(words.text("table-full-from"), "number"),
        Column(words.text("table-lowest-in"), "number"),
        Column(words.text("table-second-in"), "number"),
    )
    rows = [row for line in lines for row in _rows(line, tasks, names, words)]
    return Table(_ID, title, columns, tuple(rows), words.text("lines-note"))


def _rows(line: LineOutlook, tasks: dict[str, str], names: PlanNames, words: Words) -> list[Row]:
    head = Row(
        (
            Cell(names.element(line.element), address=f"line/{line.line}"),
            Cell(tasks.get(line.task, line.task)),
            share_cell(line.today, words),
            *(Cell("") for _ in range(3)),
        )
    )
    return [head, *(_need(line, need, names, words) for need in line.needs)]


def _need(line: LineOutlook, need: NeedOutlook, names: PlanNames, words: Words) -> Row:
    name = names.need(need.kind, line.element, need.name)
    return Row(
        (
            Cell(name, note="" if need.mandatory else words.text("need-supporting"), address=f"line/{line.line}"),
            Cell(""),
            share_cell(need.value, words),
            Cell(words.percent(need.threshold), value=need.threshold),
            _share(need.lowest if need.mandatory else None, words),
            _share(need.second if need.mandatory else None, words),
        ),
        part=True,
    )


def _share(share: float | None, words: Words) -> Cell:
    return Cell("–") if share is None else Cell(words.percent(share), value=share)
