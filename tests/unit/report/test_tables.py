from __future__ import annotations

from pathlib import Path

import pytest
from sample_assessment import activity, sample, task

import jisr
from jisr.plan import SelfReliance, Sustainment
from jisr.report.tables import Cells
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def cells() -> Cells:
    return Cells(jisr.load(EXAMPLE), sample(), Words())


def test_what_limits_a_task_is_named(cells: Cells) -> None:
    binds = (
        {"line": "l", "element": "air-wing", "kind": "skill", "name": "mechanic", "share": 0.9, "second": 0.1},
        {"line": "l", "element": "army", "kind": "function", "name": "leadership", "share": 0.5, "second": 0.1},
        {"line": "l", "element": "nobody", "kind": "item", "name": "unheard-of", "share": 0.1, "second": 0.1},
        {"line": "l", "element": "army", "kind": "personnel", "name": "personnel", "share": 0.1, "second": 0.1},
    )
    shown = cells.binds(task("x", "X", binds=binds))
    assert "Aircraft mechanics 90 %" in shown
    assert "leadership 50 %" in shown
    assert shown.endswith("nobody: unheard-of 10 %")


def test_the_weakest_basis_counts() -> None:
    plan = jisr.load(EXAMPLE)
    first = plan.rows(SelfReliance)[0]
    rows = [row.model_copy(update={"basis": "sourced"}) if row == first else row for row in plan.rows(SelfReliance)]
    found = Cells(plan.with_rows("self_reliance", rows), sample(), Words())
    assert found.reliance_basis(first.task) == "assumed"
    assert found.reliance_basis("no-such-task") is None


def test_a_cost_has_a_basis_where_the_plan_has_the_row(cells: Cells) -> None:
    row = jisr.load(EXAMPLE).rows(Sustainment)[0]
    end = sample().sustainment.ends[1]
    assert cells.cost_basis(end) is None
    assert cells.cost_basis(type(end)(**{**vars(end), "kind": row.kind, "what": row.what})) == "assumed"


def test_costs_name_their_payers(cells: Cells) -> None:
    assert cells.cost(activity("x", "X")) == "Northland USD 6.0 M, Coalition USD 2.0 M"
    assert cells.cost(activity("x", "X", cost={})) == "–"


def test_who_follows_is_said_also_when_nobody_does(cells: Cells) -> None:
    repairs, money, open_ended = sample().sustainment.ends
    assert cells.after(repairs) == "own mechanics"
    assert cells.after(money) == "nobody is named"
    assert cells.after(open_ended) == "Northland"


def test_tables_are_listed_largest_first(cells: Cells) -> None:
    assert [name for name, _ in cells.by_table()] == ["strength", "skills"]
