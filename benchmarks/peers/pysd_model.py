"""The plan as a stock-and-flow model: Vensim text that PySD translates, and the arrays that fill its constants.

A month is a time step of Euler's method, so that stocks at time t are those at the end of month t and flows are those of
month t + 1. Nothing moves at random, and requirements follow constant attributes, whose trailing quantile they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr
from numpy.typing import NDArray

Array = NDArray[Any]

CONSTANTS = {
    # structure
    "authorised": "Element",
    "skill need": "Element",
    "held at start": "Element",
    "holding need": "Element",
    "grade capacity": "Element,Grade",
    "grade": "Grade",
    "item of": "Element,Item",
    "element cost": "Element,Thing",
    "element free": "Element",
    "item cost": "Item,Thing",
    "item free": "Item",
    "channel item": "Channel,Item",
    "channel skill": "Channel,Element",
    "channel unmanned": "Channel",
    "channel gate": "Channel,Gate",
    "channel ungated": "Channel",
    "row thing": "Thing,Row",
    "row payer": "Row,Payer",
    "row share": "Row",
    "row last": "Row",
    "row month cost": "Row",
    "year begins": "Year",
    "year ends": "Year",
    "payer months": "Row,Year",
    "budgeted": "Payer,Year",
    "line share": "Element,Part",
    "line task": "Element,Part,Task",
    "personnel threshold": "Element,Part",
    "skill threshold": "Element,Part",
    "item threshold": "Element,Part",
    "function threshold": "Element,Part",
    "allowed": "Element,Area",
    "proportional": "Element",
    "depends": "Task,Above",
    "independent": "Task",
    "setting": "Setting",
    "tested": "Condition,Setting,Task",
    "sense": "Condition",
    "by mean": "Condition",
    "hold": "Condition",
    "core": "Gate,Condition",
    "gate wanted": "Gate",
    "gate date": "Gate",
    "gate number": "Gate",
    # inputs of a draw
    "assigned at start": "Element",
    "presence": "Element",
    "attrition": "Element",
    "intake": "Element",
    "qualified at start": "Element",
    "keep": "Element",
    "skill intake": "Element",
    "mission capable": "Element",
    "failure": "Item",
    "year loss": "Element",
    "rating": "Element",
    "channel share": "Channel",
    "channel end": "Channel",
    "year cost": "Row",
    "granted": "Payer,Year",
    "contribution": "Element,Part",
    "judged": "Task",
    "rate": "Task,Driver",
    "attribute": "Driver,Area",
    "pooled attribute": "Driver",
    "enabler": "Setting,Task",
    "threshold": "Condition",
    "exit threshold": "Condition",
}
"""Name → subscripts. All are 0 in the text and filled by arrays."""

EQUATIONS = """
month = Time + 1
year now[Year] = IF THEN ELSE(Time >= year begins[Year] :AND: Time <= year ends[Year], 1, 0)
year next[Year] = IF THEN ELSE(month >= year begins[Year] :AND: month <= year ends[Year], 1, 0)
needed[Row] = year cost[Row] * row month cost[Row] * row share[Row]
asked[Payer,Year] = SUM(row payer[Row!,Payer] * needed[Row!] * payer months[Row!,Year])
funded[Payer,Year] = IF THEN ELSE(budgeted[Payer,Year] > 0, MIN(1, granted[Payer,Year] / MAX(asked[Payer,Year], 1e-09)), 1)
row funded next[Row] = IF THEN ELSE(month <= row last[Row], SUM(row payer[Row,Payer!] * funded[Payer!,Year!] * year next[Year!]), 0)
row funded today[Row] = IF THEN ELSE(row last[Row] >= 0, SUM(row payer[Row,Payer!] * funded[Payer!,Year!] * IF THEN ELSE(year begins[Year!] <= 0, 1, 0)), 0)
share next[Thing] = MIN(1, SUM(row thing[Thing,Row!] * row share[Row!] * row funded next[Row!]))
share today[Thing] = MIN(1, SUM(row thing[Thing,Row!] * row share[Row!] * row funded today[Row!]))
against today[Thing] = share next[Thing] / MAX(share today[Thing], 0.05)
element funded[Element] = element free[Element] + SUM(element cost[Element,Thing!] * against today[Thing!])
item funded[Item] = item free[Item] + SUM(item cost[Item,Thing!] * against today[Thing!])

