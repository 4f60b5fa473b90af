"""Requirement, capability and cover of a task in a month."""

from __future__ import annotations

from jisr.assessment import Assessment, TaskOutlook
from jisr.explain.cells import cell
from jisr.explain.drivers import area_driver_chain, driver_chain
from jisr.explain.explanation import Explanation, node
from jisr.explain.needs import line_chain
from jisr.ids import Address
from jisr.plan import Demand, Enabler, Gate, Line, Plan, SelfReliance, Task, TaskNeed

__all__ = [
    "area_requirement_chain",
    "capability_chain",
    "element_chain",
    "requirement_chain",
    "severe_chain",
    "task_chain",
]


def task_chain(plan: Plan, assessment: Assessment, task: str, month: str, setting: str = "now") -> Explanation:
    """The median cover of a task in a month under a setting of the enablers (`now`, `alone`, `cutoff`, `after:<gate>`).

    Raises:
        KeyError: there is no such task or setting.
    """
    found = _outlook(assessment, task)
    value = f"{found.cover[setting].q50[assessment.plan.months.index(month)]:.4g}"
    needs = []
    for one in plan.rows(TaskNeed):
        if one.task == task:
            upstream = _outlook(assessment, one.needs_task).cover[setting]
            needs.append(
                node(
                    f"task/{one.needs_task}/{month}/{setting}",
                    "depends",
                    value=f"{upstream.q50[assessment.plan.months.index(month)]:.4g}",
                    unit="share",
                    parts=[cell(plan, Address("task_needs", one.key_text, "strength"))],
                )
            )
    parts = [
        requirement_chain(plan, assessment, task, month),
        capability_chain(plan, assessment, task, month),
        *_enablers(plan, task, setting),
        *needs,
    ]
    return node(f"task/{task}/{month}/{setting}", "cover", value=value, unit="share", parts=parts)


def severe_chain(plan: Plan, assessment: Assessment) -> Explanation:
    """The chance of a severe month at some time: what the essential tasks weigh, and their cover in the worst month.

    Raises:
        KeyError: nothing of the kind was computed.
    """
    if not assessment.severe:
        msg = "severe"
        raise KeyError(msg)
    month = assessment.plan.months[assessment.severe.index(max(assessment.severe))]
    essential = [one.task for one in plan.rows(Task) if one.essential]
    weights = [cell(plan, Address("tasks", task, "weight")) for task in essential]
    covers = [task_chain(plan, assessment, task, month) for task in essential]
    value = f"{assessment.severe_ever:.4g}"
    return node("severe", "severe", value=value, unit="probability", parts=[*weights, *covers])


def requirement_chain(plan: Plan, assessment: Assessment, task: str, month: str) -> Explanation:
    """The median requirement of a task in a month: rates and drivers.

    Raises:
        KeyError: there is no such task.
    """
    found = _outlook(assessment, task)
    parts: list[Explanation] = []
    for one in plan.rows(Demand):
        if one.task == task:
            parts.append(cell(plan, Address("demand", one.key_text, "rate")))
            if one.driver != "constant":
                parts.append(driver_chain(plan, assessment, one.driver, month))
    parts += [cell(plan, Address("tasks", task, "window")), _service(plan, task)]
    value = f"{found.requirement.q50[assessment.plan.months.index(month)]:.4g}"
    return node(f"requirement/{task}/{month}", "requirement", value=value, unit=found.unit, parts=parts)


def area_requirement_chain(plan: Plan, assessment: Assessment, task: str, area: str, month: str = "") -> Explanation:
    """The median requirement of a local task in one area: rates, and drivers there. Without a month, the first quarter's end.

    Raises:
        KeyError: there is no such task or area, or areas are not told apart in that month.
    """
    found = _outlook(assessment, task)
    month = month or next(iter(found.area_months[1:]), "")
    if month not in found.area_months:
        raise KeyError(month)
    there = next(one for one in (*found.areas, None) if one is None or one.id == area)
    if there is None:
        raise KeyError(area)
    parts: list[Explanation] = []
    for one in plan.rows(Demand):
        if one.task == task and one.area in {None, area}:
            parts.append(cell(plan, Address("demand", one.key_text, "rate")))
            if one.driver != "constant":
                parts.append(area_driver_chain(plan, assessment, one.driver, area, month))
    parts += [cell(plan, Address("tasks", task, "window")), _service(plan, task)]
    value = f"{there.requirement.q50[found.area_months.index(month)]:.4g}"
    return node(f"requirement/{task}/{area}/{month}", "requirement", value=value, unit=found.unit, parts=parts)


def _service(plan: Plan, task: str) -> Explanation:
    own = plan.value(Address("tasks", task, "service")) is not None
    return cell(plan, Address("tasks", task, "service") if own else Address("partnership", "defaults", "service"))


def capability_chain(plan: Plan, assessment: Assessment, task: str, month: str) -> Explanation:
    """The median capability of the host for a task in a month: the judged self-reliance that ties it, and its lines.

    Raises:
        KeyError: there is no such task.
    """
    found = _outlook(assessment, task)
    anchors = [
        cell(plan, Address("self_reliance", one.key_text, "share"))
        for one in plan.rows(SelfReliance)
        if one.task == task
    ]
    lines = [line_chain(plan, one) for one in plan.rows(Line) if one.task == task]
    value = f"{found.capability.q50[assessment.plan.months.index(month)]:.4g}"
    return node(f"capability/{task}/{month}", "capability", value=value, unit=found.unit, parts=[*anchors, *lines])


def element_chain(plan: Plan, assessment: Assessment, element: str, task: str, month: str) -> Explanation:
    """What one element brings to a task: its lines, how often each need is the lowest, and the task's capability.

    Raises:
        KeyError: the element has no line on the task.
    """
    lines = [one for one in plan.rows(Line) if (one.element, one.task) == (element, task)]
    if not lines:
        msg = f"{element}/{task}"
        raise KeyError(msg)
    found = _outlook(assessment, task)
    lowest = [
        node(
            f"line/{one['line']}",
            "lowest",
            value=f"{one['name']}: {float(str(one['share'])):.3g}",
            unit="share of draws",
        )
        for one in found.binds
        if one["element"] == element
    ]
    whole = f"{found.capability.q50[assessment.plan.months.index(month)]:.4g}"
    parts = [node(f"capability/{task}/{month}", "capability", value=whole, unit=found.unit), *lowest]
    return node(
        f"capability/{element}/{task}/{month}",
        "element",
        value=" ".join(one.line for one in lines),
        parts=[*parts, *(line_chain(plan, one) for one in lines)],
    )


def _enablers(plan: Plan, task: str, setting: str) -> list[Explanation]:
    """What the contributors give under a setting: nothing alone, one phase after a gate, else every phase."""
    if setting == "alone":
        return []
    gate = plan.get(Gate, setting.removeprefix("after:")) if setting.startswith("after:") else None
    return [
        cell(plan, Address("enablers", one.key_text, "amount"))
        for one in plan.rows(Enabler)
        if one.task == task and (gate is None or one.phase == gate.phase_to)
    ]


def _outlook(assessment: Assessment, task: str) -> TaskOutlook:
    found = next((one for one in assessment.tasks if one.id == task), None)
    if found is None:
        raise KeyError(task)
    return found
