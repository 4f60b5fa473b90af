"""Joint draws of counts, as they cross the door of a threat model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["CountDraws"]


@dataclass(frozen=True)
class CountDraws:
    """Whole counts ahead of a cutoff. Shape: values (draw, month, area), months 1…steps. Units: `unit`.

    Raises:
        ValueError: the areas do not fit the shape.
    """

    values: NDArray[np.float64]
    areas: tuple[str, ...]
    unit: str

    def __post_init__(self) -> None:
        if self.values.ndim != 3 or self.values.shape[2] != len(self.areas):
            msg = f"expected values of shape (draw, month, {len(self.areas)}), found {self.values.shape}"
            raise ValueError(msg)
