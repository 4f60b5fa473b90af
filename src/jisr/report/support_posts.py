"""Posts of supporting personnel that leave together, and what they keep working."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, Row, Table
from jisr.report.plan_names import PlanNames
from jisr.words import Words

__all__ = ["support_posts"]


def support_posts(assessment: Assessment, names: PlanNames, words: Words) -> Table | None:
    """A row a gate that takes posts away, those without a gate last; None where the plan names no posts."""
    posts = assessment.sustainment.posts
    if not posts:
        return None
    columns = (
        Column(words.text("table-posts-leave")),
        Column(words.text("table-leave-in"), "month"),
        Column(words.text("table-support-posts"), "number"),
        Column(words.text("table-keeps-working")),
    )
    rows = tuple(
        Row(
            (
                Cell(
                    words.name(one.name) or words.text("no-gate-named"),
                    address=f"gate/{one.gate}" if one.gate else "support",
                ),
                Cell(words.month(one.month) if one.month else "–"),
                Cell(words.number(one.posts), value=one.posts),
                Cell(words.text("comma").join(names.need("item", "", item) for item in one.items)),
            )
        )
        for one in posts
    )
    return Table("support-posts", words.text("support-posts-caption"), columns, rows, words.text("support-posts-note"))
