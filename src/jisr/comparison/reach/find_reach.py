"""The reach of inputs, limits, positions and choices of the model: one thing at a time, all else in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from jisr.assessment import Assessment, Executor, Problem, has_unknown
from jisr.comparison.reach.answers import Answers
from jisr.comparison.reach.held import Held, held_limits, held_together, uncertain_cells
from jisr.comparison.reach.items import held_items, swapped_items
from jisr.comparison.reach.leading_option import leading_option, option_problems
from jisr.comparison.reach.result import Reach, ReachItem, Separation
from jisr.comparison.reach.separation import pairs, quiet_switches, separation
from jisr.comparison.reach.setting import ReachSetting, reach_of, reach_setting
from jisr.comparison.reach.swaps import positions, structure
from jisr.inputs import Variant
from jisr.plan import Plan

__all__ = ["find_reach"]

_LOOK = 5
"""The first look at all inputs takes a fifth of the draws, beyond those of the rest."""
_LEADING = 8
"""Inputs that reach farthest at the first look, by each gate's chance, each gate's open conditions and by uncovered
requirement, which are computed again."""
_OPTIONED = 6
"""Inputs that move uncovered requirement farthest, under which the options are compared again."""
Progress = Callable[[str, int, int], None]
Run = tuple[Problem, Answers]


def find_reach(
    plan: Plan,
    assessment: Assessment,
    executor: Executor,
    *,
    draws: int | None = None,
    progress: Progress | None = None,
) -> Reach:
    """Hold one thing at a time at its ends, over the same draws, with the programme as the assessment chose it.

    All inputs are looked at with a fifth of the draws, which are none of the others; those that reach farthest are
    computed again, so that what is printed of them is not what they were chosen by.
    """
    setting = reach_setting(plan, assessment, executor, draws, progress)
    inputs = setting.inputs()
    look = max(setting.draws // _LOOK, 20)
    looked = _looked(setting, inputs, look)
    leading = _leading(looked, [one.id for one in inputs])
    again = [one for one in inputs if one.id in leading]
    now, items, separations = _main(setting, inputs, again)
    items += [one for one in looked if one.id not in leading]
    items, option = _with_options(setting, items, again)
    return reach_of(
        setting,
        now,
        items,
        screened=look,
        option=option,
        unread=len(uncertain_cells(setting.plan)) - len(inputs),
        separations=separations,
    )


def _looked(setting: ReachSetting, inputs: list[Held], look: int) -> list[ReachItem]:
    cases = [(setting.base, Variant()), *setting.both_ends(inputs)]
    usual, *found = setting.run("inputs", cases, look, setting.draws)
    return held_items(setting.base, usual, inputs, found)


def _leading(looked: Sequence[ReachItem], order: Sequence[str]) -> frozenset[str]:
    """The inputs that reach farthest by any of the answers; of equals the earlier in the tables."""
    gates = [*looked[0].spans] if looked else []
    measures: list[Callable[[ReachItem], float]] = [lambda one: one.uncovered_span]
    measures += [lambda one, gate=gate: one.spans[gate] for gate in gates]  # type: ignore[misc]
    measures += [lambda one, gate=gate: one.open_spans[gate] for gate in gates]  # type: ignore[misc]
    place = {name: i for i, name in enumerate(order)}
    found: set[str] = set()
    for measure in measures:
        ordered = sorted(looked, key=lambda one: (-measure(one), place[one.id]))
        found |= {one.id for one in ordered[:_LEADING] if measure(one) > 0}
    return frozenset(found)


def _main(
    setting: ReachSetting, inputs: list[Held], again: list[Held]
) -> tuple[Run, list[ReachItem], list[Separation]]:
    """The plan, the leading inputs, limits, all together, choices, positions and sides, over the same draws."""
    plan, starts, base = setting.plan, setting.starts, setting.base
    limits = held_limits(plan, base)
    held = [*again, *limits, *held_together(plan, inputs, limits)]
    swaps = [*structure(plan, starts, base, unknown=has_unknown(plan)), *positions(plan, starts, base)]
    two = pairs(plan, starts, base)
    parts = [
        [(base, Variant()), *setting.both_ends(held)],
        [(problem, Variant()) for swap in swaps for _, _, problem in swap.ends],
        *[pair.cases() for pair in two],
    ]
    found = iter(setting.run("reach", [case for part in parts for case in part]))
    (usual, *of_held), of_swaps, *of_pairs = [[next(found) for _ in part] for part in parts]
    items = held_items(base, usual, held, of_held) + swapped_items((base, usual), swaps, of_swaps)
    gates = [gate.id for gate in base.transition.gates]
    separations = []
    for pair, answers in zip(two, of_pairs, strict=True):
        quiet = quiet_switches(pair, answers, gates)
        rest = setting.run("others", pair.others(quiet)) if quiet else []
        separations.append(separation(pair, answers, rest, gates))
    return (base, usual), items, separations


def _with_options(
    setting: ReachSetting, items: list[ReachItem], again: Sequence[Held]
) -> tuple[list[ReachItem], str | None]:
    """The option that leads, in the plan and at the ends of the inputs that move uncovered requirement farthest."""
    problems = option_problems(setting.plan, setting.starts, setting.base)
    if len(problems) < 2:
        return items, None
    spans = {one.id: one.uncovered_span for one in items if one.kind == "input"}
    held = sorted(again, key=lambda one: -spans[one.id])[:_OPTIONED]
    variants = [Variant(), *(end.variant for one in held for end in one.ends)]
    found = setting.run("options", [(problem, variant) for problem in problems.values() for variant in variants])
    by_option = dict(
        zip(problems, (found[i : i + len(variants)] for i in range(0, len(found), len(variants))), strict=True)
    )
    usual, *leads = [leading_option({name: one[i] for name, one in by_option.items()}) for i in range(len(variants))]
    at = {(one.id, end.end): leads.pop(0) for one in held for end in one.ends}
    return [
        dataclasses.replace(
            one, ends=tuple(dataclasses.replace(end, option=at.get((one.id, end.end))) for end in one.ends)
        )
        for one in items
    ], usual
