"""Who pays for keeping things working, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.capability.effects import extended
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.plan import Budget, Sustainment

__all__ = ["Funding", "funding"]

_YEAR = 12
_LEAST_TODAY = 0.05
"""A thing of which less than this share is paid today is not scaled up beyond twenty times."""


@dataclass(frozen=True)
class Funding:
    """Money needed and funded for each sustainment row; a month is computed when it is asked for, so that none is kept.

    Shape: needed, full, until (draw, row): what a payer owes, what the whole thing costs, and its last month; covered
    (draw, budget): the share a payer's budget of a fiscal year covers, the first column 1 for no budget; budget_of
    (month 0…T, row): the column that pays; things: the rows of each thing `(kind, what)`; payer_of (row,): position among
    the payers in the order of the table. Units: base currency a month.
    """

    needed: NDArray[np.float64]
    full: NDArray[np.float64]
    until: NDArray[np.float64]
    covered: NDArray[np.float64]
    budget_of: NDArray[np.int64]
    things: dict[tuple[str, str], list[int]]
    payer_of: NDArray[np.int64]

    @cached_property
    def owed(self) -> NDArray[np.float64]:
        """What all payers owe together, the same every month. Shape: (draw,)."""
        return np.asarray(self.needed.sum(axis=1))

    def by_payer(self, month: int) -> NDArray[np.float64]:
        """What each payer pays in a month, at the cutoff all it owes. Shape: (draw, payer)."""
        paid = self.paid(month) if month else self.needed
        if enabled():
            from jisr.capability import funding_kernels

            return funding_kernels.by_payer(draws_last(paid), self.payer_of).T
        given = np.zeros((len(paid), self.payer_of.max(initial=-1) + 1), order="F")
        for row, payer in enumerate(self.payer_of):
            given[:, payer] += paid[:, row]
        return given

    def paid(self, month: int) -> NDArray[np.float64]:
        """What each row's payer pays in a month. Shape: (draw, row)."""
        if month not in self._paid:
            # asked for by things and by payers in the same month, and no more afterwards
            self._paid.clear()
            self._paid[month] = self._paid_in(month)
        return self._paid[month]

    @cached_property
    def _paid(self) -> dict[int, NDArray[np.float64]]:
        return {}

    def _paid_in(self, month: int) -> NDArray[np.float64]:
        if enabled():
            from jisr.capability import funding_kernels

            money = draws_last(self.needed), draws_last(self.until), draws_last(self.covered)
            return funding_kernels.paid(month, *money, self.budget_of[month]).T
        return self.needed * (month <= self.until) * self.covered[:, self.budget_of[month]]

    def share(self, month: int) -> NDArray[np.float64]:
        """The funded share of every thing in a month, 0–1. Shape: (draw, thing)."""
        if not self.things:
            return self.needed
        rows, starts = self._rows
        if enabled():
            from jisr.capability import funding_kernels

            return funding_kernels.shares(draws_last(self.paid(month)), rows, starts, draws_last(self._cost)).T
        return np.asarray(np.minimum(1.0, np.add.reduceat(self.paid(month)[:, rows], starts[:-1], axis=1) / self._cost))

    def ratio(self, month: int) -> NDArray[np.float64]:
        """The funded share of every thing relative to the cutoff's, which today's repairs and intake already reflect.

        Shape: (draw, thing + 1); the last column is 1, for what has no cost in the plan.
        """
        ratio = np.ones((len(self.needed), len(self.things) + 1), order="F")
        np.divide(self.share(month), self._today, out=ratio[:, :-1])
        return ratio

    def of(self, kind: str, what: str, month: int) -> NDArray[np.float64] | float:
        """The funded share of a thing in a month, 0–1; 1 for a thing without a cost in the plan."""
        return self.share(month)[:, self._columns[kind, what]] if (kind, what) in self.things else 1.0

    def against_today(self, kind: str, what: str, month: int) -> NDArray[np.float64] | float:
        """The `ratio` of one thing; 1 for a thing without a cost in the plan."""
        return self.ratio(month)[:, self._columns[kind, what]] if (kind, what) in self.things else 1.0

    @cached_property
    def _columns(self) -> dict[tuple[str, str], int]:
        return {thing: i for i, thing in enumerate(self.things)}

    @cached_property
    def _rows(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows thing by thing, and where each thing begins. Shapes: (row,), (thing + 1,)."""
        starts = np.cumsum([0, *(len(rows) for rows in self.things.values())])
        return np.concatenate([np.array(rows) for rows in self.things.values()]), starts

    @cached_property
    def _cost(self) -> NDArray[np.float64]:
        return np.maximum(self.full[:, [rows[0] for rows in self.things.values()]], 1e-9)

    @cached_property
    def _today(self) -> NDArray[np.float64]:
        return np.maximum(self.share(0), _LEAST_TODAY)


def funding(data: CapabilityData, inputs: Inputs) -> Funding:
    """Each payer pays its share of each cost until its end, and no more than its sustainment budget of the year.

    `f = min(1, money/cost)` per payer and fiscal year (`models.md` 3); a payer without sustainment budgets in the plan
    is taken to pay until its `funded_to`. A thing has one cost, whoever pays: that of its first row; its payers' shares
    divide it, so that it is counted once.
    """
    rows = data.sustainment
    full = np.zeros((inputs.block.size, len(rows)), order="F")
    until = np.full(full.shape, np.inf, order="F")
    first: dict[tuple[str, str], Sustainment] = {}
    for i, row in enumerate(rows):
        shared = first.setdefault((row.kind, row.what), row)
        full[:, i] = inputs.cell(shared, "year_cost") / 12 * data.rates[shared.currency]
        until[:, i] = _until(data, inputs, row)
    needed = full * np.array([row.payer_share for row in rows])
    covered = [np.ones(len(needed))]
    budget_of = np.zeros((data.horizon + 1, len(rows)), dtype=np.int64)
    for payer in dict.fromkeys(row.payer for row in rows):
        owed = [i for i, row in enumerate(rows) if row.payer == payer]
        for inside, share in _years(data, inputs, payer, needed[:, owed], until[:, owed]):
            budget_of[inside[:, None], owed] = len(covered)
            covered.append(share)
    return Funding(needed, full, until, np.stack(covered).T, budget_of, data.things, data.payer_of)


def _until(data: CapabilityData, inputs: Inputs, row: Sustainment) -> NDArray[np.float64] | float:
    """The last month in which a payer's arrangement runs, extensions in time included. Shape: (draw,)."""
    if row.funded_to is None:
        return np.inf
    last = np.full(inputs.block.size, float(Month.of(row.funded_to) - data.cutoff))
    return extended(last, data.effects_on("sustainment", row.key_text, "funded_to"), inputs)


def _years(
    data: CapabilityData, inputs: Inputs, payer: str, needed: NDArray[np.float64], until: NDArray[np.float64]
) -> list[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Fiscal years of a payer with budgets: their months 0…T, and the share of its cost that is covered. Shape: (draw,).

    A fiscal year that ended with the cutoff and has no budget in the plan is taken as paid: the plan tells of what comes.
    """
    budgets = [row for row in data.budgets if row.payer == payer and row.use == "sustainment"]
    if not budgets:
        return []
    starts = data.parties[payer].fiscal_year_start
    years = np.array([(data.cutoff + month).fiscal_year(starts) for month in range(data.horizon + 1)])
    told = {row.fiscal_year for row in budgets}
    left = np.zeros(len(needed))
    found = []
    for year in np.unique(years):
        inside = np.flatnonzero(years == year)
        if inside[-1] == 0 and year not in told:
            continue
        money = left + _voted(data, inputs, budgets, int(year), len(needed))
        owed = np.clip(np.floor(until) - inside[0] + 1, 0, len(inside))
        cost = (needed * owed).sum(axis=1)
        # of the first and the last year only some months are looked at: their money is there in proportion
        asked = cost * (_YEAR / len(inside))
        found.append((inside, np.minimum(1.0, money / np.maximum(asked, 1e-9))))
        carries = any(row.carry_over for row in budgets if row.fiscal_year == year)
        left = np.maximum(money - asked, 0.0) if carries else np.zeros(len(needed))
    return found


def _voted(
    data: CapabilityData, inputs: Inputs, budgets: Sequence[Budget], year: int, draws: int
) -> NDArray[np.float64]:
    """The money of a payer's budgets of a fiscal year, as executed. Shape: (draw,)."""
    money = np.zeros(draws)
    for row in budgets:
        if row.fiscal_year == year:
            execution = 1.0 if row.execution is None else inputs.cell(row, "execution")
            money = money + row.amount * data.rates[row.currency] * execution
    return money
