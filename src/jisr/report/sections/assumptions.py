"""The section of what is assumed: counts by basis."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, Counts, Row, Table, stacked_counts
from jisr.plan import Plan
from jisr.report.basis_block import revised_names
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["assumptions_section"]

_BASES = ("sourced", "assessed", "assumed")


def assumptions_section(_plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without uncertain inputs."""
    if not assessment.basis.inputs:
        return None
    picture = _picture(assessment, words)
    blocks: list[SectionBlock] = [] if picture is None else [picture]
    blocks.append(_counts(assessment, words))
    return Section("assumptions", words.text("section-assumed"), words.text("lead-assumed"), tuple(blocks))


def _picture(assessment: Assessment, words: Words) -> Chart | None:
    by_table = sorted(assessment.basis.by_table.items(), key=lambda one: (-sum(one[1].values()), one[0]))
    inputs = assessment.basis.inputs
    counts = Counts(
        id="basis-by-table",
        title=words.text("chart-basis-title"),
        alternative=words.text(
            "chart-basis-alternative",
            assumed=words.number(inputs.get("assumed", 0)),
            all=words.number(sum(inputs.values())),
            table=by_table[0][0] if by_table else "–",
        ),
        source=words.text("source-plan"),
        heading=words.text("table-table"),
        kinds={basis: words.text(f"basis-{basis}") for basis in _BASES},
        rows=dict(by_table),
        address="basis/",
    )
    return stacked_counts(counts, words)


def _counts(assessment: Assessment, words: Words) -> Table:
    basis = assessment.basis
    columns = (
        Column(words.text("table-kind")),
        *(Column(words.text(f"basis-{one}"), "number") for one in _BASES),
    )
    rows = (
        _row(words.text("limits-all"), basis.limits, words, "limits"),
        _row(words.text("inputs-uncertain"), basis.inputs, words, "basis"),
    )
    revised = revised_names(assessment, words)
    note = words.text("history-revised", names=words.text("comma").join(revised)) if revised else ""
    return Table("basis", words.text("assumed-caption"), columns, rows, note)


def _row(label: str, counts: Mapping[str, int], words: Words, address: str = "") -> Row:
    cells = (Cell(words.number(counts.get(one, 0)), value=counts.get(one, 0)) for one in _BASES)
    return Row((Cell(label, address=address), *cells))
