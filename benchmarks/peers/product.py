"""The product's side of the comparison: what it hands to the peers, what it computes, and how long it takes."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import numpy as np
from generated_plan import Size, write_generated
from numpy.typing import NDArray
from plain_plan import plain_plan

import jisr
from jisr.assessment import Executor, Problem, Serial, compile_problem, run
from jisr.assessment.block_run import BlockMonth, block_months
from jisr.assessment.run import blocks_of
from jisr.ids import Address
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.threat import threat_paths

Array = NDArray[np.float64]


def problem_of(size: Size) -> Problem:
    """The generated plan of a size, compiled."""
    with tempfile.TemporaryDirectory() as scratch:
        return compile_problem(jisr.load(write_generated(Path(scratch), size)))


def hand_over(problem: Problem, folder: Path, draws: int, inputs_of: int = 0) -> None:
    """Write what the peers read: the plan, the drivers that are forecast and, of a few draws, the uncertain cells.

    The forecasts are the threat stage's, which the peers do not compute: (driver, month, area, draw), from −window + 1.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = plain_plan(problem)
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    np.save(folder / "drivers.npy", np.concatenate([_forecasts(problem, block) for block in blocks_of(draws)], axis=3))
    if inputs_of:
        np.save(folder / "cells.npy", cells_of(problem, Block(0, inputs_of)))


def _forecasts(problem: Problem, block: Block) -> NDArray[np.float32]:
    data = problem.threat
    paths = threat_paths(data, draw_inputs(problem.plan, block, seed=problem.seed), problem.seed)
    at = [i for i, driver in enumerate(data.drivers) if driver.kind == "forecast"]
    months = np.stack([paths.month(month) for month in range(1 - data.window, data.horizon + 1)], axis=1)
    return np.ascontiguousarray(months[:, :, at].transpose(2, 1, 3, 0), dtype=np.float32)


def forecast_seconds(problem: Problem, draws: int = 1000) -> float:
    """Processor seconds a draw of the stage the peers do not compute: it is part of the product's time."""
    inputs = draw_inputs(problem.plan, Block(draws, draws), seed=problem.seed)
    started = time.process_time()
    threat_paths(problem.threat, inputs, problem.seed)
    return (time.process_time() - started) / draws


def cells_of(problem: Problem, block: Block) -> Array:
    """The uncertain cells of a plain plan as the product draws them. Shape: (cell, draw)."""
    inputs = draw_inputs(problem.plan, block, seed=problem.seed)
    addresses = plain_addresses(problem)
    return np.stack([inputs.of(address) for address in addresses])


def plain_addresses(problem: Problem) -> list[Address]:
    """The addresses of a plain plan's cells, in its order."""
    return [Address.parse(str(cell["address"])) for cell in plain_plan(problem)["cells"]]  # type: ignore[index,union-attr]


def seconds(problem: Problem, draws: int, *, counted: bool) -> float:
    """Processor seconds of the month loop alone, or of the ordinary run with everything it counts; one process."""
    started = time.process_time()
    if counted:
        run([(problem, draws)], Serial())
    else:
        for block in blocks_of(draws):
            for _ in block_months(problem, block):
                pass
    return time.process_time() - started


def wall(problem: Problem, draws: int, executor: Executor) -> float:
    """Wall seconds of the ordinary run on an executor that has been started."""
    started = time.perf_counter()
    run([(problem, draws)], executor)
    return time.perf_counter() - started


def means_of(problem: Problem, draws: int) -> Array:
    """The mean of every series the ordinary run counts. Shape: (month, series)."""
    tally = run([(problem, draws)], Serial())[0]
    return np.stack([sketch.mean(name) for sketch in (tally.shares, tally.amounts) for name in sketch.series], axis=1)


def months_of(problem: Problem, draws: int) -> dict[str, Array]:
    """What the peers are compared with, under their names. Shape of each: (month, entity, draw)."""
    months = [_values(problem, one) for one in block_months(problem, Block(0, draws))]
    names = months[-1]
    return {name: np.stack([month[name].T for month in months if name in month]) for name in names}


def _values(problem: Problem, one: BlockMonth) -> dict[str, Array]:
    month = one.month
    after = [f"after:{gate.id}" for gate in problem.transition.gates]
    found = {
        "now": month.cover["now"].cover,
        "covers": np.concatenate([month.cover[name].cover for name in ("cutoff", *after, "alone")], axis=1),
        "required": month.requirement.total(),
        "capacity": month.capacity.total(),
        "assigned": month.stocks.assigned,
        "qualified": month.stocks.qualified,
        "held": month.stocks.fleet.held,
        "serviceable": month.stocks.fleet.serviceable,
        "functions": month.stocks.values,
        "readiness": month.readiness,
        "uncovered": month.risk.uncovered,
    }
    if one.gates is not None:
        found |= {"ready": one.gates.ready.astype(float), "met": one.gates.conditions_met.astype(float)}
    return found
