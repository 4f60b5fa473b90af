"""What a caller asks for and the plan does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.ids import Address
from jisr.plan import TABLES, Option, Plan, address_finding, cell_findings, columns_of

__all__ = ["MisfitError", "check_option", "read_changes"]


class MisfitError(ValueError):
    """A value, address or option that does not fit the plan: wrong usage, with what would be right as findings."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{one.place} {one.code} {one.found}" for one in self.findings))


def read_changes(plan: Plan, sets: Mapping[str, str]) -> dict[Address, object]:
    """`ADDRESS=VALUE` pairs as changes that the plan can take.

    Raises:
        MisfitError: an address names no cell, or a value does not fit it; all of them at once.
    """
    found: list[Finding] = []
    changes: dict[Address, object] = {}
    for text, value in sets.items():
        misnamed = address_finding(plan, text, Place(text))
        if misnamed is None:
            address = Address.parse(text)
            changes[address] = value
            found += _misfits(plan, address, value)
        else:
            found.append(misnamed)
    if found:
        raise MisfitError(found)
    return changes


def _misfits(plan: Plan, address: Address, value: str) -> list[Finding]:
    model = TABLES.get(address.table)
    if model is not None and columns_of(model)[address.field].is_text:
        return [finding("R303", Place(str(address)), address, case="text")]
    try:
        plan.replace({address: value})
    except ValidationError as error:
        if not value:
            return [finding("C201", Place(str(address)), column=str(address))]
        details = error.errors(include_url=False)
        return cell_findings(details[:1], lambda _: Place(str(address)), column=str(address))
    return []


def check_option(plan: Plan, option: str | None) -> None:
    """Whether there is such an option.

    Raises:
        MisfitError: there is none.
    """
    known = [row.option for row in plan.rows(Option)]
    if option is not None and option not in known:
        near = difflib.get_close_matches(option, known, 1)
        case = {"case": "none"} if not known else {}
        raise MisfitError([finding("C218", Place("options"), option, known=" ".join(near or known), **case)])
