"""Money by payer, fund and year: what the assessment spends, and what it only shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jisr.assessment import Assessment
from jisr.plan import Budget, Evidence, Plan
from jisr.report.figures import owner_name
from jisr.words import Words

__all__ = ["BudgetLine", "budget_lines"]


@dataclass(frozen=True)
class BudgetLine:
    """One fund of one payer over consecutive fiscal years with the same figures, as texts."""

    payer: str
    authority: str
    use: str
    years: str
    amount: str
    stage: str
    spent: str
    basis: str | None
    source: str


def budget_lines(plan: Plan, assessment: Assessment, words: Words) -> tuple[BudgetLine, ...]:
    """Money that can be spent first, then history; by payer, fund and fiscal year."""
    rows = sorted(plan.rows(Budget), key=lambda row: (row.use == "history", *_same(row)[:3], row.fiscal_year))
    titles = {row.evidence: row.title for row in plan.rows(Evidence)}
    return tuple(
        BudgetLine(
            payer=owner_name(assessment, run[0].payer, words),
            authority=run[0].authority,
            use=words.text(f"budget-use-{run[0].use}"),
            years=_years(run, words),
            amount=words.money(run[0].amount, run[0].currency),
            stage=words.text(f"stage-{run[0].stage}"),
            spent=_spent(run[0], words),
            basis=run[0].basis,
            source="; ".join(titles.get(one, one) for one in run[0].evidence) or run[0].reason or "–",
        )
        for run in _runs(rows)
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
