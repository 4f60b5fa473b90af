"""One run to compute: a plan with the effects of a programme, compiled room by room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jisr.capability import CapabilityData, compile_capability
from jisr.ids import Address
from jisr.inputs import Effect, Unknowns, Variant
from jisr.plan import Plan
from jisr.requirements import RequirementData, compile_requirements
from jisr.returns import ReturnsData, compile_returns
from jisr.threat import ThreatData, compile_threat
from jisr.transition import TransitionData, compile_transition

__all__ = ["Problem", "compile_problem"]

_LEAST_HORIZON = 6
"""A plan looks ahead at least this far."""
_AFTER_REFERENCE = 12
"""Milestones lie at each gate's reference month and this many months after it: what is handed over must last."""


@dataclass(frozen=True)
class Problem:
    """Everything a block of draws is computed from; frozen, and the same in every process.

    Parameters: `judge` the party whose judgement of self-reliance anchors capability, None for the joint one;
    `milestones` the months in which uncovered requirement is averaged; `in_full` whether to observe everything, or gates
    and uncovered requirement alone; `variants` how each copy of a block differs, for blocks with copies.
    """

    plan: Plan
    seed: int
    unknowns: Unknowns
    judge: str | None
    in_full: bool
    milestones: tuple[int, ...]
    threat: ThreatData
    requirements: RequirementData
    capability: CapabilityData
    returns: ReturnsData
    transition: TransitionData
    variants: tuple[Variant, ...] = ()


def compile_problem(
    plan: Plan,
    effects: Sequence[Effect] = (),
    *,
    unknowns: Unknowns = "range",
    judge: str | None = None,
    in_full: bool = True,
) -> Problem:
    """Compile every room for a plan that has passed its checks, under the plan's seed.

    A run that is not observed in full ends with its last milestone: random numbers are keyed by month, so the months it
    has are the same.
    """
    milestones = _milestones(plan)
    if not in_full:
        plan = plan.replace({Address("partnership", "", "horizon"): max(milestones[-1], _LEAST_HORIZON)})
    transition = compile_transition(plan, effects)
    return Problem(
        plan=plan,
        seed=plan.partnership.seed,
        unknowns=unknowns,
        judge=judge,
        in_full=in_full,
        milestones=milestones,
        threat=compile_threat(plan),
        requirements=compile_requirements(plan),
        capability=compile_capability(plan, effects),
        returns=compile_returns(plan, effects),
        transition=transition,
    )


def _milestones(plan: Plan) -> tuple[int, ...]:
    """The headline month of each gate and the month a year after it, within the horizon; the horizon without gates."""
    horizon = plan.partnership.horizon
    references = {gate.references[0].month for gate in compile_transition(plan).gates}
    later = {min(month + _AFTER_REFERENCE, horizon) for month in references}
    return tuple(sorted(references | later)) or (horizon,)
