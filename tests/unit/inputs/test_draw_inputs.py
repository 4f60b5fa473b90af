from __future__ import annotations

import math

import numpy as np
import pytest
from unit.threat.small_plan import ASSUMED, area, demand, driver, small_plan

from jisr.ids import Address
from jisr.inputs import checks, draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Cell, Plan, SelfReliance, Strength, ThreatResponse

N = 20_000
BLOCK = Block(0, N)
SPREAD = 5.0
ATTACKS = Address("demand", "patrol,,attacks", "rate")
PEOPLE = Address("demand", "patrol,,people", "rate")


def shares(**groups: str | None) -> list[SelfReliance]:
    """Self-reliance rows by task; the value is the group of the row."""
    return [
        SelfReliance(task=task, party="joint", share="0.2 | 0.5 | 0.8", shared_with=group, **ASSUMED)
        for task, group in groups.items()
    ]


def correlation(plan: Plan, one: Address, other: Address) -> float:
    """Of the normal scores, through the ranks: Spearman's rho of a Gaussian copula is 6/π asin(r/2)."""
    inputs = draw_inputs(plan, BLOCK, seed=11)
    ranks = [inputs.of(address).argsort().argsort() for address in (one, other)]
    return 2 * math.sin(math.pi / 6 * float(np.corrcoef(*ranks)[0, 1]))


def share_of(task: str) -> Address:
    return Address("self_reliance", f"{task},joint", "share")


def strength(present: str | None = "?") -> Strength:
    return Strength.model_validate(
        {
            "element": "army",
            "counted_on": "2024-01-01",
            "authorised": 100,
            "assigned": "90",
            "present": present,
            "count_method": "payroll",
            "denominator": "all",
            "attrition": "0.01",
        }
        | ASSUMED
    )


def test_an_exact_cell_is_constant() -> None:
    plan = small_plan(areas=[area("east", population="900000")])
    drawn = draw_inputs(plan, Block(5, 3), seed=1).of(Address("areas", "east", "population"))
    assert drawn.tolist() == [900_000.0] * 3


def test_a_cell_by_its_row_is_the_cell_by_its_address() -> None:
    plan = small_plan()
    inputs = draw_inputs(plan, Block(0, 5), seed=1)
    row = plan.tables["demand"][0]
    assert inputs.cell(row, "rate").tobytes() == inputs.of(ATTACKS).tobytes()


@pytest.mark.parametrize("address", ["areas/hills/population", "areas/east/iso", "areas/nowhere/population"])
def test_what_is_no_filled_uncertain_cell_is_refused(address: str) -> None:
    with pytest.raises(KeyError):
        draw_inputs(small_plan(), Block(0, 5), seed=1).of(Address.parse(address))


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"a": None, "b": None}, 0.0),
        ({"a": "assessor", "b": "other"}, 0.0),
        ({"a": "assessor", "b": "assessor"}, 0.7),
        ({"a": "assessor", "b": "-assessor"}, -0.7),
        ({"a": "-assessor", "b": "-assessor"}, 0.7),
    ],
)
def test_a_group_correlates_its_scores(groups: dict[str, str | None], expected: float) -> None:
    found = correlation(small_plan(self_reliance=shares(**groups)), share_of("a"), share_of("b"))
    assert found == pytest.approx(expected, abs=SPREAD / math.sqrt(N))


def test_demand_rates_of_one_task_share_a_factor_and_of_two_tasks_do_not() -> None:
    plan = small_plan(demand=[demand("patrol", "attacks", "1|2|3"), demand("patrol", "people", "1|2|3")])
    assert correlation(plan, ATTACKS, PEOPLE) == pytest.approx(0.5, abs=SPREAD / math.sqrt(N))
    plan = small_plan(demand=[demand("patrol", "attacks", "1|2|3"), demand("raid", "people", "1|2|3")])
    other = Address("demand", "raid,,people", "rate")
    assert correlation(plan, ATTACKS, other) == pytest.approx(0.0, abs=SPREAD / math.sqrt(N))


def test_a_group_is_oriented_by_what_is_better_for_the_host() -> None:
    """Self-reliance is better high, attrition better low: one optimistic source errs high on one and low on the other."""
    row = strength().model_copy(update={"attrition": shares(a="x")[0].share, "shared_with": "assessor"})
    plan = small_plan(self_reliance=shares(a="assessor"), strength=[row])
    found = correlation(plan, share_of("a"), Address("strength", "army,2024-01-01", "attrition"))
    assert found == pytest.approx(-0.7, abs=SPREAD / math.sqrt(N))


def test_a_cell_of_its_own_provenance_leaves_the_group_of_its_row() -> None:
    override = Cell.model_validate({"address": str(share_of("b")), "shared_with": "elsewhere"} | ASSUMED)
    plan = small_plan(self_reliance=shares(a="assessor", b="assessor"), cells=[override])
    assert correlation(plan, share_of("a"), share_of("b")) == pytest.approx(0.0, abs=SPREAD / math.sqrt(N))


def test_an_unknown_presence_runs_over_the_plans_interval() -> None:
    plan = small_plan(strength=[strength()])
    present = Address("strength", "army,2024-01-01", "present")
    drawn = draw_inputs(plan, BLOCK, seed=3).of(present)
    assert drawn.min() >= 0.4
    assert drawn.max() <= 1.0
    assert drawn.mean() == pytest.approx(0.7, abs=SPREAD * 0.6 / math.sqrt(12 * N))
    assert set(draw_inputs(plan, Block(0, 4), seed=3, unknowns="worst").of(present)) == {0.4}
    assert set(draw_inputs(plan, Block(0, 4), seed=3, unknowns="best").of(present)) == {1.0}


def test_the_worst_of_a_cost_is_its_high_end() -> None:
    plan = small_plan(strength=[strength().model_copy(update={"attrition": strength().present})])
    attrition = Address("strength", "army,2024-01-01", "attrition")
    assert draw_inputs(plan, Block(0, 1), seed=3, unknowns="worst").of(attrition)[0] == 1.0
    assert draw_inputs(plan, Block(0, 1), seed=3, unknowns="best").of(attrition)[0] == 0.0


def test_known_cells_do_not_care_how_unknown_ones_run() -> None:
    drawn = [draw_inputs(small_plan(), Block(0, 9), seed=3, unknowns=how).of(ATTACKS) for how in ("range", "worst")]
    assert drawn[0].tobytes() == drawn[1].tobytes()


def test_an_unknown_without_a_range_is_found_before_it_is_drawn() -> None:
    unknown = ThreatResponse.model_validate({"phase": "after", "from_months": 0, "factor": "?"} | ASSUMED)
    plan = small_plan(threat_response=[unknown], strength=[strength()])
    assert [(one.code, one.values["column"]) for one in checks(plan)] == [("E401", "factor")]
    with pytest.raises(ValueError, match="no finite range"):
        draw_inputs(plan, Block(0, 1), seed=1).cell(unknown, "factor")


def test_a_plan_without_unknowns_has_no_finding() -> None:
    assert checks(small_plan()) == []
    assert checks(small_plan(drivers=[driver("attacks", series="incidents")])) == []
