"""Where the spread of every gate, task and month comes from, in one pass over variants of the same draws."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Assessment, Executor, Problem, compile_problem, content_hash, under_option
from jisr.comparison.held_programme import starts_of
from jisr.comparison.reach.items import judged_month
from jisr.comparison.sensitivity.groups import Group, groups_by_basis, groups_by_kind
from jisr.comparison.sensitivity.outputs import Series, columns, outputs_of, series_of
from jisr.comparison.sensitivity.result import GroupShare, Sensitivity, SensitivityGroup, SeriesSensitivity
from jisr.comparison.sensitivity.sobol_indices import SobolIndices, resamples, sobol_indices
from jisr.inputs import Variant
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.plan import Plan
from jisr.programme import compile_programme, effects_of

__all__ = ["SENSITIVITY_DRAWS", "find_sensitivity"]

SENSITIVITY_DRAWS = 1_000
"""Draws of each sample unless told otherwise."""
_RESAMPLES = 100
_ROWS = 1_000
"""Rows of a block: all copies of as many draws as fit."""

Progress = Callable[[str, int, int], None]
Array = NDArray[np.float64]


def find_sensitivity(
    plan: Plan,
    assessment: Assessment,
    executor: Executor,
    *,
    draws: int | None = None,
    progress: Progress | None = None,
    rows: int = _ROWS,
) -> Sensitivity:
    """The indices of groups by kind and by basis, with the programme as the assessment chose it.

    Every group is drawn anew together (pick-freeze): the sample A, an independent sample B, and for each group A with that
    group's numbers from B, all as copies of one block. The result depends neither on `rows` nor on the executor.
    """
    written, plan = plan, under_option(plan, assessment.plan.option)
    problem = _problem(plan, assessment)
    groups = [*(("kind", one) for one in groups_by_kind(plan)), *(("basis", one) for one in groups_by_basis(plan))]
    number = draws or min(SENSITIVITY_DRAWS, plan.partnership.draws)
    found = _samples(problem, [one for _, one in groups], number, executor, progress, rows)
    series = series_of(problem)
    horizon = problem.threat.horizon
    indices = sobol_indices(
        found[0], found[1], found[2:], resamples(problem.seed, number, _RESAMPLES), columns(series, horizon)
    )
    named = [(by, one.id) for by, one in groups]
    cutoff = plan.partnership.cutoff_month
    return Sensitivity(
        title=plan.partnership.title,
        cutoff=plan.partnership.cutoff.isoformat(),
        seed=problem.seed,
        content=content_hash(written),
        draws=number,
        runs=number * len(found),
        resamples=_RESAMPLES,
        months=tuple(str(Month(cutoff.ordinal + month)) for month in range(1, horizon + 1)),
        groups=tuple(SensitivityGroup(one.id, by, one.cells) for by, one in groups),
        series=tuple(_series(problem, i, one, found[0], indices, named) for i, one in enumerate(series)),
    )


def _problem(plan: Plan, assessment: Assessment) -> Problem:
    effects = effects_of(plan, compile_programme(plan), starts_of(plan, assessment))
    # the whole horizon, but nothing observed that is not an output here
    return dataclasses.replace(compile_problem(plan, effects), in_full=False)


def _samples(
    problem: Problem, groups: Sequence[Group], draws: int, executor: Executor, progress: Progress | None, rows: int
) -> NDArray[np.float32]:
    """The outputs of A, B and of A with each group from B. Shape: (sample, draw, output)."""
    every = Group("", frozenset().union(*(one.names for one in groups)), _stages(groups), 0)
    taken = [Group("", frozenset(), frozenset(), 0), every, *groups]
    run = dataclasses.replace(problem, variants=tuple(Variant(second=one.names) for one in taken))
    copies = tuple(one.stages for one in taken)
    size = max(1, rows // len(taken))
    blocks = [Block(start, min(size, draws - start)).times(copies) for start in range(0, draws, size)]
    parts = []
    for done, part in enumerate(executor.map_blocks(outputs_of, [(run, block) for block in blocks]), 1):
        parts.append(part)
        if progress is not None:
            progress("sensitivity", done, len(blocks))
    return np.concatenate(parts, axis=1)


def _stages(groups: Sequence[Group]) -> frozenset[str]:
    return frozenset().union(*(one.stages for one in groups))


Named = Sequence[tuple[str, str]]


def _series(
    problem: Problem, i: int, one: Series, sample: NDArray[np.float32], indices: SobolIndices, named: Named
) -> SeriesSensitivity:
    horizon = problem.threat.horizon
    own = slice(i * horizon, (i + 1) * horizon)
    gate = i if one.kind == "gate" else None
    figures = [getattr(indices, name)[:, own] for name in ("first", "first_error", "total", "total_error")]
    at_month: tuple[GroupShare, ...] = ()
    if gate is not None:
        judged = problem.transition.gates[gate].references[0].month - 1
        at_month = _shares(named, [figure[:, judged] for figure in figures])
    return SeriesSensitivity(
        kind=one.kind,
        id=one.id,
        name=_name(problem, i, one),
        month=None if gate is None else judged_month(problem, gate),
        at_month=at_month,
        overall=_shares(named, list(indices.overall[:, :, i])),
        mean=tuple(sample[:, own].mean(axis=0, dtype=np.float64).tolist()),
        variance=tuple(indices.variance[own].tolist()),
        **{
            key: {f"{by}/{group}": _months(figure[g]) for g, (by, group) in enumerate(named)}
            for key, figure in zip(("first", "first_error", "total", "total_error"), figures, strict=True)
        },
    )


def _name(problem: Problem, i: int, one: Series) -> dict[str, str]:
    gates, tasks = problem.transition.gates, problem.requirements.tasks
    if one.kind == "gate":
        return dict(gates[i].row.name)
    return dict(tasks[i - len(gates)].name) if one.kind == "cover" else {}


def _shares(named: Named, figures: Sequence[Array]) -> tuple[GroupShare, ...]:
    """The shares of every group, the largest total first within its partition; none where the output does not vary."""
    if not all(np.isfinite(figure).all() for figure in figures):
        return ()
    found = [GroupShare(group, by, *(float(figure[g]) for figure in figures)) for g, (by, group) in enumerate(named)]
    return tuple(sorted(found, key=lambda share: (share.by != "kind", -share.total)))


def _months(figure: Array) -> tuple[float | None, ...]:
    return tuple(float(value) if np.isfinite(value) else None for value in figure)
