"""What a scheduled activity changes, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jisr.ids import Address

__all__ = ["Effect"]


@dataclass(frozen=True)
class Effect:
    """A typed change of one cell of the plan, in force from month `start` to month `stop` (None: it keeps).

    Parameters: `copies` of a block in which it is scheduled, None for all of them.

    Units: months are counted from the cutoff (month 1 follows it); `amount` is the address of the uncertain cell that
    holds persons or items (`add-stock`), levels (`step-level`), a factor (`multiply`) or months (`extend-end`).
    """

    target: Address
    kind: Literal["add-stock", "step-level", "multiply", "extend-end"]
    start: int
    stop: int | None
    amount: Address
    begins: int
    """First month of the activity itself: from then to `start` trainees are in courses."""
    copies: frozenset[int] | None = None

    def in_force(self, month: int) -> bool:
        """Whether it holds in a month."""
        return self.start <= month and (self.stop is None or month <= self.stop)
