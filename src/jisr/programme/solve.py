"""Choosing and scheduling activities under money, seats and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jisr.programme.compiled import THOUSAND, Payment, ProgrammeActivity, ProgrammeData
from jisr.programme.schedule import Schedule, Unchosen

__all__ = ["payment_in_year", "solve"]

_WORK = 4.0
"""Deterministic time of the solver for one objective: about this many seconds on two cores."""
_EMERGENCY = 120.0
"""Seconds on the clock after which an objective is given up; what was found then depends on the machine, and is said to."""


def solve(data: ProgrammeData, values: Mapping[str, Sequence[int]], work: float = _WORK) -> Schedule:
    """The feasible programme of greatest additive value, then least cost, then earliest starts.

    Parameters: `values` gives each activity's value by start month 1…T, whole numbers ≥ 0, 0 for not worth doing;
    `work` bounds each of the three objectives in the solver's deterministic time, so that the same inputs give the same
    programme. Mandatory activities are done whatever their value; when they cannot all be, the fewest are dropped.
    """
    problem = _build(data, values)
    status, bound, in_time = _optimise(problem, problem.objectives[0], work, maximise=True)
    best = problem.value(problem.objectives[0])
    for stage in (1, 2):
        problem.fix(stage - 1)
        later, _, also = _optimise(problem, problem.objectives[stage], work, maximise=False)
        in_time = in_time and also
        status = status if later == "OPTIMAL" else later
    starts = problem.starts()
    return Schedule(
        starts=starts,
        unchosen={one.id: _why(data, values, one, starts) for one in data.activities if one.id not in starts},
        cost=_cost(data, starts),
        status=status,
        value=best,
        bound=bound,
        reproducible=in_time,
        dropped=tuple(one.id for one in data.activities if one.mandatory and one.id not in starts),
    )


@dataclass
class _Problem:
    """The CP-SAT model of one programme: the variables a solution is read from, and the objectives in their order."""

    model: Any
    done: dict[str, Any]
    at: dict[str, dict[int, Any]]
    objectives: list[Any]
    solver: Any = None

    def value(self, expression: Any) -> int:
        return int(self.solver.value(expression))

    def fix(self, stage: int) -> None:
        """Keep what an objective has reached, and start from the solution that reached it."""
        reached = self.value(self.objectives[stage])
        self.model.add(self.objectives[stage] >= reached if stage == 0 else self.objectives[stage] <= reached)
        hint = {var.index: (var, int(self.solver.value(var))) for by in self.at.values() for var in by.values()}
        self.model.clear_hints()
        for var, value in hint.values():
            self.model.add_hint(var, value)

    def starts(self) -> dict[str, int]:
        return {
            name: month for name, by in self.at.items() for month, var in by.items() if self.solver.boolean_value(var)
        }


def _build(data: ProgrammeData, values: Mapping[str, Sequence[int]]) -> _Problem:
    """One Boolean per activity and start month: windows, blackouts and yearly money are then plain sums."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    at = {
        one.id: {month: model.new_bool_var(f"{one.id}@{month}") for month in _months(data, one)}
        for one in data.activities
    }
    done = {one.id: sum(at[one.id].values()) for one in data.activities}
    for one in data.activities:
        model.add(done[one.id] <= 1)
        for other in one.packages:
            model.add(done[one.id] == done[other])
        for other, lag in one.prerequisites:
            _precede(model, data, at, one, other, lag)
    _limit_resources(model, data, at)
    _limit_money(model, data, at)
    # a mandatory line outweighs every value: it is dropped only when it cannot be done at all
    most = 1 + sum(max(values.get(one.id, [0]), default=0) for one in data.activities)
    worth = sum(
        (values[one.id][month - 1] + (most if one.mandatory else 0)) * var
        for one in data.activities
        for month, var in at[one.id].items()
    )
    cost = sum(sum(p.amount for p in one.payments) * done[one.id] for one in data.activities)
    early = sum(month * var for one in data.activities for month, var in at[one.id].items())
    return _Problem(model, done, at, [worth, cost, early])


def _months(data: ProgrammeData, one: ProgrammeActivity) -> list[int]:
    """Start months that the window, the horizon and the blackouts of its pools allow."""
    return [
        month
        for month in range(one.first, min(one.last, data.horizon - one.duration + 1) + 1)
        if all(
            data.capacity[pool][m - 1] >= units
            for pool, units in one.resources
            for m in range(month, month + one.duration)
        )
    ]


def _precede(
    model: Any, data: ProgrammeData, at: dict[str, dict[int, Any]], one: ProgrammeActivity, other: str, lag: int
) -> None:
    """A start needs the prerequisite to have started early enough to have ended, with the lag between."""
    before = next(row for row in data.activities if row.id == other)
    for month, var in at[one.id].items():
        early = [v for m, v in at[other].items() if m + before.duration + lag <= month]
        model.add(sum(early) >= var)


def _limit_resources(model: Any, data: ProgrammeData, at: dict[str, dict[int, Any]]) -> None:
    for pool, capacity in data.capacity.items():
        users = [(one, units) for one in data.activities for name, units in one.resources if name == pool]
        for month in range(1, data.horizon + 1):
            running = [
                units * var
                for one, units in users
                for start, var in at[one.id].items()
                if start <= month < start + one.duration
            ]
            if running:
                model.add(sum(running) <= capacity[month - 1])


