"""The whole computation for one plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jisr.assessment.absorption_outlooks import absorption_outlooks
from jisr.assessment.bundle import content_hash
from jisr.assessment.calibration import calibrations
from jisr.assessment.course_outlooks import course_outlooks
from jisr.assessment.executor import Executor
from jisr.assessment.gap_register import gap_register
from jisr.assessment.gate_outlook import SideRun, gate_outlooks
from jisr.assessment.json_form import as_written
from jisr.assessment.line_outlooks import line_outlooks
from jisr.assessment.outcomes import packed
from jisr.assessment.outlook import driver_outlooks, plan_facts, returns_outlook, severe_share, task_outlooks
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.programme_choice import ProgrammeChoice, activity_values, choose_programme
from jisr.assessment.programme_outlook import programme_outlook
from jisr.assessment.result import Assessment, BasisTally
from jisr.assessment.run import begin, run
from jisr.assessment.series import fan
from jisr.assessment.states_today import states_today
from jisr.assessment.sustainment_outlook import sustainment_outlook
from jisr.assessment.tally import Tally
from jisr.plan import TABLES, Option, Plan, Uncertain, columns_of
from jisr.programme import effects_of
from jisr.record import counts_by_basis, rating_series, sides, strength_series, with_positions

__all__ = ["Progress", "assess", "has_unknown", "under_option"]

Progress = Callable[[str, int, int], None]
_SIDE_DRAWS = 1_000
"""Draws of each side's runs: enough for a standard error of 1.6 points, printed beside the number."""
_UNKNOWN_DRAWS = 500


@dataclass(frozen=True)
class _Runs:
    """The runs of one assessment, by name."""

    problems: dict[str, Problem]
    tallies: dict[str, Tally]


def assess(
    plan: Plan, executor: Executor, *, option: str | None = None, progress: Progress | None = None
) -> Assessment:
    """Everything the six stages say of a plan that has passed its checks, under its own seed and number of draws.

    Parameters: `option` applies one row of `options` first. Same plan, same numbers, whatever the executor.

    Raises:
        KeyError: there is no such option.
    """
    plan, with_programme = under_option(plan, option), _with_programme(plan, option)
    draws = plan.partnership.draws
    values = activity_values(plan, draws, executor, _stage(progress, "programme")) if with_programme else None
    # what does not wait for the schedule is computed while it is sought
    without = begin([(compile_problem(plan, (), in_full=False), draws)], executor)
    choice = choose_programme(values) if values else None
    runs = _run_all(plan, choice, without, executor, progress)
    # the same figures from a computation, the cache and a bundle
    return as_written(Assessment, _assemble(plan, option, choice, runs))


def under_option(plan: Plan, option: str | None) -> Plan:
    """The plan with what an option sets; the plan itself without one.

    Raises:
        KeyError: there is no such option.
    """
    from jisr.ids import Address

    if option is None:
        return plan
    row = plan.get(Option, option)
    if row is None:
        raise KeyError(option)
    sets = [part.partition("=") for part in (row.sets or "").split(";") if part.strip()]
    changes = {Address.parse(address): value.strip() for address, _, value in sets}
    return plan.replace(dict(changes)) if changes else plan


def _with_programme(plan: Plan, option: str | None) -> bool:
    row = None if option is None else plan.get(Option, option)
    return row is None or row.programme == "plan"


def _stage(progress: Progress | None, name: str) -> Callable[[int, int], None] | None:
    return None if progress is None else lambda done, of: progress(name, done, of)


def _run_all(
    plan: Plan,
    choice: ProgrammeChoice | None,
    without: Callable[[], list[Tally]],
    executor: Executor,
    progress: Progress | None,
) -> _Runs:
    effects = effects_of(plan, choice.data, choice.schedule.starts) if choice else ()
    draws = plan.partnership.draws
    problems = {"plan": compile_problem(plan, effects)}
    numbers = {"plan": draws}
    for side in sides(plan):
        seen = {"rules": with_positions(plan, side, ["rule"]), "all": with_positions(plan, side)}
        for kind, view in seen.items():
            judge = side if kind == "all" else None
            problems[f"{side}:{kind}"] = compile_problem(view, effects, judge=judge, in_full=False)
            numbers[f"{side}:{kind}"] = min(draws, _SIDE_DRAWS)
    if has_unknown(plan):
        for end in ("worst", "best"):
            problems[end] = compile_problem(plan, effects, unknowns=end, in_full=False)
            numbers[end] = min(draws, _UNKNOWN_DRAWS)
    work = [(problem, numbers[name]) for name, problem in problems.items()]
    tallies = run(work, executor, _stage(progress, "draws"))
    by_name = dict(zip(problems, tallies, strict=True)) | {"without": without()[0]}
    return _Runs(problems, by_name)


def has_unknown(plan: Plan) -> bool:
    """Whether some input is `?`, unmeasured presence, or a function never rated."""
    from jisr.plan import Strength

    if any(row.present is None for row in plan.rows(Strength)):
        return True
    for model in TABLES.values():
        names = [column.name for column in columns_of(model).values() if column.is_uncertain]
        for row in plan.rows(model):
            cells = (getattr(row, name) for name in names)
            if any(isinstance(cell, Uncertain) and cell.is_unknown for cell in cells):
                return True
    problem = compile_problem(plan)
    return any(function.rating is None for function in problem.capability.functions)


def _assemble(plan: Plan, option: str | None, choice: ProgrammeChoice | None, runs: _Runs) -> Assessment:
    main = runs.tallies["plan"]
    inputs, limits, by_table = counts_by_basis(plan)
    side_runs = [
        SideRun(side, runs.problems[f"{side}:rules"], runs.tallies[f"{side}:rules"], runs.tallies[f"{side}:all"])
        for side in sides(plan)
    ]
    starts = choice.schedule.starts if choice else {}
    return Assessment(
        plan=dataclasses.replace(plan_facts(plan, content_hash(plan)), option=option),
        basis=BasisTally(inputs, limits, by_table),
        drivers=driver_outlooks(plan, main),
        tasks=task_outlooks(plan, main, {one.party: one.rules_and_beliefs for one in side_runs}),
        today=states_today(plan, runs.problems["plan"], main),
        gates=gate_outlooks(
            plan, main, runs.tallies["without"], side_runs, runs.tallies.get("worst"), runs.tallies.get("best")
        ),
        programme=programme_outlook(plan, choice, main, runs.tallies["without"]),
        sustainment=sustainment_outlook(plan, runs.problems["plan"], main),
        returns=returns_outlook(plan, main),
        presence=fan(main.amounts, "posts", ahead=True),
        severe=severe_share(main),
        severe_ever=float(np.mean(main.per_draw("severe-ever"))),
        outcomes=packed(runs.problems["plan"], main.scalars()),
        lines=line_outlooks(main),
        gaps=gap_register(plan, main, starts),
        absorption=absorption_outlooks(plan, choice),
        courses=course_outlooks(plan, starts, plan.partnership.draws),
        ratings=rating_series(plan),
        strengths=strength_series(plan),
        calibration=calibrations(plan),
    )
