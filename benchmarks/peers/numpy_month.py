"""What the NumPy version knows of one month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True)
class PeerMonth:
    """One month of a chunk. Shape: cover, own by setting (setting, task, draw), settings are the phases and, last, none;
    worst (setting, task, draw), the worst area of local tasks; the others (entity, draw).
    """

    number: int
    phase: Array
    cover: Array
    now: Array
    worst: Array
    required: Array
    capacity: Array
    assigned: Array
    qualified: Array
    held: Array
    serviceable: Array
    functions: Array
    readiness: Array
    uncovered: Array
    essential: Array
    needed: Array
    paid: Array
    posts: Array
    drivers: Array
    present_skilled: Array
    present_share: Array
    ready: Array | None
    met: Array | None
