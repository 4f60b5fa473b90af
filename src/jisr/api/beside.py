"""What stands beside an assessment in every report: what separates the sides, and how far all that is assumed reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.kept import kept_result
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import Reach, SidesApart

__all__ = ["Beside", "beside_of", "bundle_of"]

Progress = Callable[[str, int, int], None]
_SIDES, _JOINT = "sides", "joint-reach"


@dataclass(frozen=True)
class Beside:
    """`apart` what separates the sides, None without two that take positions; `joint` the joint reach, None if not asked."""

    apart: SidesApart | None = None
    joint: Reach | None = None


def beside_of(
    plan: Plan,
    assessment: Assessment,
    *,
    path: Path | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Beside:
    """From the bundle at `path` where it holds them, from the cache, or computed.

    Raises:
        PlanError: the bundle was altered.
    """
    from jisr import assessment as room
    from jisr import comparison

    held = room.read_bundle(path).others if path is not None and room.is_bundle(path) else {}
    used = executor or room.Serial()
    return Beside(
        apart=kept_result(
            plan,
            assessment,
            _SIDES,
            (comparison.SidesApart, comparison.SIDES_SCHEMA),
            lambda: comparison.find_sides_apart(plan, assessment, used, progress=progress),
            held=held.get(_SIDES),
        ),
        joint=kept_result(
            plan,
            assessment,
            _JOINT,
            (comparison.Reach, comparison.REACH_SCHEMA),
            lambda: comparison.find_joint_reach(plan, assessment, used, progress=progress),
            held=held.get(_JOINT),
        ),
    )


def bundle_of(plan: Plan, assessment: Assessment, beside: Beside, version: str) -> bytes:
    """The bundle of an assessment with what stands beside it, so that a report from it need not ask again."""
    from jisr.assessment import bundle_bytes, to_json
    from jisr.comparison import REACH_SCHEMA, SIDES_SCHEMA

    others = {}
    if beside.apart is not None:
        others[_SIDES] = to_json(SIDES_SCHEMA, beside.apart)
    if beside.joint is not None:
        others[_JOINT] = to_json(REACH_SCHEMA, beside.joint)
    return bundle_bytes(plan, assessment, version, others)
