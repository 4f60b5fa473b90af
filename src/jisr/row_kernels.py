"""What kernels do with a whole row, compiled: one number in every draw. Shape of each row: (draw,).

A row is written under one name: where the compiler cannot tell that what is written is not what is read, it computes draw
after draw. Slices that are assigned would be checked for their shapes, which takes as long to compile as a kernel.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["add", "add_product", "add_scaled", "copy", "fill_with", "least", "lower"]

_Row = NDArray[np.float64]


@kernel
def fill_with(value: float, out: _Row) -> None:
    """The same in every draw."""
    for d in range(len(out)):
        out[d] = value


@kernel
def copy(values: _Row, out: _Row) -> None:
    """The values themselves."""
    for d in range(len(out)):
        out[d] = values[d]


@kernel
def add(values: _Row, out: _Row) -> None:
    """Add the values."""
    for d in range(len(out)):
        out[d] += values[d]


@kernel
def add_scaled(values: _Row, factor: float, out: _Row) -> None:
    """Add the values times one factor."""
    for d in range(len(out)):
        out[d] += values[d] * factor


@kernel
def add_product(first: _Row, second: _Row, out: _Row) -> None:
    """Add the product of two rows."""
    for d in range(len(out)):
        out[d] += first[d] * second[d]


@kernel
def least(first: _Row, second: _Row, out: _Row) -> None:
    """The lower of two rows."""
    for d in range(len(out)):
        out[d] = min(first[d], second[d])


@kernel
def lower(out: _Row, other: _Row) -> None:
    """Let no value be above another's."""
    for d in range(len(out)):
        out[d] = min(out[d], other[d])
