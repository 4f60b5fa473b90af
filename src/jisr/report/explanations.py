"""The chains behind the numbers of a report, each step once, as a page can show them without asking anyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jisr.assessment import Assessment
from jisr.charts import Chart, Table
from jisr.explain import Explanation, explain
from jisr.plan import TABLES, Activity, Area, Evidence, Plan
from jisr.report.report import Report
from jisr.words import Words

__all__ = ["addresses", "explanations"]


def addresses(report: Report) -> tuple[str, ...]:
    """Every address a number of the report has, once, in the order of the report."""
    found = [block.address for block in report.first]
    found += [
        mark.address for block in report.first for line in block.lines for meter in line.meters for mark in meter.marks
    ]
    for table in _tables(report):
        found += [table.address, *(column.address for column in table.columns)]
        found += [cell.address for row in table.rows for cell in row.cells]
    return tuple(dict.fromkeys(one for one in found if one))


def explanations(plan: Plan, assessment: Assessment, report: Report, words: Words) -> dict[str, Any]:
    """`steps`: address → what it is, its value, basis, age and the addresses it is made of; `sources`: id → text.

    An address without a chain in the plan is left out.
    """
    steps: dict[str, Any] = {}
    for address in addresses(report):
        try:
            chain = explain(plan, assessment, address)
        except KeyError:
            continue
        _add(chain, plan, words, steps)
        # the chain of a task or gate is asked for without its month
        steps.setdefault(address, steps[chain.address])
    used = {one for step in steps.values() for one in step.get("evidence", ())}
    return {"steps": steps, "sources": _sources(plan, used, words)}


def _tables(report: Report) -> Iterator[Table]:
    for block in report.first:
        yield from (line.table for line in block.lines if line.table is not None)
    for section in report.sections:
        yield from (
            one.data if isinstance(one, Chart) else one for one in section.blocks if isinstance(one, Chart | Table)
        )


def _add(chain: Explanation, plan: Plan, words: Words, steps: dict[str, Any]) -> None:
    if chain.address in steps:
        return
    step = {
        "kind": words.text(f"explain-{chain.kind}"),
        "name": _name(plan, chain.address, words),
        "value": _value(chain, words),
        "basis": chain.basis or "",
        "basisText": words.text(f"basis-{chain.basis}") if chain.basis else "",
        "age": "" if chain.age_months is None else words.text("months-old", n=chain.age_months),
        "reason": chain.reason or "",
        "evidence": list(chain.evidence),
        "parts": [part.address for part in chain.parts],
    }
    steps[chain.address] = {key: value for key, value in step.items() if value}
    for part in chain.parts:
        _add(part, plan, words, steps)


def _value(chain: Explanation, words: Words) -> str:
    kind, _, rest = chain.unit.partition(", ")
    if kind in {"probability", "share"} and not chain.basis:
        try:
            shown = words.percent(float(chain.value), 1)
        except ValueError:
            return chain.value
        return f"{shown} ({words.month(rest)})" if rest else shown
    return words.isolated(f"{chain.value} {chain.unit}".strip())


_ROOMS = {
    "gate": "gates",
    "condition": "conditions",
    "task": "tasks",
    "requirement": "tasks",
    "capability": "tasks",
    "driver": "drivers",
    "activity": "activities",
    "returns": "sites",
    "line": "lines",
}
"""First word of a computed address → the table its second word is a key of."""
_BY_AREA = {"driver", "requirement"}
"""First words of the addresses whose third may be an area."""


def _name(plan: Plan, address: str, words: Words) -> str:
    """The name of the row an address speaks of, and of the area where it speaks of one; empty where it has none."""
    table, *parts = address.split("/")
    model = TABLES.get(_ROOMS.get(table, table))
    row = plan.get(model, parts[0]) if model is not None and parts else None
    names = row.title if isinstance(row, Activity) else getattr(row, "name", None)
    if not isinstance(names, dict):
        return ""
    area = plan.get(Area, parts[1]) if table in _BY_AREA and len(parts) > 1 else None
    return (
        words.name(names) if area is None else words.text("in-area", name=words.name(names), area=words.name(area.name))
    )


def _sources(plan: Plan, used: Iterable[str], words: Words) -> dict[str, str]:
    wanted = set(used)
    return {
        row.evidence: words.text(
            "source-of",
            title=row.title,
            publisher=row.publisher,
            date=words.date(row.published.isoformat()),
            grade=words.number(row.grade),
        )
        for row in plan.rows(Evidence)
        if row.evidence in wanted
    }
