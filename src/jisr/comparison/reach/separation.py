"""What separates two sides: each judgement switched alone between all positions of one and all of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, count

from jisr.assessment import Problem
from jisr.comparison.held_programme import held_problem
from jisr.comparison.reach.answers import Answers, Case
from jisr.comparison.reach.items import SURE, change_of
from jisr.comparison.reach.result import Separation, SideShift
from jisr.ids import Address
from jisr.inputs import Variant
from jisr.plan import Judgement, Plan, Position, SelfReliance
from jisr.record import sides, with_positions

__all__ = ["Pair", "pairs", "quiet_switches", "separation"]

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
    """What the runs of `Pair.cases` say, and those of `Pair.others` of what moved no gate alone."""
    first, second, *alone = found
    number = len(pair.switches)
    shifts = [
        _shift(one.name, one.kind, one.values, (first, alone[i]), (second, alone[number + i]), gates)
        for i, one in enumerate(pair.switches)
    ]
    total, errors = _changes((first, second), gates)
    return Separation(
        first=pair.sides[0],
        second=pair.sides[1],
        first_chance=_chances(first, gates),
        second_chance=_chances(second, gates),
        change=total,
        change_error=errors,
        judgements=tuple(sorted(shifts, key=_width, reverse=True)),
        others=_shift("", "", (None, None), (first, others[0]), (second, others[1]), gates) if others else None,
    )


def quiet_switches(pair: Pair, found: Sequence[Answers], gates: Sequence[str]) -> list[str]:
    """The switches that alone moved no gate beyond its error, from neither side."""
    first, second, *alone = found
    number = len(pair.switches)
    quiet = []
    for i, one in enumerate(pair.switches):
        moves = [_changes((first, alone[i]), gates), _changes((second, alone[number + i]), gates)]
        if not any(abs(change[gate]) > SURE * error[gate] for change, error in moves for gate in gates):
            quiet.append(one.name)
    return quiet


Both = tuple[Answers, Answers]


def _shift(
    name: str, kind: str, values: tuple[str | None, str | None], first: Both, second: Both, gates: Sequence[str]
) -> SideShift:
    from_first, first_error = _changes(first, gates)
    from_second, second_error = _changes(second, gates)
    shown = (values[0] or "", values[1] or "")
    return SideShift(name, kind, shown, from_first, first_error, from_second, second_error)


def _changes(both: Both, gates: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    found = [change_of(both[0].met[:, i], both[1].met[:, i]) for i in range(len(gates))]
    pairs_ = list(zip(gates, found, strict=True))
    return {gate: change for gate, (change, _) in pairs_}, {gate: error for gate, (_, error) in pairs_}


def _chances(answers: Answers, gates: Sequence[str]) -> dict[str, float]:
    return {gate: float(answers.met[:, i].mean()) for i, gate in zip(count(), gates, strict=False)}


def _width(shift: SideShift) -> float:
    return max((abs(one) for changes in (shift.from_first, shift.from_second) for one in changes.values()), default=0.0)
