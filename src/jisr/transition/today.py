"""Where each condition stands today, and the record that decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from pydantic import ValidationError

from jisr.ids import Address
from jisr.inputs import pert_quantile
from jisr.months import Month
from jisr.plan import Condition, External, Judgement, Plan, Position, Rating, ScaleLevel, Uncertain
from jisr.transition.compiled import ConditionData, TransitionData
from jisr.transition.records import Record, cells_of, decisive, records_of

__all__ = ["ConditionToday", "State", "ValueToday", "today"]

State = Literal["met", "partly", "not met", "unknown", "stale", "disputed"]


@dataclass(frozen=True)
class ValueToday:
    """A condition's measure at the cutoff, as the caller computes it.

    Parameters: `value` the median in the measure's unit; `area_share` share of the selected areas that satisfy the
    threshold (1 or 0 when nothing is to be selected), None when it is to be read from the value; `months` in a row it has
    been satisfied up to the cutoff, as an observed series shows; None without one: then what the deciding record says has
    stood since its date.
    """

    value: float
    area_share: float | None = None
    months: int | None = None


@dataclass(frozen=True)
class ConditionToday:
    """Where one condition stands.

    Parameters: `said` what the computed value at the cutoff says, built on the last evidence (`met`, `partly` or
    `not met`), whatever the state; `value` and `threshold` medians in the measure's unit; `record` the deciding record,
    None when there is none; `age` its months;
    `owner` who can renew it, `next_assessment` the month of the next one scheduled; `disputed_by` the parties whose
    positions straddle the threshold.
    """

    condition: str
    gate: str
    state: State
    said: State | None
    value: float | None
    threshold: float | None
    record: Record | None
    age: int | None
    is_stale: bool
    owner: str
    next_assessment: Month | None
    disputed_by: tuple[str, ...]


def today(
    plan: Plan,
    data: TransitionData,
    values: Mapping[str, ValueToday],
    records: Mapping[str, Sequence[Record]] | None = None,
) -> tuple[ConditionToday, ...]:
    """The state of every condition, in the order of the table.

    Parameters: `values` by condition id, none where the measure has no value at the cutoff; `records` by condition id,
    by default those of `records_of`. Nothing is imputed: without a record a condition is `unknown`, with an old one
    `stale`, and where the parties' positions lie on both sides of the threshold `disputed`, in that order from the last.
    """
    return tuple(
        _condition(
            plan,
            condition,
            values.get(condition.id),
            records_of(plan, condition.row) if records is None else records.get(condition.id, ()),
        )
        for condition in data.conditions
    )


def _condition(
    plan: Plan, condition: ConditionData, value: ValueToday | None, records: Sequence[Record]
) -> ConditionToday:
    row, cutoff = condition.row, plan.partnership.cutoff_month
    threshold = _median(row.threshold)
    record = decisive(row, records)
    age = None if record is None else cutoff - Month.of(record.as_of)
    said = None if value is None or threshold is None else _said(condition, value, threshold, age)
    is_stale = age is not None and age > row.evidence_max_age
    disputed_by = _disputed_by(plan, condition, value, threshold, records)
    state = _state(said if record else None, is_stale=is_stale, is_disputed=bool(disputed_by))
    if row.measure == "external-done":
        state, said, is_stale = _done(plan, row), _done(plan, row), False
    ahead = [month for month in condition.scheduled if month > 0]
    return ConditionToday(
        condition=condition.id,
        gate=row.gate,
        state=state,
        said=said,
        value=None if value is None else value.value,
        threshold=threshold,
        record=record,
        age=age,
        is_stale=is_stale,
        owner=row.owner,
        next_assessment=cutoff + ahead[0] if ahead else None,
        disputed_by=disputed_by,
    )


def _state(said: State | None, *, is_stale: bool, is_disputed: bool) -> State:
    if is_disputed:
        return "disputed"
    if said is None:
        return "unknown"
    return "stale" if is_stale else said


def _said(condition: ConditionData, value: ValueToday, threshold: float, age: int | None) -> State:
    """What the value says by itself: `partly` in some areas only, or not yet for the whole window."""
    satisfied = condition.sign * value.value >= condition.sign * threshold
    share = float(satisfied) if value.area_share is None else value.area_share
    if share <= 0:
        return "not met"
    months = value.months if value.months is not None else 1 + (age or 0)
    return "met" if share >= 1 and months >= condition.row.persistence else "partly"


def _done(plan: Plan, row: Condition) -> State:
    """An external is done when the plan says that nothing of it is left; else its completion lies ahead."""
    external = plan.get(External, row.external or "")
    if external is None or external.value.is_unknown:
        return "unknown"
    return "met" if external.value.high <= 0 else "not met"


def _disputed_by(
    plan: Plan,
    condition: ConditionData,
    value: ValueToday | None,
    threshold: float | None,
    records: Sequence[Record],
) -> tuple[str, ...]:
    """The parties whose positions on one judgement straddle: the value for a threshold, the threshold for a record.

    Only positions in the measure's own unit are compared; others need the model.
    """
    parties: set[str] = set()
    addresses = {cell.address for cell in cells_of(plan, condition.row)} | {record.address for record in records}
    if records:
        addresses.add(condition.threshold)
    for judgement in plan.rows(Judgement):
        if judgement.address not in addresses:
            continue
        held = {
            position.party: passes
            for position in plan.rows(Position)
            if position.judgement == judgement.judgement and position.party != "joint"
            for passes in [_passes(plan, condition, judgement.address, position.value, value, threshold)]
            if passes is not None
        }
        if len(set(held.values())) > 1:
            parties |= held.keys()
    return tuple(sorted(parties))


def _passes(
    plan: Plan,
    condition: ConditionData,
    address: Address,
    text: str,
    value: ValueToday | None,
    threshold: float | None,
) -> bool | None:
    try:
        cell = plan.replace({address: text}).value(address)
    except (KeyError, ValidationError):
        return None
    position = _median(cell) if isinstance(cell, Uncertain) else None
    if address == condition.threshold:
        return None if value is None or position is None else condition.sign * (value.value - position) >= 0
    own = _in_unit(plan, condition, address, position)
    return None if own is None or threshold is None else condition.sign * (own - threshold) >= 0


def _in_unit(plan: Plan, condition: ConditionData, address: Address, position: float | None) -> float | None:
    """A position on a record in the unit of the measure; None when it cannot be compared."""
    if position is None:
        return None
    if (condition.measure.id, address.table, address.field) in _COMPARABLE:
        return position
    rating = plan.get(Rating, address.key) if address.table == "ratings" else None
    if condition.measure.id != "function-level" or rating is None:
        return None
    level = plan.get(ScaleLevel, f"{rating.scale},{rating.version},{round(position)}")
    return None if level is None else level.capacity


_COMPARABLE = {
    ("cover", "self_reliance", "share"),
    ("self-reliance", "self_reliance", "share"),
    ("presence", "strength", "present"),
    ("mission-capable", "holdings", "mission_capable"),
    ("site-persons", "sites", "persons"),
    ("threat-level", "observed", "value"),
}


def _median(cell: Uncertain) -> float | None:
    return None if cell.is_unknown else float(pert_quantile(cell, np.array([0.5]))[0])
