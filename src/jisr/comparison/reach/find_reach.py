"""The reach of inputs, limits, positions and choices of the model: one thing at a time, all else in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jisr.assessment import Assessment, Executor, Problem, block_months, content_hash, has_unknown, under_option
from jisr.comparison.held_programme import held_problem, starts_of
from jisr.comparison.reach.answers import Answers, Case, run_cases
from jisr.comparison.reach.held import Held, held_inputs, held_limits, held_together, uncertain_cells
from jisr.comparison.reach.items import gate_now, reach_end, reach_item
from jisr.comparison.reach.leading_option import leading_option, option_problems
from jisr.comparison.reach.result import Reach, ReachItem, Separation
from jisr.comparison.reach.separation import pairs, quiet_switches, separation
from jisr.comparison.reach.swaps import Swap, positions, structure
from jisr.ids import Address
from jisr.inputs import Variant
from jisr.keyed_random import Block
from jisr.plan import Condition, Gate, Plan
from jisr.record import basis_of

__all__ = ["REACH_DRAWS", "find_reach"]

REACH_DRAWS = 500
"""Draws of everything but the first look, unless told otherwise; paired, so its error is that of a difference."""
_LOOK = 5
"""The first look at all inputs takes a fifth of the draws, beyond those of the rest."""
_LEADING = 8
"""Inputs that reach farthest at the first look, by each gate's chance, each gate's open conditions and by uncovered
requirement, which are computed again."""
_OPTIONED = 6
"""Inputs that move uncovered requirement farthest, under which the options are compared again."""
_SOURCED_SPAN = 0.2
"""Joint reach from which a headline is illustrative whatever its sources (`models.md` 5)."""

Progress = Callable[[str, int, int], None]
Run = tuple[Problem, Answers]


@dataclass(frozen=True)
class _Setting:
    """What every run has in common."""

    plan: Plan
    starts: Mapping[str, int]
    base: Problem
    draws: int
    executor: Executor
    progress: Progress | None

    def run(self, stage: str, cases: Sequence[Case], draws: int | None = None, start: int = 0) -> list[Answers]:
        told = self.progress
        tick = None if told is None else lambda done, of: told(stage, done, of)
        return run_cases(cases, draws or self.draws, self.executor, tick, start=start)

    def both_ends(self, held: Sequence[Held]) -> list[Case]:
        return [(self.base, end.variant) for one in held for end in one.ends]


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
    written, plan = plan, under_option(plan, assessment.plan.option)
    starts = starts_of(plan, assessment)
    base = held_problem(plan, starts)
    setting = _Setting(plan, starts, base, draws or min(REACH_DRAWS, plan.partnership.draws), executor, progress)
    inputs = held_inputs(plan, _read(base))
    look = max(setting.draws // _LOOK, 20)
    looked = _looked(setting, inputs, look)
    leading = _leading(looked, [one.id for one in inputs])
    again = [one for one in inputs if one.id in leading]
    now, items, separations = _main(setting, inputs, again)
    items += [one for one in looked if one.id not in leading]
    items, option = _with_options(setting, items, again)
    return Reach(
        title=plan.partnership.title,
        cutoff=plan.partnership.cutoff.isoformat(),
        seed=plan.partnership.seed,
        content=content_hash(written),
        draws=setting.draws,
        screened=look,
        gates=tuple(
            gate_now(i, now, _joint_span(items, gate.id), illustrative=_illustrative(plan, items, gate.id))
            for i, gate in enumerate(base.transition.gates)
        ),
        uncovered=float(now[1].uncovered.mean()),
        option=option,
        items=tuple(sorted(items, key=_order)),
        unread=len(uncertain_cells(plan)) - len(inputs),
        separations=tuple(separations),
    )


def _read(problem: Problem) -> frozenset[Address]:
    """The cells that gates and uncovered requirement are computed from."""
    *_, last = block_months(problem, Block(0, 2))
    return last.inputs.read()


def _looked(setting: _Setting, inputs: list[Held], look: int) -> list[ReachItem]:
    cases = [(setting.base, Variant()), *setting.both_ends(inputs)]
    usual, *found = setting.run("inputs", cases, look, setting.draws)
    return _items(setting.base, usual, inputs, found)


def _items(base: Problem, usual: Answers, held: Sequence[Held], found: Sequence[Answers]) -> list[ReachItem]:
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


def _main(setting: _Setting, inputs: list[Held], again: list[Held]) -> tuple[Run, list[ReachItem], list[Separation]]:
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
    items = _items(base, usual, held, of_held) + _swapped((base, usual), swaps, of_swaps)
    gates = [gate.id for gate in base.transition.gates]
    separations = []
    for pair, answers in zip(two, of_pairs, strict=True):
        quiet = quiet_switches(pair, answers, gates)
        rest = setting.run("others", pair.others(quiet)) if quiet else []
        separations.append(separation(pair, answers, rest, gates))
    return (base, usual), items, separations


def _swapped(base: Run, swaps: Sequence[Swap], found: Sequence[Answers]) -> list[ReachItem]:
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


def _with_options(
    setting: _Setting, items: list[ReachItem], again: Sequence[Held]
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


def _joint_span(items: Sequence[ReachItem], gate: str) -> float:
    together = sum(one.spans[gate] for one in items if one.kind == "together")
    return together + max(
        (one.spans[gate] for one in items if one.kind == "structure" and one.id != "programme"), default=0.0
    )


def _illustrative(plan: Plan, items: Sequence[ReachItem], gate: str) -> bool:
    """Whether a threshold or the rule of the gate is not sourced, or the joint reach is 20 points or more."""
    row = plan.get(Gate, gate)
    of_gate = [Address("conditions", one.key_text, "threshold") for one in plan.rows(Condition) if one.gate == gate]
    sourced = all(basis_of(plan, one) == "sourced" for one in of_gate) and row is not None and row.basis == "sourced"
    return not sourced or _joint_span(items, gate) >= _SOURCED_SPAN


_KINDS = ("together", "input", "limit", "structure", "position")


def _order(item: ReachItem) -> tuple[float, float, float, int, str]:
    widest = max(item.spans.values(), default=0.0)
    opened = max(item.open_spans.values(), default=0.0)
    return -widest, -opened, -item.uncovered_span, _KINDS.index(item.kind), item.id
