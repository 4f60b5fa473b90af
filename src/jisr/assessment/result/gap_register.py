"""What the host forces lack, what closing it takes, and what the programme brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment.result.spread import Spread

__all__ = ["GapCell", "GapOutlook", "GapRegister", "UnmetRequirement"]


@dataclass(frozen=True)
class GapCell:
    """One gap in one element of DOTMLPF-P: a cell of the coverage matrix."""

    element: str
    """doctrine, organisation, training, materiel, leadership, personnel, facilities or policy."""
    state: str
    """`not-needed`, `chosen` (an activity of the programme provides it), `proposed` (only one that is not chosen does) or
    `nothing`."""
    activities: tuple[str, ...]
    """Activities that provide it, chosen ones first."""


@dataclass(frozen=True)
class GapOutlook:
    """One gap of the register: a row of the coverage matrix."""

    gap: str
    """Gap."""
    name: Mapping[str, str]
    """Its name."""
    task: str
    """Task it holds back."""
    force_element: str | None
    """Force element it lies in; None when in none in particular."""
    need: str | None
    """The need that measures it, `kind name`; None when the task's cover does."""
    owner: str
    """Party that must close it."""
    basis: str
    """Basis of the statement."""
    evidence: tuple[str, ...]
    """Sources, by id."""
    today: Spread | None
    """What measures it, at the cutoff: 1 is no gap; None when nothing does."""
    cells: tuple[GapCell, ...]
    """One for each element of DOTMLPF-P."""
    missing: tuple[str, ...]
    """Elements it takes and no activity provides."""


@dataclass(frozen=True)
class UnmetRequirement:
    """A task whose requirement the host does not meet alone, and what nothing in the plan changes about it."""

    task: str
    """Task."""
    cover_today: float
    """Median share of the requirement met by the host alone at the cutoff."""
    cover_at_end: float
    """The same in the last month ahead."""
    untouched: bool
    """Whether no activity reaches any of its lines."""
    needs: tuple[str, ...]
    """Mandatory needs short in more than half of the draws that no activity reaches, as `element kind name`."""


@dataclass(frozen=True)
class GapRegister:
    """The register against the elements of DOTMLPF-P, and the requirements nothing in the plan meets."""

    elements: tuple[str, ...]
    """Columns of the coverage matrix."""
    gaps: tuple[GapOutlook, ...]
    """Its rows, in the order of the plan."""
    unmet: tuple[UnmetRequirement, ...]
    """Requirements nothing in the plan meets, the worst covered first."""
