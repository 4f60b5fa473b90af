"""How far single things reach, and where the spread of results comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.assessing import assessment_of
from jisr.api.kept import kept_result
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import Reach, Sensitivity

__all__ = ["reach", "reach_in", "reach_of", "sensitivity", "sensitivity_in", "sensitivity_of"]

Progress = Callable[[str, int, int], None]


def reach(
    path: Path | str, *, draws: int | None = None, executor: Executor | None = None, progress: Progress | None = None
) -> Reach:
    """Which single thing, held otherwise within its range, would change the answer, and by how much.

    Parameters: `draws` of each run, 500 unless told otherwise.

    Raises:
        PlanError: the plan cannot be computed, or the bundle was altered.
    """
    return reach_of(path, draws=draws, executor=executor, progress=progress)[1]


def reach_of(
    path: Path | str, *, draws: int | None = None, executor: Executor | None = None, progress: Progress | None = None
) -> tuple[Plan, Reach]:
    """The same, with the plan it is about."""
    from jisr.assessment import Serial

    used = executor or Serial()
    plan, assessment = assessment_of(path, progress, used)
    return plan, reach_in(plan, assessment, draws=draws, executor=used, progress=progress)


def reach_in(
    plan: Plan,
    assessment: Assessment,
    *,
    draws: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Reach:
    """The reach in a plan whose assessment is already there, through the cache."""
    from jisr import comparison
    from jisr.assessment import Serial

    return kept_result(
        plan,
        assessment,
        f"reach-{draws or comparison.REACH_DRAWS}",
        (comparison.Reach, comparison.REACH_SCHEMA),
        lambda: comparison.find_reach(plan, assessment, executor or Serial(), draws=draws, progress=progress),
    )


def sensitivity(
    path: Path | str, *, draws: int | None = None, executor: Executor | None = None, progress: Progress | None = None
) -> Sensitivity:
    """First-order and total indices of gates, tasks and months, by kind of input and by basis, with errors.

    Parameters: `draws` of each sample, 1,000 unless told otherwise.

    Raises:
        PlanError: the plan cannot be computed, or the bundle was altered.
    """
    return sensitivity_of(path, draws=draws, executor=executor, progress=progress)[1]


def sensitivity_of(
    path: Path | str, *, draws: int | None = None, executor: Executor | None = None, progress: Progress | None = None
) -> tuple[Plan, Sensitivity]:
    """The same, with the plan it is about."""
    from jisr.assessment import Serial

    used = executor or Serial()
    plan, assessment = assessment_of(path, progress, used)
    return plan, sensitivity_in(plan, assessment, draws=draws, executor=used, progress=progress)


def sensitivity_in(
    plan: Plan,
    assessment: Assessment,
    *,
    draws: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Sensitivity:
    """The indices of a plan whose assessment is already there, through the cache."""
    from jisr import comparison
    from jisr.assessment import Serial

    return kept_result(
        plan,
        assessment,
        f"sensitivity-{draws or comparison.SENSITIVITY_DRAWS}",
        (comparison.Sensitivity, comparison.SENSITIVITY_SCHEMA),
        lambda: comparison.find_sensitivity(plan, assessment, executor or Serial(), draws=draws, progress=progress),
    )
