"""From plan and assessment to the report as a value."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from jisr.assessment import Assessment
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.basis_block import headline
from jisr.report.blocks import first_page
from jisr.report.report import Head, Report, Section
from jisr.report.sections import SECTIONS, method_section
from jisr.report.sources import cite
from jisr.words import Words

__all__ = ["build_report"]


def build_report(
    plan: Plan,
    assessment: Assessment,
    words: Words,
    added: Sequence[Section] = (),
    apart: SidesApart | None = None,
) -> Report:
    """The report in one language: every renderer shows this value and computes nothing.

    Parameters: `added` sections of what was computed beside the assessment, before all others where they lead (what
    changed against another assessment), else after them; `apart` what separates the sides, where it was computed.
    """
    facts = assessment.plan
    name, cutoff = words.name(facts.title), words.date(facts.cutoff)
    own = [section for make in SECTIONS if (section := make(plan, assessment, words)) is not None]
    leading, following = [one for one in added if one.leads], [one for one in added if not one.leads]
    report = Report(
        id=facts.id,
        head=Head(
            plan=name,
            title=words.text("page-title", plan=name, cutoff=cutoff),
            cutoff=words.text("head-cutoff", cutoff=cutoff),
            run=words.text("head-draws", seed=words.isolated(str(facts.seed)), draws=words.number(facts.draws)),
            assumed=headline(assessment, words),
        ),
        first=first_page(assessment, words, plan, apart),
        sections=(*leading, *own, *following),
        method=method_section(assessment, words),
    )
    return dataclasses.replace(report, sources=cite(plan, report.tables(), words))