assigned[Element] = INTEG(assigned next[Element] - assigned[Element], assigned at start[Element])
assigned next[Element] = MAX(assigned[Element] + intake[Element] * element funded[Element] - attrition[Element] * assigned[Element], 0)
qualified[Element] = INTEG(qualified next[Element] - qualified[Element], qualified at start[Element])
qualified next[Element] = MIN(qualified[Element] * keep[Element] + skill intake[Element] * element funded[Element], assigned next[Element])
manned[Element] = qualified next[Element] / MAX(qualified at start[Element], 1e-09)

channel lasts[Channel] = IF THEN ELSE(month <= channel end[Channel] :AND: month <= channel ungated[Channel] + SUM(channel gate[Channel,Gate!] * opened next[Gate!]), 1, 0)
channel works[Channel] = channel lasts[Channel] * (channel unmanned[Channel] + SUM(channel skill[Channel,Element!] * manned[Element!])) * channel share[Channel]
item channels[Item] = SUM(channel item[Channel!,Item] * channel works[Channel!]) / MAX(SUM(channel item[Channel!,Item] * channel share[Channel!]), 1e-09) * item funded[Item]
repair[Element] = SUM(item of[Element,Item!] * item channels[Item!]) * failing[Element] * mission capable[Element] * held at start[Element]
failing[Element] = SUM(item of[Element,Item!] * failure[Item!])
loss[Element] = 1 - (1 - year loss[Element]) ^ (1 / 12)
held[Element] = INTEG(- loss[Element] * held[Element], held at start[Element])
failed[Element] = failing[Element] * serviceable[Element]
repaired[Element] = MIN(repair[Element], held[Element] - serviceable[Element] + failed[Element])
serviceable[Element] = INTEG((serviceable[Element] + repaired[Element] - failed[Element]) * (1 - loss[Element]) - serviceable[Element], mission capable[Element] * held at start[Element])
level[Element] = INTEGER(rating[Element] + 0.5) - 1
functioning[Element] = SUM(IF THEN ELSE(grade[Grade!] = level[Element], grade capacity[Element,Grade!], 0))

personnel met[Element] = MIN(1, presence[Element] * assigned[Element] / authorised[Element])
skill met[Element] = MIN(1, presence[Element] * qualified[Element] / skill need[Element])
item met[Element] = MIN(1, serviceable[Element] / holding need[Element])
readiness[Element,Part] = MIN(MIN(MIN(personnel met[Element] / personnel threshold[Element,Part], skill met[Element] / skill threshold[Element,Part]), MIN(item met[Element] / item threshold[Element,Part], functioning[Element] / function threshold[Element,Part])), 1)
yield[Element,Part] = contribution[Element,Part] * line share[Element,Part] * readiness[Element,Part]
yield at start[Element,Part] = INITIAL(yield[Element,Part])

required local[Local,Area] = SUM(rate[Local,Driver!] * attribute[Driver!,Area])
required[Local] = SUM(required local[Local,Area!])
required[Mobile] = SUM(rate[Mobile,Driver!] * pooled attribute[Driver!])
base[Task] = SUM(line task[Element!,Part!,Task] * yield at start[Element!,Part!])
factor[Task] = IF THEN ELSE(base[Task] > 0 :AND: required[Task] > 0, judged[Task] * required[Task] / MAX(base[Task], 1e-09), 1)
amount[Element,Part] = yield[Element,Part] * SUM(line task[Element,Part,Task!] * factor[Task!])
line needs[Element,Part,Area] = allowed[Element,Area] * SUM(line task[Element,Part,Local!] * required local[Local!,Area])
line total[Element,Part] = SUM(line needs[Element,Part,Area!])
even[Element,Area] = allowed[Element,Area] / MAX(SUM(allowed[Element,Area!]), 1)
spread[Element,Part,Area] = IF THEN ELSE(proportional[Element] > 0 :AND: line total[Element,Part] > 0, line needs[Element,Part,Area] / MAX(line total[Element,Part], 1e-09), even[Element,Area])
capacity local[Local,Area] = SUM(line task[Element!,Part!,Local] * amount[Element!,Part!] * spread[Element!,Part!,Area])
capacity[Local] = SUM(capacity local[Local,Area!])
capacity[Mobile] = SUM(line task[Element!,Part!,Mobile] * amount[Element!,Part!])

