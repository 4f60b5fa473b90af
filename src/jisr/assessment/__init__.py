"""The month loop over the rooms above, and what came out of it: runs, result, board, re-runnable bundle.

Not for: what needs many assessments, or text for people (`words`). In: a checked plan. Out: `Assessment`, `Board`,
bundles. May enter: the rooms below; this one imports every room above.
"""

from jisr.assessment.assess import Progress, assess
from jisr.assessment.board import BOARD_SCHEMA, Board, BoardCondition, BoardGate, board
from jisr.assessment.bundle import (
    ASSESSMENT_SCHEMA,
    Bundle,
    bundle_bytes,
    content_hash,
    is_bundle,
    read_bundle,
)
from jisr.assessment.cache import keep, read_kept
from jisr.assessment.executor import Executor, ProcessPool, Serial, default_executor
from jisr.assessment.json_form import from_json, to_json, to_plain
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.result import (
    ActivityOutlook,
    AreaOutlook,
    Assessment,
    BasisTally,
    ConditionOutlook,
    ConditionState,
    DriverOutlook,
    Fan,
    GateOutlook,
    History,
    PlanFacts,
    PositionOutlook,
    ProgrammeOutlook,
    ReturnsOutlook,
    SiteOutlook,
    SupportEnd,
    SustainmentOutlook,
    TaskOutlook,
)
from jisr.assessment.run import run

__all__ = [
    "ASSESSMENT_SCHEMA",
    "BOARD_SCHEMA",
    "ActivityOutlook",
    "AreaOutlook",
    "Assessment",
    "BasisTally",
    "Board",
    "BoardCondition",
    "BoardGate",
    "Bundle",
    "ConditionOutlook",
    "ConditionState",
    "DriverOutlook",
    "Executor",
    "Fan",
    "GateOutlook",
    "History",
    "PlanFacts",
    "PositionOutlook",
    "Problem",
    "ProcessPool",
    "ProgrammeOutlook",
    "Progress",
    "ReturnsOutlook",
    "Serial",
    "SiteOutlook",
    "SupportEnd",
    "SustainmentOutlook",
    "TaskOutlook",
    "assess",
    "board",
    "bundle_bytes",
    "compile_problem",
    "content_hash",
    "default_executor",
    "from_json",
    "is_bundle",
    "keep",
    "read_bundle",
    "read_kept",
    "run",
    "to_json",
    "to_plain",
]
