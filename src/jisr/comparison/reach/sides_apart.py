"""What separates the sides, alone: the part of the reach that a first page needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jisr.assessment import Assessment, Executor, as_written, under_option
from jisr.comparison.held_programme import held_problem, starts_of
from jisr.comparison.reach.answers import run_cases
from jisr.comparison.reach.result import Separation
from jisr.comparison.reach.separation import pairs, quiet_switches, separation
from jisr.plan import Plan

__all__ = ["SIDES_SCHEMA", "SidesApart", "find_sides_apart"]

SIDES_SCHEMA = "jisr/sides/1"
_DRAWS = 500
"""As many as the reach takes: paired, so the error is that of a difference."""


@dataclass(frozen=True)
class SidesApart:
    """What separates each two sides, and the draws it was counted in."""

    draws: int
    """Draws of each run."""
    separations: tuple[Separation, ...]
    """Each two sides."""


def find_sides_apart(
    plan: Plan,
    assessment: Assessment,
    executor: Executor,
    *,
    draws: int | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> SidesApart | None:
    """Each judgement switched alone between all positions of one side and all of the other; None without two sides.

    The same runs as those of `find_reach`, over the same draws, with the programme as the assessment chose it.
    """
    seen = under_option(plan, assessment.plan.option)
    starts = starts_of(seen, assessment)
    base = held_problem(seen, starts)
    two = pairs(seen, starts, base)
    if not two:
        return None
    number = draws or min(_DRAWS, seen.partnership.draws)
    gates = [gate.id for gate in base.transition.gates]
    told = None if progress is None else lambda done, of: progress("sides", done, of)
    found = iter(run_cases([case for pair in two for case in pair.cases()], number, executor, told))
    separations = []
    for pair in two:
        answers = [next(found) for _ in pair.cases()]
        quiet = quiet_switches(pair, answers, gates)
        rest = run_cases(pair.others(quiet), number, executor) if quiet else []
        separations.append(separation(pair, answers, rest, gates))
    return as_written(SidesApart, SidesApart(number, tuple(separations)))
