"""The section of the sustainment cliff: what it costs, who pays and repairs, when that ends."""

from __future__ import annotations

from jisr.assessment import Assessment, SupportEnd
from jisr.charts import Cell, Column, Row, Table, sustainment_by_month
from jisr.plan import Plan, Sustainment
from jisr.report.figures import owner_name
from jisr.report.plan_names import PlanNames
from jisr.report.report import Section, SectionBlock
from jisr.report.row_basis import weakest_basis
from jisr.report.support_posts import support_posts
from jisr.report.sustainment_block import arrangement_text, sustained_name
from jisr.words import Words

__all__ = ["successor_text", "sustainment_section"]


def sustainment_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none when nothing is to be sustained."""
    chart = sustainment_by_month(assessment, words)
    blocks: list[SectionBlock] = [] if chart is None else [chart]
    if assessment.sustainment.ends:
        blocks.append(_ends(plan, assessment, words))
    posts = support_posts(assessment, PlanNames(plan, words), words)
    blocks += [] if posts is None else [posts]
    if not blocks:
        return None
    return Section("sustainment", words.text("section-sustainment"), _lead(assessment, plan, words), tuple(blocks))


def _lead(assessment: Assessment, plan: Plan, words: Words) -> str:
    """What the section is about, and for what nobody is named to pay afterwards."""
    text, names = words.text("lead-sustainment"), PlanNames(plan, words)
    nobody = list(dict.fromkeys(_thing(what, names) for what in assessment.sustainment.nobody))
    if not nobody:
        return text
    return f"{text} {words.text('lead-nobody', list=words.text('comma').join(nobody))}"


def _thing(what: str, names: PlanNames) -> str:
    """An item, an element, or a skill of an element, by name."""
    element, comma, skill = what.partition(",")
    if comma:
        return names.need("skill", element, skill)
    return names.need("item", "", what) if names.need("item", "", what) != what else names.element(what)


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
        Column(words.text("table-critical-early"), "month"),
        Column(words.text("table-critical"), "month"),
    )
    rows = tuple(_end(plan, assessment, one, words) for one in assessment.sustainment.ends)
    return Table("arrangements", words.text("sustainment-caption"), columns, rows)


def _end(plan: Plan, assessment: Assessment, one: SupportEnd, words: Words) -> Row:
    return Row(
        (
            Cell(sustained_name(one, words), address=f"sustained/{one.kind}/{one.what}"),
            Cell(arrangement_text(assessment, one, words)),
            Cell(words.month(one.ends) if one.ends else words.text("no-end")),
            Cell(successor_text(assessment, one, words)),
            _cost(plan, assessment, one, words),
            Cell("–" if one.critical_now else words.month(one.critical_early) if one.critical_early else "–"),
            Cell(_critical(one, words)),
        )
    )


def _cost(plan: Plan, assessment: Assessment, one: SupportEnd, words: Words) -> Cell:
    if one.kind == "support":
        return Cell("–")
    rows = [row for row in plan.rows(Sustainment) if one.kind == row.kind and row.what == one.what]
    text = words.money(one.year_cost, assessment.plan.currency)
    address = f"sustained/{one.kind}/{one.what}"
    return Cell(text, value=one.year_cost, basis=weakest_basis(plan, rows), address=address)


def _critical(one: SupportEnd, words: Words) -> str:
    if one.critical_now:
        return words.text("below-now")
    return words.month(one.critical) if one.critical else words.text("below-never")
