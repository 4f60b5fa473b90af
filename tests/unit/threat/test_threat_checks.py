from __future__ import annotations

from typing import Any

import pytest
from unit.threat.small_plan import demand, driver, monthly, partnership, series, small_plan, task

from jisr.plan import Plan
from jisr.threat import checks

SERIES = [
    series("incidents"),
    series("deaths", counts="deaths"),
    series("claims"),
    series("twin", comparable_with=["incidents"]),
    series("both", scope="multi-country"),
]


def codes(plan: Plan) -> list[str]:
    return [one.code for one in checks(plan)]


def two_drivers(**second: Any) -> Plan:
    """Incidents and another series, both asked for by one task."""
    other = str(second["series"])
    rows = [row for name in ("incidents", other) for row in monthly(name, [5.0] * 12)]
    return small_plan(
        series=SERIES,
        observed=rows,
        drivers=[driver("attacks", series="incidents"), driver("other", **second)],
        demand=[demand("patrol", "attacks"), demand("patrol", "other", area_name="east")],
    )


def test_a_plan_in_order() -> None:
    assert codes(small_plan(drivers=[driver("attacks", series="incidents")])) == []


@pytest.mark.parametrize(
    ("months", "window", "found"), [(12, 12, []), (11, 12, ["T501"]), (12, 18, ["T501"]), (18, 18, [])]
)
def test_a_year_and_the_planning_window_are_needed(months: int, window: int, found: list[str]) -> None:
    plan = small_plan(
        observed=monthly("incidents", [1.0] * months),
        drivers=[driver("attacks", series="incidents")],
        tasks=[task("patrol", window)],
    )
    assert codes(plan) == found


def test_t501_says_how_many_months_there_are() -> None:
    plan = small_plan(observed=monthly("incidents", [1.0] * 7), drivers=[driver("attacks", series="incidents")])
    (one,) = checks(plan)
    assert (one.found, one.values["least"], one.values["cutoff"]) == ("7", "12", "2024-09")


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ({"series": "claims"}, ["T502"]),
        ({"series": "claims", "bridge": "0.5", "bridge_to": "incidents"}, []),
        ({"series": "twin"}, []),
        ({"series": "deaths"}, ["T502"]),
        ({"series": "deaths", "bridge": "0.5", "bridge_to": "claims"}, ["T502"]),
        ({"series": "incidents", "bridge": "0.5"}, ["T502"]),
    ],
    ids=["same kind", "bridged", "comparable", "another kind", "bridged to another", "half a bridge"],
)
def test_two_series_meet_only_over_a_bridge(second: dict[str, Any], found: list[str]) -> None:
    assert codes(two_drivers(**second)) == found


@pytest.mark.parametrize(("bridge", "found"), [({}, ["T502"]), ({"bridge": "0.4", "bridge_to": "incidents"}, [])])
def test_a_wider_series_needs_a_bridge_to_the_areas(bridge: dict[str, str], found: list[str]) -> None:
    plan = small_plan(
        series=SERIES,
        observed=monthly("both", [5.0] * 12, scope="multi-country"),
        drivers=[driver("attacks", series="both", **bridge)],
    )
    assert codes(plan) == found


@pytest.mark.parametrize("kind", ["forecast", "area-attribute", "stock"])
def test_a_driver_names_where_its_values_come_from(kind: str) -> None:
    assert codes(small_plan(drivers=[driver("attacks", kind=kind)], demand=[])) == ["T503"]


def test_an_unknown_model() -> None:
    plan = small_plan(drivers=[driver("attacks", series="incidents")])
    plan = Plan(partnership(defaults={"threat_model": "oracle"}), plan.tables)
    assert codes(plan) == ["T504"]


def test_a_blank_attribute_is_a_note() -> None:
    (one,) = checks(small_plan())
    assert (one.code, one.severity, one.found) == ("T505", "note", "hills")


def test_one_series_is_split_one_way() -> None:
    drivers = [
        driver("attacks", series="incidents", shares_series="incidents", shares_weight=0.5),
        driver("again", series="incidents", shares_series="incidents", shares_weight=0.5),
        driver("plain", series="incidents"),
    ]
    assert codes(small_plan(drivers=drivers)) == []
    drivers.append(driver("other", series="incidents", shares_series="claims"))
    assert codes(small_plan(drivers=drivers)) == ["T506"]
