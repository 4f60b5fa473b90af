"""R303, P401: addresses that name no cell, and values that do not fit theirs."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.ids import Address
from jisr.plan.plan import Plan
from jisr.plan.tables import Cell, Judgement, Option, Position, Scenario

__all__ = ["check_addresses"]


def check_addresses(plan: Plan) -> list[Finding]:
    """Judgements and `cells` name cells; positions, options and scenarios give values their cells can hold."""
    named: list[Judgement | Cell] = [*plan.rows(Judgement), *plan.rows(Cell)]
    found = [
        finding("R303", plan.place(row.table, row.key_text), row.address)
        for row in named
        if not _names_a_cell(plan, row.address)
    ]
    judged = {row.judgement: row.address for row in plan.rows(Judgement)}
    for position in plan.rows(Position):
        address = judged.get(position.judgement)
        if address is not None and _names_a_cell(plan, address):
            found += _fits(plan, address, position.value, plan.place("positions", position.key_text))
    changing: list[Option | Scenario] = [*plan.rows(Option), *plan.rows(Scenario)]
    for change in changing:
        found += _sets(plan, change.sets or "", plan.place(change.table, change.key_text))
    return found


def _names_a_cell(plan: Plan, address: Address) -> bool:
    try:
        plan.value(address)
    except KeyError:
        return False
    return True


def _sets(plan: Plan, sets: str, place: Place) -> list[Finding]:
    found = []
    for part in filter(None, (one.strip() for one in sets.split(";"))):
        text, equals, value = part.partition("=")
        try:
            address = Address.parse(text)
        except ValueError:
            found.append(finding("R303", place, text))
            continue
        if not equals or not _names_a_cell(plan, address):
            found.append(finding("R303", place, part))
        else:
            found += _fits(plan, address, value.strip(), place)
    return found


def _fits(plan: Plan, address: Address, value: str, place: Place) -> list[Finding]:
    from pydantic import ValidationError

    try:
        plan.replace({address: value})
    except ValidationError as error:
        says = str(error.errors(include_url=False)[0]["msg"])
        return [finding("P401", place, value, column=str(address), says=says)]
    return []
