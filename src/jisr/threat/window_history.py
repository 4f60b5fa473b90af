"""The history of a forecast series where its months were observed only in longer windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.plan import Area, Observed, Plan, Series
from jisr.threat.monthly_posterior import CONCENTRATION, MonthlyPosterior
from jisr.threat.windows import Piece, Window, WindowFault, pieces_of

__all__ = ["WindowHistory", "window_history"]


@dataclass(frozen=True)
class WindowHistory:
    """Months up to the cutoff, of all areas together (one unit) or of each area (as many units as areas).

    `spread` counts the months known only as part of a longer window.
    """

    first: Month
    months: int
    units: tuple[MonthlyPosterior, ...]
    by_area: bool
    spread: int

    def draws(self, stream: Stream, block: Block) -> NDArray[np.float64]:
        """Whole counts. Shape: (draw, month, unit)."""
        return np.stack([unit.draws(stream, block) for unit in self.units], axis=2)

    def means(self) -> NDArray[np.float64]:
        """The expected total of each month. Shape: (month,)."""
        return np.asarray(sum(unit.means() for unit in self.units), dtype=np.float64)


def window_history(
    plan: Plan, series: str, alone_totals: Mapping[Month, float]
) -> tuple[WindowHistory, list[WindowFault]]:
    """The longest run of months up to the cutoff that windows cover, and what in them does not fit.

    All areas together where the series has figures for them, else each area by its own. `alone_totals` are the months
    whose total is known without windows: own figures, and sums of areas that were all observed.
    """
    declared = plan.get(Series, series)
    scope = declared.scope if declared else "area"
    shape = (declared.evenness if declared else None) or CONCENTRATION
    rows = [row for row in plan.rows(Observed) if row.series == series]
    together = [row for row in rows if row.area is None and row.scope == scope]
    names: tuple[str | None, ...] = (None,) if together else tuple(row.area for row in plan.rows(Area))
    units: list[tuple[str, list[Piece]]] = []
    faults: list[WindowFault] = []
    for name in names:
        own = together if name is None else [row for row in rows if row.area == name and row.scope == "area"]
        alone = _whole(alone_totals) if name is None else []
        pieces, found = pieces_of([*alone, *_windows(plan, own)])
        units.append((series if name is None else f"{series}:{name}", pieces))
        faults += found
    cutoff = plan.partnership.cutoff_month
    covered = [_covered(pieces) for _, pieces in units]
    months = 0
    while all(cutoff + -months in one for one in covered) and covered:
        months += 1
    first = cutoff + (1 - months)
    kept = tuple(
        MonthlyPosterior(unit, first, months, tuple(one for one in pieces if max(one.days) >= first), shape)
        for unit, pieces in units
    )
    spread = {month for unit in kept for piece in unit.pieces if len(piece.days) > 1 for month in piece.days}
    inside = sum(first <= month <= cutoff for month in spread)
    return WindowHistory(first, months, kept, names != (None,), inside), faults


def _windows(plan: Plan, rows: Sequence[Observed]) -> list[Window]:
    """The figures that ended by the cutoff as totals; for one window a total holds before a mean, then the later row."""
    last = plan.partnership.cutoff_month.last_day()
    ordered = sorted(rows, key=lambda row: row.kind != "mean-per-month")
    return [_window(row) for row in ordered if row.from_date <= row.to_date <= last]


def _whole(totals: Mapping[Month, float]) -> list[Window]:
    return [Window(month.first_day(), month.last_day(), float(np.rint(total))) for month, total in totals.items()]


def _window(row: Observed) -> Window:
    total = row.value
    if row.kind == "mean-per-month":
        days = Window(row.from_date, row.to_date, 0.0).days
        total *= sum(held / ((month + 1).first_day() - month.first_day()).days for month, held in days.items())
    return Window(row.from_date, row.to_date, float(np.rint(total)), row.key_text)


def _covered(pieces: Sequence[Piece]) -> set[Month]:
    """The months of which every day lies in some piece."""
    days: dict[Month, int] = {}
    for piece in pieces:
        for month, held in piece.days.items():
            days[month] = days.get(month, 0) + held
    return {month for month, held in days.items() if held == month.last_day().day}
