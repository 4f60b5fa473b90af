"""What the capability model would say if it were built another way: the numbers of docs/method/capability.md.

Run from the root: python benchmarks/capability_alternatives.py. Each table is one choice of the model and what was not chosen, on the
examples that come with the project. Nothing here is asserted.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

import jisr
from jisr.assessment.block_run import BlockMonth, block_months
from jisr.assessment.problem import Problem, compile_problem
from jisr.capability import line_limits
from jisr.ids import Address
from jisr.keyed_random import Block
from jisr.plan import Plan

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DRAWS = 500


def walk(plan: Plan, months: int) -> tuple[Problem, list[BlockMonth]]:
    """The months up to one, without a programme."""
    problem = compile_problem(plan.replace({Address("partnership", "", "horizon"): max(months, 6)}))
    return problem, list(block_months(problem, Block(0, DRAWS)))[: months + 1]


def row(label: str, *values: float) -> None:
    print(f"{label:44}" + "".join(f"{value:10.2f}" for value in values))


def readiness(problem: Problem, first: BlockMonth) -> None:
    """Minimum, product and mean over the mandatory needs of a line; and the minimum over a whole element."""
    print("\nreadiness of a line at the cutoff, median    minimum   product      mean   element")
    data = problem.capability
    values = line_limits(data, first.month.stocks).needs
    element_of = {line.line: line.element for line in data.lines}
    needed = [
        [n for n, need in enumerate(data.needs) if need.mandatory and need.line == line.line] for line in data.lines
    ]
    for line, own in zip(data.lines, needed, strict=True):
        whole = [n for n, need in enumerate(data.needs) if need.mandatory and element_of[need.line] == line.element]
        least, product, mean = values[:, own].min(axis=1), values[:, own].prod(axis=1), values[:, own].mean(axis=1)
        row(
            f"{line.line} ({len(own)} of {len(whole)})",
            *map(np.median, (least, product, mean, values[:, whole].min(axis=1))),
        )  # type: ignore[arg-type]


def dependencies(problem: Problem, first: BlockMonth) -> None:
    """Minimum and product over the tasks a task needs."""
    print("\nself-reliance at the cutoff, median              own   minimum   product")
    data, alone = problem.capability, first.month.cover["alone"]
    names = [task.task for task in data.tasks]
    product = alone.own.copy()
    for k in data.task_order:
        for need in (one for one in data.task_needs if one.task == names[k]):
            product[:, k] *= np.minimum(1.0, product[:, names.index(need.needs_task)] / need.strength)
    for k, name in enumerate(names):
        if any(need.task == name for need in data.task_needs):
            row(name, *(float(np.median(one[:, k])) for one in (alone.own, alone.cover, product)))


def repairs() -> None:
    """A fleet whose contractors leave: repairs a month per channel, or per aircraft that is down; and without calibration."""
    print("\nserviceable share of a fleet, 20 % own repairs from month 1 on")
    rate, capable, own = 0.21, 0.75, 0.2
    fixed, per_item = rate * capable, rate * capable / (1 - capable)
    shares = {
        "channels (as built)": [capable],
        "per aircraft down": [capable],
        "not calibrated, repair = failure rate": [capable],
    }
    for _ in range(12):
        a, b, c = (one[-1] for one in shares.values())
        shares["channels (as built)"].append(a - rate * a + min(own * fixed, 1 - a + rate * a))
        shares["per aircraft down"].append(b - rate * b + min(own * per_item, 1.0) * (1 - b))
        shares["not calibrated, repair = failure rate"].append(c - rate * c + min(rate, 1 - c + rate * c))
    print(f"{'':44}" + "".join(f"{f'month {at}':>10}" for at in (1, 2, 4, 6, 12)))
    for label, path in shares.items():
        row(label, *(path[at] for at in (1, 2, 4, 6, 12)))


def ratings() -> None:
    """What a top rating of four is worth after a time: one level at a time, or all at once."""
    print("\ncapacity of a top rating of four levels, half-life 7.6 months")
    print(f"{'':44}" + "".join(f"{f'month {at}':>10}" for at in (6, 12, 18, 24)))
    rate, capacities = math.log(2) / 7.6, np.array([1.0, 0.75, 0.5, 0.25])

    def stepwise(months: int) -> float:
        steps = [math.exp(-rate * months) * (rate * months) ** k / math.factorial(k) for k in range(3)]
        return float(np.dot([*steps, 1 - sum(steps)], capacities))

    row("one level at a time (as built)", *(stepwise(at) for at in (6, 12, 18, 24)))
    row("to the bottom at once", *(0.25 + 0.75 * 2 ** (-at / 7.6) for at in (6, 12, 18, 24)))
    row("no decay", 1, 1, 1, 1)


def planned_twice(problem: Problem, months: list[BlockMonth]) -> None:
    """The service level within a draw, and once more over the draws."""
    print("\nrequirement a year ahead over today's median     within  and over draws")
    today, ahead = (months[at].month.requirement.total() for at in (0, 12))
    base = np.median(today, axis=0)
    for k, task in enumerate(problem.capability.tasks):
        if base[k] > 0:
            row(task.task, float(np.median(ahead[:, k]) / base[k]), float(np.quantile(ahead[:, k], 0.8) / base[k]))


def main() -> None:
    for name in ("iraq-2024", "three-areas"):
        plan = jisr.load(EXAMPLES / name)
        problem, months = walk(plan, 12)
        print(f"\n== {name}, {DRAWS} draws, no programme")
        readiness(problem, months[0])
        dependencies(problem, months[0])
        planned_twice(problem, months)
    print("\n== closed form")
    repairs()
    ratings()


if __name__ == "__main__":
    main()
