"""The state of the transition, and what one month of it gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.transition.compiled import ConditionData, TransitionData

__all__ = ["NEVER", "GateOutput", "TransitionState", "start"]

NEVER = 1_000_000
"""The month a gate opened in when it has not: beyond every horizon, and safe in sums of months."""


@dataclass(frozen=True)
class TransitionState:
    """Where each draw stands at the end of a month.

    Shapes: `phase` (draw,) index of the phase of the **next** month; `opened` (draw, gate) last month of the phase the
    gate ended, `NEVER` when it has not; `run` and `met_run` (draw, condition) months in a row satisfied and met; `recent`
    the last values of `mean` conditions by length of their window (`rules.windows`), oldest first, each (draw, condition); `gate_run` (draw, gate) months in a row the
    gate's conditions were met; `ever`, `held`, `lost` (draw, gate); `progress` (draw, external).
    The same in all months: `threshold` (draw, condition), and `leave` the signed value from which a met one stays met.
    """

    phase: NDArray[np.int64]
    opened: NDArray[np.int64]
    run: NDArray[np.int64]
    met_run: NDArray[np.int64]
    recent: tuple[tuple[NDArray[np.float64], ...], ...]
    gate_run: NDArray[np.int64]
    ever: NDArray[np.bool_]
    held: NDArray[np.bool_]
    lost: NDArray[np.bool_]
    progress: NDArray[np.float64]
    threshold: NDArray[np.float64]
    leave: NDArray[np.float64]

    def months_in_phase(self, month: int) -> NDArray[np.int64]:
        """Months since the phase of `month` began, 0 in its first; the first phase began in month 1. Shape: (draw,)."""
        began = np.zeros(len(self.phase), dtype=np.int64)
        for gate in range(self.opened.shape[1]):
            began = np.where(self.phase == gate + 1, self.opened[:, gate], began)
        return np.asarray(month - 1 - began)


@dataclass(frozen=True)
class GateOutput:
    """One month of the transition, for observers.

    Shapes: conditions (draw, condition), gates (draw, gate), externals (draw, external), `phase` (draw,) the phase the
    month was in. `judged` is the value compared (the window's mean where the condition says so); `margin` how far it lies
    beyond the entry threshold, positive when good; `met` after persistence, `ready` when it also stayed met for its hold.
    `conditions_met` is the gate's expression over ready conditions whatever phase the draw is in; `ever`, `held` and
    `lost` are by now: met in some month, met in `held_months` months in a row, met and later not; `open_` the phase has
    been ended.
    """

    judged: NDArray[np.float64]
    margin: NDArray[np.float64]
    met: NDArray[np.bool_]
    ready: NDArray[np.bool_]
    conditions_met: NDArray[np.bool_]
    ever: NDArray[np.bool_]
    held: NDArray[np.bool_]
    lost: NDArray[np.bool_]
    open_: NDArray[np.bool_]
    phase: NDArray[np.int64]
    struck: NDArray[np.bool_]
    done: NDArray[np.bool_]


def start(data: TransitionData, inputs: Inputs) -> TransitionState:
    """The state at the cutoff: nothing satisfied yet, and gates whose date has passed are open.

    Units: months. A window counts from month 1, so one longer than the months elapsed is not met.
    """
    draws = inputs.block.size

    def columns(drawn: list[NDArray[np.float64]]) -> NDArray[np.float64]:
        return np.stack(drawn).T if drawn else np.zeros((draws, 0))

    by_condition, by_gate = (draws, len(data.conditions)), (draws, len(data.gates))
    opened = np.full(by_gate, NEVER, dtype=np.int64, order="F")
    passed = 0
    while passed < len(data.gates) and (date := data.gates[passed].opens_at) is not None and date <= 0:
        opened[:, passed] = date
        passed += 1
    return TransitionState(
        phase=np.full(draws, passed, dtype=np.int64),
        opened=opened,
        run=np.zeros(by_condition, dtype=np.int64, order="F"),
        met_run=np.zeros(by_condition, dtype=np.int64, order="F"),
        recent=tuple(() for _ in data.rules.windows),
        gate_run=np.zeros(by_gate, dtype=np.int64, order="F"),
        ever=np.zeros(by_gate, dtype=np.bool_, order="F"),
        held=np.zeros(by_gate, dtype=np.bool_, order="F"),
        lost=np.zeros(by_gate, dtype=np.bool_, order="F"),
        progress=np.zeros((draws, len(data.externals))),
        threshold=columns([inputs.of(one.threshold) for one in data.conditions]),
        leave=columns([_leave(one, inputs) for one in data.conditions]),
    )


def _leave(condition: ConditionData, inputs: Inputs) -> NDArray[np.float64]:
    """The easier of the two thresholds in each draw, signed. Shape: (draw,)."""
    entry = condition.sign * inputs.of(condition.threshold)
    if condition.exit_threshold is None:
        return entry
    return np.minimum(entry, condition.sign * inputs.of(condition.exit_threshold))
