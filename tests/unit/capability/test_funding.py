"""A cost is counted once, whoever pays, and today's repairs already reflect today's money."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.acceleration import numpy_only
from jisr.capability import Funding, compile_capability, funding
from jisr.ids import Address
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Budget, Plan, Sustainment

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
THING = ("item", "scout-plane")


def paid(plan: Plan) -> Funding:
    return funding(compile_capability(plan), draw_inputs(plan, Block(0, 50), seed=3))


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLES / "three-areas")


def with_payers(plan: Plan, **changes: object) -> list[Sustainment]:
    rows = [row.model_copy(update=changes) for row in plan.rows(Sustainment) if (row.kind, row.what) == THING]
    assert [row.payer_share for row in rows] == [0.6, 0.4]
    return rows


def test_two_payers_without_limit_pay_the_whole(plan: Plan) -> None:
    rows = with_payers(plan, funded_to=None)
    money = paid(plan.with_rows("sustainment", rows).with_rows("budgets", []))
    for month in range(plan.partnership.horizon + 1):
        assert money.of(*THING, month) == pytest.approx(np.ones(50))
    assert money.needed[:, 0] / 0.6 == pytest.approx(money.needed[:, 1] / 0.4)


def test_what_one_payer_leaves_is_missing(plan: Plan) -> None:
    rows = with_payers(plan, funded_to=None)
    rows[0] = rows[0].model_copy(update={"funded_to": dt.date(2025, 6, 30)})
    money = paid(plan.with_rows("sustainment", rows).with_rows("budgets", []))
    assert money.of(*THING, 6) == pytest.approx(np.ones(50))
    assert money.of(*THING, 7) == pytest.approx(np.full(50, 0.4))
    assert money.against_today(*THING, 7) == pytest.approx(np.full(50, 0.4))


def test_a_budget_as_short_as_todays_changes_nothing(plan: Plan) -> None:
    """Half of the cost is voted in each year, the year under way among them."""
    row = with_payers(plan)[0].model_copy(update={"funded_to": None, "payer": "northland", "payer_share": 1.0})
    cost = row.year_cost.mode
    one = next(one for one in plan.rows(Budget) if one.payer == "northland" and one.use == "sustainment")
    half = {"amount": cost / 2, "currency": row.currency, "execution": None}
    budgets = [one.model_copy(update={"budget": f"b{y}", "fiscal_year": y, **half}) for y in range(2024, 2036)]
    money = paid(plan.with_rows("sustainment", [row]).with_rows("budgets", budgets))
    for month in range(1, plan.partnership.horizon + 1):
        assert np.max(money.of(*THING, month)) < 0.7
        assert money.against_today(*THING, month) == pytest.approx(np.ones(50))


def test_a_thing_without_cost_is_paid(plan: Plan) -> None:
    money = paid(plan)
    assert money.of("item", "nothing", 3) == 1.0
    assert money.against_today("item", "nothing", 3) == 1.0


def test_a_last_year_seen_in_part_pays_no_more_than_a_whole_one(plan: Plan) -> None:
    """The horizon cuts a fiscal year: nine months do not share out the money of twelve."""
    row = with_payers(plan)[0].model_copy(update={"funded_to": None, "payer": "northland", "payer_share": 1.0})
    one = next(one for one in plan.rows(Budget) if one.payer == "northland" and one.use == "sustainment")
    half = {"amount": row.year_cost.mode / 2, "currency": row.currency, "execution": None}
    budgets = [one.model_copy(update={"budget": f"b{y}", "fiscal_year": y, **half}) for y in range(2024, 2036)]
    short = plan.with_rows("sustainment", [row]).with_rows("budgets", budgets)
    months = plan.partnership.horizon // 12 * 12 - 3
    cut = short.replace({Address("partnership", "", "horizon"): months})
    whole, part = paid(short), paid(cut)
    for month in range(months + 1):
        assert part.of(*THING, month) == pytest.approx(whole.of(*THING, month))


@pytest.mark.parametrize("compiled", [True, False])
def test_nobody_pays_where_nothing_is_kept(plan: Plan, compiled: bool) -> None:
    with nullcontext() if compiled else numpy_only():
        money = paid(plan.with_rows("sustainment", []))
        assert [money.by_payer(month).shape for month in (0, 3)] == [(50, 0), (50, 0)]
        assert money.owed.tolist() == [0.0] * 50


def test_what_each_payer_pays_is_what_its_rows_pay(plan: Plan) -> None:
    money = paid(plan)
    payers = list(dict.fromkeys(row.payer for row in plan.rows(Sustainment)))
    for month in (0, 1, 30):
        rows = money.paid(month) if month else money.needed
        for i, payer in enumerate(payers):
            own = [k for k, row in enumerate(plan.rows(Sustainment)) if row.payer == payer]
            assert money.by_payer(month)[:, i] == pytest.approx(rows[:, own].sum(axis=1))
