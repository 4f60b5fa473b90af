from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest
from sample_assessment import sample

import jisr
from jisr.plan import Budget, Evidence, Plan, Uncertain
from jisr.report.budget_lines import budget_lines
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
DAY = dt.date(2024, 9, 30)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def budget(name: str, year: int, **changes: object) -> Budget:
    values: dict[str, object] = {
        "budget": name,
        "payer": "northland",
        "authority": "Defence vote",
        "stage": "requested",
        "use": "programme",
        "fiscal_year": year,
        "amount": 5e6,
        "currency": "USD",
        "price_year": 2024,
        "basis": "assumed",
        "reason": "a guess",
        "as_of": DAY,
        "known_on": DAY,
    }
    return Budget.model_validate(values | changes)


def shown(plan: Plan, *rows: Budget) -> list[SimpleNamespace]:
    table = budget_lines(plan.with_rows("budgets", rows), sample(), Words())
    assert table is not None
    names = ("payer", "authority", "use", "years", "amount", "stage", "spent", "source")
    return [
        SimpleNamespace(**{name: cell.text for name, cell in zip(names, row.cells, strict=True)}) for row in table.rows
    ]


def test_without_money_there_is_no_table(plan: Plan) -> None:
    assert budget_lines(plan.with_rows("budgets", []), sample(), Words()) is None


def test_equal_consecutive_years_stand_together_and_a_gap_parts_them(plan: Plan) -> None:
    lines = shown(plan, budget("c", 2027), budget("a", 2024), budget("b", 2025))
    assert [line.years for line in lines] == ["2024–2025", "2027"]
    assert {(line.amount, line.stage, line.spent) for line in lines} == {("USD 5.0 M", "requested", "100 %")}


def test_another_amount_is_another_line(plan: Plan) -> None:
    assert [line.amount for line in shown(plan, budget("a", 2024), budget("b", 2025, amount=7e6))] == [
        "USD 5.0 M",
        "USD 7.0 M",
    ]


def test_history_stands_last_with_its_stage_and_is_not_spent(plan: Plan) -> None:
    source = plan.rows(Evidence)[0]
    past = budget("old", 2015, use="history", stage="authorised", basis="sourced", evidence=(source.evidence,))
    last = shown(plan, past, budget("a", 2024))[-1]
    assert (last.years, last.use, last.stage, last.spent) == ("2015", "history, not spent", "authorised", "–")
    assert last.source == source.title


@pytest.mark.parametrize(
    ("execution", "said"),
    [(Uncertain(0.6, 0.75, 0.95), "60 %–95 %"), (Uncertain.exact(0.8), "80 %"), (Uncertain.unknown(), "?")],
)
def test_the_share_spent_is_a_range_when_it_is_uncertain(plan: Plan, execution: Uncertain, said: str) -> None:
    (line,) = shown(plan, budget("a", 2024, execution=execution))
    assert line.spent == said
