"""Returns conserve persons, respect places, and never move who does not want to go."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.ids import Address
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Plan
from jisr.returns import ReturnPaths, compile_returns, simulate

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def paths(plan: Plan, block: Block) -> ReturnPaths:
    return simulate(compile_returns(plan), draw_inputs(plan, block, seed=7), 7)


@pytest.fixture(scope="module", params=["three-areas", "iraq-2024"])
def plan(request: pytest.FixtureRequest) -> Plan:
    return jisr.load(EXAMPLES / request.param)


def test_nobody_is_lost(plan: Plan) -> None:
    persons = paths(plan, Block(0, 80)).persons
    total = persons.sum(axis=2)
    assert (total == total[:, :1]).all()
    assert (persons == np.floor(persons)).all()
    assert (persons >= 0).all()


def test_who_is_not_willing_stays(plan: Plan) -> None:
    found = paths(plan, Block(0, 80))
    assert (found.persons[:, -1, 0] >= found.refusals - 1).all()


def test_places_are_kept(plan: Plan) -> None:
    found = paths(plan, Block(0, 80))
    inputs = draw_inputs(plan, Block(0, 80), seed=7)
    for i, site in enumerate(found.data.sites):
        if site.capacity is not None:
            room = np.maximum(np.rint(inputs.cell(site, "capacity")), found.persons[:, 0, i])
            assert (found.persons[:, :, i] <= room[:, None]).all()


def test_blocks_do_not_matter(plan: Plan) -> None:
    whole, part = paths(plan, Block(0, 40)), paths(plan, Block(25, 15))
    assert (whole.persons[25:] == part.persons).all()


def test_more_convoys_bring_more_home() -> None:
    plan = jisr.load(EXAMPLES / "three-areas")
    address = Address("cohorts", "river-camp,home-centre", "convoys")
    few = paths(plan.replace({address: "0.3"}), Block(0, 80)).persons[:, -1, 0].mean()
    many = paths(plan.replace({address: "2"}), Block(0, 80)).persons[:, -1, 0].mean()
    assert many < few


@pytest.mark.parametrize(
    ("stay", "expected"), [("3", [1800, 1200, 600, 0]), ("6", [1800, 1500, 1200, 900, 600, 300, 0])]
)
def test_who_is_at_a_centre_leaves_evenly_over_the_stay(stay: str, expected: list[int]) -> None:
    plan = jisr.load(EXAMPLES / "three-areas").replace(
        {
            Address("sites", "home-centre", "persons"): "1800",
            Address("sites", "home-centre", "stay"): stay,
            Address("cohorts", "river-camp,home-centre", "convoys"): "0",
        }
    )
    found = paths(plan, Block(0, 5))
    at = [site.site for site in found.data.sites].index("home-centre")
    assert np.abs(found.persons[:, : len(expected), at] - expected).max() <= 1


def test_families_are_a_unit_of_their_own(plan: Plan) -> None:
    found = paths(plan, Block(0, 80))
    inputs = draw_inputs(plan, Block(0, 80), seed=7)
    sized = {flow.from_site: flow for flow in found.data.flows if flow.family_size is not None}
    assert sized
    for i, site in enumerate(found.data.sites):
        if site.site in sized:
            persons = found.families[:, i] * inputs.cell(sized[site.site], "family_size")
            assert np.allclose(persons, found.persons[:, 0, i])
        else:
            assert np.isnan(found.families[:, i]).all()
