"""The board: every gate and condition, state, deciding record, age, owner, blocker; probability by date."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.assessment.result import Assessment, ConditionState, GateOutlook

__all__ = ["BOARD_SCHEMA", "Board", "BoardCondition", "BoardGate", "board"]

BOARD_SCHEMA = "jisr/board/1"


@dataclass(frozen=True)
class BoardCondition:
    """One condition: today's state, and its outlook for the month the board is about."""

    today: ConditionState
    """Where it stands."""
    met: float
    """Probability of being met in the board's month."""
    open_share: float
    """Share of draws in which it is not met at the gate's reference month."""
    sole_blocker: float
    """Share of draws in which it alone is not met."""
    gain_if_removed: float
    """Gain of the gate's probability if it were met."""


@dataclass(frozen=True)
class BoardGate:
    """One gate: what it asks, where it stands, where it is heading."""

    gate: str
    """Gate."""
    rule: str
    """`date` or `condition`."""
    reference: str
    """Its reference month."""
    at: str
    """The month the probabilities below are for."""
    met: float
    """Conditions met in that month."""
    met_by: float
    """Met at some time up to that month."""
    opened: float
    """The phase has ended by that month."""
    on_reference: float
    """Conditions met on the reference month."""
    standard_error: float
    """Of `on_reference`."""
    held: float
    """Reached and held."""
    expected_open: float
    """Expected number of core conditions not met on the reference month."""
    unscheduled: int
    """Core conditions with no assessment scheduled before it."""
    blockers: tuple[str, ...]
    """Core conditions not met today, in the order of how often they are open at the reference month."""
    conditions: tuple[BoardCondition, ...]
    """Each condition."""


@dataclass(frozen=True)
class Board:
    """The gate board of one plan."""

    plan: str
    """Id of the partnership."""
    cutoff: str
    """Last day whose knowledge counts."""
    draws: int
    """Number of futures."""
    seed: int
    """Seed of every random number."""
    gates: tuple[BoardGate, ...]
    """Each gate."""
    threat_reacts: bool = True
    """Whether some change of phase changes the rate of events; if not, all this holds only if the threat does not react."""


def board(assessment: Assessment, at: str | None = None) -> Board:
    """The board for a month (`YYYY-MM`), by default each gate's reference month.

    Raises:
        ValueError: the month is not ahead of the cutoff within the horizon.
    """
    plan = assessment.plan
    if at is not None and at not in plan.months:
        msg = f"expected a month from {plan.months[0]} to {plan.months[-1]}, found {at}"
        raise ValueError(msg)
    gates = tuple(_gate(assessment, gate, at or gate.reference) for gate in assessment.gates)
    return Board(plan.id, plan.cutoff, plan.draws, plan.seed, gates, plan.threat_reacts)


def _gate(assessment: Assessment, gate: GateOutlook, at: str) -> BoardGate:
    months = assessment.plan.months
    month = months.index(at) if at in months else len(months) - 1
    outlooks = {one.condition: one for one in gate.conditions}
    today = [state for state in assessment.today if state.gate == gate.gate]
    conditions = tuple(
        BoardCondition(
            state,
            outlooks[state.condition].met[month],
            outlooks[state.condition].open_share,
            outlooks[state.condition].sole_blocker,
            outlooks[state.condition].gain_if_removed,
        )
        for state in today
    )
    blocking = [one for one in conditions if one.today.condition_class == "core" and one.today.state != "met"]
    blocking.sort(key=lambda one: (-one.open_share, one.today.condition))
    return BoardGate(
        gate=gate.gate,
        rule=gate.rule,
        reference=gate.reference,
        at=at,
        met=gate.probability_on[month],
        met_by=gate.probability_by[month],
        opened=gate.probability_opened[month],
        on_reference=gate.on,
        standard_error=gate.standard_error,
        held=gate.held,
        expected_open=gate.expected_open,
        unscheduled=gate.unscheduled,
        blockers=tuple(one.today.condition for one in blocking),
        conditions=conditions,
    )
