"""The sections of a report, one file each; a section that has nothing to say is none."""

from jisr.report.sections.assumptions import assumptions_section
from jisr.report.sections.capability import capability_section
from jisr.report.sections.commitments import commitments_section
from jisr.report.sections.difference import difference_section
from jisr.report.sections.evidence import evidence_section
from jisr.report.sections.method import method_section
from jisr.report.sections.programme import programme_section
from jisr.report.sections.reach import reach_section
from jisr.report.sections.requirements import requirements_section
from jisr.report.sections.returns import returns_section
from jisr.report.sections.sensitivity import sensitivity_section
from jisr.report.sections.sustainment import sustainment_section
from jisr.report.sections.threat import threat_section
from jisr.report.sections.transition import transition_section

__all__ = ["SECTIONS", "difference_section", "method_section", "reach_section", "sensitivity_section"]

SECTIONS = (
    transition_section,
    threat_section,
    requirements_section,
    capability_section,
    sustainment_section,
    programme_section,
    returns_section,
    commitments_section,
    evidence_section,
    assumptions_section,
)
"""Builders in the order of the report: (plan, assessment, words) → section or none."""
