"""The section of where the spread of results comes from."""

from __future__ import annotations

from jisr.charts import Cell, Column, Row, Table, plain_table
from jisr.comparison import GroupShare, Sensitivity, SeriesSensitivity
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["sensitivity_section"]

_SURE = 2.0
_OF_A_TASK = 3


def sensitivity_section(found: Sensitivity, words: Words) -> Section:
    """A table a gate, by kind and by basis; one of all tasks with the groups that most of their spread comes from."""
    blocks: list[SectionBlock] = [_gate(found, one, words) for one in found.series if one.kind == "gate"]
    blocks.append(_tasks(found, words))
    lead = words.text(
        "sensitivity-lead",
        draws=words.number(found.draws),
        groups=words.number(len(found.groups)),
        runs=words.number(found.runs),
    )
    return Section("sensitivity", words.text("section-sensitivity"), lead, tuple(blocks))


def _gate(found: Sensitivity, one: SeriesSensitivity, words: Words) -> Table:
    month = one.month or ""
    shares = one.at_month or one.overall
    columns = (
        Column(words.text("sensitivity-group")),
        Column(words.text("sensitivity-first"), "number"),
        Column(words.text("sensitivity-total"), "number"),
    )
    rows: list[Row] = []
    for by in ("kind", "basis") if shares else ():
        rows.append(Row((Cell(words.text(f"sensitivity-by-{by}")), Cell(""), Cell("")), quiet=True))
        rows += [Row(_share(share, words)) for share in shares if share.by == by]
    caption = words.text(
        "sensitivity-caption",
        gate=words.name(one.name),
        month=words.month(month),
        chance=words.chance(one.mean[found.months.index(month)], found.draws),
    )
    told = () if one.at_month else ("sensitivity-none", *(("sensitivity-all-months",) if shares else ()))
    note = " ".join(words.text(key) for key in told)
    return Table(f"sensitivity-{one.id}", caption, columns, tuple(rows), note)


def _share(share: GroupShare, words: Words) -> tuple[Cell, ...]:
    figures = ((share.first, share.first_error), (share.total, share.total_error))
    return (
        Cell(words.text(f"group-{share.group}")),
        *(Cell(_figure(value, error, words), value) for value, error in figures),
    )


def _figure(value: float, error: float, words: Words) -> str:
    sign = "−" if round(value, 2) < 0 else ""
    return words.isolated(f"{sign}{words.number(abs(value), 2)} ±{words.number(_SURE * error, 2)}")


def _tasks(found: Sensitivity, words: Words) -> Table:
    columns = [
        Column(words.text("table-task")),
        Column(words.text("sensitivity-group")),
        Column(words.text("sensitivity-total"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = []
    for one in found.series:
        if one.kind == "gate":
            continue
        name = words.name(one.name) or words.text("sensitivity-uncovered")
        shares = [share for share in one.overall if share.by == "kind"][:_OF_A_TASK]
        rows += [
            (
                name if i == 0 else "",
                words.text(f"group-{share.group}"),
                Cell(_figure(share.total, share.total_error, words), share.total),
            )
            for i, share in enumerate(shares)
        ]
        if not shares:
            rows.append((name, words.text("sensitivity-same"), Cell("–")))
    return plain_table("sensitivity-tasks", words.text("sensitivity-tasks-caption"), columns, rows)
