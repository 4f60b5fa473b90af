"""Persons and skills of a month, compiled: what `advance` computes with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["assigned", "bounded", "mechanics", "met", "met_skills", "present", "qualified"]


@kernel
def assigned(
    before: NDArray[np.float64],
    attrition: NDArray[np.float64],
    intake: NDArray[np.float64],
    paid: NDArray[np.float64],
    things: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Those assigned a month on. Shape: before … intake, result (element, draw); paid (thing, draw), things (element,)."""
    out = np.empty(before.shape)
    for e in range(len(out)):
        have, lost, gained, share, now = before[e], attrition[e], intake[e], paid[things[e]], out[e]
        for d in range(len(now)):
            now[d] = max(have[d] + (gained[d] * share[d] - lost[d] * have[d]), 0.0)
    return out


@kernel
def qualified(
    before: NDArray[np.float64],
    keep: NDArray[np.float64],
    trained: NDArray[np.float64],
    paid: NDArray[np.float64],
    things: NDArray[np.int64],
    element_things: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Those qualified a month on, without graduates. Shape: before … trained, result (skill, draw); paid (thing, draw);
    things, element_things (skill,): what is paid for the skill, and for its element.
    """
    out = np.empty(before.shape)
    for s in range(len(out)):
        have, kept, own, now = before[s], keep[s], trained[s], out[s]
        share, of_element = paid[things[s]], paid[element_things[s]]
        for d in range(len(now)):
            now[d] = have[d] * kept[d] + own[d] * share[d] * of_element[d]
    return out


@kernel
def present(
    presence: NDArray[np.float64], assigned: NDArray[np.float64], in_courses: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Persons present. Shape of each: (element, draw)."""
    out = np.empty(assigned.shape)
    for e in range(len(out)):
        share, have, away, there = presence[e], assigned[e], in_courses[e], out[e]
        for d in range(len(there)):
            there[d] = max(share[d] * have[d] - away[d], 0.0)
    return out


@kernel
def mechanics(
    presence: NDArray[np.float64],
    skilled: NDArray[np.float64],
    at_start: NDArray[np.float64],
    elements: NDArray[np.int64],
    skills: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Present qualified of some skills against the cutoff. Shape: presence (element, draw); skilled, at_start (skill, draw);
    elements (skill,); result (place in `skills`, draw).
    """
    out = np.empty((len(skills), presence.shape[1]))
    for i in range(len(skills)):
        there, can, first, now = presence[elements[skills[i]]], skilled[skills[i]], at_start[skills[i]], out[i]
        for d in range(len(now)):
            now[d] = can[d] * there[d] / first[d]
    return out


@kernel
def met(values: NDArray[np.float64], full: NDArray[np.float64]) -> NDArray[np.float64]:
    """What there is of what is wanted, 0–1. Shape: values, result (row, draw); full (row,)."""
    out = np.empty(values.shape)
    for r in range(len(out)):
        _meet(values[r], full[r], out[r])
    return out


@kernel
def _meet(have: NDArray[np.float64], full: float, out: NDArray[np.float64]) -> None:
    part = 1.0 / full
    for d in range(len(out)):
        out[d] = have[d] * part if have[d] < full else 1.0


@kernel
def met_skills(
    presence: NDArray[np.float64],
    qualified: NDArray[np.float64],
    elements: NDArray[np.int64],
    full: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Present and qualified of what is wanted, 0–1. Shape: presence (element, draw); qualified, result (skill, draw)."""
    out = np.empty(qualified.shape)
    for s in range(len(out)):
        there, can, met, wanted, part = presence[elements[s]], qualified[s], out[s], full[s], 1.0 / full[s]
        for d in range(len(met)):
            both = can[d] * there[d]
            met[d] = both * part if both < wanted else 1.0
    return out


@kernel
def bounded(values: NDArray[np.float64], most: NDArray[np.float64], places: NDArray[np.int64]) -> None:
    """Let no value be above that at its place in `most`. Shape: values (row, draw), most (·, draw), places (row,)."""
    for r in range(len(values)):
        row, top = values[r], most[places[r]]
        for d in range(len(row)):
            row[d] = min(row[d], top[d])
