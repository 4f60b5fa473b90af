"""R303 addresses that name no cell; what the cell itself would say of a value that does not fit it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.ids import Address
from jisr.plan.columns import columns_of
from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.partnership import Defaults, Partnership
from jisr.plan.plan import Plan
from jisr.plan.row import Provenance
from jisr.plan.tables import TABLES, Cell, Judgement, Option, Position, Scenario

__all__ = ["address_finding", "check_addresses"]

_SHOWN = 8
"""How many rows are named where none is like the one asked for."""


def address_finding(plan: Plan, text: str, place: Place) -> Finding | None:
    """R303 for an address that names no cell: what of it is not there, and what there is instead."""
    try:
        address = Address.parse(text)
    except ValueError:
        return finding("R303", place, text)
    if _names_a_cell(plan, address) or plan.may_hold(address.table, address.key):
        return None
    case, known = _what_there_is(plan, address)
    return finding("R303", place, text, case=case, table=address.table, known=" ".join(known))


def _what_there_is(plan: Plan, address: Address) -> tuple[str, Sequence[str]]:
    """The part of an address that is not there, and the tables, rows or columns there are, nearest first."""
    if address.table == "partnership":
        owner = Defaults if address.key == "defaults" else Partnership
        return "column", [name for name in owner.model_fields if name != "defaults"]
    model = TABLES.get(address.table)
    if model is None:
        return "table", get_close_matches(address.table, TABLES, 3) or ["partnership", *TABLES]
    keys = [row.key_text for row in plan.rows(model)]
    if address.key not in keys:
        return ("row" if keys else "empty"), get_close_matches(address.key, keys, 3, 0.4) or keys[:_SHOWN]
    own = [column.name for column in columns_of(model).values() if not column.is_text]
    own.sort(key=lambda name: name in Provenance.model_fields)
    return "column", get_close_matches(address.field, own, 3) or own


def check_addresses(plan: Plan) -> list[Finding]:
    """Judgements and `cells` name cells; positions, options and scenarios give values their cells can hold."""
    named: list[Judgement | Cell] = [*plan.rows(Judgement), *plan.rows(Cell)]
    found = []
    for row in named:
        misnamed = address_finding(plan, str(row.address), plan.place(row.table, row.key_text, "address"))
        found += [misnamed] if misnamed else []
    judged = {row.judgement: row.address for row in plan.rows(Judgement)}
    for position in plan.rows(Position):
        address = judged.get(position.judgement)
        if address is not None and _names_a_cell(plan, address):
            found += _fits(plan, address, position.value, plan.place("positions", position.key_text, "value"))
    changing: list[Option | Scenario] = [*plan.rows(Option), *plan.rows(Scenario)]
    for change in changing:
        found += _sets(plan, change.sets or "", plan.place(change.table, change.key_text, "sets"))
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
        misnamed = address_finding(plan, text.strip(), place)
        if misnamed is not None:
            found.append(misnamed)
        elif not equals:
            found.append(finding("R303", place, part, case="value"))
        elif _names_a_cell(plan, address := Address.parse(text)):
            found += _fits(plan, address, value.strip(), place)
    return found


def _fits(plan: Plan, address: Address, value: str, place: Place) -> list[Finding]:
    from pydantic import ValidationError

    try:
        plan.replace({address: value})
    except ValidationError as error:
        return cell_findings(error.errors(include_url=False)[:1], lambda _: place, column=str(address))
    return []