def _limit_money(model: Any, data: ProgrammeData, at: dict[str, dict[int, Any]]) -> None:
    """A budget line is spent once: by year, or up to a year where money carries over; and within its authority."""
    for payer in dict.fromkeys(p.payer for one in data.activities for p in one.payments):
        authorities = {p.authority for one in data.activities for p in one.payments if p.payer == payer}
        for authority in sorted(authorities, key=str):
            # a line without authority may draw on all of the payer's money; one with, only on that authority's
            counted: set[str | None] = {authority} if authority is not None else authorities
            for year in sorted(set(data.years[payer])):
                _limit_year(model, data, at, payer, authority, counted, year)


def _limit_year(
    model: Any,
    data: ProgrammeData,
    at: dict[str, dict[int, Any]],
    payer: str,
    authority: str | None,
    counted: set[str | None],
    year: int,
) -> None:
    years = [y for y in sorted(set(data.years[payer])) if y == year or (payer in data.carry and y < year)]
    spent = [
        payment_in_year(data, one, payment, start, y) * var
        for one in data.activities
        for payment in one.payments
        if payment.payer == payer and payment.authority in counted
        for start, var in at[one.id].items()
        for y in years
    ]
    money = sum(
        pool.amount
        for pool in data.pools
        if pool.payer == payer and pool.year in years and authority in {None, pool.authority}
    )
    if spent:
        model.add(sum(spent) <= money)


def payment_in_year(data: ProgrammeData, one: ProgrammeActivity, payment: Payment, start: int, year: int) -> int:
    """What falls in a fiscal year when an activity starts in a month. Units: thousands; the parts sum to the whole."""
    years = data.years[payment.payer]
    months = [start] if payment.profile == "start" else list(range(start, start + one.duration))
    even, rest = divmod(payment.amount, len(months))
    return sum(even + (rest if i == 0 else 0) for i, month in enumerate(months) if years[month - 1] == year)


def _optimise(problem: _Problem, objective: Any, work: float, *, maximise: bool) -> tuple[str, int, bool]:
    """Solve for one objective under a deterministic limit. Returns status, bound and whether the clock did not stop it.

    Raises:
        RuntimeError: the solver found nothing; doing nothing is always feasible, so this is a defect.
    """
    from ortools.sat.python import cp_model

    if isinstance(objective, int):
        problem.model.clear_objective()
    else:
        (problem.model.maximize if maximise else problem.model.minimize)(objective)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.interleave_search = True
    solver.parameters.max_deterministic_time = work
    solver.parameters.max_time_in_seconds = _EMERGENCY
    solver.parameters.random_seed = 1
    status = solver.status_name(solver.solve(problem.model))
    if status not in {"OPTIMAL", "FEASIBLE"}:
        msg = f"the programme solver ended with {status}"
        raise RuntimeError(msg)
    problem.solver = solver
    bound = 0 if isinstance(objective, int) else round(solver.best_objective_bound)
    return status, bound, solver.wall_time < _EMERGENCY


def _cost(data: ProgrammeData, starts: Mapping[str, int]) -> dict[tuple[str, int], float]:
    cost: dict[tuple[str, int], float] = {}
    for one in data.activities:
        if one.id not in starts:
            continue
        for payment in one.payments:
            for year in sorted(set(data.years[payment.payer])):
                amount = payment_in_year(data, one, payment, starts[one.id], year)
                if amount:
                    cost[payment.payer, year] = cost.get((payment.payer, year), 0.0) + amount * THOUSAND
    return cost


def _why(
    data: ProgrammeData, values: Mapping[str, Sequence[int]], one: ProgrammeActivity, starts: Mapping[str, int]
) -> Unchosen:
    """The first constraint that keeps an activity out by itself; `competes` when only the others do."""
    if not _months(data, one):
        fits = one.first <= min(one.last, data.horizon - one.duration + 1)
        return Unchosen("no-seats" if fits else "no-window", {"first": str(data.cutoff + one.first)})
    short = _short_of_money(data, one)
    if short:
        return short
    if not one.mandatory and max(values.get(one.id, [0]), default=0) <= 0:
        return Unchosen("no-value", {})
    missing = [other for other, _ in one.prerequisites if other not in starts]
    missing += [other for other in one.packages if other not in starts]
    if missing:
        return Unchosen("prerequisite", {"other": missing[0]})
    return Unchosen("competes", {})


def _short_of_money(data: ProgrammeData, one: ProgrammeActivity) -> Unchosen | None:
    """The payer whose money never suffices for this activity alone, with the year that comes nearest."""
    for payment in one.payments:
        best: tuple[int, int, int] | None = None
        for start in _months(data, one):
            gaps = [
                (payment_in_year(data, one, payment, start, year) - _money(data, payment, year), year)
                for year in sorted(set(data.years[payment.payer]))
            ]
            gap, year = max(gaps)
            if gap <= 0:
                best = None
                break
            if best is None or gap < best[0]:
                best = (gap, year, _money(data, payment, year))
        else:
            if best is not None:
                values = {"payer": payment.payer, "year": str(best[1]), "short": str(best[0] * THOUSAND)}
                return Unchosen(
                    "no-money", {**values, "money": str(best[2] * THOUSAND), "cost": str(payment.amount * THOUSAND)}
                )
    return None


def _money(data: ProgrammeData, payment: Payment, year: int) -> int:
    return sum(
        pool.amount
        for pool in data.pools
        if pool.payer == payment.payer
        and (pool.year == year or (payment.payer in data.carry and pool.year < year))
        and payment.authority in {None, pool.authority}
    )
