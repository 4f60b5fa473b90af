"""A plan that starts from templates is valid, says what is a placeholder, and can be computed."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.plan import Demand, Evidence, SelfReliance, Strength, Task, TaskNeed
from jisr.templates import TaskTemplate, starting_plan, task_templates
from jisr.templates.library import library

NAMES = [one.template for one in task_templates()]


@pytest.mark.parametrize("name", NAMES)
def test_each_template_makes_a_plan_that_passes_check(name: str, tmp_path: Path) -> None:
    made = jisr.new(tmp_path / name, templates=[name])
    assert not [str(one) for one in jisr.check(made) if one.severity in {"error", "warning"}]
    assert [row.task for row in jisr.load(made).rows(Task)] == [name]


def test_all_of_them_together_are_one_plan() -> None:
    plan = starting_plan([*NAMES, NAMES[0]])
    assert [row.task for row in plan.rows(Task)] == NAMES
    assert not [one for one in jisr.check(plan) if one.severity in {"error", "warning"}]
    assert {row.task for row in plan.rows(TaskNeed)} == {one.template for one in task_templates() if one.task_needs}


def test_a_task_is_tied_to_another_only_where_the_plan_has_both() -> None:
    assert starting_plan(["fire-support"]).rows(TaskNeed) == ()
    (tied,) = starting_plan(["fire-support", "airborne-surveillance"]).rows(TaskNeed)
    assert (tied.task, tied.needs_task, tied.strength) == ("fire-support", "airborne-surveillance", 0.8)


def test_a_plan_of_templates_can_be_computed() -> None:
    """A thousand residents ask for 20 to 25 persons present: the requirement of two areas of 5 million in all."""
    _, told = jisr.assess(starting_plan(["hold-and-patrol"]), draws=100)
    (task,) = told.tasks
    assert task.requirement_today is not None
    assert 100_000 <= task.requirement_today.q50 <= 125_000
    assert 0.4 < task.cover_today["alone"] < 1


def test_a_plan_takes_only_the_sources_it_cites() -> None:
    plan = starting_plan(["border-posts"])
    cited = {one for row in plan.rows(Demand) for one in row.evidence}
    assert cited < {row.evidence for row in plan.rows(Evidence)}
    assert "quinlivan-1995" not in {row.evidence for row in plan.rows(Evidence)}


def test_what_a_template_cannot_know_is_assumed_and_says_so() -> None:
    plan = starting_plan(NAMES)
    wanted = str(library().placeholder["reason"])
    rows = (*plan.rows(Strength), *plan.rows(SelfReliance))
    assert rows
    assert all((row.basis, row.reason) == ("assumed", wanted) for row in rows)


def test_what_is_left_of_a_template_is_told_until_it_is_replaced() -> None:
    plan = starting_plan(["border-posts"])
    told = {one.values["table"]: int(one.found) for one in jisr.check(plan) if one.code == "K642"}
    assert told["strength"] == 1
    assert told["observed"] == 12
    assert "demand" not in told
    counted = [row.model_copy(update={"reason": "counted by us"}) for row in plan.rows(Strength)]
    left = {one.values["table"] for one in jisr.check(plan.with_rows("strength", counted)) if one.code == "K642"}
    assert left == told.keys() - {"strength"}


@pytest.mark.parametrize("one", task_templates(), ids=NAMES)
def test_a_template_says_where_it_comes_from(one: TaskTemplate) -> None:
    known = {row["evidence"] for row in library().evidence}
    for part in (one, *one.demand, *one.task_needs):
        assert set(part.evidence) <= known
        assert part.evidence if part.basis == "sourced" else part.reason
        assert part.basis != "assessed" or part.evidence
    assert set(one.name) == {"en", "ar"}


def test_a_template_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="tanks"):
        starting_plan(["tanks"])
