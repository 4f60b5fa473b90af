"""The programme keeps every rule: money, seats, order, windows; and is the same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jisr.months import Month
from jisr.programme import ProgrammeData, solve
from jisr.programme.compiled import MoneyPool, Payment, ProgrammeActivity
from jisr.programme.solve import payment_in_year

HORIZON = 24
CUTOFF = Month.parse("2024-12")
YEARS = tuple((CUTOFF + m).year for m in range(1, HORIZON + 1))


def activity(name: str, **changes: object) -> ProgrammeActivity:
    base: dict[str, object] = {
        "id": name,
        "duration": 3,
        "first": 1,
        "last": HORIZON,
        "mandatory": False,
        "payments": (Payment("p", None, 100, "even"),),
        "prerequisites": (),
        "packages": (),
        "resources": (("pool", 1),),
    }
    return ProgrammeActivity(**(base | changes))  # type: ignore[arg-type]


def data(*activities: ProgrammeActivity, money: int = 1000, seats: int = 2) -> ProgrammeData:
    return ProgrammeData(
        activities=activities,
        pools=tuple(MoneyPool("p", "vote", year, money) for year in sorted(set(YEARS))),
        carry=frozenset(),
        capacity={"pool": tuple(0 if m % 12 == 8 else seats for m in range(1, HORIZON + 1))},
        years={"p": YEARS},
        cutoff=CUTOFF,
        horizon=HORIZON,
    )


def values(problem: ProgrammeData, worth: int = 10) -> dict[str, list[int]]:
    return {one.id: [worth if m <= 20 else 0 for m in range(1, HORIZON + 1)] for one in problem.activities}


def test_a_prerequisite_ends_first() -> None:
    problem = data(activity("a"), activity("b", prerequisites=(("a", 2),)))
    starts = solve(problem, values(problem), 1.0).starts
    assert starts["b"] >= starts["a"] + 3 + 2


def test_blackout_months_are_kept_free() -> None:
    problem = data(activity("a", first=6, last=10))
    start = solve(problem, values(problem), 1.0).starts["a"]
    assert not start <= 8 < start + 3


def test_money_is_spent_once() -> None:
    problem = data(activity("a"), activity("b"), activity("c"), money=150)
    schedule = solve(problem, values(problem), 1.0)
    assert all(amount <= 150_000 for amount in schedule.cost.values())


def test_what_does_not_fit_says_how_much_is_short() -> None:
    problem = data(activity("a", payments=(Payment("p", None, 5000, "start"),)))
    why = solve(problem, values(problem), 1.0).unchosen["a"]
    assert (why.reason, why.values["short"]) == ("no-money", "4000000")


def test_a_mandatory_activity_is_done_without_value() -> None:
    problem = data(activity("a", mandatory=True))
    assert "a" in solve(problem, values(problem, 0), 1.0).starts


def test_a_mandatory_activity_that_cannot_be_done_is_named() -> None:
    problem = data(activity("a", mandatory=True, resources=(("pool", 9),)))
    assert solve(problem, values(problem), 1.0).dropped == ("a",)


def test_a_package_is_whole_or_not_there() -> None:
    problem = data(activity("a", packages=("b",)), activity("b", resources=(("pool", 9),)))
    assert solve(problem, values(problem), 1.0).starts == {}


def test_the_same_again() -> None:
    problem = data(*(activity(f"a{i}", duration=2 + i % 3) for i in range(8)), money=400)
    assert solve(problem, values(problem), 1.0) == solve(problem, values(problem), 1.0)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 200), st.integers(1, 2)), min_size=1, max_size=6))
def test_no_rule_is_broken(rows: list[tuple[int, int, int]]) -> None:
    problem = data(
        *(
            activity(f"a{i}", duration=d, payments=(Payment("p", None, cost, "even"),), resources=(("pool", units),))
            for i, (d, cost, units) in enumerate(rows)
        ),
        money=250,
    )
    schedule = solve(problem, values(problem), 0.5)
    for month in range(1, HORIZON + 1):
        used = sum(
            one.resources[0][1]
            for one in problem.activities
            if one.id in schedule.starts and schedule.starts[one.id] <= month < schedule.starts[one.id] + one.duration
        )
        assert used <= problem.capacity["pool"][month - 1]
    for year in set(YEARS):
        spent = sum(
            payment_in_year(problem, one, one.payments[0], schedule.starts[one.id], year)
            for one in problem.activities
            if one.id in schedule.starts
        )
        assert spent <= 250
