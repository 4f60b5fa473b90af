"""The month loop over the rooms above, and what came out of it: runs, result, board, re-runnable bundle.

Not for: what needs many assessments, or text for people (`words`). In: a checked plan. Out: `Assessment`, `Board`,
bundles. May enter: the rooms below; this one imports every room above.
"""

from jisr.assessment.assess import Progress, assess, has_unknown, under_option
from jisr.assessment.block_run import BlockMonth, block_months
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
from jisr.assessment.checks import checks
from jisr.assessment.executor import Executor, ProcessPool, Serial, default_executor
from jisr.assessment.json_form import from_json, to_json, to_plain
from jisr.assessment.outcomes import outcome
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.programme_choice import activity_values, choose_programme
from jisr.assessment.result import (
    AbsorptionOutlook,
    ActivityOutlook,
    AreaOutlook,
    Assessment,
    BasisTally,
    ConditionOutlook,
    ConditionState,
    CourseOutlook,
    DriverOutlook,
    Fan,
    GapCell,
    GapOutlook,
    GapRegister,
    GateOutlook,
    History,
    LineOutlook,
    NeedOutlook,
    Outcomes,
    PlanFacts,
    PositionOutlook,
    ProgrammeOutlook,
    ReturnsOutlook,
    SiteOutlook,
    Spread,
    SupportEnd,
    SupportPosts,
    SustainmentOutlook,
    TaskOutlook,
    UnmetRequirement,
)
from jisr.assessment.run import run
from jisr.assessment.tally import Tally

__all__ = [
    "ASSESSMENT_SCHEMA",
    "BOARD_SCHEMA",
    "AbsorptionOutlook",
    "ActivityOutlook",
    "AreaOutlook",
    "Assessment",
    "BasisTally",
    "BlockMonth",
    "Board",
    "BoardCondition",
    "BoardGate",
    "Bundle",
    "ConditionOutlook",
    "ConditionState",
    "CourseOutlook",
    "DriverOutlook",
    "Executor",
    "Fan",
    "GapCell",
    "GapOutlook",
    "GapRegister",
    "GateOutlook",
    "History",
    "LineOutlook",
    "NeedOutlook",
    "Outcomes",
    "PlanFacts",
    "PositionOutlook",
    "Problem",
    "ProcessPool",
    "ProgrammeOutlook",
    "Progress",
    "ReturnsOutlook",
    "Serial",
    "SiteOutlook",
    "Spread",
    "SupportEnd",
    "SupportPosts",
    "SustainmentOutlook",
    "Tally",
    "TaskOutlook",
    "UnmetRequirement",
    "activity_values",
    "assess",
    "block_months",
    "board",
    "bundle_bytes",
    "checks",
    "choose_programme",
    "compile_problem",
    "content_hash",
    "default_executor",
    "from_json",
    "has_unknown",
    "is_bundle",
    "keep",
    "outcome",
    "read_bundle",
    "read_kept",
    "run",
    "to_json",
    "to_plain",
    "under_option",
]
