"""The section that ends the report: how the numbers were made, and how anyone makes them again."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.report.report import Paragraph, Section
from jisr.words import Words

__all__ = ["method_section"]


def method_section(assessment: Assessment, words: Words) -> Section:
    """Method, meaning of the figures, commands, and the hash of the plan's content."""
    plan = assessment.plan
    again = f"jisr assess PATH --seed {plan.seed} --draws {plan.draws}"
    return Section(
        "method",
        words.text("section-method"),
        "",
        (
            Paragraph(words.text("method-note", draws=words.number(plan.draws))),
            Paragraph(words.text("method-figures")),
            Paragraph(words.text("method-command"), again),
            Paragraph(words.text("method-explain"), "jisr explain PATH ADDRESS"),
            Paragraph(words.text("method-content"), plan.content),
        ),
    )
