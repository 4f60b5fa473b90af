"""The section of voluntary returns: persons by site, and what limits the flows."""

from __future__ import annotations

from jisr.assessment import Assessment, SiteOutlook
from jisr.charts import Cell, Column, Quantity, Table, fan_by_month, plain_table
from jisr.plan import Plan
from jisr.report.report import Section, SectionBlock
from jisr.report.returns_block import returns_block
from jisr.words import Words

__all__ = ["returns_section"]

_PICTURES = 6
"""Sites with a picture of their own; every site is in the table."""


def returns_section(_plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without sites."""
    returns = assessment.returns
    if returns is None or not returns.sites:
        return None
    pictures = (
        fan_by_month(
            assessment,
            Quantity(
                id=f"site-{site.id}",
                title=words.text("chart-site-title", site=words.name(site.name), kind=words.text(f"site-{site.kind}")),
                name=words.name(site.name),
                unit=words.text("axis-persons"),
                fan=site.persons,
                address=f"returns/{site.id}",
            ),
            words,
        )
        for site in returns.sites[:_PICTURES]
    )
    blocks: list[SectionBlock] = [one for one in pictures if one is not None]
    blocks.append(_sites(assessment, words))
    if any(share > 0 for share in returns.binding.values()):
        blocks.append(_causes(assessment, words))
    lead = returns_block(assessment, words)[0].answer
    return Section("returns", words.text("section-returns"), lead, tuple(blocks))


def _sites(assessment: Assessment, words: Words) -> Table:
    months = assessment.plan.months
    at = sorted({min(12, len(months)) - 1, len(months) - 1})
    sites = () if assessment.returns is None else assessment.returns.sites
    in_families = any(site.families is not None for site in sites)
    columns = [
        Column(words.text("table-site")),
        Column(words.text("table-kind")),
        Column(words.text("table-now"), "number"),
        *([Column(words.text("table-families"), "number")] if in_families else []),
        *(Column(words.text("table-persons-in", month=words.month(months[i])), "number") for i in at),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(site.name) or site.id, address=f"returns/{site.id}"),
            words.text(f"site-{site.kind}"),
            Cell(words.number(round(site.now)), value=site.now, address=f"returns/{site.id}"),
            *([_families(site, words)] if in_families else []),
            *(_persons(site.persons.q05[i], site.persons.q50[i], site.persons.q95[i], words) for i in at),
        )
        for site in sites
    ]
    return plain_table("sites", words.text("sites-caption"), columns, rows)


def _families(site: SiteOutlook, words: Words) -> Cell | str:
    """Families are told apart from persons, and blank where the plan does not say how large they are."""
    return "" if site.families is None else Cell(words.quantity(site.families), value=site.families)


def _persons(low: float, middle: float, high: float, words: Words) -> Cell:
    first, last = words.number(round(low)), words.number(round(high))
    return Cell(words.number(round(middle)), value=middle, note=words.isolated(f"({first}–{last})"))


def _causes(assessment: Assessment, words: Words) -> Table:
    binding = {} if assessment.returns is None else assessment.returns.binding
    rows = [
        (words.text(f"cause-{cause}"), Cell(words.percent(share), value=share))
        for cause, share in sorted(binding.items(), key=lambda one: (-one[1], one[0]))
        if share > 0
    ]
    columns = [Column(words.text("table-limited-by")), Column(words.text("table-share-months"), "number")]
    return plain_table("returns-limits", words.text("limits-caption"), columns, rows, "cohorts")
