import datetime as dt
from typing import Any

import pytest
from unit.transition.gates_plan import ASSUMED, condition, plan

from jisr.months import Month
from jisr.plan import External, Judgement, Plan, Position, Row, ScheduledAssessment, Strength
from jisr.transition import ConditionToday, ValueToday, compile_transition, records_of, today

PRESENCE = condition("a", owner="south", threshold="0.7")


def strength(counted_on: str, **changes: Any) -> Strength:
    values: dict[str, Any] = {
        "element": "army",
        "counted_on": counted_on,
        "authorised": 100,
        "assigned": "90",
        "present": "0.8",
        "count_method": "biometric",
        "denominator": "army",
        "attrition": "0.01",
        "basis": "sourced",
        "evidence": "count",
        "as_of": counted_on,
        "known_on": counted_on,
    }
    return Strength.model_validate(values | changes)


def stand(*others: Row, value: ValueToday | None = None, of: Any = PRESENCE) -> ConditionToday:
    some = plan([of], others=others)
    return today(some, compile_transition(some), {"a": value or ValueToday(0.8)})[0]


def positions(address: str, **values: str) -> list[Row]:
    rows: list[Row] = [
        Judgement.model_validate({"judgement": "j", "address": address, "question": {"en": "?"}, "kind": "belief"})
    ]
    for party, value in values.items():
        row = {"judgement": "j", "party": party, "value": value, "rationale": "test", "given_on": "2024-09-01"}
        rows.append(Position.model_validate(row))
    return rows


def test_a_fresh_record_decides() -> None:
    one = stand(strength("2024-08-01"))
    assert (one.state, one.said, one.age, one.threshold) == ("met", "met", 1, 0.7)
    assert str(one.record.address) == "strength/army,2024-08-01/present" if one.record else False
    assert stand(strength("2024-08-01"), value=ValueToday(0.6)).state == "not met"


def test_the_newest_record_up_to_the_cutoff_decides() -> None:
    one = stand(strength("2023-01-01"), strength("2024-05-01"), strength("2024-11-01"))
    assert one.record is not None
    assert one.record.as_of == dt.date(2024, 5, 1)


def test_a_record_older_than_the_limit_is_stale_and_still_says_what_it_said() -> None:
    assert stand(strength("2024-03-01")).state == "met"
    one = stand(
        strength("2024-02-28"),
        ScheduledAssessment(assessment="x", condition="a", month=Month.parse("2025-02"), assessor="north"),
        ScheduledAssessment(assessment="y", condition="a", month=Month.parse("2024-08"), assessor="north"),
    )
    assert (one.state, one.said, one.age, one.owner) == ("stale", "met", 7, "south")
    assert str(one.next_assessment) == "2025-02"


@pytest.mark.parametrize(
    "row",
    [
        strength("2024-08-01", basis="assumed", reason="test"),
        strength("2024-08-01", basis="assessed", reason="test"),
        strength("2024-08-01", present="?"),
        strength("2024-08-01", element="police"),
    ],
)
def test_without_a_record_nothing_is_imputed(row: Strength) -> None:
    one = stand(row)
    assert (one.state, one.record, one.age) == ("unknown", None, None)


def test_partly_is_some_areas_or_part_of_the_window() -> None:
    fresh = strength("2024-08-01")
    assert stand(fresh, value=ValueToday(0.8, area_share=0.5)).state == "partly"
    assert stand(fresh, value=ValueToday(0.8, area_share=0.0)).state == "not met"
    longer = condition("a", threshold="0.7", persistence=3)
    assert stand(fresh, of=longer).state == "partly"
    assert stand(strength("2024-07-01"), of=longer).state == "met"  # it has stood for three months
    assert stand(fresh, of=longer, value=ValueToday(0.8, months=3)).state == "met"


def test_positions_on_both_sides_of_the_threshold_are_a_dispute() -> None:
    fresh = strength("2024-08-01")
    one = stand(fresh, *positions("strength/army,2024-08-01/present", north="0.9", south="0.5"))
    assert (one.state, one.said, one.disputed_by) == ("disputed", "met", ("north", "south"))
    assert stand(fresh, *positions("strength/army,2024-08-01/present", north="0.9", south="0.75")).state == "met"
    assert stand(fresh, *positions("strength/army,2024-08-01/present", north="0.9", joint="0.5")).state == "met"


def test_positions_on_the_threshold_dispute_a_value_between_them() -> None:
    fresh = strength("2024-08-01")
    assert stand(fresh, *positions("conditions/a/threshold", north="0.7", south="0.9")).state == "disputed"
    assert stand(fresh, *positions("conditions/a/threshold", north="0.6", south="0.7")).state == "met"
    assert stand(*positions("conditions/a/threshold", north="0.7", south="0.9")).state == "unknown"


def external(value: str, basis: str = "assumed") -> Plan:
    row = {"external": "text", "name": {"en": "Text"}, "kind": "time-to-completion", "value": value, "owner": "north"}
    done = condition("a", measure="external-done", element=None, external="text", threshold="1")
    return plan([done], others=[External.model_validate(row | ASSUMED | {"basis": basis})])


def test_a_text_whose_completion_lies_ahead_is_not_met() -> None:
    for value, state in (("2 | 4 | 9", "not met"), ("0", "met"), ("?", "unknown")):
        some = external(value)
        assert today(some, compile_transition(some), {})[0].state == state


def test_a_condition_without_a_value_is_unknown_even_with_a_record() -> None:
    some = plan([PRESENCE], others=[strength("2024-08-01")])
    assert today(some, compile_transition(some), {})[0].state == "unknown"


def test_records_can_be_given() -> None:
    some = plan([PRESENCE], others=[strength("2024-08-01")])
    data = compile_transition(some)
    assert today(some, data, {"a": ValueToday(0.8)}, {})[0].state == "unknown"
    assert [record.as_of for record in records_of(some, PRESENCE)] == [dt.date(2024, 8, 1)]
