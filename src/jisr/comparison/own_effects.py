"""What each change does alone, and what they do only together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import (
    Assessment,
    Executor,
    Problem,
    Tally,
    activity_values,
    choose_programme,
    run,
)
from jisr.comparison.changes import Change, with_changes
from jisr.comparison.held_programme import held_problem, starts_of
from jisr.ids import Address
from jisr.plan import Plan

__all__ = ["EFFECT_DRAWS", "Effect", "Effects", "own_effects"]

EFFECT_DRAWS = 500
"""Draws of a one-change run: paired with the run before, its error is printed beside it."""
_MOST = 12
"""More changes than this are taken together by row, and more rows by table."""
_OF_THE_PROGRAMME = frozenset(
    {"activities", "activity_money", "activity_needs", "activity_effects", "budgets", "resources", "partnership"}
)
"""Tables a change of which calls for a new programme; all others keep the programme as it was."""

Outcome = Mapping[str, NDArray[np.float64]]
"""Gate → met on its month (1) or not (0), by draw; "" → uncovered essential requirement. Shape of each: (draw,)."""


@dataclass(frozen=True)
class Effect:
    """What some changes do: by gate the change of its chance, and the change of uncovered essential requirement."""

    addresses: tuple[str, ...]
    """The changes."""
    gates: Mapping[str, float]
    """Gate → change of the chance on its month."""
    gate_errors: Mapping[str, float]
    """Gate → Monte Carlo standard error of it."""
    uncovered: float | None
    """Change of the uncovered essential requirement; None when its milestones moved."""
    uncovered_error: float | None
    """Its standard error."""


@dataclass(frozen=True)
class Effects:
    """Effects of single changes, of all together, and what is left when the single ones are taken away."""

    draws: int
    """Draws of each run."""
    own: tuple[Effect, ...]
    """Each change, or each group where there are many, alone."""
    together: Effect
    """All of them, with the programme chosen anew."""
    rest: Effect
    """What is not the sum of the single ones: interplay, and the programme chosen anew."""
    not_alone: tuple[str, ...]
    """Changes that cannot be computed without the others."""


def own_effects(
    before: tuple[Plan, Assessment],
    after: tuple[Plan, Assessment],
    found: Sequence[Change],
    *,
    executor: Executor,
    computable: Callable[[Plan], bool],
    progress: Callable[[int, int], None] | None = None,
) -> Effects | None:
    """Re-run each change alone on the plan before, with its programme, under its seed; None when nothing was changed.

    Parameters: `computable` tells whether a plan passes its checks.
    """
    groups = _groups([one for one in found if one.kind != "setting"])
    if not groups:
        return None
    draws = min(EFFECT_DRAWS, before[0].partnership.draws)
    plans = [with_changes(before[0], after[0], group) for group in groups]
    alone = [computable(plan) for plan in plans]
    problems = [
        held_problem(before[0], starts_of(*before)),
        held_problem(_seeded(after[0], before[0]), starts_of(*after)),
    ]
    for group, plan, possible in zip(groups, plans, alone, strict=True):
        if possible:
            problems.append(
                held_problem(plan, _new_starts(plan, executor) if _calls_for_one(group) else starts_of(plan, before[1]))
            )
    tallies = run([(problem, draws) for problem in problems], executor, progress)
    base, joint, *single = [_outcome(problem, tally) for problem, tally in zip(problems, tallies, strict=True)]
    named = [tuple(one.address for one in group) for group, possible in zip(groups, alone, strict=True) if possible]
    own = tuple(_effect(names, base, [one]) for names, one in zip(named, single, strict=True))
    every = tuple(address for names in named for address in names)
    return Effects(
        draws=draws,
        own=own,
        together=_effect((), base, [joint]),
        rest=_rest(base, joint, single),
        not_alone=tuple(one.address for group in groups for one in group if one.address not in every),
    )


def _groups(found: Sequence[Change]) -> list[list[Change]]:
    """The changes one by one; by row where there are many; by table where there are still many."""
    for width in (None, 2, 1):
        groups: dict[str, list[Change]] = {}
        for one in found:
            groups.setdefault(_name(one, width), []).append(one)
        if len(groups) <= _MOST or width == 1:
            return list(groups.values())
    return []


def _name(change: Change, width: int | None) -> str:
    if width is None or (width == 2 and change.kind != "changed"):
        return change.address
    if width == 1:
        return change.address.partition("/")[0]
    return change.address.rpartition("/")[0]


def _calls_for_one(group: Sequence[Change]) -> bool:
    return any(one.address.partition("/")[0] in _OF_THE_PROGRAMME for one in group)


def _new_starts(plan: Plan, executor: Executor) -> dict[str, int]:
    return dict(choose_programme(activity_values(plan, plan.partnership.draws, executor)).schedule.starts)


def _seeded(plan: Plan, like: Plan) -> Plan:
    return plan.replace({Address("partnership", "", "seed"): like.partnership.seed})


def _outcome(problem: Problem, tally: Tally) -> Outcome:
    found = {}
    for i, gate in enumerate(problem.transition.gates):
        name = f"on:{i}:{gate.references[0].month}"
        if tally.has(name):
            found[gate.id] = tally.per_draw(name)
    milestones = ",".join(map(str, problem.milestones))
    found[f" {milestones}"] = np.mean([tally.per_draw(f"uncovered:{month}") for month in problem.milestones], axis=0)
    return found


def _effect(
    addresses: tuple[str, ...], base: Outcome, others: Sequence[Outcome], joint: Outcome | None = None
) -> Effect:
    """The change from the base to one other; with `joint`, what the joint run has beyond the sum of the others."""
    gates, errors = {}, {}
    uncovered = uncovered_error = None
    for name, usual in base.items():
        if any(name not in other for other in (*others, *([joint] if joint else []))):
            continue
        moved = np.sum([other[name] - usual for other in others], axis=0) if others else np.zeros_like(usual)
        moved = joint[name] - usual - moved if joint else moved
        change, error = float(moved.mean()), float(np.std(moved, ddof=1) / np.sqrt(len(moved)))
        if name.startswith(" "):
            uncovered, uncovered_error = change, error
        else:
            gates[name], errors[name] = change, error
    return Effect(addresses, gates, errors, uncovered, uncovered_error)


def _rest(base: Outcome, joint: Outcome, single: Sequence[Outcome]) -> Effect:
    return _effect((), base, single, joint)
