"""Contributions in task-units and the judged self-reliance must tell the same story."""

from __future__ import annotations

from pathlib import Path

import jisr
from jisr.assessment import checks
from jisr.plan import Plan, Task

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def in_task_units(task: str) -> Plan:
    plan = jisr.load(EXAMPLES / "three-areas")
    rows = [
        row.model_copy(update={"contributions": "task-units"}) if row.task == task else row for row in plan.rows(Task)
    ]
    return plan.with_rows("tasks", rows)


def test_relative_contributions_are_not_held_against_the_judgement() -> None:
    assert checks(jisr.load(EXAMPLES / "three-areas")) == []


def test_task_units_far_from_the_judgement_are_a_finding_with_the_factor() -> None:
    found = checks(in_task_units("surveillance"))
    assert [one.code for one in found] == ["K635"]
    assert float(found[0].found) > 2
    assert found[0].values["low"] == "0.5"
