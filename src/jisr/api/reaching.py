"""How far single things reach, and where the spread of results comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.assessing import assessment_of
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Executor
    from jisr.comparison import Reach, Sensitivity

__all__ = ["reach", "reach_of", "sensitivity", "sensitivity_of"]

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
    from jisr import comparison
    from jisr.assessment import Serial

    used = executor or Serial()
    plan, assessment = assessment_of(path, progress, used)
    return plan, comparison.find_reach(plan, assessment, used, draws=draws, progress=progress)


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
    from jisr import comparison
    from jisr.assessment import Serial

    used = executor or Serial()
    plan, assessment = assessment_of(path, progress, used)
    return plan, comparison.find_sensitivity(plan, assessment, used, draws=draws, progress=progress)
