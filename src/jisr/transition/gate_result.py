"""What the draws say of each gate: probabilities by month, and what binds at its date and its review."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.transition.compiled import GateData, Reference, TransitionData
from jisr.transition.gate_tally import GateTally
from jisr.transition.unmet_sets import RemovalSet, UnmetSets

__all__ = ["QUANTILES", "ConditionResult", "GateResult", "ReferenceResult", "gate_results"]

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True)
class ConditionResult:
    """One condition in a reference month.

    Units: shares 0–1; `values` and `margins` the quantiles 5, 25, 50, 75, 95 % in the measure's unit, read at its
    resolution, a margin positive when the threshold is passed. Sole blocker and gain are 0 for contextual conditions.
    """

    condition: str
    family: str
    owner: str
    is_core: bool
    is_paperwork: bool
    open_share: float
    sole_blocker: float
    gain_if_removed: float
    values: tuple[float, ...]
    margins: tuple[float, ...]


@dataclass(frozen=True)
class ReferenceResult:
    """One gate in a reference month.

    `kind` `date` or `review`; `month` index, kept within 1 … horizon (`index` as written); `below` 3/n when no draw meets,
    else None; `held` and `lost` by that month; `unmet` probability of 0, 1, … core conditions not met; expected numbers
    apart for paperwork and capability; `unscheduled` core conditions with no assessment after the cutoff and by that
    month; `conditions` in the order of the table, `most_open` core conditions the most often open first.
    """

    kind: str
    index: int
    month: int
    on: float
    by: float
    opened: float
    held: float
    lost: float
    standard_error: float
    below: float | None
    expected_open: float
    expected_open_paperwork: float
    expected_open_capability: float
    unmet: tuple[float, ...]
    unscheduled: int
    conditions: tuple[ConditionResult, ...]
    most_open: tuple[ConditionResult, ...]
    removal_sets: tuple[RemovalSet, ...]


@dataclass(frozen=True)
class GateResult:
    """One gate over all draws.

    Shapes: `on`, `by`, `held`, `lost`, `opened`, `standard_error` (of `on`) (month 1 … horizon,). `on`, `by`, `held` and
    `lost` are of the conditions, whatever phase a draw is in; only `opened` follows the order of the gates: a gate not
    opened within the horizon is censored there, not refused. `references[0]` is the headline. `met` and `ready` map the
    gate's conditions to their probabilities by month.
    """

    gate: str
    rule: str
    phase_from: str
    phase_to: str
    draws: int
    core: int
    references: tuple[ReferenceResult, ...]
    on: tuple[float, ...]
    by: tuple[float, ...]
    held: tuple[float, ...]
    lost: tuple[float, ...]
    opened: tuple[float, ...]
    standard_error: tuple[float, ...]
    met: Mapping[str, tuple[float, ...]]
    ready: Mapping[str, tuple[float, ...]]

    @property
    def headline(self) -> ReferenceResult:
        """The date of a date-bound gate, the review of a condition-bound one."""
        return self.references[0]


def gate_results(tally: GateTally) -> tuple[GateResult, ...]:
    """The results of every gate, in phase order.

    Raises:
        ValueError: the tally holds no draws, or its months hold different numbers of them.
    """
    draws = tally.draws[1:]
    if len(draws) == 0 or draws[0] == 0 or (draws != draws[0]).any():
        msg = f"expected the same draws in every month, found {draws.tolist()}"
        raise ValueError(msg)
    return tuple(_gate(tally, i, gate) for i, gate in enumerate(tally.data.gates))


def _gate(tally: GateTally, i: int, gate: GateData) -> GateResult:
    draws = int(tally.draws[1])
    on = _shares(tally.on[1:, i], draws)
    conditions = tally.data.conditions
    return GateResult(
        gate=gate.id,
        rule=gate.row.rule,
        phase_from=gate.row.phase_from,
        phase_to=gate.row.phase_to,
        draws=draws,
        core=len(gate.core),
        references=tuple(_reference(tally, i, gate, reference) for reference in gate.references),
        on=on,
        by=_shares(tally.by[1:, i], draws),
        held=_shares(tally.held[1:, i], draws),
        lost=_shares(tally.lost[1:, i], draws),
        opened=_shares(tally.opened[1:, i], draws),
        standard_error=tuple(_standard_error(share, draws) for share in on),
        met={conditions[c].id: _shares(tally.met[1:, c], draws) for c in gate.conditions},
        ready={conditions[c].id: _shares(tally.ready[1:, c], draws) for c in gate.conditions},
    )


def _reference(tally: GateTally, i: int, gate: GateData, reference: Reference) -> ReferenceResult:
    month, draws = reference.month, int(tally.draws[1])
    data = tally.data
    sets = UnmetSets(tuple(data.conditions[c].id for c in gate.core), tally.unmet[i, month], gate.expression)
    on = int(tally.on[month, i]) / draws
    conditions = _conditions(tally, gate, month, sets)
    core = [one for one in conditions if one.is_core]
    paperwork = tuple(bit for bit, c in enumerate(gate.core) if data.conditions[c].is_paperwork)
    capability = tuple(bit for bit in range(len(gate.core)) if bit not in paperwork)
    return ReferenceResult(
        kind=reference.kind,
        index=reference.index,
        month=month,
        on=on,
        by=int(tally.by[month, i]) / draws,
        opened=int(tally.opened[month, i]) / draws,
        held=int(tally.held[month, i]) / draws,
        lost=int(tally.lost[month, i]) / draws,
        standard_error=_standard_error(on, draws),
        below=3.0 / draws if on == 0 else None,
        expected_open=sets.expected(),
        expected_open_paperwork=sets.expected(paperwork),
        expected_open_capability=sets.expected(capability),
        unmet=sets.numbers(),
        unscheduled=_unscheduled(data, gate, reference),
        conditions=conditions,
        most_open=tuple(sorted(core, key=lambda one: -one.open_share)),
        removal_sets=sets.removal_sets(),
    )


def _conditions(tally: GateTally, gate: GateData, month: int, sets: UnmetSets) -> tuple[ConditionResult, ...]:
    draws = int(tally.draws[1])
    sole, gains = (
        dict(zip(gate.core, sets.sole_blocker(), strict=True)),
        dict(zip(gate.core, sets.gains(), strict=True)),
    )
    found = []
    for column in gate.conditions:
        condition = tally.data.conditions[column]
        found.append(
            ConditionResult(
                condition=condition.id,
                family=condition.row.family,
                owner=condition.row.owner,
                is_core=condition.is_core,
                is_paperwork=condition.is_paperwork,
                open_share=(draws - int(tally.ready[month, column])) / draws,
                sole_blocker=sole.get(column, 0.0),
                gain_if_removed=gains.get(column, 0.0),
                values=_quantiles(tally.values[column, month], condition.measure.resolution),
                margins=_quantiles(tally.margins[column, month], condition.measure.resolution),
            )
        )
    return tuple(found)


def _unscheduled(data: TransitionData, gate: GateData, reference: Reference) -> int:
    return sum(
        not any(0 < month <= reference.index for month in data.conditions[column].scheduled) for column in gate.core
    )


def _quantiles(counts: Mapping[int, int], step: float) -> tuple[float, ...]:
    """Order statistics: the smallest value with at least that share of the draws at or below it."""
    cells = np.array(sorted(counts), dtype=np.int64)
    below = np.cumsum([counts[int(cell)] for cell in cells])
    wanted = [max(math.ceil(share * int(below[-1]) - 1e-9), 1) for share in QUANTILES]
    return tuple(int(cells[int(np.searchsorted(below, count))]) / round(1 / step) for count in wanted)


def _shares(counts: NDArray[np.int64], draws: int) -> tuple[float, ...]:
    return tuple(count / draws for count in counts.tolist())


def _standard_error(share: float, draws: int) -> float:
    return math.sqrt(share * (1 - share) / draws)
