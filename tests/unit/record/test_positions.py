from __future__ import annotations

import pytest
from unit.record.rows import condition, judgement, position
from unit.threat.small_plan import small_plan

from jisr.ids import Address
from jisr.plan import Plan
from jisr.record import sides, with_positions

RATE = Address("demand", "patrol,,attacks", "rate")
LIMIT = Address("conditions", "quiet", "threshold")


def disputed() -> Plan:
    return small_plan(
        conditions=[condition("quiet", "5")],
        judgements=[judgement("rate", str(RATE), "belief"), judgement("limit", str(LIMIT), "rule")],
        positions=[
            position("rate", "north", "1"),
            position("rate", "south", "3 | 4 | 5"),
            position("limit", "south", "2"),
            position("limit", "joint", "3"),
        ],
    )


@pytest.mark.parametrize(
    ("party", "kinds", "rate", "limit"),
    [
        ("north", ("belief", "rule"), "1", "5"),
        ("south", ("belief", "rule"), "3 | 4 | 5", "2"),
        ("south", ("belief",), "3 | 4 | 5", "5"),
        ("south", ("rule",), "1 | 2 | 4", "2"),
        ("joint", ("belief", "rule"), "1 | 2 | 4", "3"),
        ("nobody", ("belief", "rule"), "1 | 2 | 4", "5"),
    ],
)
def test_a_party_sees_its_positions_and_keeps_the_rest(
    party: str, kinds: tuple[str, ...], rate: str, limit: str
) -> None:
    seen = with_positions(disputed(), party, kinds)
    assert (str(seen.value(RATE)), str(seen.value(LIMIT))) == (rate, limit)


def test_the_record_stays() -> None:
    plan = disputed()
    assert with_positions(plan, "south").tables["positions"] == plan.tables["positions"]
    assert plan == disputed()


def test_sides_are_contributors_then_the_host_and_never_the_joint_record() -> None:
    assert sides(disputed()) == ("south", "north")
    assert sides(small_plan()) == ()
