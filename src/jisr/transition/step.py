"""One month of the transition: conditions, gates, phases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.inputs import Inputs
from jisr.transition.compiled import TransitionData
from jisr.transition.externals import ExternalMonth, draw_externals
from jisr.transition.state import NEVER, GateOutput, TransitionState

__all__ = ["step"]


@dataclass(frozen=True)
class _Judged:
    """Conditions of one month. Shapes: (draw, condition); `recent` as in the state."""

    judged: NDArray[np.float64]
    margin: NDArray[np.float64]
    run: NDArray[np.int64]
    met_run: NDArray[np.int64]
    recent: tuple[tuple[NDArray[np.float64], ...], ...]


def step(
    data: TransitionData,
    inputs: Inputs,
    state: TransitionState,
    month: int,
    values: NDArray[np.float64],
    seed: int,
) -> tuple[TransitionState, GateOutput]:
    """The state at the end of a month, and what observers read.

    Parameters: `month` 1 … horizon, in order; `values` (draw, condition) the measures in their units, in the order of
    `data.conditions`; the columns of external measures are filled here, whatever they hold.

    Raises:
        FloatingPointError: a value is not finite, a defect of the stage that made it.
    """
    externals = draw_externals(data, inputs, state.progress, month, seed)
    judged = _judge(data, state, _with_externals(data, values, externals))
    met, ready = judged.met_run > 0, judged.met_run > data.rules.hold
    conditions_met = (
        np.array([gate.expression.evaluate(ready, data.columns) for gate in data.gates], dtype=np.bool_)
        .reshape(len(data.gates), len(met))
        .T
    )
    ever = state.ever | conditions_met
    gate_run = np.where(conditions_met, state.gate_run + 1, 0)
    phase, opened = _open(data, state, month, conditions_met, ever)
    after = TransitionState(
        phase=phase,
        opened=opened,
        run=judged.run,
        met_run=judged.met_run,
        recent=judged.recent,
        gate_run=gate_run,
        ever=ever,
        held=state.held | (gate_run >= data.held_months),
        lost=state.lost | (state.ever & ~conditions_met),
        progress=externals.progress,
        threshold=state.threshold,
        leave=state.leave,
    )
    output = GateOutput(
        judged=judged.judged,
        margin=judged.margin,
        met=met,
        ready=ready,
        conditions_met=conditions_met,
        ever=ever,
        held=after.held,
        lost=after.lost,
        open_=opened < NEVER,
        phase=state.phase,
        struck=externals.struck,
        done=externals.done,
    )
    return after, output


def _with_externals(data: TransitionData, values: NDArray[np.float64], externals: ExternalMonth) -> NDArray[np.float64]:
    filled = np.array(values, dtype=np.float64, order="F")
    for i, condition in enumerate(data.conditions):
        if condition.measure.kind == "external" and condition.row.external is not None:
            column = data.external_columns[condition.row.external]
            done = condition.measure.id == "external-done"
            filled[:, i] = externals.done[:, column] if done else ~externals.struck[:, column]
    if not np.isfinite(filled).all():
        at = int(np.argwhere(~np.isfinite(filled))[:, 1].min())
        msg = f"the measure of condition {data.conditions[at].id} is not finite"
        raise FloatingPointError(msg)
    return filled


def _judge(data: TransitionData, state: TransitionState, values: NDArray[np.float64]) -> _Judged:
    judged, rules, recent = values, data.rules, []
    wanted = rules.persistence.copy()
    for (months, columns), before in zip(rules.windows, state.recent, strict=True):
        window = (*before, values[:, columns])[-months:]
        judged[:, columns] = _mean(window)
        # the mean of a full window is satisfied at once, that of a shorter one not yet
        wanted[columns] = 1 if len(window) == months else NEVER
        recent.append(window)
    if enabled():
        from jisr.transition import condition_kernels

        turned = draws_last(judged), draws_last(state.threshold), draws_last(state.leave)
        before_now = draws_last(state.run), draws_last(state.met_run)
        margin, run, met_run = condition_kernels.judge(*turned, rules.sign, wanted, *before_now)
        return _Judged(judged, margin.T, run.T, met_run.T, tuple(recent))
    margin = rules.sign * (judged - state.threshold)
    run = np.where(margin >= 0, state.run + 1, 0)
    stays = (state.met_run > 0) & (rules.sign * judged >= state.leave)
    return _Judged(judged, margin, run, np.where(stays | (run >= wanted), state.met_run + 1, 0), tuple(recent))


def _mean(window: tuple[NDArray[np.float64], ...]) -> NDArray[np.float64]:
    """The mean over the months of a window. Shape of each, and of the result: (draw, condition)."""
    oldest, beyond = window[0], np.zeros_like(window[0])
    for one in window[1:]:  # summed in order: the same whatever the block
        beyond += one - oldest
    # from the oldest on, a level that does not move is its own mean: 0.6 + 0.6 + 0.6 is less than 3 × 0.6
    return oldest + beyond / len(window)


def _open(
    data: TransitionData,
    state: TransitionState,
    month: int,
    conditions_met: NDArray[np.bool_],
    ever: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Phase of the next month and month each gate opened: one gate a month at most, in order."""
    phase, opened = state.phase.copy(), state.opened.copy(order="K")
    for i, gate in enumerate(data.gates):
        if gate.opens_at is not None:
            opens = np.full(len(phase), month >= gate.opens_at)
        else:
            opens = ever[:, i] if gate.row.once else conditions_met[:, i]
        opens = opens & (state.phase == i)
        phase[opens] = i + 1
        opened[opens, i] = month
    return phase, opened
