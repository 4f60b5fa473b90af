"""What separates the sides of a plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import SidesApart

__all__ = ["bundle_of", "sides_apart_of", "sides_of_bundle"]

_NAME = "sides"


def sides_apart_of(
    plan: Plan,
    assessment: Assessment,
    *,
    executor: Executor | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> SidesApart | None:
    """Which judgements separate the sides, and by how much, through the cache; None without two sides that take positions."""
    from jisr import assessment as room
    from jisr import comparison

    option = assessment.plan.option
    kept = _read(room.read_kept_text(plan, _NAME, option))
    if kept is not None:
        return kept
    found = comparison.find_sides_apart(plan, assessment, executor or room.Serial(), progress=progress)
    if found is not None:
        room.keep_text(plan, _NAME, room.to_json(comparison.SIDES_SCHEMA, found), option)
    return found


def sides_of_bundle(path: Path) -> SidesApart | None:
    """What a bundle holds of it; None for what is no bundle, or one without it.

    Raises:
        PlanError: the bundle was altered.
    """
    from jisr import assessment as room

    return _read(room.read_bundle(path).others.get(_NAME)) if room.is_bundle(path) else None


def bundle_of(plan: Plan, assessment: Assessment, apart: SidesApart | None, version: str) -> bytes:
    """The bundle of an assessment, with what separates the sides, so that a report from it need not ask again."""
    from jisr.assessment import bundle_bytes, to_json
    from jisr.comparison import SIDES_SCHEMA

    others = {} if apart is None else {_NAME: to_json(SIDES_SCHEMA, apart)}
    return bundle_bytes(plan, assessment, version, others)


def _read(text: str | None) -> SidesApart | None:
    from jisr import comparison
    from jisr.assessment import from_json

    try:
        return from_json(comparison.SidesApart, text or "", comparison.SIDES_SCHEMA)
    except (ValueError, KeyError, TypeError):
        return None
