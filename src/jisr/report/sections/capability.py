"""The section of capability: what binds each line, what closes the gaps, who is there, and how they were rated."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report.absorption_chart import absorption_chart, absorption_table
from jisr.report.coherence_table import coherence_table
from jisr.report.course_chart import course_chart
from jisr.report.gap_chart import gap_chart
from jisr.report.headcount_chart import headcount_chart
from jisr.report.line_needs_chart import line_needs_chart
from jisr.report.plan_names import PlanNames
from jisr.report.rating_chart import rating_chart, ratings_apart
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["capability_section"]

_READY = 0.8
"""Readiness from which a line counts as ready in the sentence above the section."""


def capability_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without lines, counts and ratings."""
    names = PlanNames(plan, words)
    absorbed = absorption_chart(assessment, names, words)
    if absorbed is None and assessment.absorption:
        taken_in: SectionBlock | None = absorption_table(assessment, names, words)
    else:
        taken_in = absorbed
    found: tuple[SectionBlock | None, ...] = (
        line_needs_chart(assessment, names, words),
        rating_chart(assessment, names, words),
        gap_chart(assessment, names, words),
        course_chart(assessment, names, words),
        headcount_chart(plan, assessment, names, words),
        taken_in,
        ratings_apart(assessment, names, words),
        coherence_table(assessment, words),
    )
    blocks = tuple(one for one in found if one is not None)
    if not blocks:
        return None
    return Section("capability", words.text("section-capability"), _lead(assessment, words), blocks)


def _lead(assessment: Assessment, words: Words) -> str:
    """How many lines are ready, and how much of the gap register nothing closes."""
    ready = sum(line.today.q50 >= _READY for line in assessment.lines)
    text = words.text(
        "lead-capability",
        ready=words.number(ready),
        lines=words.number(len(assessment.lines)),
        share=words.percent(_READY),
    )
    if assessment.gaps is None or not assessment.gaps.gaps:
        return text
    gaps = assessment.gaps.gaps
    lacking = sum(bool(gap.missing) for gap in gaps)
    return f"{text} {words.text('lead-gaps', n=words.number(len(gaps)), lacking=words.number(lacking))}"
