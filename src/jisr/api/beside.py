"""What stands beside an assessment in every report: what separates the sides, and how far all that is assumed reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import Reach, SidesApart

__all__ = ["Beside", "beside_of", "bundle_of"]

Progress = Callable[[str, int, int], None]
T = TypeVar("T")
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
    option = assessment.plan.option

    def one(name: str, kind: type[T], schema: str, compute: Callable[[], T | None]) -> T | None:
        for text in (held.get(name), room.read_kept_text(plan, name, option)):
            kept = _read(kind, schema, text)
            if kept is not None:
                return kept
        found = compute()
        if found is None:
            return None
        text = room.to_json(schema, found)
        room.keep_text(plan, name, text, option)
        return room.from_json(kind, text, schema)  # the same figures whether computed or kept

    return Beside(
        one(
            _SIDES,
            comparison.SidesApart,
            comparison.SIDES_SCHEMA,
            lambda: comparison.find_sides_apart(plan, assessment, used, progress=progress),
        ),
        one(
            _JOINT,
            comparison.Reach,
            comparison.REACH_SCHEMA,
            lambda: comparison.find_joint_reach(plan, assessment, used, progress=progress),
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


def _read(kind: type[T], schema: str, text: str | None) -> T | None:
    from jisr.assessment import from_json

    try:
        return from_json(kind, text or "", schema)
    except (ValueError, KeyError, TypeError):
        return None
