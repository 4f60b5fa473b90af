"""The section of the sustainment cliff: what it costs, who pays and repairs, when that ends."""

from __future__ import annotations

from jisr.assessment import Assessment, SupportEnd
from jisr.charts import Cell, Column, Row, Table, sustainment_by_month
from jisr.plan import Plan, Sustainment
from jisr.report.figures import owner_name
from jisr.report.report import Section, SectionBlock
from jisr.report.row_basis import weakest_basis
from jisr.report.sustainment_block import arrangement_text, sustained_name
from jisr.words import Words

__all__ = ["successor_text", "sustainment_section"]


def sustainment_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none when nothing is to be sustained."""
    chart = sustainment_by_month(assessment, words)
    blocks: list[SectionBlock] = [] if chart is None else [chart]
    if assessment.sustainment.ends:
        blocks.append(_ends(plan, assessment, words))
    if not blocks:
        return None
    return Section("sustainment", words.text("section-sustainment"), words.text("lead-sustainment"), tuple(blocks))


def successor_text(assessment: Assessment, one: SupportEnd, words: Words) -> str:
    """Who follows when it ends."""
    if not one.payer_after:
        return words.text("nobody-named") if one.ends else "–"
    return one.payer_after if one.kind == "support" else owner_name(assessment, one.payer_after, words)


def _ends(plan: Plan, assessment: Assessment, words: Words) -> Table:
    columns = (
        Column(words.text("table-what")),
        Column(words.text("table-arrangement")),
        Column(words.text("table-ends"), "month"),
        Column(words.text("table-after")),
        Column(words.text("table-year-cost"), "number"),
        Column(words.text("table-critical"), "month"),
    )
    rows = tuple(_end(plan, assessment, one, words) for one in assessment.sustainment.ends)
    return Table("arrangements", words.text("sustainment-caption"), columns, rows)


def _end(plan: Plan, assessment: Assessment, one: SupportEnd, words: Words) -> Row:
    return Row(
        (
            Cell(sustained_name(one, words)),
            Cell(arrangement_text(assessment, one, words)),
            Cell(words.month(one.ends) if one.ends else words.text("no-end")),
            Cell(successor_text(assessment, one, words)),
            _cost(plan, assessment, one, words),
            Cell(_critical(one, words)),
        )
    )


def _cost(plan: Plan, assessment: Assessment, one: SupportEnd, words: Words) -> Cell:
    if one.kind == "support":
        return Cell("–")
    rows = [row for row in plan.rows(Sustainment) if one.kind == row.kind and row.what == one.what]
    text = words.money(one.year_cost, assessment.plan.currency)
    return Cell(text, value=one.year_cost, basis=weakest_basis(plan, rows))


def _critical(one: SupportEnd, words: Words) -> str:
    if one.critical_now:
        return words.text("below-now")
    return words.month(one.critical) if one.critical else words.text("below-never")
