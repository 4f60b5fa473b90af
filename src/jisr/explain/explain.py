"""From an address to its chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jisr.assessment import Assessment
from jisr.explain.bases import basis_chain, limits_chain
from jisr.explain.cells import cell, row, table_rows
from jisr.explain.drivers import area_driver_chain, driver_chain, series_chain
from jisr.explain.explanation import Explanation
from jisr.explain.gates import condition_chain, gate_chain
from jisr.explain.needs import line_chain
from jisr.explain.programme import activity_chain, programme_chain
from jisr.explain.returns import returns_chain
from jisr.explain.sustained import sustained_chain, sustainment_chain
from jisr.explain.tasks import (
    area_requirement_chain,
    capability_chain,
    element_chain,
    requirement_chain,
    severe_chain,
    task_chain,
)
from jisr.ids import Address
from jisr.plan import TABLES, Area, Line, Plan

__all__ = ["addresses", "explain"]


def explain(plan: Plan, assessment: Assessment, address: str) -> Explanation:
    """The chain of one number; every address in it can be asked for in its turn.

    `gate/<gate>[/by|horizon|held|without|sides|<party>]`, `activity/<activity>`, `severe`, `limits`, `programme`, `sustained[/<kind>/<what>]`,
    `returns/<site>`, `basis[/<table>]`, `condition/<condition>`, `task/<task>[/<month>[/<setting>]]`, `requirement/<task>[/<month>]`,
    `requirement/<task>/<area>[/<month>]`, `capability/<task>[/<month>]`, `capability/<element>/<task>[/<month>]`, `line/<line>`,
    `driver/<driver>[/<month>]`, `driver/<driver>/<area>[/<month>]`,
    `series/<series>`, a table `<table>`, a row `<table>/<key>`, or a cell `<table>/<key>/<field>`. Without a month, the first ahead.

    Raises:
        KeyError: nothing has that address.
    """
    kind, _, rest = address.strip("/ ").partition("/")
    if not kind:
        raise KeyError(address)
    parts = rest.split("/")
    made = _of_results(plan, assessment, kind, rest)
    if made is not None:
        return made
    if kind == "condition":
        return condition_chain(plan, assessment, rest)
    if kind == "line":
        return _line(plan, rest)
    if kind == "series" and len(parts) == 1:
        return series_chain(plan, rest)
    if kind in {"task", "requirement", "capability", "driver"}:
        return _in_month(plan, assessment, kind, parts)
    return _written(plan, address.strip("/ "))


_WHOLE: Mapping[str, Callable[[Plan, Assessment], Explanation]] = {
    "limits": limits_chain,
    "programme": programme_chain,
    "severe": severe_chain,
    "sustained": sustainment_chain,
}
"""What is asked for by one word."""


def _of_results(plan: Plan, assessment: Assessment, kind: str, rest: str) -> Explanation | None:
    """Chains of what was computed of gates, programme, sustainment, returns and bases; None for other kinds."""
    first, _, second = rest.partition("/")
    if not rest and kind in _WHOLE:
        return _WHOLE[kind](plan, assessment)
    if kind == "gate":
        return gate_chain(plan, assessment, first, second)
    if kind == "activity":
        return activity_chain(plan, assessment, rest)
    if kind == "sustained":
        return sustained_chain(plan, assessment, first, second)
    if kind == "returns":
        return returns_chain(plan, assessment, rest)
    return basis_chain(assessment, rest) if kind == "basis" else None


def addresses(assessment: Assessment) -> tuple[str, ...]:
    """Where to start asking: gates, conditions, tasks, drivers, activities, what is sustained, returns, limits."""
    sites = () if assessment.returns is None else assessment.returns.sites
    return (
        *(f"gate/{gate.gate}" for gate in assessment.gates),
        *(f"condition/{one.condition}" for gate in assessment.gates for one in gate.conditions),
        *(f"task/{one.id}" for one in assessment.tasks),
        *(f"driver/{one.id}" for one in assessment.drivers),
        *(("programme",) if assessment.programme.activities else ()),
        *(f"activity/{one.id}" for one in assessment.programme.activities),
        *dict.fromkeys(f"sustained/{one.kind}/{one.what}" for one in assessment.sustainment.ends),
        *(f"returns/{one.id}" for one in sites),
        *(("severe",) if assessment.severe else ()),
        *(("limits",) if assessment.basis.limits else ()),
    )


def _in_month(plan: Plan, assessment: Assessment, kind: str, parts: Sequence[str]) -> Explanation:
    tasks = {one.id for one in assessment.tasks}
    if kind == "capability" and len(parts) >= 2 and parts[1] in tasks:
        return element_chain(plan, assessment, parts[0], parts[1], _month(assessment, parts[2:]))
    if kind in {"requirement", "driver"} and 2 <= len(parts) <= 3 and plan.get(Area, parts[1]) is not None:
        chain = area_requirement_chain if kind == "requirement" else area_driver_chain
        return chain(plan, assessment, *parts)
    if kind == "driver":
        return driver_chain(plan, assessment, parts[0], _month(assessment, parts[1:]))
    if kind == "task" and len(parts) == 3:
        return task_chain(plan, assessment, parts[0], _month(assessment, parts[1:2]), parts[2])
    in_all = {"task": task_chain, "requirement": requirement_chain, "capability": capability_chain}[kind]
    return in_all(plan, assessment, parts[0], _month(assessment, parts[1:]))


def _month(assessment: Assessment, parts: Sequence[str]) -> str:
    month = parts[0] if parts else assessment.plan.months[0]
    if month not in assessment.plan.months or len(parts) > 1:
        raise KeyError("/".join(parts))
    return month


def _line(plan: Plan, line: str) -> Explanation:
    found = plan.get(Line, line)
    if found is None:
        raise KeyError(line)
    return line_chain(plan, found)


def _written(plan: Plan, address: str) -> Explanation:
    """A cell, or a row, of the plan."""
    table, _, key = address.partition("/")
    if not key and table in TABLES:
        return table_rows(plan, table)
    if table in TABLES and plan.get(TABLES[table], key) is not None:
        return row(plan, table, key)
    try:
        return cell(plan, Address.parse(address))
    except ValueError:
        raise KeyError(address) from None
