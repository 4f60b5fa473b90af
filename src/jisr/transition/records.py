"""The records a condition rests on: what was rated, counted or observed, when, on which evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jisr.ids import Address
from jisr.plan import (
    Basis,
    Cell,
    Condition,
    Driver,
    External,
    Holding,
    Line,
    LineNeed,
    Observed,
    Plan,
    Provenance,
    Rating,
    SelfReliance,
    Site,
    Skill,
    Strength,
    Sustainment,
)

__all__ = ["Record", "cells_of", "decisive", "records_of"]

_OF_MANY_NEEDS = frozenset({"cover", "self-reliance"})
"""Measures that rest on many needs at once."""

_JUDGED = ("ratings", "sites")
"""Tables whose assessed rows are records too: an assessment is what they record."""


@dataclass(frozen=True)
class Record:
    """One record: the cell, the date it describes, its basis and its evidence."""

    address: Address
    as_of: dt.date
    basis: Basis
    evidence: tuple[str, ...]


def records_of(plan: Plan, condition: Condition) -> tuple[Record, ...]:
    """The records up to the cutoff that a condition's measure rests on, the newest first.

    Assumed values are no records. Cover and self-reliance rest on what the mandatory needs of the task's lines name (the
    ratings of these functions, sourced counts of these persons, skills and items; of each the newest) and on sourced
    self-reliance; a threat level on the observed figures of the series its driver counts; a site on its own row; an external on
    the evidence of its row.
    """
    found = [
        cell
        for cell in cells_of(plan, condition)
        if cell.as_of <= plan.partnership.cutoff
        and (cell.basis == "sourced" or (cell.basis == "assessed" and cell.address.table in _JUDGED))
    ]
    found.sort(key=lambda one: (-one.as_of.toordinal(), one.address))
    if condition.measure not in _OF_MANY_NEEDS:
        return tuple(found)
    newest: dict[tuple[str, ...], Record] = {}
    for one in found:
        newest.setdefault(_need_of(one.address), one)
    return tuple(newest.values())


def decisive(condition: Condition, records: Sequence[Record]) -> Record | None:
    """The record that decides: the newest; where a measure rests on several needs, the one that is oldest.

    A fresh rating of one function says nothing of the others: cover is no better known than its oldest need on record.
    """
    pick = min if condition.measure in _OF_MANY_NEEDS else max
    return pick(records, key=lambda one: (one.as_of, str(one.address)), default=None)


def _need_of(address: Address) -> tuple[str, ...]:
    """What a record counts, whoever counted it and when: its element and function, item or skill."""
    parts = address.key.split(",")
    return (address.table, *(parts[:1] if address.table in {"strength", "self_reliance"} else parts[:2]))


def cells_of(plan: Plan, condition: Condition) -> tuple[Record, ...]:
    """The cells a condition's measure rests on, whatever their basis and date, in the order of their addresses."""
    source = _SOURCES.get(condition.measure)
    return () if source is None else tuple(sorted(set(source(plan, condition)), key=lambda one: one.address))


def _record(plan: Plan, row: Provenance, column: str, *, on: dt.date | None = None) -> Iterator[Record]:
    """A row's cell as a record, with the provenance of the cell where it has its own."""
    address = Address(row.table, row.key_text, column)
    given = plan.get(Cell, str(address)) or row
    date = on or given.as_of or row.as_of
    if date is not None:
        yield Record(address, date, given.basis or "assumed", given.evidence)


def _of_task(plan: Plan, condition: Condition) -> Iterator[Record]:
    by_line = {row.line: row.element for row in plan.rows(Line) if row.task == condition.task}
    needs = {
        (by_line[row.line], row.kind, row.name) for row in plan.rows(LineNeed) if row.line in by_line and row.mandatory
    }
    for element in sorted(set(by_line.values())):
        yield from _of_element(plan, element, {(kind, name) for owner, kind, name in needs if owner == element})
    for reliance in plan.rows(SelfReliance):
        if reliance.task == condition.task:
            yield from _record(plan, reliance, "share")


def _of_element(plan: Plan, element: str, needs: set[tuple[str, str]]) -> Iterator[Record]:
    for rating in plan.rows(Rating):
        if rating.element == element and ("function", rating.function) in needs:
            yield from _record(plan, rating, "level", on=rating.rated_on)
    for strength in plan.rows(Strength):
        if strength.element == element and any(kind == "personnel" for kind, _ in needs):
            yield from _record(plan, strength, "assigned", on=strength.counted_on)
    for holding in plan.rows(Holding):
        if holding.element == element and ("item", holding.item) in needs:
            yield from _record(plan, holding, "mission_capable")
    for skill in plan.rows(Skill):
        if skill.element == element and ("skill", skill.skill) in needs:
            yield from _record(plan, skill, "qualified")


def _of_driver(plan: Plan, condition: Condition) -> Iterator[Record]:
    driver = plan.get(Driver, condition.driver or "")
    if driver is None:
        return
    if driver.site is not None:
        yield from _of_site(plan, condition.model_copy(update={"site": driver.site}))
    counted = driver.bridge_to or driver.series  # behind a bridge the forecast series counts another thing
    for row in plan.rows(Observed):
        if row.series == counted and condition.area in {None, row.area}:
            yield Record(Address(row.table, row.key_text, "value"), row.to_date, "sourced", (row.evidence,))


def _of_function(plan: Plan, condition: Condition) -> Iterator[Record]:
    for row in plan.rows(Rating):
        if (row.element, row.function) == (condition.element, condition.function):
            yield from _record(plan, row, "level", on=row.rated_on)


def _of_presence(plan: Plan, condition: Condition) -> Iterator[Record]:
    for strength in plan.rows(Strength):
        if strength.element == condition.element and strength.present is not None and not strength.present.is_unknown:
            yield from _record(plan, strength, "present", on=strength.counted_on)


def _of_item(plan: Plan, condition: Condition) -> Iterator[Record]:
    for row in plan.rows(Holding):
        if row.item == condition.item:
            yield from _record(plan, row, "mission_capable")


def _of_money(plan: Plan, condition: Condition) -> Iterator[Record]:
    for row in plan.rows(Sustainment):
        if (row.kind, row.what) == ("item", condition.item):
            yield from _record(plan, row, "year_cost")


def _of_external(plan: Plan, condition: Condition) -> Iterator[Record]:
    external = plan.get(External, condition.external or "")
    if external is not None:
        yield from _record(plan, external, "value")


def _of_site(plan: Plan, condition: Condition) -> Iterator[Record]:
    site = plan.get(Site, condition.site or "")
    if site is not None and site.persons is not None and not site.persons.is_unknown:
        yield from _record(plan, site, "persons")


_SOURCES: Mapping[str, Callable[[Plan, Condition], Iterator[Record]]] = {
    "cover": _of_task,
    "self-reliance": _of_task,
    "threat-level": _of_driver,
    "function-level": _of_function,
    "presence": _of_presence,
    "mission-capable": _of_item,
    "funded-share": _of_money,
    "external-quiet": _of_external,
    "external-done": _of_external,
    "site-persons": _of_site,
}
