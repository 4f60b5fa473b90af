"""From the answers of runs to how far a thing reaches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Problem
from jisr.comparison.reach.answers import Answers
from jisr.comparison.reach.held import Held
from jisr.comparison.reach.result import GateNow, GateReach, ReachEnd, ReachItem
from jisr.comparison.reach.swaps import Swap
from jisr.months import Month

__all__ = [
    "SURE",
    "change_of",
    "first_month",
    "gate_now",
    "held_items",
    "item_order",
    "judged_month",
    "reach_end",
    "reach_item",
    "swapped_items",
]

SURE = 2.0
"""Standard errors beyond which a change is told (about 95 per cent of chance changes lie within)."""
_HALF = 0.5

Run = tuple[Problem, Answers]


def reach_item(kind: str, id_: str, basis: str | None, base: Run, ends: Sequence[ReachEnd]) -> ReachItem:
    """The ends of one thing, and their spans."""
    answers = base[1]
    spans, open_spans = {}, {}
    for i, gate in enumerate(base[0].transition.gates):
        now = [end.gates[i] for end in ends]
        spans[gate.id] = _span(0.0, *(one.change for one in now))
        open_spans[gate.id] = _span(0.0, *(one.open_change for one in now))
    return ReachItem(
        kind=kind,
        id=id_,
        basis=basis,
        draws=len(answers.uncovered),
        ends=tuple(ends),
        spans=spans,
        open_spans=open_spans,
        uncovered_span=_span(0.0, *(end.uncovered_change for end in ends)),
        told=any(_told(end) for end in ends),
    )


def _span(*values: float) -> float:
    return max(values) - min(values)


def _told(end: ReachEnd) -> bool:
    moved = [(one.change, one.standard_error) for one in end.gates]
    moved += [(one.open_change, one.open_error) for one in end.gates]
    return any(abs(change) > SURE * error for change, error in [*moved, (end.uncovered_change, end.uncovered_error)])


def reach_end(end: str, value: str, base: Run, other: Run, option: str | None = None) -> ReachEnd:
    """The answers at one end, against those of the plan over the same draws."""
    gates = tuple(_gate(i, base, other) for i in range(len(base[0].transition.gates)))
    uncovered, error = change_of(base[1].uncovered, other[1].uncovered)
    return ReachEnd(end, value, gates, uncovered, error, option)


def _gate(i: int, base: Run, other: Run) -> GateReach:
    (_, usual), (problem, then) = base, other
    change, error = change_of(usual.met[:, i], then.met[:, i])
    open_change, open_error = change_of(usual.open[:, i], then.open[:, i])
    before, after = float(usual.met[:, i].mean()), float(then.met[:, i].mean())
    return GateReach(
        gate=problem.transition.gates[i].id,
        judged=judged_month(problem, i),
        chance=after,
        change=change,
        standard_error=error,
        open_change=open_change,
        open_error=open_error,
        month=first_month(problem, then.first[:, i]),
        turns=(before >= _HALF) != (after >= _HALF) and abs(change) > SURE * error,
    )


def change_of(before: NDArray[np.float64], after: NDArray[np.float64]) -> tuple[float, float]:
    """The mean change over paired draws, and its Monte Carlo standard error."""
    moved = after - before
    return float(moved.mean()), float(np.std(moved, ddof=1) / np.sqrt(len(moved))) if len(moved) > 1 else 0.0


def judged_month(problem: Problem, gate: int) -> str:
    """The month a gate is judged."""
    return str(
        Month(problem.plan.partnership.cutoff_month.ordinal + problem.transition.gates[gate].references[0].month)
    )


def first_month(problem: Problem, first: NDArray[np.float64]) -> str | None:
    """The first month by which half of the draws have it; None for not within the months computed."""
    month = float(np.sort(first)[(len(first) + 1) // 2 - 1])
    return str(Month(problem.plan.partnership.cutoff_month.ordinal + int(month))) if np.isfinite(month) else None


def gate_now(i: int, base: Run, span: float, *, illustrative: bool) -> GateNow:
    """What the plan itself says of a gate."""
    problem, answers = base
    gate = problem.transition.gates[i]
    chance = float(answers.met[:, i].mean())
    return GateNow(
        gate=gate.id,
        name=gate.row.name,
        rule=gate.row.rule,
        judged=judged_month(problem, i),
        chance=chance,
        standard_error=float(np.sqrt(chance * (1 - chance) / len(answers.met))),
        expected_open=float(answers.open[:, i].mean()),
        month=first_month(problem, answers.first[:, i]),
        span=span,
        illustrative=illustrative,
    )


def held_items(base: Problem, usual: Answers, held: Sequence[Held], found: Sequence[Answers]) -> list[ReachItem]:
    """An item of each thing held, from the answers of its ends in order."""
    left = iter(found)
    return [
        reach_item(
            one.kind,
            one.id,
            one.basis,
            (base, usual),
            [reach_end(end.end, end.value, (base, usual), (base, next(left))) for end in one.ends],
        )
        for one in held
    ]


def swapped_items(base: tuple[Problem, Answers], swaps: Sequence[Swap], found: Sequence[Answers]) -> list[ReachItem]:
    """An item of each choice, from the answers of its ends in order."""
    left = iter(found)
    return [
        reach_item(
            swap.kind,
            swap.id,
            swap.basis,
            base,
            [reach_end(end, value, base, (problem, next(left))) for end, value, problem in swap.ends],
        )
        for swap in swaps
    ]


_KINDS = ("together", "input", "limit", "structure", "position")


def item_order(item: ReachItem) -> tuple[float, float, float, int, str]:
    """The widest span of a chance first, then of open conditions, then of uncovered requirement."""
    widest = max(item.spans.values(), default=0.0)
    opened = max(item.open_spans.values(), default=0.0)
    return -widest, -opened, -item.uncovered_span, _KINDS.index(item.kind), item.id
