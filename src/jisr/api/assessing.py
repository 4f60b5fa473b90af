"""The whole computation, and what is read off it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.checking import all_checks, load
from jisr.api.misfit import check_option, read_changes
from jisr.api.not_yet_known import not_yet_known
from jisr.findings import PlanError, worst
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Board, Executor
    from jisr.explain import Explanation

__all__ = ["WHAT_IF_DRAWS", "assess", "assessment_of", "board", "explain", "what_if"]

WHAT_IF_DRAWS = 500
"""Draws of a what-if unless told otherwise: paired with the plan's own first draws, its error is that of the difference."""


def what_if(
    plan: Plan,
    *,
    draws: int | None = None,
    seed: int | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    sets: Mapping[str, str] | None = None,
) -> Plan:
    """The plan with other settings, an earlier cutoff, only what was known on a date, or other cells.

    Raises:
        MisfitError: an address names no cell, or a value does not fit it.
        PlanError: what is left cannot be computed.
    """
    from jisr.record import known_on as known

    settings = {"draws": draws, "seed": seed, "cutoff": as_of}
    given = {f"partnership//{name}": str(value) for name, value in settings.items() if value is not None}
    changes = {**read_changes(plan, sets or {}), **read_changes(plan, given)}
    today = plan.replace(changes) if changes else plan
    changed = today if known_on is None else known(today, known_on)
    if changed is plan:
        return plan
    findings = tuple(all_checks(changed))
    if worst(findings) != "error":
        return changed
    raise PlanError(findings if known_on is None else not_yet_known(findings, tuple(all_checks(today)), known_on))


def assess(  # noqa: PLR0913 - the options of the verb
    source: Path | str | Plan,
    *,
    draws: int | None = None,
    seed: int | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    option: str | None = None,
    sets: Mapping[str, str] | None = None,
    executor: Executor | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[Plan, Assessment]:
    """The whole computation, and the plan it was made for; through the cache.

    Parameters: `sets` maps addresses to values: a what-if, with `WHAT_IF_DRAWS` draws unless `draws` says otherwise;
    `executor` says where it is computed, by default in this process; `ProcessPool(2)` takes two, and as with
    every pool of processes a script that uses one keeps its own work under `if __name__ == "__main__":`.

    Raises:
        PlanError: the plan cannot be computed.
        MisfitError: an option or address that does not exist, or a value that does not fit.
    """
    from jisr import assessment as room

    used = executor or room.Serial()
    used.warm()
    plan = source if isinstance(source, Plan) else load(source)
    check_option(plan, option)
    if sets and draws is None and "partnership//draws" not in sets:
        draws = min(plan.partnership.draws, WHAT_IF_DRAWS)
    plan = what_if(plan, draws=draws, seed=seed, as_of=as_of, known_on=known_on, sets=sets)
    kept = room.read_kept(plan, option)
    if kept is not None:
        return plan, kept
    computed = room.assess(plan, used, option=option, progress=progress)
    room.keep(plan, computed, option)
    return plan, computed


def assessment_of(
    path: Path | str, progress: Callable[[str, int, int], None] | None = None, executor: Executor | None = None
) -> tuple[Plan, Assessment]:
    """The assessment of a workspace, through the cache; of a bundle, the one it holds.

    Raises:
        PlanError: the plan cannot be computed, or the bundle was altered.
    """
    from jisr import assessment as room

    plan = load(path)
    if room.is_bundle(Path(path)):
        return plan, room.read_bundle(Path(path)).assessment
    kept = room.read_kept(plan)
    return (plan, kept) if kept is not None else assess(plan, progress=progress, executor=executor)


def board(path: Path | str, at: str | None = None) -> Board:
    """Every gate and condition, for a month `YYYY-MM` or each gate's own.

    Raises:
        PlanError: the plan cannot be computed.
        ValueError: the month is not within the horizon.
    """
    from jisr import assessment as room

    return room.board(assessment_of(path)[1], at)


def explain(path: Path | str, address: str) -> Explanation:
    """The chain from inputs to one number.

    Raises:
        PlanError: the plan cannot be computed.
        KeyError: nothing has that address.
    """
    from jisr.explain import explain as chain_of

    plan, assessment = assessment_of(path)
    return chain_of(plan, assessment, address)
