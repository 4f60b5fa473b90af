"""A plan to edit, made of templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jisr.plan import TABLES, Partnership, Plan, Row
from jisr.templates.library import library
from jisr.templates.task_template import Library, NeedTemplate, TaskTemplate

__all__ = ["starting_plan"]

Cells = Mapping[str, Any]


def starting_plan(names: Sequence[str]) -> Plan:
    """A plan with a task for each template, its demand, a line with what it needs, and a condition on it.

    What a template does not know (strengths, holdings, today's self-reliance) is a placeholder, marked as assumed and to be replaced. A
    name given twice counts once.

    Raises:
        KeyError: there is no such template.
    """
    shelf = library()
    known = {one.template: one for one in shelf.templates}
    chosen = [known[name] for name in dict.fromkeys(names)]
    written: dict[str, list[Cells]] = {table: list(rows) for table, rows in shelf.tables.items()}
    for table, cells in _rows(shelf, chosen):
        if cells not in written.setdefault(table, []):
            written[table].append(cells)
    tables = {name: tuple(_read(TABLES[name], rows)) for name, rows in written.items()}
    return Plan(Partnership.model_validate(shelf.partnership), tables)


def _read(model: type[Row], rows: Iterable[Cells]) -> Iterator[Row]:
    return (model.model_validate(row) for row in rows)


def _rows(shelf: Library, chosen: Sequence[TaskTemplate]) -> Iterator[tuple[str, Cells]]:
    cited: dict[str, None] = {}
    drivers: dict[str, None] = {}
    for one in chosen:
        others = {other.template for other in chosen}
        for table, cells in (*_task(shelf, one, others), *_force(shelf, one)):
            cited |= dict.fromkeys(cells.get("evidence", ()))
            yield table, cells
        cited |= dict.fromkeys(one.evidence)
        drivers |= dict.fromkeys(term.driver for term in one.demand)
    yield from (("drivers", row) for row in shelf.drivers if row["driver"] in drivers)
    yield from (("evidence", row) for row in shelf.evidence if row["evidence"] in cited)


def _task(shelf: Library, one: TaskTemplate, others: set[str]) -> Iterator[tuple[str, Cells]]:
    """The task, its demand, what it depends on, and the condition on it."""
    dates = {key: shelf.placeholder[key] for key in ("as_of", "known_on")}
    task = {"task": one.template, **one.model_dump(include={"name", "unit", "scope", "window", "service"})}
    yield "tasks", {**task, **shelf.placeholders["tasks"]}
    for term in one.demand:
        yield "demand", {"task": one.template, **term.model_dump(), **dates}
    for need in one.task_needs:
        if need.template in others:
            yield (
                "task_needs",
                {"task": one.template, "needs_task": need.template, **need.model_dump(exclude={"template"})},
            )
    yield "self_reliance", {"task": one.template, **shelf.placeholders["self_reliance"], **shelf.placeholder}
    condition = {"condition": one.template, "name": one.name, "task": one.template}
    yield "conditions", {**condition, **shelf.placeholders["conditions"], **shelf.placeholder}


def _force(shelf: Library, one: TaskTemplate) -> Iterator[tuple[str, Cells]]:
    """The element, its strength, the line, and what the line needs."""
    element = shelf.elements[one.element]
    yield "elements", {"element": one.element, **element, **shelf.placeholders["elements"]}
    yield "strength", {"element": one.element, **shelf.placeholders["strength"], **shelf.placeholder}
    line = {"line": one.template, "element": one.element, "task": one.template}
    yield "lines", {**line, **shelf.placeholders["lines"], **shelf.placeholder}
    for need in one.needs:
        yield "line_needs", {"line": one.template, **need.model_dump()}
        yield from _stock(shelf, one.element, need)


def _stock(shelf: Library, element: str, need: NeedTemplate) -> Iterator[tuple[str, Cells]]:
    """The placeholder behind a need: persons with a skill, items with who repairs them."""
    own = shelf.placeholders
    if need.kind == "skill":
        skill = {"element": element, "skill": need.name, "name": shelf.skills[need.name]}
        yield "skills", {**skill, **own["skills"], **shelf.placeholder}
    if need.kind == "item":
        kind = {"item": need.name, **shelf.items[need.name]}
        yield "equipment_types", {**kind, **own["equipment_types"], **shelf.placeholder}
        yield "holdings", {"item": need.name, "element": element, **own["holdings"], **shelf.placeholder}
        yield "support", {"item": need.name, **own["support"], **shelf.placeholder}
    if need.kind == "function":
        rating = {"element": element, "function": need.name}
        yield "ratings", {**rating, **own["ratings"], **shelf.placeholder}
