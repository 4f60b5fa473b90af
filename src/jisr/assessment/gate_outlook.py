"""What the future says of each gate, by the plan and by each side's positions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jisr.assessment.problem import Problem
from jisr.assessment.result import ConditionOutlook, GateOutlook, PositionOutlook
from jisr.assessment.tally import Tally
from jisr.plan import Condition, Phase, Plan
from jisr.transition import ConditionResult, GateResult, gate_results

__all__ = ["SideRun", "gate_outlooks"]

_YEAR = 12


@dataclass(frozen=True)
class SideRun:
    """The runs of one side: by its rules, and by its rules and beliefs."""

    party: str
    problem: Problem
    rules: Tally
    rules_and_beliefs: Tally


def gate_outlooks(
    plan: Plan,
    main: Tally,
    without: Tally,
    side_runs: Sequence[SideRun],
    worst: Tally | None,
    best: Tally | None,
) -> tuple[GateOutlook, ...]:
    """Every gate in phase order."""
    none = gate_results(without.gates)
    return tuple(
        _gate(
            plan, main, i, result, none[i], _at_end(main, worst, i, result), _at_end(main, best, i, result), side_runs
        )
        for i, result in enumerate(gate_results(main.gates))
    )


def _at_end(main: Tally, end: Tally | None, gate: int, result: GateResult) -> float | None:
    """The chance with unknown inputs at one end: the chance, moved by the paired difference over the draws both have."""
    if end is None:
        return None
    name = f"on:{gate}:{result.headline.month}"
    met, usual = end.per_draw(name), main.per_draw(name)
    return float(np.clip(result.headline.on + (met - usual[: len(met)]).mean(), 0.0, 1.0))


def _gate(  # noqa: PLR0913, PLR0917 - one argument a run
    plan: Plan,
    main: Tally,
    i: int,
    result: GateResult,
    none: GateResult,
    worst: float | None,
    best: float | None,
    side_runs: Sequence[SideRun],
) -> GateOutlook:
    head = result.headline
    gate = main.problem.transition.gates[i].row
    horizon = plan.partnership.horizon
    names = {row.phase: row.name for row in plan.rows(Phase)}
    return GateOutlook(
        gate=result.gate,
        name=gate.name,
        phase_from=result.phase_from,
        phase_to=result.phase_to,
        phase_from_name=names[result.phase_from],
        phase_to_name=names[result.phase_to],
        rule=result.rule,
        reference=str(plan.partnership.cutoff_month + head.month),
        on=head.on,
        by=head.by,
        by_horizon=result.by[-1],
        held=result.held[min(horizon, head.month + _YEAR) - 1],
        lost=result.lost[-1],
        standard_error=head.standard_error,
        draws=result.draws,
        without_programme=none.headline.on,
        unknown_worst=worst,
        unknown_best=best,
        expected_open=head.expected_open,
        expected_open_without_programme=none.headline.expected_open,
        core=result.core,
        unscheduled=head.unscheduled,
        probability_on=result.on,
        probability_by=result.by,
        probability_opened=result.opened,
        conditions=tuple(_condition(plan, result, one, main) for one in head.conditions),
        removal_sets=tuple(
            {"conditions": list(one.conditions), "probability": one.probability} for one in head.removal_sets
        ),
        positions=tuple(_position(plan, i, one) for one in side_runs),
        on_by_both=_by_both(i, side_runs),
    )


def _by_both(gate: int, side_runs: Sequence[SideRun]) -> float | None:
    """Share of futures in which the conditions are met by every side's rules, each on its own reference month."""
    if len(side_runs) < 2:
        return None
    met = [
        side.rules.per_draw(f"on:{gate}:{gate_results(side.rules.gates)[gate].headline.month}") for side in side_runs
    ]
    return float(np.mean(np.all(np.stack(met) > 0, axis=0)))


def _condition(plan: Plan, result: GateResult, one: ConditionResult, main: Tally) -> ConditionOutlook:
    row = plan.get(Condition, one.condition)
    if row is None:
        raise KeyError(one.condition)
    measured = next(c for c in main.problem.transition.conditions if c.id == one.condition).measure
    external = measured.kind == "external"
    return ConditionOutlook(
        condition=one.condition,
        name=row.name,
        family=one.family,
        owner=one.owner,
        condition_class=row.condition_class,
        open_share=one.open_share,
        sole_blocker=one.sole_blocker,
        gain_if_removed=one.gain_if_removed,
        value_q05=None if external else one.values[0],
        value_q50=None if external else one.values[2],
        value_q95=None if external else one.values[4],
        threshold=None if row.threshold.is_unknown else row.threshold.mode,
        unit=measured.unit,
        comparison=row.comparison,
        met=result.ready[one.condition],
    )


def _position(plan: Plan, i: int, side: SideRun) -> PositionOutlook:
    rules = gate_results(side.rules.gates)[i]
    full = gate_results(side.rules_and_beliefs.gates)[i]
    return PositionOutlook(
        party=side.party,
        rule=rules.rule,
        reference=str(plan.partnership.cutoff_month + rules.headline.month),
        on=rules.headline.on,
        on_with_beliefs=full.headline.on,
        opened_by=rules.headline.opened,
        standard_error=rules.headline.standard_error,
    )
