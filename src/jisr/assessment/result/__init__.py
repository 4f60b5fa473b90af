"""The computed result for one plan, cutoff and seed: plain frozen values, all that a page or a document is made from.

Months are `YYYY-MM` strings, probabilities and shares 0–1, money in the plan's base currency at its price year. A
`Fan` holds the quantiles 5, 25, 50, 75 and 95 per cent by month. Every probability has its Monte Carlo standard error
beside it (binomial, √(p(1−p)/n)).
"""

from jisr.assessment.result.absorption_outlook import AbsorptionOutlook
from jisr.assessment.result.area_requirement import AreaRequirement
from jisr.assessment.result.assessment import Assessment
from jisr.assessment.result.calibration import Calibration, PastForecast
from jisr.assessment.result.condition_outlook import ConditionOutlook, ConditionState
from jisr.assessment.result.course_outlook import CourseOutlook
from jisr.assessment.result.driver_outlook import AreaOutlook, DriverOutlook, History
from jisr.assessment.result.fan import Fan
from jisr.assessment.result.gap_register import GapCell, GapOutlook, GapRegister, UnmetRequirement
from jisr.assessment.result.gate_outlook import GateOutlook, PositionOutlook
from jisr.assessment.result.line_outlook import LineOutlook, NeedOutlook
from jisr.assessment.result.outcomes import Outcomes
from jisr.assessment.result.plan_facts import BasisTally, PlanFacts
from jisr.assessment.result.programme_outlook import ActivityOutlook, ProgrammeOutlook
from jisr.assessment.result.returns_outlook import ReturnsOutlook, SiteOutlook
from jisr.assessment.result.spread import Spread
from jisr.assessment.result.sustainment_outlook import SupportEnd, SupportPosts, SustainmentOutlook
from jisr.assessment.result.task_outlook import TaskOutlook

__all__ = [
    "AbsorptionOutlook",
    "ActivityOutlook",
    "AreaOutlook",
    "AreaRequirement",
    "Assessment",
    "BasisTally",
    "Calibration",
    "ConditionOutlook",
    "ConditionState",
    "CourseOutlook",
    "DriverOutlook",
    "Fan",
    "GapCell",
    "GapOutlook",
    "GapRegister",
    "GateOutlook",
    "History",
    "LineOutlook",
    "NeedOutlook",
    "Outcomes",
    "PastForecast",
    "PlanFacts",
    "PositionOutlook",
    "ProgrammeOutlook",
    "ReturnsOutlook",
    "SiteOutlook",
    "Spread",
    "SupportEnd",
    "SupportPosts",
    "SustainmentOutlook",
    "TaskOutlook",
    "UnmetRequirement",
]
