"""What needs more than one assessment: the difference of two, and what each change does alone.

Not for: text for people (`words`). In: plans with their assessments, an executor. Out: `Difference`. May enter: the rooms
below; this one imports `assessment` and what it stands on.
"""

from jisr.comparison.changes import Change, changes, with_changes
from jisr.comparison.difference import COMPARISON_SCHEMA, DIFFERENCE_SCHEMA, Difference, Side, difference
from jisr.comparison.own_effects import EFFECT_DRAWS, Effect, Effects, own_effects
from jisr.comparison.shift import Shift, Turn

__all__ = [
    "COMPARISON_SCHEMA",
    "DIFFERENCE_SCHEMA",
    "EFFECT_DRAWS",
    "Change",
    "Difference",
    "Effect",
    "Effects",
    "Shift",
    "Side",
    "Turn",
    "changes",
    "difference",
    "own_effects",
    "with_changes",
]
