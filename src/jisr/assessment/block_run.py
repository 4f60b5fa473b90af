"""The month loop over one block of draws.

Order inside a month (`models.md` 3): phase from the gates of the month before → that phase's contractors, enablers and
threat response → demand → stocks → lines → measures → conditions → gates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.measure_values import measure_values
from jisr.assessment.month import Month
from jisr.assessment.problem import Problem
from jisr.assessment.tally import Tally
from jisr.capability import (
    NOBODY,
    Anchor,
    Funding,
    Stocks,
    advance,
    anchor,
    capacity,
    covers,
    funding,
    line_readiness,
    phase_enablers,
    risk,
    start,
)
from jisr.inputs import Inputs, draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Presence
from jisr.requirements import ByTask, DriverHistory, demand, requirement
from jisr.returns import ReturnPaths, simulate
from jisr.threat import response_factor, threat_paths
from jisr.transition import GateOutput, step
from jisr.transition import start as start_transition

__all__ = ["BlockMonth", "block_months", "run_block"]


@dataclass(frozen=True)
class BlockMonth:
    """One month of a block, and what it was computed from; `gates` is None at the cutoff. Shape: values (draw, condition)."""

    month: Month
    values: NDArray[np.float64]
    gates: GateOutput | None
    inputs: Inputs
    history: DriverHistory
    tied: Anchor
    homes: ReturnPaths


@dataclass(frozen=True)
class _Block:
    """What stays the same through the months of a block."""

    problem: Problem
    inputs: Inputs
    money: Funding
    homes: ReturnPaths
    posts: NDArray[np.float64]
    """Posts by phase. Shape: (draw, phase)."""
    first_phase: int
    """The phase at the cutoff, the same in all draws."""


def run_block(problem: Problem, block: Block, counted: Tally | None = None) -> Tally:
    """Compute every month of a block and count what came out, on top of what was `counted` of other blocks."""
    tally = Tally(problem) if counted is None else counted
    tally.begin(block)
    for one in block_months(problem, block):
        if one.gates is None:
            tally.observe_start(one.month, one.values, one.tied)
        else:
            tally.observe(one.month, one.gates)
    tally.finish(one.homes)
    return tally


def block_months(problem: Problem, block: Block) -> Iterator[BlockMonth]:
    """The months of a block from the cutoff on; each is to be read before the next is asked for."""
    inputs = draw_inputs(problem.plan, block, seed=problem.seed, unknowns=problem.unknowns, variants=problem.variants)
    homes = simulate(problem.returns, inputs, problem.seed)
    stocks = {site.site: homes.persons[:, :, i] for i, site in enumerate(problem.returns.sites)}
    paths = threat_paths(problem.threat, inputs, problem.seed, stocks)
    past = np.stack([paths.month(month) for month in range(1 - problem.threat.window, 1)], axis=1)
    history = DriverHistory(past)
    transition = start_transition(problem.transition, inputs)
    money, posts = funding(problem.capability, inputs), _posts(problem, inputs)
    fixed = _Block(problem, inputs, money, homes, posts, int(transition.phase[0]))

    state = start(problem.capability, inputs, problem.seed)
    required = requirement(problem.requirements, inputs, history)
    tied = anchor(problem.capability, inputs, line_readiness(problem.capability, state), required, problem.judge)
    shares = phase_enablers(problem.capability, inputs, 0)
    now = _month(fixed, 0, history, required, state, tied, shares, transition.phase)
    yield BlockMonth(now, measure_values(problem, now), None, inputs, history, tied, homes)
    for number in range(1, problem.threat.horizon + 1):
        factor = response_factor(problem.threat, inputs, transition.phase, transition.months_in_phase(number))
        history.append(paths.month(number, factor))
        required = requirement(problem.requirements, inputs, history)
        state = advance(problem.capability, inputs, state, transition.opened, fixed.money, problem.seed)
        if number in problem.capability.enabler_changes:
            shares = phase_enablers(problem.capability, inputs, number)
        now = _month(fixed, number, history, required, state, tied, shares, transition.phase)
        values = measure_values(problem, now)
        transition, gates = step(problem.transition, inputs, transition, number, values, problem.seed)
        yield BlockMonth(now, values, gates, inputs, history, tied, homes)


def _month(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    fixed: _Block,
    number: int,
    history: DriverHistory,
    required: ByTask,
    state: Stocks,
    tied: Anchor,
    shares: NDArray[np.float64],
    phase: NDArray[np.int64],
) -> Month:
    problem, inputs = fixed.problem, fixed.inputs
    data = problem.capability
    ready = line_readiness(data, state)
    own = capacity(data, tied, ready, required)
    found = covers(data, own, tied.at_start, shares, _settings(fixed, phase), required)
    asked = demand(problem.requirements, inputs, history)
    money = fixed.money
    return Month(
        number=number,
        phase=phase,
        drivers=history.by_area[:, history.newest].copy(order="K"),
        requirement=required,
        capacity=own,
        readiness=ready,
        stocks=state,
        cover=found,
        risk=risk(data, found["now"], asked),
        persons=fixed.homes.persons[:, number],
        needed=money.owed,
        paid=money.by_payer(number),
        money=money,
        posts=fixed.posts[np.arange(len(phase)), phase],
    )


def _settings(fixed: _Block, phase: NDArray[np.int64]) -> dict[str, int | NDArray[np.int64]]:
    """The phases whose enablers help: today's, none, that of the cutoff, and that after each gate."""
    data, gates = fixed.problem.capability, fixed.problem.transition.gates
    same = (phase == phase[0]).all()
    settings: dict[str, int | NDArray[np.int64]] = {"now": int(phase[0]) if same else phase, "alone": NOBODY}
    if fixed.problem.in_full:
        settings["cutoff"] = fixed.first_phase
    return settings | {f"after:{gate.id}": data.phases.index(gate.row.phase_to) for gate in gates}


def _posts(problem: Problem, inputs: Inputs) -> NDArray[np.float64]:
    posts = np.zeros((inputs.block.size, len(problem.capability.phases)), order="F")
    for row in problem.plan.rows(Presence):
        posts[:, problem.capability.phases.index(row.phase)] += inputs.cell(row, "posts")
    return posts
