"""Two assessments held against each other, and options over the same draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.assessing import WHAT_IF_DRAWS, assess, assessment_of
from jisr.api.checking import all_checks, load
from jisr.findings import worst
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import Difference

__all__ = ["between", "compare", "difference_of"]

Progress = Callable[[str, int, int], None]


def difference_of(
    path: Path | str,
    against: Path | str,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
    effects: bool = True,
) -> Difference:
    """What changed in a workspace or bundle against another, in which inputs, with which effect.

    Parameters: `effects` whether each change is computed again alone.

    Raises:
        PlanError: one cannot be computed, was altered, is of another partnership, or holds no draws to compare.
    """
    before = assessment_of(against, progress, executor)
    after = assessment_of(path, progress, executor)
    return between(before, after, executor=executor, progress=progress, effects=effects)


def between(
    before: tuple[Plan, Assessment],
    after: tuple[Plan, Assessment],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
    effects: bool = True,
) -> Difference:
    """The difference of two assessments that are already there."""
    import dataclasses

    from jisr import comparison
    from jisr.assessment import Serial, under_option

    first, second = ((under_option(plan, one.plan.option), one) for plan, one in (before, after))
    found = comparison.difference(first, second)
    if not effects:
        return found
    told = None if progress is None else lambda done, of: progress("effects", done, of)
    own = comparison.own_effects(
        first,
        second,
        found.changes,
        executor=executor or Serial(),
        computable=lambda plan: worst(all_checks(plan)) != "error",
        progress=told,
    )
    return dataclasses.replace(found, effects=own)


def compare(
    path: Path | str,
    options: Sequence[str],
    *,
    draws: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Assessment, ...], tuple[Difference, ...]]:
    """Each option's assessment over the same draws, and the difference of each other one from the first.

    Raises:
        PlanError: the plan cannot be computed.
        KeyError: there is no such option.
    """
    plan = load(path)
    used = draws or min(plan.partnership.draws, WHAT_IF_DRAWS)
    made = [assess(plan, draws=used, option=one, executor=executor, progress=progress) for one in options]
    differences = tuple(between(made[0], other, effects=False) for other in made[1:])
    return tuple(assessment for _, assessment in made), differences
