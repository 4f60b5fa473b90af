"""A pool whose capacity changes has a row for each range of months; an address without a range names the open one."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.ids import Address
from jisr.months import Month
from jisr.plan import Plan, Resource
from jisr.programme import checks, compile_programme

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
POOL = "instructors"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLES / "three-areas")


def with_ranges(plan: Plan, *ranges: tuple[int, str | None, str | None]) -> Plan:
    """The plan with the pool's one row instead in ranges of months: (capacity, first, last)."""
    old = next(row for row in plan.rows(Resource) if row.resource == POOL)
    rows = [
        old.model_copy(
            update={
                "capacity": float(capacity),
                "from_month": first and Month.parse(first),
                "to_month": last and Month.parse(last),
            }
        )
        for capacity, first, last in ranges
    ]
    others = tuple(row for row in plan.rows(Resource) if row.resource != POOL)
    return plan.with_rows("resources", (*rows, *others))


def test_a_range_ends_where_the_next_begins(plan: Plan) -> None:
    changed = with_ranges(plan, (6, None, "2025-06"), (2, "2025-09", None))
    cutoff = changed.partnership.cutoff_month
    capacity = compile_programme(changed).capacity[POOL]
    by_month = {str(cutoff + m): units for m, units in enumerate(capacity, start=1)}
    assert [by_month[month] for month in ("2025-06", "2025-07", "2025-09")] == [6, 0, 2]
    assert by_month["2026-08"] == 0, "the blackout of August holds in every range"
    assert not [one for one in checks(changed) if one.code == "A812"]


@pytest.mark.parametrize(
    ("blackout", "found"), [(" ".join(map(str, range(1, 13))), [POOL]), ("1 2 3 4 5 6 7 8 9 10 11", []), ("8 8.0", [])]
)
def test_a_pool_that_is_never_open_is_a_finding(plan: Plan, blackout: str, found: list[str]) -> None:
    changed = plan.replace({Address("resources", POOL, "blackout"): blackout})
    assert [one.values["what"] for one in checks(changed) if one.code == "A813"] == found
    assert (max(compile_programme(changed).capacity[POOL]) == 0) == bool(found)


@pytest.mark.parametrize(("end", "begin"), [(None, "2025-09"), ("2025-09", "2025-09")])
def test_two_capacities_in_one_month_are_a_finding(plan: Plan, end: str | None, begin: str) -> None:
    found = [one for one in checks(with_ranges(plan, (6, None, end), (2, begin, None))) if one.code == "A812"]
    assert [one.found for one in found] == [begin]


def test_an_address_needs_no_blank_range(plan: Plan) -> None:
    changed = plan.replace({Address("resources", POOL, "capacity"): "9"})
    assert max(compile_programme(changed).capacity[POOL]) == 9
