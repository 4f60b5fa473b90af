"""The gap register against DOTMLPF-P: what the programme provides, what only a proposal would, and what nothing does."""

from __future__ import annotations

from jisr.assessment import Assessment, GapOutlook, GapRegister
from jisr.charts import Cell, Chart, Column, MatrixCell, Row, StateMatrix, Table, draws_source, state_matrix
from jisr.report.figures import owner_name
from jisr.report.plan_names import PlanNames
from jisr.report.spread_cell import share_cell
from jisr.words import Words

__all__ = ["gap_chart"]

_ID = "gaps"
_STATES = ("chosen", "proposed", "nothing")


def gap_chart(assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """A row a gap, a column an element of DOTMLPF-P; None without a register."""
    register = assessment.gaps
    if register is None or not register.gaps:
        return None
    title = words.text("chart-gaps-title")
    elements = {key: words.text(f"dotmlpf-{key}") for key in register.elements}
    counts = {state: sum(cell.state == state for gap in register.gaps for cell in gap.cells) for state in _STATES}
    alternative = words.text(
        "chart-gaps-alternative",
        n=words.number(len(register.gaps)),
        all=words.number(sum(counts.values())),
        **{state: words.number(count) for state, count in counts.items()},
    )
    return state_matrix(
        StateMatrix(
            id=_ID,
            title=title,
            alternative=alternative,
            source=draws_source(assessment, words),
            unit=words.text("unit-dotmlpf"),
            rows={gap.gap: words.name(gap.name) for gap in register.gaps},
            columns=elements,
            states={state: words.text(f"gap-{state}") for state in _STATES},
            signs={state: words.text(f"gap-sign-{state}") for state in _STATES},
            cells=_cells(register, names, words),
            reading=words.text("reading-today"),
            readings={gap.gap: words.percent(gap.today.q50) for gap in register.gaps if gap.today is not None},
            data=_table(assessment, register, names, title, words),
        ),
        words,
    )


def _cells(register: GapRegister, names: PlanNames, words: Words) -> tuple[MatrixCell, ...]:
    return tuple(
        MatrixCell(gap.gap, cell.element, cell.state, _provided(cell.state, cell.activities, names, words))
        for gap in register.gaps
        for cell in gap.cells
        if cell.state in _STATES
    )


def _provided(state: str, activities: tuple[str, ...], names: PlanNames, words: Words) -> str:
    listed = words.text("comma").join(names.activity(one) for one in activities)
    named = words.text(f"gap-{state}")
    return words.text("gap-provided", state=named, list=listed) if listed else named


def _table(assessment: Assessment, register: GapRegister, names: PlanNames, title: str, words: Words) -> Table:
    tasks = {task.id: words.name(task.name) for task in assessment.tasks}
    columns = (
        Column(words.text("table-gap")),
        Column(words.text("table-task")),
        Column(words.text("table-element")),
        Column(words.text("table-measured-today"), "number"),
        Column(words.text("table-owner")),
        *(Column(words.text(f"dotmlpf-{key}"), group=words.text("unit-dotmlpf")) for key in register.elements),
    )
    rows = tuple(_row(assessment, gap, tasks, names, words) for gap in register.gaps)
    return Table(_ID, title, columns, rows, words.text("gaps-note"))


def _row(assessment: Assessment, gap: GapOutlook, tasks: dict[str, str], names: PlanNames, words: Words) -> Row:
    cells = (
        Cell("" if one.state not in _STATES else _provided(one.state, one.activities, names, words))
        for one in gap.cells
    )
    return Row(
        (
            Cell(words.name(gap.name), basis=gap.basis, address=f"gaps/{gap.gap}"),
            Cell(tasks.get(gap.task, gap.task)),
            Cell(names.element(gap.force_element) if gap.force_element else "–"),
            share_cell(gap.today, words),
            Cell(owner_name(assessment, gap.owner, words)),
            *cells,
        )
    )
