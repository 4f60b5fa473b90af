"""Money by payer, fund and year: what the assessment spends, and what it only shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, Row, Table
from jisr.plan import Budget, Evidence, Plan
from jisr.report.figures import owner_name
from jisr.words import Words

__all__ = ["budget_lines"]


def budget_lines(plan: Plan, assessment: Assessment, words: Words) -> Table | None:
    """Money that can be spent first, then history; by payer, fund and fiscal year. None without money."""
    rows = sorted(plan.rows(Budget), key=lambda row: (row.use == "history", *_same(row)[:3], row.fiscal_year))
    if not rows:
        return None
    titles = {row.evidence: row.title for row in plan.rows(Evidence)}
    columns = (
        Column(words.text("table-payer")),
        Column(words.text("table-fund")),
        Column(words.text("table-use")),
        Column(words.text("table-fiscal-year"), "month"),
        Column(words.text("table-amount-year"), "number"),
        Column(words.text("table-stage")),
        Column(words.text("table-spent"), "number"),
        Column(words.text("table-source")),
    )
    lines = tuple(_line(assessment, run, titles, words) for run in _runs(rows))
    return Table("money", words.text("money-caption"), columns, lines, words.text("money-note"), "budgets")


def _line(assessment: Assessment, run: list[Budget], titles: Mapping[str, str], words: Words) -> Row:
    first = run[0]
    return Row(
        (
            Cell(owner_name(assessment, first.payer, words)),
            Cell(first.authority, address=f"budgets/{first.key_text}"),
            Cell(words.text(f"budget-use-{first.use}")),
            Cell(_years(run, words)),
            Cell(words.money(first.amount, first.currency), value=first.amount, basis=first.basis or ""),
            Cell(words.text(f"stage-{first.stage}")),
            Cell(_spent(first, words)),
            Cell("; ".join(titles.get(one, one) for one in first.evidence) or first.reason or "–"),
        )
    )


def _runs(rows: list[Budget]) -> Iterator[list[Budget]]:
    """Rows that differ only in a fiscal year which follows the one before."""
    for _, equal in groupby(rows, key=_same):
        run: list[Budget] = []
        for row in equal:
            if run and row.fiscal_year != run[-1].fiscal_year + 1:
                yield run
                run = []
            run.append(row)
        yield run


def _same(row: Budget) -> tuple[object, ...]:
    return (
        row.payer,
        row.authority,
        row.use,
        row.stage,
        row.amount,
        row.currency,
        row.execution,
        row.evidence,
        row.basis,
    )


def _spent(row: Budget, words: Words) -> str:
    if row.use == "history":
        return "–"
    if row.execution is None:
        return words.percent(1)
    if row.execution.is_unknown:
        return "?"
    ends = dict.fromkeys(words.percent(share) for share in (row.execution.low, row.execution.high))
    return words.isolated("–".join(ends))


def _years(run: list[Budget], words: Words) -> str:
    first, last = run[0].fiscal_year, run[-1].fiscal_year
    return words.isolated(str(first) if first == last else f"{first}–{last}")
