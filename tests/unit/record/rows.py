"""Rows of the record for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from unit.threat.small_plan import ASSUMED

from jisr.plan import Condition, Gate, Judgement, Position, Rating, Scale, ScaleLevel, Strength


def rating(day: str, assessor: str = "north", **changes: Any) -> Rating:
    values: dict[str, Any] = {
        "element": "army",
        "function": "logistics",
        "scale": "rating",
        "version": 1,
        "level": "2",
        "assessor": assessor,
        "method": "visit",
        "rated_on": day,
        "evidence": ["count", "visit"],
    }
    return Rating.model_validate(values | ASSUMED | {"known_on": day, "evidence": ["count", "visit"]} | changes)


def strength(day: str, element: str = "army", **changes: Any) -> Strength:
    values: dict[str, Any] = {
        "element": element,
        "counted_on": day,
        "authorised": 100,
        "assigned": "90",
        "present": "0.6 | 0.7 | 0.8",
        "count_method": "payroll",
        "denominator": "all",
        "attrition": "0.01",
    }
    return Strength.model_validate(values | ASSUMED | {"known_on": day} | changes)


def scale(validity: int = 6) -> Scale:
    return Scale(scale="rating", version=1, name={"en": "Rating"}, valid_from=dt.date(2020, 1, 1), validity=validity)


def level(number: int) -> ScaleLevel:
    return ScaleLevel(
        scale="rating",
        version=1,
        level=number,
        definition={"en": "x"},
        capacity=number / 3,
        basis="assumed",
        reason="test",
    )


def judgement(name: str, address: str, kind: str) -> Judgement:
    return Judgement.model_validate({"judgement": name, "address": address, "question": {"en": "?"}, "kind": kind})


def position(name: str, party: str, value: str, given: str = "2024-09-01") -> Position:
    return Position.model_validate(
        {"judgement": name, "party": party, "value": value, "rationale": "because", "given_on": given}
    )


def condition(name: str, threshold: str = "5", **changes: Any) -> Condition:
    values: dict[str, Any] = {
        "condition": name,
        "name": {"en": name},
        "gate": "gate",
        "measure": "driver",
        "comparison": "<=",
        "threshold": threshold,
        "smoothing": "each-month",
        "persistence": 3,
        "condition_class": "core",
        "family": "threat",
        "owner": "north",
        "evidence_max_age": 12,
    }
    return Condition.model_validate(values | ASSUMED | changes)


def gate(**changes: Any) -> Gate:
    values: dict[str, Any] = {
        "gate": "gate",
        "name": {"en": "Gate"},
        "phase_from": "now",
        "phase_to": "after",
        "rule": "condition",
        "expression": "all()",
        "on_fail": "hold",
        "reverse_rule": "never",
        "decision_body": "commission",
    }
    return Gate.model_validate(values | changes)
