"""The section of evidence: where sources disagree, and the register with grade and age."""

from __future__ import annotations

from collections import Counter, defaultdict

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, Counts, Table, plain_table, stacked_counts
from jisr.months import Month
from jisr.plan import TABLES, Evidence, Observed, Plan, Series
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["conflicts", "evidence_section", "times_used"]

_GRADES = (1, 2, 3, 4)
_AGES = (12, 36, 60)
"""Bounds of the age groups, in months: a year, three, five."""


def evidence_section(plan: Plan, _assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without sources."""
    sources = plan.rows(Evidence)
    if not sources:
        return None
    primary = sum(row.grade == 1 for row in sources)
    lead = words.text("lead-evidence", n=len(sources), primary=words.number(primary))
    blocks: list[SectionBlock] = [block for block in (_grades(plan, words), _conflicts(plan, words)) if block]
    blocks.append(_register(plan, words))
    return Section("evidence", words.text("section-evidence"), lead, tuple(blocks))


def times_used(plan: Plan) -> Counter[str]:
    """How many rows of the plan rest on each source."""
    used: Counter[str] = Counter()
    for table, model in TABLES.items():
        if table == "evidence":
            continue
        for row in plan.rows(model):
            given = getattr(row, "evidence", None) or ()
            used.update([given] if isinstance(given, str) else given)
    return used


def conflicts(plan: Plan) -> list[tuple[Observed, ...]]:
    """Observed figures of one series, window and area that differ from one another."""
    groups: defaultdict[tuple[object, ...], list[Observed]] = defaultdict(list)
    for row in plan.rows(Observed):
        groups[row.series, row.from_date, row.to_date, row.scope, row.area, row.kind].append(row)
    return [tuple(rows) for rows in groups.values() if len({row.value for row in rows}) > 1]


def _months_old(row: Evidence, plan: Plan) -> int:
    return plan.partnership.cutoff_month - Month.of(row.published)


def _grades(plan: Plan, words: Words) -> Chart | None:
    """Sources by age and grade."""
    kinds = {str(grade): words.text(f"grade-{grade}") for grade in _GRADES}
    labels = [
        words.text("age-later"),
        *(words.text("age-up-to", n=bound // 12) for bound in _AGES),
        words.text("age-older", n=_AGES[-1] // 12),
    ]
    counts: dict[str, Counter[str]] = {label: Counter() for label in labels}
    for row in plan.rows(Evidence):
        age = _months_old(row, plan)
        place = 0 if age < 0 else 1 + sum(age > bound for bound in _AGES)
        counts[labels[place]][str(row.grade)] += 1
    rows = {label: counts[label] for label in labels if counts[label]}
    listed = words.text("comma").join(f"{label} {words.number(sum(one.values()))}" for label, one in rows.items())
    shown = Counts(
        id="evidence-ages",
        title=words.text("chart-evidence-title"),
        alternative=words.text("chart-evidence-alternative", list=listed),
        source=words.text("source-plan"),
        heading=words.text("table-age"),
        kinds=kinds,
        rows=rows,
        address="evidence",
    )
    return stacked_counts(shown, words)


def _conflicts(plan: Plan, words: Words) -> Table | None:
    """The same thing counted by different sources, side by side."""
    found = conflicts(plan)
    if not found:
        return None
    names = {row.series: words.name(row.definition) for row in plan.rows(Series)}
    publishers = {row.evidence: row.publisher for row in plan.rows(Evidence)}
    rows = [
        (
            names.get(rows[0].series, rows[0].series),
            words.isolated(f"{words.date(rows[0].from_date.isoformat())} – {words.date(rows[0].to_date.isoformat())}"),
            rows[0].area or words.text("all-areas"),
            "; ".join(
                words.text(
                    "source-says", source=publishers.get(row.evidence, row.evidence), value=words.quantity(row.value)
                )
                for row in sorted(rows, key=lambda one: (one.value, one.evidence))
            ),
        )
        for rows in found
    ]
    columns = [
        Column(words.text("table-series")),
        Column(words.text("table-window"), "month"),
        Column(words.text("table-area")),
        Column(words.text("table-say")),
    ]
    return plain_table("conflicts", words.text("conflicts-caption"), columns, rows)


def _register(plan: Plan, words: Words) -> Table:
    used = times_used(plan)
    sources = sorted(plan.rows(Evidence), key=lambda row: (-used[row.evidence], row.evidence))
    columns = [
        Column(words.text("table-evidence")),
        Column(words.text("table-publisher")),
        Column(words.text("table-grade"), "number"),
        Column(words.text("table-published"), "month"),
        Column(words.text("table-age"), "month"),
        Column(words.text("table-used"), "number"),
        Column(words.text("table-id"), "code"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(row.title, address=f"evidence/{row.evidence}"),
            row.publisher,
            Cell(words.number(row.grade), value=row.grade),
            words.date(row.published.isoformat()),
            _age(_months_old(row, plan), words),
            Cell(words.number(used[row.evidence]), value=used[row.evidence]),
            row.evidence,
        )
        for row in sources
    ]
    return plain_table("evidence", words.text("evidence-caption"), columns, rows)


def _age(months: int, words: Words) -> Cell:
    text = words.text("after-cutoff") if months < 0 else words.text("months-old", n=months)
    return Cell(text, value=months)
