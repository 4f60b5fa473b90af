"""What differs between two assessments: in which inputs, with which effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Assessment, Outcomes, outcome
from jisr.comparison.changes import Change, changes
from jisr.comparison.own_effects import Effects
from jisr.comparison.shift import Shift, Turn, exact, shift
from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.plan import Plan

__all__ = ["COMPARISON_SCHEMA", "DIFFERENCE_SCHEMA", "Difference", "Side", "difference"]

COMPARISON_SCHEMA = "jisr/comparison/1"
DIFFERENCE_SCHEMA = "jisr/difference/1"

Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Side:
    """One of the two: which plan, under which option, at which cutoff, with how many draws."""

    title: Mapping[str, str]
    """Title of the plan."""
    option: str | None
    """Option it was assessed under."""
    cutoff: str
    """Last day whose knowledge counts."""
    seed: int
    """Seed of every random number."""
    draws: int
    """Number of futures."""
    content: str
    """Hash of the plan's files."""


@dataclass(frozen=True)
class Difference:
    """Two assessments held against each other."""

    before: Side
    """The one it is held against."""
    after: Side
    """The one that is looked at."""
    paired: bool
    """Whether both have the same random numbers draw by draw: same seed and cutoff."""
    draws: int
    """Draws compared: those both hold when paired, else the smaller number."""
    changes: tuple[Change, ...]
    """What differs in the plans."""
    shifts: tuple[Shift, ...]
    """Numbers before and after."""
    turns: tuple[Turn, ...]
    """States, rules, months and starts that are not the same."""
    effects: Effects | None
    """What each change does alone; None when that was not computed."""


def difference(
    before: tuple[Plan, Assessment], after: tuple[Plan, Assessment], effects: Effects | None = None
) -> Difference:
    """The difference of two assessments of one partnership.

    Raises:
        PlanError: they are about different partnerships (M120), or one holds no single draws (M121).
    """
    old, new = before[1], after[1]
    if old.plan.id != new.plan.id:
        raise PlanError([finding("M120", Place("bundle"), old.plan.id, expected=new.plan.id)])
    for one in (old, new):
        if not one.outcomes.draws:
            raise PlanError([finding("M121", Place("bundle"), one.plan.content[:12])])
    paired = (old.plan.seed, old.plan.cutoff) == (new.plan.seed, new.plan.cutoff)
    return Difference(
        before=_side(old),
        after=_side(new),
        paired=paired,
        draws=min(old.outcomes.draws, new.outcomes.draws),
        changes=changes(before[0], after[0]),
        shifts=tuple(_shifts(old, new, paired=paired)),
        turns=tuple(_turns(old, new)),
        effects=effects,
    )


def _side(one: Assessment) -> Side:
    facts = one.plan
    return Side(facts.title, facts.option, facts.cutoff, facts.seed, facts.draws, facts.content)


def _shifts(old: Assessment, new: Assessment, *, paired: bool) -> Iterator[Shift]:
    same_milestones = old.programme.milestones == new.programme.milestones
    kinds: Sequence[tuple[str, str, Names, str]] = (
        ("gate", "share", {one.gate: one.name for one in new.gates}, "gate/"),
        (
            "condition",
            "share",
            {one.condition: one.name for gate in new.gates for one in gate.conditions},
            "condition/",
        ),
        ("task", "share", {one.id: one.name for one in new.tasks}, "cover/"),
        *([("uncovered", "share", {"": {}}, "uncovered")] if same_milestones else []),
        ("severe", "share", {"": {}}, "severe"),
        ("needed", "money a year", {"": {}}, "needed"),
        ("funded", "money a year", {"": {}}, "funded"),
        ("posts", "person-months", {"": {}}, "posts"),
        ("site", "persons", {one.id: one.name for one in (new.returns.sites if new.returns else ())}, "site/"),
    )
    for kind, unit, names, prefix in kinds:
        for id_, name in names.items():
            both = _both(old.outcomes, new.outcomes, prefix + id_, paired=paired)
            if both is not None:
                yield shift(kind, id_, name, unit, *both, paired=paired)
    yield exact("cost", "money", old.programme.cost, new.programme.cost)
    yield exact("unpaid", "money a year", old.sustainment.unpaid_after, new.sustainment.unpaid_after)


def _both(
    old: Outcomes, new: Outcomes, name: str, *, paired: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    first, second = outcome(old, name), outcome(new, name)
    if first is None or second is None:
        return None
    common = min(len(first), len(second)) if paired else None
    return first[:common], second[:common]


def _turns(old: Assessment, new: Assessment) -> Iterator[Turn]:
    gates = {one.gate: one for one in old.gates}
    for gate in new.gates:
        was = gates.get(gate.gate)
        if was is not None:
            yield from _turn("rule", gate.gate, gate.name, was.rule, gate.rule)
            yield from _turn("month", gate.gate, gate.name, was.reference, gate.reference)
    states = {one.condition: one.state for one in old.today}
    for state in new.today:
        yield from _turn("state", state.condition, state.name, states.get(state.condition, ""), state.state)
    now = {one.condition for one in new.today}
    for state in old.today:
        if state.condition not in now:
            yield Turn("state", state.condition, state.name, state.state, "")
    starts = {one.id: one for one in old.programme.activities}
    for activity in new.programme.activities:
        started = starts.pop(activity.id, None)
        yield from _turn("start", activity.id, activity.title, (started and started.start) or "", activity.start or "")
    for left in starts.values():
        yield from _turn("start", left.id, left.title, left.start or "", "")


def _turn(kind: str, id_: str, name: Mapping[str, str], before: str, after: str) -> Iterator[Turn]:
    if before != after:
        yield Turn(kind, id_, name, before, after)
