"""Months that are known only through the totals of longer windows: joint draws that add up to each total."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream, binomial, gamma
from jisr.months import Month
from jisr.threat.windows import Piece

__all__ = ["CONCENTRATION", "MonthlyPosterior"]

CONCENTRATION = 0.5
"""Shape of the gamma distribution of a month's rate: how unequal the months of a window are
(docs/method/observed-windows.md)."""


@dataclass(frozen=True)
class MonthlyPosterior:
    """The counts of one unit by month, given the totals of pieces that do not overlap.

    Rates run as a gamma process with shape `concentration` a month, counts are Poisson: given a total, the counts of the
    piece's months are Dirichlet-multinomial, whatever the scale of the rates. `first` and `months` bound what is drawn;
    `unit` names the random numbers.
    """

    unit: str
    first: Month
    months: int
    pieces: tuple[Piece, ...]
    concentration: float = CONCENTRATION

    def draws(self, stream: Stream, block: Block) -> NDArray[np.float64]:
        """Whole counts; those of a piece add up to its total, less what fell outside the months. Shape: (draw, month)."""
        counts = np.zeros((block.size, self.months))
        for piece in self.pieces:
            for month, values in zip(piece.days, self._split(piece, stream, block).T, strict=True):
                if 0 <= month - self.first < self.months:
                    counts[:, month - self.first] += values
        return counts

    def means(self) -> NDArray[np.float64]:
        """The expected counts. Shape: (month,)."""
        counts = np.zeros(self.months)
        for piece in self.pieces:
            shapes = self._shapes(piece)
            for month, value in zip(piece.days, piece.total * shapes / shapes.sum(), strict=True):
                if 0 <= month - self.first < self.months:
                    counts[month - self.first] += value
        return counts

    def _split(self, piece: Piece, stream: Stream, block: Block) -> NDArray[np.float64]:
        """A total over the months of its piece. Shape: (draw, month of the piece)."""
        total = np.full(block.size, np.rint(piece.total))
        if len(piece.days) == 1:
            return total[:, None]
        names = [f"window:{self.unit}:{piece.first}:{piece.last}:{month}" for month in piece.days]
        shapes = np.broadcast_to(self._shapes(piece), (block.size, len(names)))
        # the inverse of a small gamma can underflow
        rates = np.maximum(gamma(stream.uniforms([f"{name}:rate" for name in names], block), shapes), 1e-300)
        rest = np.cumsum(rates[:, ::-1], axis=1)[:, ::-1]
        uniforms = stream.uniforms(names, block)
        counts = np.zeros(rates.shape)
        for i in range(len(names)):
            counts[:, i] = binomial(uniforms[:, i], total, rates[:, i] / rest[:, i])
            total = total - counts[:, i]
        return counts

    def _shapes(self, piece: Piece) -> NDArray[np.float64]:
        """Shape of each month's share: whole months count alike, parts by their days."""
        parts = [held / ((month + 1).first_day() - month.first_day()).days for month, held in piece.days.items()]
        return self.concentration * np.array(parts)
