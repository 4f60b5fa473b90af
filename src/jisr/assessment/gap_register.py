"""The gap register against DOTMLPF-P, and the requirements nothing in the plan meets."""

from __future__ import annotations

from collections.abc import Collection

from jisr.assessment.line_outlooks import spread_at
from jisr.assessment.result import GapCell, GapOutlook, GapRegister, Spread, UnmetRequirement
from jisr.assessment.tally import Tally
from jisr.plan import DOTMLPF_P, Activity, Gap, Plan, Task
from jisr.programme import reached_needs, untouched

__all__ = ["gap_register"]

_SHORT = 0.995
"""A median above it is full at the resolution of the counts."""


def gap_register(plan: Plan, tally: Tally, chosen: Collection[str]) -> GapRegister | None:
    """The coverage matrix gap × DOTMLPF-P and the requirements nothing meets; None when there is neither.

    Parameters: `chosen` the activities the programme carries out.
    """
    unmet = _unmet(plan, tally)
    gaps = tuple(_gap(plan, tally, row, chosen) for row in plan.rows(Gap))
    return GapRegister(DOTMLPF_P, gaps, unmet) if gaps or unmet else None


def _gap(plan: Plan, tally: Tally, row: Gap, chosen: Collection[str]) -> GapOutlook:
    cells = tuple(_cell(plan, row, element, chosen) for element in DOTMLPF_P)
    return GapOutlook(
        gap=row.gap,
        name=row.name,
        task=row.task,
        force_element=row.element,
        need=None if row.need_kind is None else f"{row.need_kind} {row.need_name or ''}".strip(),
        owner=row.owner,
        basis=row.basis,
        evidence=row.evidence,
        today=_today(tally, row),
        cells=cells,
        missing=tuple(cell.element for cell in cells if cell.state == "nothing"),
    )


def _cell(plan: Plan, row: Gap, element: str, chosen: Collection[str]) -> GapCell:
    if element not in row.dotmlpf_p:
        return GapCell(element, "not-needed", ())
    working = [one for one in plan.rows(Activity) if row.gap in one.gaps and element in one.dotmlpf_p]
    names = sorted((one.activity for one in working if one.status != "cancelled"), key=lambda name: name not in chosen)
    state = "nothing" if not names else "chosen" if names[0] in chosen else "proposed"
    return GapCell(element, state, tuple(names))


def _today(tally: Tally, row: Gap) -> Spread | None:
    """The need that measures a gap, the worst of several lines; else the cover of its task by the host alone."""
    if row.need_kind is None:
        return spread_at(tally.shares, f"cover:alone:{row.task}", 0)
    lines = {
        line.line
        for line in tally.problem.capability.lines
        if line.task == row.task and row.element in {None, line.element}
    }
    found = [
        spread_at(tally.needs, need.key_text, 0)
        for need in tally.problem.capability.needs
        if need.line in lines and (need.kind, need.name) == (row.need_kind, row.need_name)
    ]
    return min(found, key=lambda one: one.q50, default=None)


def _unmet(plan: Plan, tally: Tally) -> tuple[UnmetRequirement, ...]:
    reached, left = reached_needs(plan), untouched(plan)
    found = []
    for task in plan.rows(Task):
        alone = tally.shares.quantile(f"cover:alone:{task.task}", 0.5)
        needs = _short_needs(tally, task.task, reached)
        if min(alone[0], alone[-1]) < _SHORT and (task.task in left or needs):
            found.append(UnmetRequirement(task.task, float(alone[0]), float(alone[-1]), task.task in left, needs))
    return tuple(sorted(found, key=lambda one: one.cover_at_end))


def _short_needs(tally: Tally, task: str, reached: Collection[tuple[str, str, str]]) -> tuple[str, ...]:
    element_of = {line.line: line.element for line in tally.problem.capability.lines if line.task == task}
    return tuple(
        f"{element_of[need.line]} {need.kind} {need.name}"
        for need in tally.problem.capability.needs
        if need.line in element_of
        and need.mandatory
        and (need.kind, element_of[need.line], need.name) not in reached
        and tally.needs.quantile(need.key_text, 0.5)[0] < _SHORT
    )
