"""What single draws came to: counted month by month, packed, and read back."""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.month import Month
from jisr.assessment.problem import Problem
from jisr.assessment.result import Outcomes
from jisr.transition import GateOutput

__all__ = ["KEPT_DRAWS", "add_month", "outcome", "packed"]

KEPT_DRAWS = 2_000
"""Draws kept: enough to know a paired difference to a tenth of the error of a single result; about 20 kB a case."""
_YEAR, _LATER, _POSTS = 12, 24, 36
"""Months over which money, cover and posts are taken."""
_STEPS = 65_535

Scalars = dict[str, NDArray[np.float64]]
"""Name → (draw,) or (draw, column)."""


def add_month(problem: Problem, own: Scalars, month: Month, gates: GateOutput) -> None:
    """Add one month ahead to the scalars of a block's draws."""
    number, horizon = month.number, problem.threat.horizon
    if number <= _LATER:
        _add(own, "cover", month.cover["now"].cover / min(_LATER, horizon))
    if number <= _YEAR:
        _add(own, "funded", month.paid.sum(axis=1) * 12 / min(_YEAR, horizon))
        _add(own, "needed", month.needed * 12 / min(_YEAR, horizon))
    if number <= _POSTS:
        _add(own, "posts", month.posts)
    if number == min(_LATER, horizon):
        own["persons"] = month.persons
    for gate in problem.transition.gates:
        if gate.references[0].month == number:
            own[f"ready:{gate.id}"] = gates.ready[:, list(gate.conditions)].astype(np.float64)


def _add(own: Scalars, name: str, values: NDArray[np.float64]) -> None:
    own[name] = own[name] + values if name in own else values


def packed(problem: Problem, scalars: Scalars) -> Outcomes:
    """The outcomes of the first draws; `scalars` holds every draw in order."""
    transition = problem.transition
    flags: Scalars = {"severe": scalars["severe-ever"]}
    shares: Scalars = {}
    for i, gate in enumerate(transition.gates):
        name = f"on:{i}:{gate.references[0].month}"
        if name in scalars:
            flags[f"gate/{gate.id}"] = scalars[name]
            ready = scalars[f"ready:{gate.id}"]
            flags |= {f"condition/{transition.conditions[c].id}": ready[:, k] for k, c in enumerate(gate.conditions)}
    for k, task in enumerate(problem.requirements.tasks):
        shares[f"cover/{task.task}"] = scalars["cover"][:, k]
    shares["uncovered"] = np.mean([scalars[f"uncovered:{month}"] for month in problem.milestones], axis=0)
    amounts = {name: scalars[name] for name in ("needed", "funded", "posts")}
    amounts |= {f"site/{site.site}": scalars["persons"][:, k] for k, site in enumerate(problem.returns.sites)}
    return Outcomes(
        draws=min(KEPT_DRAWS, len(scalars["severe-ever"])),
        flags={name: _text(np.packbits(values[:KEPT_DRAWS] > 0)) for name, values in flags.items()},
        shares={name: _text(_stepped(values[:KEPT_DRAWS])) for name, values in shares.items()},
        amounts={name: _text(values[:KEPT_DRAWS].astype("<f4")) for name, values in amounts.items()},
    )


def outcome(outcomes: Outcomes, name: str) -> NDArray[np.float64] | None:
    """One scalar of every kept draw, flags as 0 and 1; None when it was not kept. Shape: (draw,)."""
    if name in outcomes.flags:
        bits = np.unpackbits(np.frombuffer(base64.b64decode(outcomes.flags[name]), dtype=np.uint8))
        return bits[: outcomes.draws].astype(np.float64)
    if name in outcomes.shares:
        return np.frombuffer(base64.b64decode(outcomes.shares[name]), dtype="<u2").astype(np.float64) / _STEPS
    if name in outcomes.amounts:
        return np.frombuffer(base64.b64decode(outcomes.amounts[name]), dtype="<f4").astype(np.float64)
    return None


def _stepped(values: NDArray[np.float64]) -> NDArray[np.uint16]:
    return np.rint(np.clip(values, 0.0, 1.0) * _STEPS).astype("<u2")


def _text(array: NDArray[np.generic]) -> str:
    return base64.b64encode(array.tobytes()).decode("ascii")
