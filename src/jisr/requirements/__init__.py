"""From drivers to what a commission would plan for: demand and required capacity by task, area and month.

Not for: who meets it (`capability`). In: a plan, inputs, drivers of a month. Out: `ByTask` arrays. May enter: the rooms
below; this one imports `plan`, `inputs`.
"""

from jisr.requirements.by_task import ByTask, sum_over_areas
from jisr.requirements.checks import checks
from jisr.requirements.compiled import RequirementData, compile_requirements
from jisr.requirements.demand import demand
from jisr.requirements.driver_history import DriverHistory
from jisr.requirements.requirement import requirement

__all__ = [
    "ByTask",
    "DriverHistory",
    "RequirementData",
    "checks",
    "compile_requirements",
    "demand",
    "requirement",
    "sum_over_areas",
]
