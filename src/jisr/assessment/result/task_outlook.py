"""Requirement, capability and cover of a task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jisr.assessment.result.area_requirement import AreaRequirement
from jisr.assessment.result.fan import Fan
from jisr.assessment.result.spread import Spread

__all__ = ["TaskOutlook"]


@dataclass(frozen=True)
class TaskOutlook:
    """Requirement, capability and cover of one task, all areas together.

    `cover` by setting: `now` (the phase each draw is in), `cutoff` (the enablers of the cutoff), `alone`
    (self-reliance), and `after:<gate>` (the enablers of the phase that follows the gate).
    """

    id: str
    """Task."""
    name: Mapping[str, str]
    """Its name."""
    unit: str
    """Unit of requirement and capability, a month."""
    scope: str
    """`local` or `mobile`."""
    essential: bool
    """Whether the severity of a gap counts."""
    requirement: Fan
    """What is required, a month."""
    capability: Fan
    """What the host can do without the coalition, a month."""
    cover: Mapping[str, Fan]
    """Setting → share of the requirement that is covered, by month."""
    uncovered: Fan
    """Requirement left uncovered, a month."""
    cover_today: Mapping[str, float]
    """Median cover in the cutoff month by setting."""
    self_reliance_elicited: float | None
    """Median of the judgement "if everything it depends on were there"; None when the task is not anchored."""
    binds: tuple[Mapping[str, object], ...]
    """What limits its lines at the cutoff: `line`, `element`, `kind`, `name`, `share` of draws as lowest, `second`."""
    contributions: str = "relative"
    """Whether the contributions of its lines are `relative` weights or `task-units`."""
    coherence: Spread | None = None
    """What the judged self-reliance asks of contributions in task-units, as a factor; None for relative ones. 1: they agree,
    outside 0.5–2: they do not."""
    loose: float = 0.0
    """Share of draws in which an anchored task had nothing to hold on to (no requirement, or lines at zero) and ran without."""
    requirement_today: Spread | None = None
    """Requirement at the cutoff."""
    requirement_by_side: Mapping[str, Spread] = field(default_factory=dict)
    """Party → the same by its own positions."""
    area_months: tuple[str, ...] = ()
    """The months in which areas are told apart: the cutoff, and the last of each quarter ahead."""
    areas: tuple[AreaRequirement, ...] = ()
    """What a local task requires by area, the plan's areas in their order, without those where nothing is ever required."""
