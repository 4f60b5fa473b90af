"""Figures of windows that are no months → pieces that do not overlap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from jisr.months import Month

__all__ = ["Piece", "Window", "WindowFault", "pieces_of"]

FaultKind = Literal["overlap", "exceeds", "differs"]


@dataclass(frozen=True)
class Window:
    """A published total from a day to a day, both included; `key` names the row it stands in. Units: `total` counts."""

    first: dt.date
    last: dt.date
    total: float
    key: str = ""

    @property
    def days(self) -> dict[Month, int]:
        """How many days of each month it holds."""
        found = {}
        month = Month.of(self.first)
        while month.first_day() <= self.last:
            found[month] = (min(self.last, month.last_day()) - max(self.first, month.first_day())).days + 1
            month += 1
        return found


@dataclass(frozen=True)
class Piece:
    """A window less the finer windows within it: what is left of its total over what is left of its days.

    `first` and `last` are the window's; `days` holds only months of which some day is left.
    """

    first: dt.date
    last: dt.date
    total: float
    days: dict[Month, int]


@dataclass(frozen=True)
class WindowFault:
    """Two figures that cannot both be used as they are: `overlap` in part; parts that exceed the whole; a whole that
    `differs` from the parts that fill it, which then hold.
    """

    kind: FaultKind
    window: Window
    other: Window | None
    amount: float = 0.0


@dataclass
class _Node:
    window: Window
    within: list[_Node] = field(default_factory=list)


def pieces_of(windows: Sequence[Window]) -> tuple[list[Piece], list[WindowFault]]:
    """The pieces of nested windows, and what does not fit.

    Of several figures for one window the last of the list holds. A running total (1 January to some day) is a window in
    the next running total, so that a year to date needs no rule of its own.
    """
    latest = {(one.first, one.last): one for one in windows}
    ordered = sorted(latest.values(), key=lambda one: (one.first, -one.last.toordinal()))
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    faults: list[WindowFault] = []
    for window in ordered:
        while open_nodes and open_nodes[-1].window.last < window.first:
            open_nodes.pop()
        outer = open_nodes[-1] if open_nodes else None
        if outer is not None and window.last > outer.window.last:
            faults.append(WindowFault("overlap", window, outer.window))
            continue
        node = _Node(window)
        (outer.within if outer else roots).append(node)
        open_nodes.append(node)
    pieces: list[Piece] = []
    for root in roots:
        _cut(root, pieces, faults)
    return sorted(pieces, key=lambda one: (one.first, one.last)), faults


def _cut(node: _Node, pieces: list[Piece], faults: list[WindowFault]) -> None:
    for inner in node.within:
        _cut(inner, pieces, faults)
    window = node.window
    left = window.total - sum(inner.window.total for inner in node.within)
    days = window.days
    for inner in node.within:
        for month, held in inner.window.days.items():
            days[month] -= held
    days = {month: held for month, held in days.items() if held}
    if not days and left:
        faults.append(WindowFault("differs", window, None, window.total - left))
    elif days and left < 0:
        faults.append(WindowFault("exceeds", window, None, window.total - left))
    elif days:
        pieces.append(Piece(window.first, window.last, left, days))
