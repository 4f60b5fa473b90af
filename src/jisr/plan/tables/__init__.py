"""The tables people write: one file each, named after its row."""

from jisr.plan.row import Row
from jisr.plan.tables.activity import Activity
from jisr.plan.tables.activity_effect import ActivityEffect
from jisr.plan.tables.activity_money import ActivityMoney
from jisr.plan.tables.activity_need import ActivityNeed
from jisr.plan.tables.area import Area
from jisr.plan.tables.assessment import ScheduledAssessment
from jisr.plan.tables.budget import Budget
from jisr.plan.tables.cell import Cell
from jisr.plan.tables.cohort import Cohort
from jisr.plan.tables.commitment import Commitment
from jisr.plan.tables.condition import Condition
from jisr.plan.tables.crosswalk import Crosswalk
from jisr.plan.tables.demand import Demand
from jisr.plan.tables.driver import Driver
from jisr.plan.tables.element import Element
from jisr.plan.tables.enabler import Enabler
from jisr.plan.tables.equipment_type import EquipmentType
from jisr.plan.tables.event_file import EventFile
from jisr.plan.tables.evidence import Evidence
from jisr.plan.tables.external import External
from jisr.plan.tables.gap import Gap
from jisr.plan.tables.gate import Gate
from jisr.plan.tables.holding import Holding
from jisr.plan.tables.judgement import Judgement
from jisr.plan.tables.line import Line
from jisr.plan.tables.line_need import LineNeed
from jisr.plan.tables.observed import Observed
from jisr.plan.tables.option import Option
from jisr.plan.tables.phase import Phase
from jisr.plan.tables.position import Position
from jisr.plan.tables.presence import Presence
from jisr.plan.tables.rating import Rating
from jisr.plan.tables.resource import Resource
from jisr.plan.tables.scale import Scale
from jisr.plan.tables.scale_level import ScaleLevel
from jisr.plan.tables.scenario import Scenario
from jisr.plan.tables.self_reliance import SelfReliance
from jisr.plan.tables.series import Series
from jisr.plan.tables.session import Session
from jisr.plan.tables.site import Site
from jisr.plan.tables.skill import Skill
from jisr.plan.tables.strength import Strength
from jisr.plan.tables.support import Support
from jisr.plan.tables.sustainment import Sustainment
from jisr.plan.tables.task import Task
from jisr.plan.tables.task_need import TaskNeed
from jisr.plan.tables.threat_response import ThreatResponse

__all__ = [
    "TABLES",
    "Activity",
    "ActivityEffect",
    "ActivityMoney",
    "ActivityNeed",
    "Area",
    "Budget",
    "Cell",
    "Cohort",
    "Commitment",
    "Condition",
    "Crosswalk",
    "Demand",
    "Driver",
    "Element",
    "Enabler",
    "EquipmentType",
    "EventFile",
    "Evidence",
    "External",
    "Gap",
    "Gate",
    "Holding",
    "Judgement",
    "Line",
    "LineNeed",
    "Observed",
    "Option",
    "Phase",
    "Position",
    "Presence",
    "Rating",
    "Resource",
    "Scale",
    "ScaleLevel",
    "Scenario",
    "ScheduledAssessment",
    "SelfReliance",
    "Series",
    "Session",
    "Site",
    "Skill",
    "Strength",
    "Support",
    "Sustainment",
    "Task",
    "TaskNeed",
    "ThreatResponse",
]

TABLES: dict[str, type[Row]] = {
    model.table: model
    for model in (
        Area,
        Task,
        TaskNeed,
        Demand,
        Driver,
        Series,
        Observed,
        EventFile,
        Element,
        Strength,
        Skill,
        EquipmentType,
        Holding,
        Support,
        Sustainment,
        Budget,
        Line,
        LineNeed,
        SelfReliance,
        Enabler,
        Presence,
        Scale,
        ScaleLevel,
        Crosswalk,
        Rating,
        Judgement,
        Position,
        Gap,
        Activity,
        ActivityMoney,
        ActivityNeed,
        ActivityEffect,
        Resource,
        Phase,
        Gate,
        Condition,
        External,
        ScheduledAssessment,
        ThreatResponse,
        Evidence,
        Session,
        Commitment,
        Site,
        Cohort,
        Scenario,
        Option,
        Cell,
    )
}
"""Every table by name, in the order of the reference."""
