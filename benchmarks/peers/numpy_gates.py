"""Conditions, gates and phases of the NumPy version, all conditions at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
NEVER = 1_000_000


class Gates:
    """The transition of one chunk. Shape: run, met_run (condition, draw); opened (gate, draw); phase (draw,)."""

    def __init__(self, plan: dict[str, Any], cells: Array) -> None:
        rows = plan["conditions"]
        self.gates = plan["gates"]
        self.sign = np.array([row["sign"] for row in rows], dtype=cells.dtype)[:, None]
        self.entry = self.sign * cells[[row["threshold"] for row in rows]]
        leave = np.array([row["exit"] if row["exit"] >= 0 else row["threshold"] for row in rows])
        self.leave = np.minimum(self.entry, self.sign * cells[leave])
        self.persistence = np.array([row["persistence"] for row in rows])
        self.hold = np.array([row["hold"] for row in rows])[:, None]
        self.mean = np.array([row["mean"] for row in rows])
        shape = (len(rows), cells.shape[1])
        self.run, self.met_run = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
        self.recent: list[Array] = []
        self.phase = np.zeros(cells.shape[1], dtype=np.int64)
        self.opened = np.full((len(self.gates), cells.shape[1]), NEVER, dtype=np.int32)

    def step(self, month: int, values: Array) -> tuple[Array, Array]:
        """One month. Gives what is ready (condition, draw) and which gates' conditions are met (gate, draw)."""
        judged = self.sign * self._judged(values)
        satisfied = judged >= self.entry
        self.run = np.where(satisfied, self.run + 1, 0)
        enters = np.where(
            self.mean[:, None],
            satisfied & (month >= self.persistence)[:, None],
            self.run >= self.persistence[:, None],
        )
        stays = (self.met_run > 0) & (judged >= self.leave)
        self.met_run = np.where(stays | enters, self.met_run + 1, 0)
        ready = self.met_run > self.hold
        met = np.stack([ready[gate["core"]].sum(axis=0) >= gate["wanted"] for gate in self.gates])
        self._open(month, met)
        return ready, met

    def _judged(self, values: Array) -> Array:
        """Values of the month, or the mean of the window so far."""
        self.recent = [*self.recent, values][-int(self.persistence.max()) :]
        judged = values.copy()
        for months in np.unique(self.persistence[self.mean]):
            rows = self.mean & (self.persistence == months)
            window = self.recent[-months:]
            judged[rows] = sum(one[rows] for one in window) / len(window)
        return judged

    def _open(self, month: int, met: Array) -> None:
        before = self.phase.copy()
        for i, gate in enumerate(self.gates):
            opens = before == i
            opens &= met[i] if gate["opens_at"] is None else month >= gate["opens_at"]
            self.phase[opens] = i + 1
            self.opened[i, opens] = month
