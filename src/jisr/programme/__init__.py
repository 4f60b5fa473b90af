"""From activities to a schedule that fits money, seats and time, and to its effects.

Not for: what an effect is worth (`assessment` runs it). In: a plan, the value of each activity by start month. Out: a
`Schedule` and typed effects. May enter: the rooms below; this one imports `plan`, `inputs`.
"""

from jisr.programme.checks import checks
from jisr.programme.compiled import ProgrammeActivity, ProgrammeData, compile_programme
from jisr.programme.effects_of import earliest_starts, effects_of, in_force, package_of
from jisr.programme.schedule import Schedule, Unchosen
from jisr.programme.solve import solve
from jisr.programme.untouched import reached_needs, untouched

__all__ = [
    "ProgrammeActivity",
    "ProgrammeData",
    "Schedule",
    "Unchosen",
    "checks",
    "compile_programme",
    "earliest_starts",
    "effects_of",
    "in_force",
    "package_of",
    "reached_needs",
    "solve",
    "untouched",
]
