"""Gates and their conditions, at the month they are judged in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jisr.assessment import Assessment, ConditionOutlook, GateOutlook
from jisr.explain.cells import cell, row
from jisr.explain.drivers import driver_chain
from jisr.explain.explanation import Explanation, node
from jisr.explain.money import paid_by
from jisr.explain.needs import need_chain
from jisr.explain.tasks import task_chain
from jisr.ids import Address
from jisr.plan import Cohort, Condition, Holding, Plan, Position

__all__ = ["condition_chain", "gate_chain"]


def gate_chain(plan: Plan, assessment: Assessment, gate: str, figure: str = "") -> Explanation:
    """The chance that a gate's conditions are complete at its reference month.

    Parameters: `figure` another of its chances: `by` that month, by the `horizon`, `held`, `without` the programme, by
    the positions of a party, or of all `sides`.

    Raises:
        KeyError: there is no such gate, or figure of it.
    """
    found = next((one for one in assessment.gates if one.gate == gate), None)
    if found is None:
        raise KeyError(gate)
    if figure == "sides":
        sides = [_figure(plan, assessment, found, one.party) for one in found.positions]
        return node(f"gate/{gate}/sides", "gate-sides", parts=sides)
    if figure:
        return _figure(plan, assessment, found, figure)
    ordered = sorted(found.conditions, key=lambda one: (one.condition_class != "core", -one.open_share))
    parts = [cell(plan, Address("gates", gate, name)) for name in ("rule", "expression")]
    parts += [condition_chain(plan, assessment, one.condition) for one in ordered]
    return node(f"gate/{gate}", "gate", value=f"{found.on:.4g}", unit=f"probability, {found.reference}", parts=parts)


def _figure(plan: Plan, assessment: Assessment, gate: GateOutlook, figure: str) -> Explanation:
    """Another chance of a gate: of what its conditions are, or of what a side holds."""
    side = next((one for one in gate.positions if one.party == figure), None)
    value = side.on_with_beliefs if side else _CHANCES[figure](gate)
    held = [
        cell(plan, Address("positions", one.key_text, "value")) for one in plan.rows(Position) if one.party == figure
    ]
    parts = [*held, gate_chain(plan, assessment, gate.gate)]
    return node(
        f"gate/{gate.gate}/{figure}",
        "gate-side" if side else f"gate-{figure}",
        value=f"{value:.4g}",
        unit=f"probability, {side.reference if side else gate.reference}",
        parts=parts,
    )


_CHANCES: Mapping[str, Callable[[GateOutlook], float]] = {
    "by": lambda gate: gate.by,
    "horizon": lambda gate: gate.by_horizon,
    "held": lambda gate: gate.held,
    "without": lambda gate: gate.without_programme,
}


def condition_chain(plan: Plan, assessment: Assessment, condition: str) -> Explanation:
    """The chance that a condition is met at its gate's month, and the value it is judged on.

    Raises:
        KeyError: there is no such condition.
    """
    row_of = plan.get(Condition, condition)
    pair = next(
        ((gate, one) for gate in assessment.gates for one in gate.conditions if one.condition == condition), None
    )
    if row_of is None or pair is None:
        raise KeyError(condition)
    gate, outlook = pair
    parts = [cell(plan, Address("conditions", condition, "threshold")), *_value(outlook, row_of)]
    parts += _measured(plan, assessment, gate, row_of)
    return node(
        f"condition/{condition}",
        "condition",
        value=f"{1 - outlook.open_share:.4g}",
        unit=f"probability, {gate.reference}",
        parts=parts,
    )


def _value(outlook: ConditionOutlook, row_of: Condition) -> list[Explanation]:
    """The median the threshold is held against."""
    if outlook.value_q50 is None:
        return []
    address = f"conditions/{outlook.condition}/measure"
    return [node(address, "judged", value=f"{row_of.measure} {outlook.value_q50:.4g}", unit=outlook.unit)]


def _measured(plan: Plan, assessment: Assessment, gate: GateOutlook, one: Condition) -> list[Explanation]:
    """What the measure is made of, in the gate's month."""
    month = _within(assessment, gate.reference)
    parts: list[Explanation] = []
    if one.task is not None:
        setting = "alone" if one.measure == "self-reliance" else f"after:{gate.gate}"
        parts.append(task_chain(plan, assessment, one.task, month, setting))
    if one.driver is not None:
        parts.append(driver_chain(plan, assessment, one.driver, month))
    if one.external is not None:
        parts.append(row(plan, "externals", one.external))
    if one.element is not None:
        kind = "function" if one.function is not None else "personnel"
        parts += need_chain(plan, one.element, kind, one.function or "")
    if one.site is not None:
        parts.append(row(plan, "sites", one.site))
        parts += [row(plan, "cohorts", flow.key_text) for flow in plan.rows(Cohort) if flow.from_site == one.site]
    if one.item is not None and one.measure == "funded-share":
        parts += paid_by(plan, "item", one.item)
    elif one.item is not None:
        held = [holding.element for holding in plan.rows(Holding) if holding.item == one.item]
        parts += [part for element in held for part in need_chain(plan, element, "item", one.item)]
    return parts


def _within(assessment: Assessment, month: str) -> str:
    """The month, or the nearest of the horizon: what a gate outside it is judged on."""
    months = assessment.plan.months
    return min(max(month, months[0]), months[-1])
