from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jisr
from jisr.comparison import changes, with_changes
from jisr.ids import Address

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
PLAN = jisr.load(EXAMPLE)


def test_a_plan_does_not_differ_from_itself() -> None:
    assert changes(PLAN, PLAN) == ()


def test_a_changed_cell_says_what_it_was_and_is() -> None:
    after = PLAN.replace({Address.parse("demand/patrol,,incidents/rate"): "8 | 9 | 12"})
    (one,) = changes(PLAN, after)
    assert (one.address, one.kind) == ("demand/patrol,,incidents/rate", "changed")
    assert (one.before, one.after) == ("4 | 6 | 9", "8 | 9 | 12")
    assert (one.basis, one.evidence, one.reason) == (None, (), None)


def test_a_changed_source_comes_with_its_value() -> None:
    key = "demand/patrol,,incidents"
    after = PLAN.replace(
        {Address.parse(f"{key}/rate"): "8 | 9 | 12", Address.parse(f"{key}/reason"): "counted again in spring"}
    )
    (one,) = changes(PLAN, after)
    assert one.reason == "counted again in spring"
    assert one.basis == "assumed"


def test_seed_and_draws_are_settings() -> None:
    after = PLAN.replace({Address("partnership", "", "seed"): 99, Address("partnership", "", "horizon"): 30})
    kinds = {one.address: one.kind for one in changes(PLAN, after)}
    assert kinds["partnership//seed"] == "setting"
    assert kinds["partnership//horizon"] == "changed"


def test_rows_that_come_and_go() -> None:
    rows = PLAN.tables["activities"]
    fewer = PLAN.with_rows("activities", rows[1:])
    (gone,) = changes(PLAN, fewer)
    (back,) = changes(fewer, PLAN)
    assert (gone.kind, back.kind) == ("removed", "added")
    assert gone.address == back.address == f"activities/{rows[0].key_text}"


CELLS = st.lists(
    st.sampled_from(["tasks/patrol/weight=5", "partnership//horizon=40", "demand/patrol,,incidents/rate=7"]),
    unique=True,
)


@settings(max_examples=20)
@given(CELLS, st.integers(0, 3))
def test_all_changes_lead_from_one_plan_to_the_other(cells: list[str], dropped: int) -> None:
    pairs = (one.partition("=") for one in cells)
    after = PLAN.replace({Address.parse(address): value for address, _, value in pairs})
    after = after.with_rows("activities", after.tables["activities"][dropped:])
    found = changes(PLAN, after)
    assert changes(with_changes(PLAN, after, found), after) == ()
    assert with_changes(PLAN, after, ()) == PLAN


@pytest.mark.parametrize("cell", ["tasks/patrol/weight", "demand/patrol,,incidents/rate"])
def test_one_change_changes_one_cell(cell: str) -> None:
    after = PLAN.replace(
        {Address.parse("tasks/patrol/weight"): "5", Address.parse("demand/patrol,,incidents/rate"): "7"}
    )
    only = [one for one in changes(PLAN, after) if one.address == cell]
    assert [one.address for one in changes(PLAN, with_changes(PLAN, after, only))] == [cell]
