"""What separates two sides: each judgement switched alone between all positions of one and all of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Problem
from jisr.comparison.held_programme import held_problem
from jisr.comparison.reach.answers import Answers, Case
from jisr.comparison.reach.items import SURE, change_of
from jisr.comparison.reach.result import Move, Separation, SideShift
from jisr.ids import Address
from jisr.inputs import Variant
from jisr.plan import Judgement, Plan, Position, SelfReliance
from jisr.record import sides, with_positions

__all__ = ["Pair", "is_told", "pairs", "quiet_switches", "separation"]

Array = NDArray[np.float64]
SELF_RELIANCE = "self-reliance"
"""Whose judgement of the self-reliance today is taken, beside the judgements that positions are held on."""


@dataclass(frozen=True)
class _Switch:
    """One judgement that the two do not hold alike. `values` of either; None where the plan's stands."""

    name: str
    kind: str
    address: Address | None
    values: tuple[str | None, str | None]


@dataclass(frozen=True)
class Pair:
    """Two sides, what they hold differently, and how a run is made of any mixture."""

    sides: tuple[str, str]
    switches: tuple[_Switch, ...]
    mixture: Callable[[Sequence[int]], Problem]
    """From the side (0 or 1) that each switch takes to the run."""

    def cases(self) -> list[Case]:
        """Both sides, then each switch alone from the first, then from the second."""
        return [(self.mixture(taken), Variant()) for taken in self._taken()]

    def _taken(self) -> Iterator[tuple[int, ...]]:
        number = len(self.switches)
        for side in (0, 1):
            yield (side,) * number
        for side in (0, 1):
            for i in range(number):
                yield tuple(1 - side if j == i else side for j in range(number))

    def others(self, quiet: Sequence[str]) -> list[Case]:
        """The switches of these names together, from the first and from the second side."""
        taken = [[1 - side if one.name in quiet else side for one in self.switches] for side in (0, 1)]
        return [(self.mixture(one), Variant()) for one in taken]


def pairs(plan: Plan, starts: Mapping[str, int], base: Problem) -> list[Pair]:
    """Every two sides that take positions."""
    return [_pair(plan, starts, base, first, second) for first, second in combinations(sides(plan), 2)]


def _pair(plan: Plan, starts: Mapping[str, int], base: Problem, first: str, second: str) -> Pair:
    switches = tuple(_switches(plan, first, second))

    def mixture(taken: Sequence[int]) -> Problem:
        # what both hold alike is no switch; what neither holds stays as the plan has it
        changed = with_positions(plan, first)
        judge = None
        for one, side in zip(switches, taken, strict=True):
            if one.address is None:
                judge = (first, second)[side]
            else:
                value = one.values[side]
                changed = changed.replace({one.address: plan.value(one.address) if value is None else value})
        return held_problem(changed, starts, judge=judge, like=base)

    return Pair((first, second), switches, mixture)


def _switches(plan: Plan, first: str, second: str) -> Iterator[_Switch]:
    held = {(one.judgement, one.party): one.value for one in plan.rows(Position)}
    for one in plan.rows(Judgement):
        values = held.get((one.judgement, first)), held.get((one.judgement, second))
        if values[0] != values[1]:
            yield _Switch(one.judgement, one.kind, one.address, values)
    judged = {row.party for row in plan.rows(SelfReliance)}
    if judged & {first, second}:
        yield _Switch(SELF_RELIANCE, "belief", None, (first, second))


def separation(pair: Pair, found: Sequence[Answers], others: Sequence[Answers], gates: Sequence[str]) -> Separation:
    """What the runs of `Pair.cases` say, and those of `Pair.others` of what moves nothing alone."""
    first, second, *alone = found
    shifts = [
        SideShift(one.name, one.kind, _shown(one.values), *moves)
        for one, moves in zip(pair.switches, _alone(pair, found, gates), strict=True)
    ]
    rest = [_moved(first, second), *(_moved(one, first) for one in alone[: len(pair.switches)])]
    return Separation(
        first=pair.sides[0],
        second=pair.sides[1],
        first_chance=_chances(first, gates),
        second_chance=_chances(second, gates),
        change=_moves([_moved(first, second)], gates),
        only_together=_moves(rest, gates),
        judgements=tuple(sorted(shifts, key=_width, reverse=True)),
        others=_others(found, others, gates) if others else None,
    )


def quiet_switches(pair: Pair, found: Sequence[Answers], gates: Sequence[str]) -> list[str]:
    """The switches that alone move nothing beyond twice the error, from neither side."""
    return [
        one.name
        for one, moves in zip(pair.switches, _alone(pair, found, gates), strict=True)
        if not any(is_told(move) for side in moves for move in side.values())
    ]


def is_told(move: Move) -> bool:
    """Whether the chance or the conditions not met move by more than twice the error."""
    return abs(move.chance) > SURE * move.chance_error or abs(move.open) > SURE * move.open_error


Moves = dict[str, Move]
Moved = tuple[Array, Array]
"""By draw: the change of met and of open. Shape of each: (draw, gate)."""


def _alone(pair: Pair, found: Sequence[Answers], gates: Sequence[str]) -> list[tuple[Moves, Moves]]:
    """By switch: what it moves alone, from the first and from the second side."""
    first, second, *alone = found
    number = len(pair.switches)
    return [
        (_moves([_moved(first, alone[i])], gates), _moves([_moved(second, alone[number + i])], gates))
        for i in range(number)
    ]


def _others(found: Sequence[Answers], others: Sequence[Answers], gates: Sequence[str]) -> SideShift:
    moves = [_moves([_moved(side, other)], gates) for side, other in zip(found[:2], others, strict=True)]
    return SideShift("", "", ("", ""), *moves)


def _moved(before: Answers, after: Answers) -> Moved:
    return after.met - before.met, after.open - before.open


def _moves(parts: Sequence[Moved], gates: Sequence[str]) -> Moves:
    """The sum of changes, each over the same draws."""
    met, opened = (np.sum([part[k] for part in parts], axis=0) for k in (0, 1))
    none = np.zeros(len(met))
    return {gate: Move(*change_of(none, met[:, i]), *change_of(none, opened[:, i])) for i, gate in enumerate(gates)}


def _shown(values: tuple[str | None, str | None]) -> tuple[str, str]:
    return values[0] or "", values[1] or ""


def _chances(answers: Answers, gates: Sequence[str]) -> dict[str, float]:
    return {gate: float(answers.met[:, i].mean()) for i, gate in enumerate(gates)}


def _width(shift: SideShift) -> tuple[float, float]:
    moves = [*shift.from_first.values(), *shift.from_second.values()]
    return max((abs(one.chance) for one in moves), default=0.0), max((abs(one.open) for one in moves), default=0.0)
