"""What needs more than one assessment: the difference of two, what each change does alone, how far single things reach,
where the spread of results comes from.

Not for: text for people (`words`). In: plans with their assessments, an executor. Out: `Difference`, `Reach`,
`Sensitivity`. May enter: the rooms below; this one imports `assessment` and what it stands on.
"""

from jisr.comparison.changes import Change, changes, with_changes
from jisr.comparison.difference import COMPARISON_SCHEMA, DIFFERENCE_SCHEMA, Difference, Side, difference
from jisr.comparison.own_effects import EFFECT_DRAWS, Effect, Effects, own_effects
from jisr.comparison.reach import (
    REACH_DRAWS,
    REACH_SCHEMA,
    SIDES_SCHEMA,
    GateNow,
    GateReach,
    Move,
    Reach,
    ReachEnd,
    ReachItem,
    Separation,
    SidesApart,
    SideShift,
    find_reach,
    find_sides_apart,
    is_told,
    reach_findings,
)
from jisr.comparison.sensitivity import (
    SENSITIVITY_DRAWS,
    SENSITIVITY_SCHEMA,
    GroupShare,
    Sensitivity,
    SensitivityGroup,
    SeriesSensitivity,
    find_sensitivity,
    resamples,
    sensitivity_findings,
    sobol_indices,
)
from jisr.comparison.shift import Shift, Turn

__all__ = [
    "COMPARISON_SCHEMA",
    "DIFFERENCE_SCHEMA",
    "EFFECT_DRAWS",
    "REACH_DRAWS",
    "REACH_SCHEMA",
    "SENSITIVITY_DRAWS",
    "SENSITIVITY_SCHEMA",
    "SIDES_SCHEMA",
    "Change",
    "Difference",
    "Effect",
    "Effects",
    "GateNow",
    "GateReach",
    "GroupShare",
    "Move",
    "Reach",
    "ReachEnd",
    "ReachItem",
    "Sensitivity",
    "SensitivityGroup",
    "Separation",
    "SeriesSensitivity",
    "Shift",
    "Side",
    "SideShift",
    "SidesApart",
    "Turn",
    "changes",
    "difference",
    "find_reach",
    "find_sensitivity",
    "find_sides_apart",
    "is_told",
    "own_effects",
    "reach_findings",
    "resamples",
    "sensitivity_findings",
    "sobol_indices",
    "with_changes",
]
