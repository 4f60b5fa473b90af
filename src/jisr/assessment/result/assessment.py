"""Everything computed for one plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from jisr.assessment.result.absorption_outlook import AbsorptionOutlook
from jisr.assessment.result.calibration import Calibration
from jisr.assessment.result.condition_outlook import ConditionState
from jisr.assessment.result.course_outlook import CourseOutlook
from jisr.assessment.result.driver_outlook import DriverOutlook
from jisr.assessment.result.fan import Fan
from jisr.assessment.result.gap_register import GapRegister
from jisr.assessment.result.gate_outlook import GateOutlook
from jisr.assessment.result.line_outlook import LineOutlook
from jisr.assessment.result.outcomes import Outcomes
from jisr.assessment.result.plan_facts import BasisTally, PlanFacts
from jisr.assessment.result.programme_outlook import ProgrammeOutlook
from jisr.assessment.result.returns_outlook import ReturnsOutlook
from jisr.assessment.result.sustainment_outlook import SustainmentOutlook
from jisr.assessment.result.task_outlook import TaskOutlook
from jisr.record import RatingSeries, StrengthSeries

__all__ = ["Assessment"]


@dataclass(frozen=True)
class Assessment:
    """Everything computed for one plan, cutoff and seed."""

    plan: PlanFacts
    """Which plan, cutoff, seed."""
    basis: BasisTally
    """How much is assumed."""
    drivers: tuple[DriverOutlook, ...]
    """What drives demand, the threat among it."""
    tasks: tuple[TaskOutlook, ...]
    """Requirement, capability and cover by task."""
    today: tuple[ConditionState, ...]
    """Every condition today, in the order of the plan."""
    gates: tuple[GateOutlook, ...]
    """What the future says of each gate."""
    programme: ProgrammeOutlook
    """What to do next."""
    sustainment: SustainmentOutlook
    """Who maintains and pays."""
    returns: ReturnsOutlook | None
    """Voluntary returns; None when the plan has no site."""
    presence: Fan
    """Posts of the contributors by month."""
    severe: tuple[float, ...]
    """Share of draws with a severe month (more than half of essential demand uncovered), by month."""
    severe_ever: float
    """Share of draws with a severe month anywhere in the horizon."""
    outcomes: Outcomes = field(default_factory=Outcomes)
    """What single draws came to, so that assessments can be compared draw by draw."""
    lines: tuple[LineOutlook, ...] = ()
    """How ready each capability line is, and its needs."""
    gaps: GapRegister | None = None
    """The gap register against DOTMLPF-P; None when the plan has none."""
    absorption: tuple[AbsorptionOutlook, ...] = ()
    """Absorptive capacity of every element that activities are for."""
    courses: tuple[CourseOutlook, ...] = ()
    """From seats to posts: every activity that trains a skill."""
    ratings: tuple[RatingSeries, ...] = ()
    """Ratings by element, function and assessor, with their breaks."""
    strengths: tuple[StrengthSeries, ...] = ()
    """Counts of personnel by element, with their breaks."""
    calibration: tuple[Calibration, ...] = ()
    """The threat model held against the plan's own series."""