there local[Setting,Local,Area] = capacity local[Local,Area] + enabler[Setting,Local] * required local[Local,Area]
there[Setting,Mobile] = capacity[Mobile] + enabler[Setting,Mobile] * required[Mobile]
ratio[Setting,Local,Area] = MIN(1, there local[Setting,Local,Area] / MAX(required local[Local,Area], 1e-09))
own[Setting,Local] = SUM(MIN(there local[Setting,Local,Area!], required local[Local,Area!])) / MAX(required[Local], 1e-09)
own[Setting,Mobile] = MIN(1, there[Setting,Mobile] / MAX(required[Mobile], 1e-09))
@passes
measured[Setting,Local] = MIN(limit[Setting,Local], VMIN(ratio[Setting,Local,Area!]))
measured[Setting,Mobile] = cover[Setting,Mobile]

in phase[Setting] = IF THEN ELSE(setting[Setting] = phase, 1, 0)
now[Task] = SUM(in phase[Setting!] * cover[Setting!,Task])
limit now[Task] = SUM(in phase[Setting!] * limit[Setting!,Task])
there now local[Local,Area] = SUM(in phase[Setting!] * there local[Setting!,Local,Area])
there now[Mobile] = SUM(in phase[Setting!] * there[Setting!,Mobile])
missing[Local] = SUM(MAX(required local[Local,Area!] - MIN(there now local[Local,Area!], required local[Local,Area!] * limit now[Local]), 0))
missing[Mobile] = MAX(required[Mobile] - MIN(there now[Mobile], required[Mobile] * limit now[Mobile]), 0)
uncovered[Task] = missing[Task] / MAX(required[Task], 1e-09)

value[Condition] = SUM(tested[Condition,Setting!,Task!] * measured[Setting!,Task!])
last[Condition] = INTEG(IF THEN ELSE(Time > 0, value[Condition], 0) - last[Condition], 0)
before last[Condition] = INTEG(last[Condition] - before last[Condition], 0)
mean value[Condition] = (value[Condition] + last[Condition] + before last[Condition]) / MAX(MIN(Time, 3), 1)
judged value[Condition] = sense[Condition] * IF THEN ELSE(by mean[Condition] > 0, mean value[Condition], value[Condition])
satisfied[Condition] = IF THEN ELSE(Time > 0 :AND: judged value[Condition] >= sense[Condition] * threshold[Condition], 1, 0)
run[Condition] = INTEG(run next[Condition] - run[Condition], 0)
run next[Condition] = satisfied[Condition] * (run[Condition] + 1)
enters[Condition] = IF THEN ELSE(by mean[Condition] > 0, IF THEN ELSE(Time >= 3, satisfied[Condition], 0), IF THEN ELSE(run next[Condition] >= 3, 1, 0))
stays[Condition] = IF THEN ELSE(met run[Condition] > 0 :AND: judged value[Condition] >= MIN(sense[Condition] * threshold[Condition], sense[Condition] * exit threshold[Condition]), 1, 0)
met run[Condition] = INTEG(met run next[Condition] - met run[Condition], 0)
met run next[Condition] = MAX(enters[Condition], stays[Condition]) * (met run[Condition] + 1)
ready[Condition] = IF THEN ELSE(met run next[Condition] > hold[Condition], 1, 0)
met[Gate] = IF THEN ELSE(SUM(core[Gate,Condition!] * ready[Condition!]) >= gate wanted[Gate], 1, 0)
opens[Gate] = IF THEN ELSE(Time > 0 :AND: phase = gate number[Gate], IF THEN ELSE(gate date[Gate] > 0, IF THEN ELSE(Time >= gate date[Gate], 1, 0), met[Gate]), 0)
opened[Gate] = INTEG(opened next[Gate] - opened[Gate], 1000000)
opened next[Gate] = IF THEN ELSE(opens[Gate] > 0, Time, opened[Gate])
phase = INTEG(SUM(opens[Gate!]), 0)
"""


@dataclass(frozen=True)
class Vensim:
    """The text of a plan's model, the names along each subscript, and how deep tasks need each other."""

    text: str
    subscripts: Mapping[str, list[str]]

    def arrays(self, values: Mapping[str, Array]) -> dict[str, xr.DataArray]:
        """Constants by name, with their subscripts. PySD names subscripted values by the names along them."""
        found = {}
        for name, value in values.items():
            dims = [dim for dim in CONSTANTS[name].split(",") if dim]
            coords = {dim: self.subscripts[dim] for dim in dims}
            found[name] = xr.DataArray(np.asarray(value, dtype=float), coords, dims)
        return found


