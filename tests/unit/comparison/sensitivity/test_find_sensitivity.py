"""Where the spread comes from, on the plan to learn on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jisr.assessment import Assessment, Serial, from_json, to_json
from jisr.comparison import SENSITIVITY_SCHEMA, Sensitivity, find_sensitivity, sensitivity_findings
from jisr.comparison.reach.held import uncertain_cells
from jisr.comparison.sensitivity.groups import KINDS, groups_by_basis, groups_by_kind
from jisr.inputs import sources
from jisr.plan import TABLES, Plan, columns_of
from jisr.report import sensitivity_text
from jisr.words import Words, finding_text

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def found(assessed: tuple[Plan, Assessment]) -> Sensitivity:
    return find_sensitivity(*assessed, Serial())


def test_every_number_is_in_one_group_of_either_partition(assessed: tuple[Plan, Assessment]) -> None:
    plan = assessed[0]
    names = {name for address in uncertain_cells(plan) for name in sources(plan, address)}
    for groups in (groups_by_kind(plan), groups_by_basis(plan)):
        listed = [name for group in groups for name in group.names]
        assert len(listed) == len(set(listed))
        assert names <= set(listed)
        stages = sorted(stage for group in groups for stage in group.stages)
        assert stages == ["capability", "returns", "threat", "transition"]
        assert sum(group.cells for group in groups) >= len(uncertain_cells(plan))


def test_every_table_with_uncertain_cells_has_a_kind_with_words() -> None:
    with_cells = {name for name, model in TABLES.items() if any(one.is_uncertain for one in columns_of(model).values())}
    assert with_cells == set(KINDS)
    words = Words("en")
    for kind in KINDS.values():
        assert words.has(f"group-{kind}"), kind


def test_how_many_draws_stand_in_a_block_changes_no_byte(assessed: tuple[Plan, Assessment], found: Sensitivity) -> None:
    again = find_sensitivity(*assessed, Serial(), rows=500)
    assert to_json(SENSITIVITY_SCHEMA, again) == to_json(SENSITIVITY_SCHEMA, found)


def test_the_first_sample_is_the_plan_itself(assessed: tuple[Plan, Assessment], found: Sensitivity) -> None:
    for gate, series in zip(assessed[1].gates, found.series, strict=False):
        assert (series.kind, series.id) == ("gate", gate.gate)
        assert series.mean == pytest.approx(gate.probability_on)


def test_what_a_task_does_not_read_has_no_share_in_it(found: Sensitivity) -> None:
    patrol = next(one for one in found.series if (one.kind, one.id) == ("cover", "patrol"))
    shares = {share.group: share for share in patrol.overall}
    for group in ("chance-returns", "returns"):
        assert (shares[group].first, shares[group].total, shares[group].total_error) == (0, 0, 0)
    assert shares["chance-threat"].total > 4 * shares["chance-threat"].total_error


def test_shares_alone_are_at_most_those_in_all_and_all_of_a_partition_leave_nothing(found: Sensitivity) -> None:
    for one in found.series:
        for share in one.overall:
            assert share.first <= share.total + 4 * (share.first_error + share.total_error) + 1e-9
        for by in ("kind", "basis"):
            own = [share for share in one.overall if share.by == by]
            error = float(np.sqrt(sum(share.total_error**2 for share in own)))
            assert not own or sum(share.total for share in own) >= 1 - 4 * error - 0.2


def test_it_is_the_same_from_json_and_read_to_the_end(assessed: tuple[Plan, Assessment], found: Sensitivity) -> None:
    again = from_json(Sensitivity, to_json(SENSITIVITY_SCHEMA, found), SENSITIVITY_SCHEMA)
    text = sensitivity_text(again, Words("en"))
    assert text == sensitivity_text(found, Words("en"))
    assert max(map(len, text.splitlines())) <= 110
    assert " nan" not in text
    for one in sensitivity_findings(assessed[0], found):
        assert finding_text(one, Words("en"))
