"""The section of what is assumed: counts by basis."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, Row, Table
from jisr.plan import Plan
from jisr.report.basis_block import revised_names
from jisr.report.report import Section
from jisr.words import Words

__all__ = ["assumptions_section"]

_BASES = ("sourced", "assessed", "assumed")


def assumptions_section(_plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without uncertain inputs."""
    if not assessment.basis.inputs:
        return None
    return Section(
        "assumptions", words.text("section-assumed"), words.text("lead-assumed"), (_counts(assessment, words),)
    )


def _counts(assessment: Assessment, words: Words) -> Table:
    basis = assessment.basis
    columns = (
        Column(words.text("table-kind")),
        *(Column(words.text(f"basis-{one}"), "number") for one in _BASES),
    )
    by_table = sorted(basis.by_table.items(), key=lambda one: (-sum(one[1].values()), one[0]))
    rows = (
        _row(words.text("limits-all"), basis.limits, words),
        _row(words.text("inputs-uncertain"), basis.inputs, words),
        *(_row(name, counts, words, part=True) for name, counts in by_table),
    )
    revised = revised_names(assessment, words)
    note = words.text("history-revised", names=words.text("comma").join(revised)) if revised else ""
    return Table("basis", words.text("assumed-caption"), columns, rows, note)


def _row(label: str, counts: Mapping[str, int], words: Words, *, part: bool = False) -> Row:
    cells = (Cell(words.number(counts.get(one, 0)), value=counts.get(one, 0)) for one in _BASES)
    return Row((Cell(label), *cells), part=part)
