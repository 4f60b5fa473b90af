"""What stands beside an assessment is the same assessed, from the cache, and from a bundle."""

from __future__ import annotations

from pathlib import Path

import pytest

from jisr.api import Beside, beside_of, bundle_of
from jisr.assessment import Assessment, Serial, from_json, to_json
from jisr.comparison import (
    REACH_SCHEMA,
    SIDES_SCHEMA,
    Reach,
    SidesApart,
    find_joint_reach,
    find_sides_apart,
)
from jisr.plan import Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def joint(assessed: tuple[Plan, Assessment]) -> Reach:
    return find_joint_reach(*assessed, Serial())


def test_the_joint_reach_is_that_part_of_the_whole(whole_reach: Reach, joint: Reach) -> None:
    assert joint.gates == whole_reach.gates
    assert joint.items == tuple(one for one in whole_reach.items if one.kind in {"together", "structure"})
    assert (joint.screened, joint.separations, joint.option) == (0, (), None)


def test_a_bundle_keeps_both(assessed: tuple[Plan, Assessment], joint: Reach, tmp_path: Path) -> None:
    plan, assessment = assessed
    apart = find_sides_apart(plan, assessment, Serial())
    assert apart is not None
    beside = beside_of(plan, assessment)
    assert beside == Beside(
        from_json(SidesApart, to_json(SIDES_SCHEMA, apart), SIDES_SCHEMA),
        from_json(Reach, to_json(REACH_SCHEMA, joint), REACH_SCHEMA),
    )
    path = tmp_path / "plan.jisr"
    path.write_bytes(bundle_of(plan, assessment, beside, "0"))
    assert beside_of(plan, assessment, path=path) == beside
    path.write_bytes(bundle_of(plan, assessment, Beside(), "0"))
    assert beside_of(plan, assessment, path=path) == beside
