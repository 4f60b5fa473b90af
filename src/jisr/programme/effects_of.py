"""The effects of activities that start in given months."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.ids import Address
from jisr.inputs import Effect
from jisr.plan import ActivityEffect, Plan
from jisr.programme.compiled import ProgrammeActivity, ProgrammeData

__all__ = ["earliest_starts", "effects_of", "in_force", "package_of"]


def effects_of(plan: Plan, data: ProgrammeData, starts: Mapping[str, int]) -> tuple[Effect, ...]:
    """One effect for each row of `activity_effects` of a scheduled activity: in force from its end on, or while it runs.

    Parameters: `starts` month (1…T) by activity. An effect that would begin after the horizon is left out.
    """
    activities = {one.id: one for one in data.activities}
    found = []
    for row in plan.rows(ActivityEffect):
        if row.activity not in starts or row.activity not in activities:
            continue
        begins = starts[row.activity]
        start, stop = _span(row, begins, activities[row.activity].duration)
        if start <= data.horizon:
            amount = Address("activity_effects", row.key_text, "amount")
            found.append(Effect(row.target, row.effect, start, stop, amount, begins))
    return tuple(found)


def in_force(plan: Plan, activity: ProgrammeActivity, start: int, month: int) -> bool:
    """Whether some effect of an activity that starts in a month holds in another; what was added to a stock stays."""
    for row in plan.rows(ActivityEffect):
        first, last = _span(row, start, activity.duration)
        stays = last is None or (row.effect in {"add-stock", "extend-end"} and row.target.table != "sites")
        if row.activity == activity.id and first <= month and (stays or month <= (last or 0)):
            return True
    return False


def package_of(data: ProgrammeData, activity: str) -> frozenset[str]:
    """The activities that come all or none with one, itself among them."""
    found, grown = frozenset[str](), frozenset([activity])
    while found != grown:
        found = grown
        linked = {other for one in data.activities if one.id in found for other in one.packages}
        linked |= {one.id for one in data.activities if found & set(one.packages)}
        grown = found | linked
    return found


def _span(row: ActivityEffect, begins: int, duration: int) -> tuple[int, int | None]:
    """First and last month in force; None: it keeps."""
    if row.timing == "during":
        start = begins + row.starts_after
        return start, begins + duration - 1 if row.lasts is None else start + row.lasts - 1
    start = begins + duration + row.starts_after
    return start, None if row.lasts is None else start + row.lasts - 1


def earliest_starts(data: ProgrammeData, activity: str) -> dict[str, int]:
    """The earliest starts of an activity with all it needs, whatever the money: the paired run of its value."""
    rows = {one.id: one for one in data.activities}
    starts: dict[str, int] = {}

    def place(one: ProgrammeActivity) -> int:
        if one.id not in starts:
            starts[one.id] = one.first
            after = [place(rows[other]) + rows[other].duration + lag for other, lag in one.prerequisites]
            starts[one.id] = max([one.first, *after])
            for other in sorted(package_of(data, one.id)):
                place(rows[other])
        return starts[one.id]

    place(rows[activity])
    return starts
