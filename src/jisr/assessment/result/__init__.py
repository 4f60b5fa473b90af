"""The computed result for one plan, cutoff and seed: plain frozen values, all that a page or a document is made from.

Months are `YYYY-MM` strings, probabilities and shares 0–1, money in the plan's base currency at its price year. A
`Fan` holds the quantiles 5, 25, 50, 75 and 95 per cent by month. Every probability has its Monte Carlo standard error
beside it (binomial, √(p(1−p)/n)).
"""

from jisr.assessment.result.assessment import Assessment
from jisr.assessment.result.condition_outlook import ConditionOutlook, ConditionState
from jisr.assessment.result.driver_outlook import AreaOutlook, DriverOutlook, History
from jisr.assessment.result.fan import Fan
from jisr.assessment.result.gate_outlook import GateOutlook, PositionOutlook
from jisr.assessment.result.outcomes import Outcomes
from jisr.assessment.result.plan_facts import BasisTally, PlanFacts
from jisr.assessment.result.programme_outlook import ActivityOutlook, ProgrammeOutlook
from jisr.assessment.result.returns_outlook import ReturnsOutlook, SiteOutlook
from jisr.assessment.result.sustainment_outlook import SupportEnd, SustainmentOutlook
from jisr.assessment.result.task_outlook import TaskOutlook

__all__ = [
    "ActivityOutlook",
    "AreaOutlook",
    "Assessment",
    "BasisTally",
    "ConditionOutlook",
    "ConditionState",
    "DriverOutlook",
    "Fan",
    "GateOutlook",
    "History",
    "Outcomes",
    "PlanFacts",
    "PositionOutlook",
    "ProgrammeOutlook",
    "ReturnsOutlook",
    "SiteOutlook",
    "SupportEnd",
    "SustainmentOutlook",
    "TaskOutlook",
]
