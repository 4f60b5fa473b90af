"""The equations of docs/method/capability.md, computed a second time from what the month loop holds."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from scipy.linalg import expm

import jisr
from jisr.assessment.block_run import BlockMonth, block_months
from jisr.assessment.problem import Problem, compile_problem
from jisr.capability import line_limits
from jisr.capability.levels import half_life_draws, move_levels
from jisr.ids import Address
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block, Stream
from jisr.plan import FUNCTIONS_WITHOUT_STOCK, TaskNeed
from jisr.record import regression

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
DRAWS, MONTHS = 40, 14
"""Past the month in which the contractors of the small plan may leave."""


@pytest.fixture(scope="module", params=["three-areas", "afghan-air-force-2021"])
def walked(request: pytest.FixtureRequest) -> tuple[Problem, list[BlockMonth]]:
    plan = jisr.load(EXAMPLES / request.param).replace({Address("partnership", "", "horizon"): MONTHS})
    problem = compile_problem(plan)
    return problem, list(block_months(problem, Block(0, DRAWS)))


def test_needs_against_their_thresholds(walked: tuple[Problem, list[BlockMonth]]) -> None:
    data, months = walked[0].capability, walked[1]
    element_of = {line.line: line.element for line in data.lines}
    for one in months:
        stocks = one.month.stocks
        for n, need in enumerate(data.needs):
            element = data.element_at(element_of[need.line])
            if need.kind == "personnel":
                value = stocks.presence[:, element] * stocks.assigned[:, element] - stocks.in_courses[:, element]
                value = np.maximum(value, 0) / data.strengths[element].authorised
            elif need.kind == "skill":
                at = [(row.element, row.skill) for row in data.skills].index((element_of[need.line], need.name))
                value = stocks.presence[:, element] * stocks.qualified[:, at] / data.skills[at].need
            elif need.kind == "item":
                at = [(row.element, row.item) for row in data.holdings].index((element_of[need.line], need.name))
                value = stocks.fleet.serviceable[:, at] / data.holdings[at].need
            else:
                at = [(row.element, row.function) for row in data.functions].index((element_of[need.line], need.name))
                value = stocks.values[:, at]
            wanted = np.minimum(1, np.minimum(1, value) / need.threshold)
            assert line_limits(data, stocks).needs[:, n] == pytest.approx(wanted), need


def test_readiness_is_the_least_mandatory_need_and_the_two_lowest_are_kept(
    walked: tuple[Problem, list[BlockMonth]],
) -> None:
    data, months = walked[0].capability, walked[1]
    ready, limits = months[-1].month.readiness, line_limits(data, months[-1].month.stocks)
    for i, line in enumerate(data.lines):
        own = [n for n, need in enumerate(data.needs) if need.line == line.line and need.mandatory]
        values = np.sort(limits.needs[:, own], axis=1)
        rows = np.arange(DRAWS)
        assert ready[:, i] == pytest.approx(values[:, 0])
        assert limits.needs[rows, limits.lowest[:, i]] == pytest.approx(values[:, 0])
        if len(own) > 1:
            assert limits.needs[rows, limits.second[:, i]] == pytest.approx(values[:, 1])


def test_capacity_is_the_anchor_times_what_is_left_of_today(walked: tuple[Problem, list[BlockMonth]]) -> None:
    data, months = walked[0].capability, walked[1]
    first = months[0]
    for one in months:
        for k, task in enumerate(data.tasks):
            lines = [i for i, line in enumerate(data.lines) if line.task == task.task]
            contribution = np.stack(
                [one.inputs.cell(data.lines[i], "contribution") * data.lines[i].share for i in lines]
            )
            now = (contribution * one.month.readiness[:, lines].T).sum(axis=0)
            then = (contribution * first.month.readiness[:, lines].T).sum(axis=0)
            judged = first.tied.elicited[:, k]
            held = (then > 0) & (first.month.requirement.total()[:, k] > 0)
            wanted = judged * first.month.requirement.total()[:, k] * now / np.where(held, then, 1.0)
            assert one.month.capacity.total()[held, k] == pytest.approx(wanted[held]), task.task
            assert (first.tied.loose[:, k] == ~held).all()


def test_cover_is_bounded_by_what_a_task_needs(walked: tuple[Problem, list[BlockMonth]]) -> None:
    data, months = walked[0].capability, walked[1]
    names = [task.task for task in data.tasks]
    for one in months:
        alone, required = one.month.cover["alone"], one.month.requirement
        met = required.with_values(
            np.minimum(one.month.capacity.local, required.local), np.minimum(one.month.capacity.mobile, required.mobile)
        ).total()
        own = np.where(required.total() > 0, met / np.maximum(required.total(), 1e-12), 1.0)
        assert alone.own == pytest.approx(own)
        for k, name in enumerate(names):
            needs = [need for need in data.task_needs if need.task == name]
            limit = [alone.cover[:, names.index(need.needs_task)] / data.kappa(need) for need in needs]
            assert alone.cover[:, k] == pytest.approx(np.min([own[:, k], *limit], axis=0)), name


def test_local_capacity_follows_the_requirement() -> None:
    """A task of one element that works in proportion is covered alike in all areas, and the areas take the whole."""
    problem = compile_problem(jisr.load(EXAMPLES / "three-areas"))
    first = next(block_months(problem, Block(0, DRAWS))).month
    at = [problem.capability.tasks[k].task for k in first.capacity.local_tasks].index("border-watch")
    line = next(line for line in problem.capability.lines if line.task == "border-watch")
    allowed = [problem.capability.areas.index(area) for area in ("north", "south")]
    assert line.element == "border-guard"
    shares = first.capacity.local[:, at] / first.capacity.local[:, at].sum(axis=1, keepdims=True)
    wanted = first.requirement.local[:, at][:, allowed]
    assert shares[:, allowed] == pytest.approx(wanted / wanted.sum(axis=1, keepdims=True))
    assert shares[:, problem.capability.areas.index("centre")] == pytest.approx(0)


def test_uncovered_demand_is_what_usable_capacity_leaves(walked: tuple[Problem, list[BlockMonth]]) -> None:
    problem, months = walked
    data = problem.capability
    for one in months[1:]:
        weights = np.array([task.weight if task.essential else 0 for task in data.tasks], dtype=float)
        wanted = (one.month.risk.uncovered * weights).sum(axis=1) / weights.sum()
        assert one.month.risk.essential == pytest.approx(wanted)
        assert (one.month.risk.severe == (wanted > 0.5)).all()
        assert ((one.month.risk.uncovered >= 0) & (one.month.risk.uncovered <= 1)).all()


def test_repairs_are_those_of_today_by_the_channels_that_last(walked: tuple[Problem, list[BlockMonth]]) -> None:
    """Month by month, for fleets that are not counted in whole numbers."""
    data, months = walked[0].capability, walked[1]
    start = months[0].month.stocks.fleet
    assert start.repair == pytest.approx(start.failure * start.serviceable)
    for before, after in itertools.pairwise(months):
        was, now, money = before.month.stocks.fleet, after.month.stocks.fleet, after.month.money
        for i, row in enumerate(data.holdings):
            if data.items[row.item].count_kind == "whole":
                continue
            given = np.zeros(DRAWS)
            for channel in (one for one in data.support if one.item == row.item):
                ends_at = None if channel.ends_at is None else data.gates.index(channel.ends_at)
                lasts = np.ones(DRAWS, dtype=bool)
                if ends_at is not None and before.gates is not None:
                    lasts = after.month.phase <= ends_at
                given += after.inputs.cell(channel, "share") * lasts
            share = money.against_today("item", row.item, after.month.number)
            failed = start.failure[:, i] * was.serviceable[:, i]
            repaired = np.minimum(start.repair[:, i] * given * share, was.held[:, i] - was.serviceable[:, i] + failed)
            wanted = (was.serviceable[:, i] - failed + repaired) * (1 - start.loss[:, i])
            assert now.serviceable[:, i] == pytest.approx(wanted, rel=1e-6), row.item


def test_a_rating_moves_as_its_generator_says() -> None:
    """Four levels, down at ln 2 / 8 a month and up at 0.02: the shares after a year are those of expm(G · 12)."""
    plan, draws, half_life, up = jisr.load(EXAMPLES / "three-areas"), 4_000, 8.0, 0.02
    down = math.log(2) / half_life
    generator = np.zeros((4, 4))
    for level in range(4):
        if level > 0:
            generator[level, level - 1] = down
        if level < 3:
            generator[level, level + 1] = up
        generator[level, level] = -generator[level].sum()
    wanted = expm(generator * 12)[3]
    inputs = draw_inputs(plan, Block(0, draws), seed=1)
    levels = move_levels(
        np.full((draws, 1), 3.0),
        np.array([3]),
        np.full(draws, half_life),
        up,
        12,
        Stream(1, "capability"),
        ("x",),
        inputs,
        0,
    )
    shares = np.array([(levels == level).mean() for level in range(4)])
    assert shares == pytest.approx(wanted, abs=4 * math.sqrt(0.25 / draws))


def test_the_half_life_is_that_of_the_audit() -> None:
    inputs = draw_inputs(jisr.load(EXAMPLES / "three-areas"), Block(0, 4_000), seed=1)
    low, middle, high = np.quantile(half_life_draws(inputs, 1), [0.025, 0.5, 0.975])
    found = regression(67, 101)
    assert middle == pytest.approx(found.half_life, abs=0.1)
    assert (low, high) == pytest.approx((found.half_life_low, found.half_life_high), abs=0.3)


def test_functions_with_a_stock_do_not_age_ahead(walked: tuple[Problem, list[BlockMonth]]) -> None:
    data, months = walked[0].capability, walked[1]
    for i, one in enumerate(data.functions):
        first, last = (months[at].month.stocks.levels[:, i] for at in (0, -1))
        if one.function in FUNCTIONS_WITHOUT_STOCK:
            assert (last <= first).all()
            assert (last < first).any()
        else:
            assert (last == first).all()


def test_a_blank_strength_is_the_default_of_the_plan() -> None:
    plan = jisr.load(EXAMPLES / "three-areas")
    said = [row.model_copy(update={"strength": plan.partnership.defaults.kappa}) for row in plan.rows(TaskNeed)]
    blank = [row.model_copy(update={"strength": None}) for row in said]
    covers = []
    for rows in (said, blank):
        problem = compile_problem(plan.with_rows("task_needs", rows))
        covers.append(next(block_months(problem, Block(0, DRAWS))).month.cover["alone"].cover)
    assert (covers[0] == covers[1]).all()
