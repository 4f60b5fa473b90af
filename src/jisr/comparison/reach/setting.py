"""What every run of a reach has in common, and the result that is made of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jisr.assessment import Assessment, Executor, Problem, block_months, content_hash, under_option
from jisr.comparison.held_programme import held_problem, starts_of
from jisr.comparison.reach.answers import Answers, Case, run_cases
from jisr.comparison.reach.held import Held, held_inputs
from jisr.comparison.reach.items import gate_now, item_order
from jisr.comparison.reach.joint_span import is_illustrative, joint_span
from jisr.comparison.reach.result import Reach, ReachItem, Separation
from jisr.ids import Address
from jisr.inputs import Variant
from jisr.keyed_random import Block
from jisr.plan import Plan

__all__ = ["REACH_DRAWS", "ReachSetting", "reach_of", "reach_setting"]

REACH_DRAWS = 500
"""Draws of everything but the first look, unless told otherwise; paired, so its error is that of a difference."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class ReachSetting:
    """The plan under its option, the months its activities start, and the problem held at them.

    Parameters: `content` hash of the plan as written.
    """

    plan: Plan
    content: str
    starts: Mapping[str, int]
    base: Problem
    draws: int
    executor: Executor
    progress: Progress | None

    def run(self, stage: str, cases: Sequence[Case], draws: int | None = None, start: int = 0) -> list[Answers]:
        """The answers of every case over the same draws."""
        told = self.progress
        tick = None if told is None else lambda done, of: told(stage, done, of)
        return run_cases(cases, draws or self.draws, self.executor, tick, start=start)

    def both_ends(self, held: Sequence[Held]) -> list[Case]:
        """A case for every end."""
        return [(self.base, end.variant) for one in held for end in one.ends]

    def inputs(self) -> list[Held]:
        """The uncertain inputs that gates and uncovered requirement are computed from."""
        *_, last = block_months(self.base, Block(0, 2))
        read: frozenset[Address] = last.inputs.read()
        return held_inputs(self.plan, read)

    def usual(self) -> Case:
        """The plan itself."""
        return self.base, Variant()


def reach_setting(
    plan: Plan, assessment: Assessment, executor: Executor, draws: int | None, progress: Progress | None
) -> ReachSetting:
    """The setting of an assessment, its programme held as it was chosen."""
    under = under_option(plan, assessment.plan.option)
    starts = starts_of(under, assessment)
    base = held_problem(under, starts)
    used = draws or min(REACH_DRAWS, under.partnership.draws)
    return ReachSetting(under, content_hash(plan), starts, base, used, executor, progress)


def reach_of(
    setting: ReachSetting,
    now: tuple[Problem, Answers],
    items: Sequence[ReachItem],
    *,
    screened: int = 0,
    option: str | None = None,
    unread: int = 0,
    separations: Sequence[Separation] = (),
) -> Reach:
    """The result, the farthest first, with the joint reach of every gate."""
    plan = setting.plan
    return Reach(
        title=plan.partnership.title,
        cutoff=plan.partnership.cutoff.isoformat(),
        seed=plan.partnership.seed,
        content=setting.content,
        draws=setting.draws,
        screened=screened,
        gates=tuple(
            gate_now(i, now, joint_span(items, gate.id), illustrative=is_illustrative(plan, items, gate.id))
            for i, gate in enumerate(setting.base.transition.gates)
        ),
        uncovered=float(now[1].uncovered.mean()),
        option=option,
        items=tuple(sorted(items, key=item_order)),
        unread=unread,
        separations=tuple(separations),
    )
