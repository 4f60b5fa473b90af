"""Who pays for keeping things working, month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.plan import Sustainment

__all__ = ["Funding", "funding"]

_YEAR = 12
_LEAST_TODAY = 0.05
"""A thing of which less than this share is paid today is not scaled up beyond twenty times."""


@dataclass(frozen=True)
class Funding:
    """Money needed and funded for each sustainment row, months 1…T.

    Shape: needed (draw, row), paid (draw, month, row). Units: base currency a month. `share` by thing `(kind, what)`:
    (draw, month 0…T), 0–1, month 0 being the cutoff's.
    """

    needed: NDArray[np.float64]
    paid: NDArray[np.float64]
    share: dict[tuple[str, str], NDArray[np.float64]]

    def of(self, kind: str, what: str, month: int) -> NDArray[np.float64] | float:
        """The funded share of a thing in a month, 0–1; 1 for a thing without a cost in the plan."""
        share = self.share.get((kind, what))
        return 1.0 if share is None else share[:, max(month, 0)]

    def against_today(self, kind: str, what: str, month: int) -> NDArray[np.float64] | float:
        """The funded share relative to the cutoff's, which today's repairs and intake already reflect."""
        share = self.share.get((kind, what))
        return 1.0 if share is None else share[:, month] / np.maximum(share[:, 0], _LEAST_TODAY)


def funding(data: CapabilityData, inputs: Inputs) -> Funding:
    """Each payer pays its share of each cost until its end, and no more than its sustainment budget of the year.

    `f = min(1, money/cost)` per payer and fiscal year (`models.md` 3); a payer without sustainment budgets in the plan
    is taken to pay until its `funded_to`. A thing has one cost, whoever pays: that of its first row; its payers' shares
    divide it, so that it is counted once.
    """
    rows = data.sustainment
    draws = inputs.block.size
    costs = np.zeros((draws, len(rows)))
    running = np.zeros((draws, data.horizon + 1, len(rows)))
    first: dict[tuple[str, str], Sustainment] = {}
    for i, row in enumerate(rows):
        shared = first.setdefault((row.kind, row.what), row)
        costs[:, i] = inputs.cell(shared, "year_cost") / 12 * data.rates[shared.currency]
        running[:, :, i] = _runs(data, inputs, row)
    needed = costs * np.array([row.payer_share for row in rows])
    paid = needed[:, None, :] * running
    for payer in dict.fromkeys(row.payer for row in rows):
        columns = [i for i, row in enumerate(rows) if row.payer == payer]
        paid[:, :, columns] *= _budget_share(data, inputs, payer, paid[:, :, columns].sum(axis=2))[:, :, None]
    return Funding(needed, paid[:, 1:], _shares(data, costs, paid))


def _runs(data: CapabilityData, inputs: Inputs, row: Sustainment) -> NDArray[np.float64]:
    """1 in the months a payer's arrangement runs, extensions included. Shape: (draw, month 0…T)."""
    months = np.arange(data.horizon + 1)
    if row.funded_to is None:
        return np.ones((inputs.block.size, len(months)))
    last = np.full((inputs.block.size, 1), float(Month.of(row.funded_to) - data.cutoff))
    for effect in data.effects_on("sustainment", row.key_text, "funded_to"):
        last = last + inputs.of(effect.amount)[:, None]
    return (months <= last).astype(np.float64)


def _budget_share(data: CapabilityData, inputs: Inputs, payer: str, cost: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of a payer's cost that its budget of the fiscal year covers. Shape: (draw, month 0…T).

    A fiscal year that ended with the cutoff and has no budget in the plan is taken as paid: the plan tells of what comes.
    """
    budgets = [row for row in data.budgets if row.payer == payer and row.use == "sustainment"]
    share = np.ones_like(cost)
    if not budgets:
        return share
    starts = data.parties[payer].fiscal_year_start
    years = np.array([(data.cutoff + month).fiscal_year(starts) for month in range(data.horizon + 1)])
    told = {row.fiscal_year for row in budgets}
    left = np.zeros(len(cost))
    for year in np.unique(years):
        inside = np.flatnonzero(years == year)
        if inside[-1] == 0 and year not in told:
            continue
        money = left + sum(
            (
                row.amount * data.rates[row.currency] * _execution(inputs, row)
                for row in budgets
                if row.fiscal_year == year
            ),
            np.zeros(len(cost)),
        )
        # of the first and the last year only some months are looked at: their money is there in proportion
        asked = cost[:, inside].sum(axis=1) * (_YEAR / len(inside))
        covered = np.minimum(1.0, money / np.maximum(asked, 1e-9))
        share[:, inside] = covered[:, None]
        carries = any(row.carry_over for row in budgets if row.fiscal_year == year)
        left = np.maximum(money - asked, 0.0) if carries else np.zeros(len(cost))
    return share


def _execution(inputs: Inputs, row: object) -> NDArray[np.float64] | float:
    from jisr.plan import Budget

    if not isinstance(row, Budget) or row.execution is None:
        return 1.0
    return inputs.cell(row, "execution")


def _shares(
    data: CapabilityData, costs: NDArray[np.float64], paid: NDArray[np.float64]
) -> dict[tuple[str, str], NDArray[np.float64]]:
    things: dict[tuple[str, str], list[int]] = {}
    for i, row in enumerate(data.sustainment):
        things.setdefault((row.kind, row.what), []).append(i)
    return {
        thing: np.minimum(1.0, paid[:, :, columns].sum(axis=2) / np.maximum(costs[:, columns[0]], 1e-9)[:, None])
        for thing, columns in things.items()
    }
