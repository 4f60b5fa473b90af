"""The arrays that fill the constants of the stock-and-flow model: once for a plan, and for each draw."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rows = list[dict[str, Any]]
_NEVER = 1_000_000.0
_NO_NEED = 1e-6
"""The threshold of a need a line has not: always met."""
_UNBOUNDED = 1e30


def structure(plan: dict[str, Any]) -> dict[str, Array]:
    """What is the same in every draw."""
    return {**_forces(plan), **_money(plan), **_lines(plan), **_gates(plan)}


def _column(rows: Rows, name: str) -> Array:
    return np.array([row[name] for row in rows])


def _is(column: Array, size: int) -> Array:
    """1 where a row has a position. Shape: (row, position)."""
    return (column[:, None] == np.arange(size)).astype(float)


def _forces(plan: dict[str, Any]) -> dict[str, Array]:
    elements, items, support = plan["elements"], plan["items"], plan["support"]
    things, count = plan["money"]["things"], len(elements)
    skill, gate = _column(support, "skill"), _column(support, "gate")
    return {
        "authorised": _column(elements, "authorised"),
        "skill need": _column(plan["skills"], "need"),
        "held at start": _column(plan["holdings"], "held"),
        "holding need": _column(plan["holdings"], "need"),
        "grade capacity": _column(plan["functions"], "capacities"),
        "grade": np.arange(len(plan["functions"][0]["capacities"])),
        "item of": _is(_column(plan["holdings"], "item"), len(items)),
        "element cost": _is(_column(elements, "thing"), things),
        "element free": _column(elements, "thing") < 0,
        "item cost": _is(_column(items, "thing"), things),
        "item free": _column(items, "thing") < 0,
        "channel item": _is(_column(support, "item"), len(items)),
        "channel skill": _is(skill, count),
        "channel unmanned": skill < 0,
        "channel gate": _is(gate, len(plan["gates"])),
        "channel ungated": np.where(gate < 0, _NEVER, 0),
        "allowed": _column(elements, "allowed"),
        "proportional": _column(elements, "proportional"),
    }


def _money(plan: dict[str, Any]) -> dict[str, Array]:
    money = plan["money"]
    rows, by_month = money["rows"], np.array(money["years"][0])
    years = sorted(set(money["years"][0]))
    months = [np.flatnonzero(by_month == year) for year in years]
    last = np.array([_NEVER if row["last"] is None else row["last"] for row in rows])
    budgeted = np.zeros((len(money["years"]), len(years)))
    for row in money["budgets"]:
        if row["year"] in years:
            budgeted[row["payer"], years.index(row["year"])] = 1
    return {
        "row thing": _is(_column(rows, "thing"), money["things"]).T,
        "row payer": _is(_column(rows, "payer"), len(money["years"])),
        "row share": _column(rows, "share"),
        "row last": last,
        "row month cost": _column(rows, "rate"),
        "year begins": np.array([one[0] for one in months]),
        "year ends": np.array([one[-1] for one in months]),
        "payer months": np.stack([(last[:, None] >= one).sum(axis=1) * 12 / len(one) for one in months], axis=1),
        "budgeted": budgeted,
    }


def _lines(plan: dict[str, Any]) -> dict[str, Array]:
    lines, tasks = plan["lines"], plan["tasks"]
    shape = (len(plan["elements"]), 2)
    thresholds = {
        f"{kind} threshold": np.array(
            [[*(need["threshold"] for need in row["needs"] if need["kind"] == kind), _NO_NEED][0] for row in lines]
        ).reshape(shape)
        for kind in ("personnel", "skill", "item", "function")
    }
    depends = np.zeros((len(tasks), len(tasks)))
    for k, task in enumerate(tasks):
        for above, strength in task["needs"]:
            depends[k, above] = 1 / strength
    return {
        **thresholds,
        "line share": _column(lines, "share").reshape(shape),
        "line task": _is(_column(lines, "task"), len(tasks)).reshape(*shape, -1),
        "depends": depends,
        "independent": np.where(depends.any(axis=1), 0, _UNBOUNDED),
    }


def _gates(plan: dict[str, Any]) -> dict[str, Array]:
    conditions, gates = plan["conditions"], plan["gates"]
    settings = len(gates) + 2
    setting = np.array([settings - 1 if row["alone"] else row["gate"] + 1 for row in conditions])
    tested = _is(setting, settings)[:, :, None] * _is(_column(conditions, "task"), len(plan["tasks"]))[:, None]
    core = np.zeros((len(gates), len(conditions)))
    for g, gate in enumerate(gates):
        core[g, gate["core"]] = 1
    return {
        "setting": np.arange(settings),
        "tested": tested,
        "sense": _column(conditions, "sign"),
        "by mean": _column(conditions, "mean"),
        "hold": _column(conditions, "hold"),
        "core": core,
        "gate wanted": _column(gates, "wanted"),
        "gate date": np.array([gate["opens_at"] or 0 for gate in gates]),
        "gate number": np.arange(len(gates)),
    }


def inputs(plan: dict[str, Any], c: Array) -> dict[str, Array]:
    """What a draw has drawn."""
    elements, skills, support = plan["elements"], plan["skills"], plan["support"]
    attrition = c[_column(elements, "attrition")]
    assigned = c[_column(elements, "assigned")]
    qualified = np.minimum(c[_column(skills, "qualified")], assigned)
    half_life = _column(skills, "half_life")
    keep = (1 - attrition) * np.where(half_life < 0, 1, 2.0 ** (-1 / c[half_life]))
    own_intake, skill_intake = _column(elements, "own_intake"), _column(skills, "own_intake")
    ends = _column(support, "ends")
    conditions = plan["conditions"]
    leave = [row["exit"] if row["exit"] >= 0 else row["threshold"] for row in conditions]
    return {
        "assigned at start": assigned,
        "presence": c[_column(elements, "present")],
        "attrition": attrition,
        "intake": np.where(own_intake < 0, attrition * assigned, c[own_intake]),
        "qualified at start": qualified,
        "keep": keep,
        "skill intake": np.where(skill_intake < 0, (1 - keep) * qualified, c[skill_intake]),
        "mission capable": c[_column(plan["holdings"], "mission_capable")],
        "failure": c[_column(plan["items"], "failure")],
        "year loss": c[_column(plan["holdings"], "attrition")],
        "rating": c[_column(plan["functions"], "level")],
        "channel share": c[_column(support, "share")],
        "channel end": np.where(ends < 0, _NEVER, np.rint(c[ends]) - plan["money"]["cutoff"]),
        "year cost": c[_column(plan["money"]["rows"], "cost")],
        "granted": _granted(plan, c),
        "contribution": c[_column(plan["lines"], "contribution")].reshape(-1, 2),
        "judged": c[_column(plan["tasks"], "judged")],
        **_requirement(plan, c),
        "threshold": c[_column(conditions, "threshold")],
        "exit threshold": c[leave],
    }


def _granted(plan: dict[str, Any], c: Array) -> Array:
    money = plan["money"]
    years = sorted(set(money["years"][0]))
    granted = np.zeros((len(money["years"]), len(years)))
    for row in money["budgets"]:
        if row["year"] in years:
            granted[row["payer"], years.index(row["year"])] += row["amount"] * c[row["execution"]]
    return granted


def _requirement(plan: dict[str, Any], c: Array) -> dict[str, Array]:
    drivers, tasks = plan["requirement"]["drivers"], plan["tasks"]
    rate = np.zeros((len(tasks), len(drivers) + 1))
    for term in plan["requirement"]["terms"]:
        rate[term["task"], term["driver"] + 1] += c[term["rate"]]
    attribute = np.ones((len(drivers) + 1, plan["areas"]))
    for d, driver in enumerate(drivers):
        cells = np.array(driver["cells"])
        attribute[d + 1] = np.where(cells < 0, driver["values"], c[cells]) / driver["scale"]
    enabler = np.zeros((len(plan["gates"]) + 2, len(tasks)))
    for row in plan["enablers"]:
        enabler[row["phase"], row["task"]] += c[row["amount"]]
    pooled = np.concatenate([[1.0], attribute[1:].sum(axis=1)])
    return {"rate": rate, "attribute": attribute, "pooled attribute": pooled, "enabler": enabler}