def vensim(plan: dict[str, Any]) -> Vensim:
    """The model of a plan.

    Raises:
        ValueError: the plan is not of the generated kind (one skill, holding and function an element, steady).
    """
    _check(plan)
    tasks = [f"t{k}" for k in range(len(plan["tasks"]))]
    subscripts = {
        "Element": [f"e{e}" for e in range(len(plan["elements"]))],
        "Part": ["part0", "part1"],
        "Grade": [f"grade{g}" for g in range(len(plan["functions"][0]["capacities"]))],
        "Item": [f"i{i}" for i in range(len(plan["items"]))],
        "Channel": [f"channel{s}" for s in range(len(plan["support"]))],
        "Thing": [f"thing{t}" for t in range(plan["money"]["things"])],
        "Row": [f"row{r}" for r in range(len(plan["money"]["rows"]))],
        "Payer": [f"payer{p}" for p in range(len(plan["money"]["years"]))],
        "Year": [f"y{year}" for year in sorted(set(plan["money"]["years"][0]))],
        "Area": [f"a{a}" for a in range(plan["areas"])],
        "Driver": ["constant", *(f"driver{d}" for d in range(len(plan["requirement"]["drivers"])))],
        "Task": tasks,
        "Local": [name for name, task in zip(tasks, plan["tasks"], strict=True) if task["local"]],
        "Mobile": [name for name, task in zip(tasks, plan["tasks"], strict=True) if not task["local"]],
        "Above": tasks,
        "Setting": [*(f"p{p}" for p in range(len(plan["gates"]) + 1)), "none"],
        "Condition": [f"c{c}" for c in range(len(plan["conditions"]))],
        "Gate": [f"g{g}" for g in range(len(plan["gates"]))],
    }
    lines = [f"{name}: {', '.join(names)} ~~|" for name, names in subscripts.items() if name != "Above"]
    lines.append("Above <-> Task ~~|")
    lines += [f"{name}[{dims}] = 0 ~~|" for name, dims in CONSTANTS.items()]
    equations = EQUATIONS.replace("@passes", _passes(plan))
    lines += [f"{line} ~~|" for line in equations.splitlines() if line]
    lines += [f"INITIAL TIME = 0 ~~|\nFINAL TIME = {plan['horizon']} ~~|\nTIME STEP = 1 ~~|\nSAVEPER = TIME STEP ~~|"]
    return Vensim("{UTF-8}\n" + "\n".join(lines) + "\n", subscripts)


def _passes(plan: dict[str, Any]) -> str:
    """Cover by as many passes as tasks need each other in a row: Vensim has no order along a subscript."""
    depth: list[int] = [0] * len(plan["tasks"])
    for k in sorted(range(len(depth)), key=lambda k: plan["tasks"][k]["order"]):
        depth[k] = max((depth[above] + 1 for above, _ in plan["tasks"][k]["needs"]), default=0)
    found, before = [], "own"
    for step in range(max(depth)):
        last = step == max(depth) - 1
        limit, cover = ("limit", "cover") if last else (f"limit {step}", f"cover {step}")
        needed = f"SUM(depends[Task,Above!] * {before}[Setting,Above!])"
        found.append(f"{limit}[Setting,Task] = independent[Task] + {needed}")
        found.append(f"{cover}[Setting,Task] = MIN(own[Setting,Task], {limit}[Setting,Task])")
        before = cover
    return "\n".join(found)


def _check(plan: dict[str, Any]) -> None:
    elements = list(range(len(plan["elements"])))
    alike = [row["element"] for row in plan["skills"]] == elements
    alike &= [row["element"] for row in plan["lines"]] == [e for e in elements for _ in range(2)]
    alike &= len(plan["holdings"]) == len(plan["functions"]) == len(elements)
    steady = not any(driver["given"] for driver in plan["requirement"]["drivers"])
    steady &= not any(row["moves"] or row["age"] for row in plan["functions"])
    steady &= not any(row["whole"] for row in plan["items"])
    persistence = {row["persistence"] for row in plan["conditions"]} == {3}
    if not (alike and steady and persistence):
        msg = "the stock-and-flow model is that of the steady generated plan"
        raise ValueError(msg)
