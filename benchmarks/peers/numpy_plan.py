"""A plain plan as index arrays and matrices for the NumPy version. Everything here is made once for a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from numpy_requirement import requirement

Array = NDArray[Any]
Rows = list[dict[str, Any]]
_FULL_YEAR = 12


def structure(plan: dict[str, Any], kind: type) -> Structure:
    """The arrays of a plan; weights in the precision `kind`."""
    parts = (_forces, _fleet, _money, _lines, _areas, requirement, _tasks)
    found: dict[str, Any] = {}
    for part in parts:
        found |= part(plan, kind)
    return Structure(**found)


@dataclass(frozen=True)
class Structure:
    """Index arrays are of int64 and name positions; `…_of` says to which rows a shorter list belongs."""

    assigned: Array
    present: Array
    attrition: Array
    own_intake_of: Array
    own_intake: Array
    element_thing: Array
    per_authorised: Array
    per_wanted: Array
    skill_element: Array
    qualified: Array
    half_life_of: Array
    half_life: Array
    skill_intake_of: Array
    skill_intake: Array
    per_skill_need: Array
    level: Array
    top: Array
    age: int
    most_moves: int
    level_keys: Array
    moving: Array
    capacities: Array
    level_offset: Array
    holding_item: Array
    held: Array
    mission_capable: Array
    fleet_attrition: Array
    per_holding_need: Array
    whole: Array
    keys: Array
    failure: Array
    item_thing: Array
    support_share: Array
    rows_of_item: Array
    ending: Array
    support_end: Array
    gated: Array
    gate_of: Array
    manned: Array
    manned_by: Array
    cost: Array
    cost_rate: Array
    payer_share: Array
    asked: Array
    budget_of: Array
    budget_amount: Array
    execution: Array
    unbudgeted: Array
    year: Array
    thing_payer: Array
    payer_rows: Array
    contribution: Array
    line_share: Array
    line_task: Array
    task_lines: Array
    needs: list[tuple[Array, Array, Array]]
    to_mobile: Array
    to_areas: Array
    spreading: Array
    spread_over: Array
    spread_to: Array
    spread_evenly: Array
    areas: int
    window: int
    rate: Array
    given: list[int]
    attributes: list[dict[str, Any]]
    local_terms: dict[int, tuple[Array, Array]]
    mobile_terms: dict[int, tuple[Array, Array]]
    windows: list[tuple[int, float]]
    local_given: dict[tuple[int, tuple[int, float]], tuple[Array, Array]]
    mobile_given: dict[tuple[int, tuple[int, float]], tuple[Array, Array]]
    local: Array
    mobile: Array
    anchored: Array
    judged: Array
    weights: Array
    dependencies: list[tuple[Array, Array, Array]]
    settings: int
    enablers: list[tuple[int, int, int]]
    posts: list[tuple[int, int]]
    condition_local: Array
    condition_at: tuple[Array, Array]

    def zeros(self, like: Array, *shape: int) -> Array:
        """Nothing, of a shape by draw. Shape: (…, draw)."""
        return np.zeros((*shape, like.shape[-1]), dtype=like.dtype)

    def attribute_values(self, cells: Array) -> dict[int, Array]:
        """Drivers that are attributes of the areas. Shape of each: (area, draw)."""
        found = {}
        for i, driver in enumerate(self.attributes):
            if not driver["given"]:
                values = self.zeros(cells, self.areas) + np.array(driver["values"], dtype=cells.dtype)[:, None]
                uncertain = np.array(driver["cells"])
                values[uncertain >= 0] = cells[uncertain[uncertain >= 0]]
                found[i] = values / cells.dtype.type(driver["scale"])
        return found


def _column(rows: Rows, name: str) -> Array:
    return np.array([row[name] for row in rows])


def _filled(rows: Rows, name: str) -> tuple[Array, Array]:
    """The rows whose cell is filled, and those cells."""
    column = _column(rows, name)
    at = np.flatnonzero(column >= 0)
    return at, column[at]


def _inverse(rows: Rows, name: str, kind: type) -> Array:
    return (1 / _column(rows, name).astype(np.float64)).astype(kind)[:, None]


def _forces(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    elements, skills, functions = plan["elements"], plan["skills"], plan["functions"]
    own_of, own = _filled(elements, "own_intake")
    half_of, half = _filled(skills, "half_life")
    intake_of, intake = _filled(skills, "own_intake")
    ages = {row["age"] for row in functions}
    if len(ages) > 1:
        msg = "all ratings are of one month here"
        raise ValueError(msg)
    levels = [len(row["capacities"]) for row in functions]
    return {
        "assigned": _column(elements, "assigned"),
        "present": _column(elements, "present"),
        "attrition": _column(elements, "attrition"),
        "own_intake_of": own_of,
        "own_intake": own,
        "element_thing": _column(elements, "thing"),
        "per_authorised": _inverse(elements, "authorised", kind),
        "per_wanted": 1 / np.maximum(_wanted(plan), 1e-9).astype(kind)[:, None],
        "skill_element": _column(skills, "element"),
        "qualified": _column(skills, "qualified"),
        "half_life_of": half_of,
        "half_life": half,
        "skill_intake_of": intake_of,
        "skill_intake": intake,
        "per_skill_need": _inverse(skills, "need", kind),
        "level": _column(functions, "level"),
        "top": np.array([count - 1 for count in levels])[:, None],
        "age": ages.pop(),
        "most_moves": max(levels) - 1,
        "level_keys": np.array([row["key"] for row in functions], dtype=np.uint64),
        "moving": np.flatnonzero(_column(functions, "moves")),
        "capacities": np.concatenate([row["capacities"] for row in functions]).astype(kind),
        "level_offset": (np.cumsum(levels) - levels).astype(np.int32)[:, None],
    }


def _wanted(plan: dict[str, Any]) -> Array:
    """Persons the lines of each element want present, by its most demanding line; 0 where none asks. Shape: (element,)."""
    share = np.zeros(len(plan["elements"]))
    for line in plan["lines"]:
        for need in line["needs"]:
            if need["kind"] == "personnel":
                share[line["element"]] = max(share[line["element"]], need["threshold"])
    return share * _column(plan["elements"], "authorised")


def _fleet(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    items, holdings, support = plan["items"], plan["holdings"], plan["support"]
    whole = np.flatnonzero([items[row["item"]]["whole"] for row in holdings])
    keys = np.array([row["keys"] for row in holdings], dtype=np.uint64)[whole].T
    ending, end = _filled(support, "ends")
    gated, gate = _filled(support, "gate")
    manned, skill = _filled(support, "skill")
    return {
        "holding_item": _column(holdings, "item"),
        "held": _column(holdings, "held"),
        "mission_capable": _column(holdings, "mission_capable"),
        "fleet_attrition": _column(holdings, "attrition"),
        "per_holding_need": _inverse(holdings, "need", kind),
        "whole": whole,
        "keys": np.ascontiguousarray(keys),
        "failure": _column(items, "failure"),
        "item_thing": _column(items, "thing"),
        "support_share": _column(support, "share"),
        "rows_of_item": (np.arange(len(items))[:, None] == _column(support, "item")).astype(kind),
        "ending": ending,
        "support_end": end,
        "gated": gated,
        "gate_of": gate,
        "manned": manned,
        "manned_by": skill,
    }


def _money(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    money = plan["money"]
    rows, budgets = money["rows"], money["budgets"]
    payers, months = len(money["years"]), plan["horizon"] + 1
    years = sorted({year for one in money["years"] for year in one})
    last = np.array([months if row["last"] is None else row["last"] for row in rows])
    runs = np.arange(months)[:, None] <= last
    of_payer = np.arange(payers)[:, None] == _column(rows, "payer")
    in_year = np.array(money["years"])[:, None, :] == np.array(years)[None, :, None]
    asked = (in_year.astype(float) @ runs)[:, :, :] * of_payer[:, None]
    asked *= _FULL_YEAR / np.maximum(in_year.sum(axis=2), 1)[:, :, None]
    budget = np.zeros((payers, len(years), len(budgets)))
    for i, row in enumerate(budgets):
        if row["year"] in years:
            budget[row["payer"], years.index(row["year"]), i] = 1
    told = budget.any(axis=2)
    only_today = in_year[:, :, 1:].sum(axis=2) == 0
    by_thing = np.arange(money["things"])[:, None] == _column(rows, "thing")
    share = _column(rows, "share")
    thing_payer = np.stack([(by_thing * share * runs[month]) @ of_payer.T for month in range(months)])
    return {
        "cost": _column(rows, "cost"),
        "cost_rate": _column(rows, "rate").astype(kind)[:, None],
        "payer_share": share.astype(kind)[:, None],
        "asked": asked.astype(kind),
        "budget_of": budget.astype(kind),
        "budget_amount": _column(budgets, "amount").astype(kind)[:, None],
        "execution": _column(budgets, "execution"),
        "unbudgeted": (~told & only_today) | ~told.any(axis=1, keepdims=True),
        "year": _year_of_month(money["years"], years),
        "thing_payer": thing_payer.astype(kind),
        "payer_rows": (of_payer * runs[:, None]).astype(kind),
    }


def _year_of_month(by_payer: list[list[int]], years: list[int]) -> Array:
    """Position of the year by month; every payer has the same fiscal years here."""
    if any(one != by_payer[0] for one in by_payer):
        msg = "payers have one fiscal year here"
        raise ValueError(msg)
    return np.array([years.index(year) for year in by_payer[0]])


def _lines(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    lines = plan["lines"]
    starts = np.cumsum([0, len(plan["elements"]), len(plan["skills"]), len(plan["holdings"])])
    offset = dict(zip(("personnel", "skill", "item", "function"), starts, strict=True))
    by_count: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        by_count.setdefault(len(line["needs"]), []).append(i)
    needs = []
    for count, members in by_count.items():
        if count:
            listed = [need for i in members for need in lines[i]["needs"]]
            at = np.array([offset[need["kind"]] + need["at"] for need in listed])
            needs.append((np.array(members), at, _inverse(listed, "threshold", kind)))
    task = _column(lines, "task")
    return {
        "contribution": _column(lines, "contribution"),
        "line_share": _column(lines, "share").astype(kind)[:, None],
        "line_task": task,
        "task_lines": (np.arange(len(plan["tasks"]))[:, None] == task).astype(kind),
        "needs": needs,
    }


def _areas(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    """Where the capacity of each line goes. Local tasks by area are flat: (local task · area)."""
    lines, elements, areas = plan["lines"], plan["elements"], plan["areas"]
    local = [k for k, task in enumerate(plan["tasks"]) if task["local"]]
    mobile = [k for k, task in enumerate(plan["tasks"]) if not task["local"]]
    task = _column(lines, "task")
    allowed = np.array([elements[row["element"]]["allowed"] for row in lines], dtype=float)
    proportional = np.array([elements[row["element"]]["proportional"] for row in lines])
    there = (np.array(local)[:, None] == task)[:, None] & (allowed.T > 0)
    even = (there / np.maximum(allowed.sum(axis=1), 1)).reshape(len(local) * areas, len(lines))
    flat = there.reshape(len(local) * areas, len(lines)).astype(float)
    spreading = np.flatnonzero(proportional & np.isin(task, local))
    return {
        "to_mobile": (np.array(mobile)[:, None] == task).astype(kind),
        "to_areas": (even * ~proportional).astype(kind),
        "spreading": spreading,
        "spread_over": np.ascontiguousarray(flat[:, spreading].T.astype(kind)),
        "spread_to": np.ascontiguousarray(flat[:, spreading].astype(kind)),
        "spread_evenly": np.ascontiguousarray(even[:, spreading].astype(kind)),
        "areas": areas,
    }


def _tasks(plan: dict[str, Any], kind: type) -> dict[str, Any]:
    tasks, conditions = plan["tasks"], plan["conditions"]
    is_local = _column(tasks, "local")
    judged = _column(tasks, "judged")
    weights = _column(tasks, "weight")
    phases = len(plan["gates"]) + 1
    setting = np.array([phases if row["alone"] else row["gate"] + 1 for row in conditions])
    tested = _column(conditions, "task")
    return {
        "local": np.flatnonzero(is_local),
        "mobile": np.flatnonzero(~is_local),
        "anchored": (judged >= 0)[:, None],
        "judged": np.maximum(judged, 0),
        "weights": (weights / max(weights.sum(), 1e-12)).astype(kind),
        "dependencies": _dependencies(tasks, kind),
        "settings": phases + 1,
        "enablers": [(row["phase"], row["task"], row["amount"]) for row in plan["enablers"]],
        "posts": [(row["phase"], row["posts"]) for row in plan["posts"]],
        "condition_local": is_local[tested],
        "condition_at": (setting, tested),
    }


def _dependencies(tasks: Rows, kind: type) -> list[tuple[Array, Array, Array]]:
    """Tasks that can be found at once, those that others need first: (task, what it needs, 1 / strength)."""
    depth = [0] * len(tasks)
    for k in sorted(range(len(tasks)), key=lambda k: tasks[k]["order"]):
        depth[k] = max((depth[above] + 1 for above, _ in tasks[k]["needs"]), default=0)
    rounds: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    for k, task in enumerate(tasks):
        for i, (above, strength) in enumerate(task["needs"]):
            rounds.setdefault((depth[k], i), []).append((k, above, 1 / strength))
    found = []
    for _, members in sorted(rounds.items()):
        below, above, factor = zip(*members, strict=True)
        found.append((np.array(below), np.array(above), np.array(factor, dtype=kind)[:, None]))
    return found
