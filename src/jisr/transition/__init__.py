"""Phases, gates and conditions: where they stand today, when they are met ahead, and what keeps them from it.

Not for: computing measures (`threat`, `capability`, `returns`), or whose rules hold (`record` makes each side's plan).
In: a plan, effects, the measures of each month. Out: phases by draw, gate results, today's states. May enter: the rooms
below; this one imports `plan`, `record` and `inputs`.
"""

from jisr.transition.chain import gates_in_order
from jisr.transition.checks import checks
from jisr.transition.compiled import (
    ConditionData,
    ExternalData,
    GateData,
    Reference,
    TransitionData,
    compile_transition,
)
from jisr.transition.expression import Expression, ExpressionError, Group, Leaf, parse_expression
from jisr.transition.externals import ExternalMonth, draw_externals
from jisr.transition.gate_result import ConditionResult, GateResult, ReferenceResult, gate_results
from jisr.transition.gate_tally import GateTally
from jisr.transition.measures import MEASURES, Measure
from jisr.transition.records import Record, records_of
from jisr.transition.state import NEVER, GateOutput, TransitionState, start
from jisr.transition.step import step
from jisr.transition.today import ConditionToday, ValueToday, today
from jisr.transition.unmet_sets import RemovalSet, UnmetSets

__all__ = [
    "MEASURES",
    "NEVER",
    "ConditionData",
    "ConditionResult",
    "ConditionToday",
    "Expression",
    "ExpressionError",
    "ExternalData",
    "ExternalMonth",
    "GateData",
    "GateOutput",
    "GateResult",
    "GateTally",
    "Group",
    "Leaf",
    "Measure",
    "Record",
    "Reference",
    "ReferenceResult",
    "RemovalSet",
    "TransitionData",
    "TransitionState",
    "UnmetSets",
    "ValueToday",
    "checks",
    "compile_transition",
    "draw_externals",
    "gate_results",
    "gates_in_order",
    "parse_expression",
    "records_of",
    "start",
    "step",
    "today",
]
