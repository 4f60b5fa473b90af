"""The chain from inputs to one number, with basis, evidence and age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jisr.assessment import Assessment, ConditionOutlook, GateOutlook
from jisr.ids import Address
from jisr.months import Month
from jisr.plan import (
    TABLES,
    ActivityEffect,
    Column,
    Condition,
    Demand,
    Driver,
    Holding,
    Line,
    LineNeed,
    Plan,
    Provenance,
    Row,
    SelfReliance,
    Skill,
    Support,
    TaskNeed,
    Uncertain,
    columns_of,
    show_month,
)
from jisr.record import latest_rating, latest_strength

__all__ = ["EXPLAIN_SCHEMA", "Explanation", "explain"]

EXPLAIN_SCHEMA = "jisr/explain/1"


@dataclass(frozen=True)
class Explanation:
    """One number, where it comes from, and what it is made of.

    `kind` is a key of `words` (`explain-<kind>`); `value` text in the unit, empty for a mere heading; `age_months` from
    its date to the cutoff.
    """

    address: str
    """What is explained."""
    kind: str
    """Kind of step."""
    value: str
    """Value as people write it."""
    unit: str
    """Its unit."""
    basis: str | None
    """sourced, assessed or assumed; None for what is computed."""
    evidence: tuple[str, ...]
    """Sources, by id."""
    reason: str | None
    """Why this value, when it is assessed or assumed."""
    as_of: str | None
    """Date it describes."""
    age_months: int | None
    """Its age at the cutoff, months."""
    parts: tuple[Explanation, ...]
    """What it is made of."""


def explain(plan: Plan, assessment: Assessment, address: str) -> Explanation:
    """The chain of `gate/<gate>`, `condition/<condition>`, `task/<task>[/<month>]`,
    `capability/<element>/<task>[/<month>]`, or of any cell `table/key/field`.

    Raises:
        KeyError: nothing has that address.
    """
    kind, _, rest = address.strip("/").partition("/")
    parts = rest.split("/")
    if kind == "gate":
        return _gate(plan, assessment, parts[0])
    if kind == "condition":
        return _condition(plan, assessment, parts[0])
    if kind == "task":
        return _task(plan, assessment, parts[0], _month(assessment, parts[1:]))
    if kind == "capability" and len(parts) >= 2:
        lines = [row for row in plan.rows(Line) if (row.element, row.task) == (parts[0], parts[1])]
        if not lines:
            raise KeyError(address)
        return _node(address, "capability", parts=[_line(plan, row) for row in lines])
    try:
        return _cell(plan, Address.parse(address))
    except ValueError:
        raise KeyError(address) from None


def _month(assessment: Assessment, parts: Sequence[str]) -> str:
    month = parts[0] if parts else assessment.plan.months[0]
    if month not in assessment.plan.months:
        raise KeyError(month)
    return month


def _node(
    address: str,
    kind: str,
    *,
    value: str = "",
    unit: str = "",
    parts: Sequence[Explanation] = (),
    basis: str | None = None,
) -> Explanation:
    return Explanation(address, kind, value, unit, basis, (), None, None, None, tuple(parts))


def _gate(plan: Plan, assessment: Assessment, gate: str) -> Explanation:
    found = next((one for one in assessment.gates if one.gate == gate), None)
    if found is None:
        raise KeyError(gate)
    conditions = [_condition(plan, assessment, one.condition) for one in _core_first(found)]
    rule = [_cell(plan, Address("gates", gate, name)) for name in ("rule", "expression")]
    return _node(f"gate/{gate}", "gate", value=f"{found.on:.4g}", unit="probability", parts=[*rule, *conditions])


def _core_first(gate: GateOutlook) -> list[ConditionOutlook]:
    return sorted(gate.conditions, key=lambda one: (one.condition_class != "core", -one.open_share))


def _condition(plan: Plan, assessment: Assessment, condition: str) -> Explanation:
    row = plan.get(Condition, condition)
    outlook = next((one for gate in assessment.gates for one in gate.conditions if one.condition == condition), None)
    if row is None or outlook is None:
        raise KeyError(condition)
    parts = [_cell(plan, Address("conditions", condition, "threshold"))]
    if row.task is not None:
        parts.append(_task(plan, assessment, row.task, assessment.plan.months[0]))
    if row.driver is not None:
        parts.append(_driver(plan, row.driver))
    if row.external is not None:
        parts.append(_cell(plan, Address("externals", row.external, "value")))
    if row.element is not None and row.function is not None:
        parts += _need(plan, row.element, "function", row.function)
    if row.site is not None:
        parts += _filled(plan, TABLES["sites"], row.site)
    if row.item is not None:
        parts += [
            part
            for hold in plan.rows(Holding)
            if hold.item == row.item
            for part in _need(plan, hold.element, "item", row.item)
        ]
    return _node(
        f"condition/{condition}", "condition", value=f"{1 - outlook.open_share:.4g}", unit="probability", parts=parts
    )


def _task(plan: Plan, assessment: Assessment, task: str, month: str) -> Explanation:
    found = next((one for one in assessment.tasks if one.id == task), None)
    if found is None:
        raise KeyError(task)
    at = assessment.plan.months.index(month)
    demand = [
        part
        for row in plan.rows(Demand)
        if row.task == task
        for part in (_cell(plan, Address("demand", row.key_text, "rate")), *_driver_of(plan, row.driver))
    ]
    required = _node(
        f"requirement/{task}/{month}",
        "requirement",
        value=f"{found.requirement.q50[at]:.4g}",
        unit=found.unit,
        parts=demand,
    )
    anchors = [
        _cell(plan, Address("self_reliance", row.key_text, "share"))
        for row in plan.rows(SelfReliance)
        if row.task == task
    ]
    lines = [_line(plan, row) for row in plan.rows(Line) if row.task == task]
    able = _node(
        f"capability/{task}/{month}",
        "capability",
        value=f"{found.capability.q50[at]:.4g}",
        unit=found.unit,
        parts=[*anchors, *lines],
    )
    needs = [
        _cell(plan, Address("task_needs", row.key_text, "strength")) for row in plan.rows(TaskNeed) if row.task == task
    ]
    value = f"{found.cover['now'].q50[at]:.4g}"
    return _node(f"task/{task}/{month}", "cover", value=value, unit="share", parts=[required, able, *needs])


def _driver_of(plan: Plan, driver: str) -> list[Explanation]:
    return [] if driver == "constant" else [_driver(plan, driver)]


def _driver(plan: Plan, driver: str) -> Explanation:
    row = plan.get(Driver, driver)
    if row is None:
        raise KeyError(driver)
    bridge = [_cell(plan, Address("drivers", driver, "bridge"))] if row.bridge is not None else []
    return _node(
        f"driver/{driver}", "driver", value=row.series or row.attribute or row.site or "", unit=row.unit, parts=bridge
    )


def _line(plan: Plan, line: Line) -> Explanation:
    needs = [
        part
        for need in plan.rows(LineNeed)
        if need.line == line.line
        for part in _need(plan, line.element, need.kind, need.name)
    ]
    own = _cell(plan, Address("lines", line.line, "contribution"))
    return _node(f"line/{line.line}", "line", value=line.element, parts=[own, *needs])


def _need(plan: Plan, element: str, kind: str, name: str) -> list[Explanation]:
    """The cells a need is computed from, and the activities that change them."""
    if kind == "personnel":
        row: Row | None = latest_strength(plan, element)
    elif kind == "skill":
        row = plan.get(Skill, f"{element},{name}")
    elif kind == "item":
        row = plan.get(Holding, f"{name},{element}")
    else:
        row = latest_rating(plan, element, name)
    if row is None:
        return [_node(f"{kind}/{element}/{name}", "unknown")]
    parts = _filled(plan, type(row), row.key_text)
    if kind == "item":
        parts += [
            part for one in plan.rows(Support) if one.item == name for part in _filled(plan, Support, one.key_text)
        ]
    effects = [
        _cell(plan, Address("activity_effects", one.key_text, "amount"))
        for one in plan.rows(ActivityEffect)
        if (one.target.table, one.target.key) == (row.table, row.key_text)
    ]
    return [_node(f"{row.table}/{row.key_text}", kind, parts=[*parts, *effects])]


def _filled(plan: Plan, model: type[Row], key: str) -> list[Explanation]:
    """Every filled uncertain cell of a row."""
    row = plan.get(model, key)
    if row is None:
        raise KeyError(key)
    names = [column.name for column in columns_of(model).values() if column.is_uncertain]
    return [_cell(plan, Address(model.table, key, name)) for name in names if getattr(row, name) is not None]


def _cell(plan: Plan, address: Address) -> Explanation:
    """One cell with its provenance; `cells` overrides its row's."""
    value = plan.value(address)
    row = plan.get(TABLES[address.table], address.key) if address.table in TABLES else None
    given = plan.get(TABLES["cells"], str(address)) or row
    column = columns_of(TABLES[address.table]).get(address.field) if address.table in TABLES else None
    source = given if isinstance(given, Provenance) else None
    age = None
    if source is not None and source.as_of is not None:
        age = plan.partnership.cutoff_month - Month.of(source.as_of)
    return Explanation(
        address=str(address),
        kind="cell",
        value=_shown(value, column),
        unit=column.unit if column else "",
        basis=source.basis if source else getattr(row, "basis", None),
        evidence=source.evidence if source else getattr(row, "evidence", ()),
        reason=source.reason if source else getattr(row, "reason", None),
        as_of=source.as_of.isoformat() if source and source.as_of else None,
        age_months=age,
        parts=(),
    )


def _shown(value: object, column: Column | None) -> str:
    """A cell's value as people write it."""
    if value is None:
        return ""
    if isinstance(value, Uncertain) and column is not None and column.kind == "uncertain month":
        return show_month(value)
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
