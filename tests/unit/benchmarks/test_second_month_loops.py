"""The month loop is written twice more for the benchmarks, with nothing of the project: for many draws at once in NumPy, and
as objects for one draw. Both must come to the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAWS = 40
SIZE = {"elements": 10, "tasks": 8, "areas": 3, "horizon": 36}


@pytest.mark.parametrize("kind", ["moving", "steady", "exact"])
def test_many_draws_at_once(kind: str, benchmark_module: Callable[[str], Any], tmp_path: Path) -> None:
    product, numpy_draws = benchmark_module("product"), benchmark_module("numpy_draws")
    problem = product.problem_of(
        benchmark_module("generated_plan").Size(**SIZE, **({} if kind == "moving" else {kind: True}))
    )
    product.hand_over(problem, tmp_path, DRAWS, inputs_of=DRAWS)
    drivers = np.load(tmp_path / "drivers.npy").astype(np.float64)
    plan = benchmark_module("plain_plan").plain_plan(problem)
    peer = benchmark_module("numpy_peer").NumpyPeer(plan, np.float64)
    numbers = numpy_draws.Keyed(0, DRAWS, np.float64)
    months = list(peer.months(numbers, DRAWS, drivers, cells=np.load(tmp_path / "cells.npy")))
    for name, mine in product.months_of(problem, DRAWS).items():
        if name == "covers":
            other = np.stack([month.cover.reshape(-1, DRAWS) for month in months])
        else:
            other = np.stack([getattr(month, name) for month in months[-len(mine) :]])
        np.testing.assert_allclose(other, mine, rtol=1e-9, atol=1e-9, err_msg=name)


def test_one_draw_as_objects(benchmark_module: Callable[[str], Any], tmp_path: Path) -> None:
    product, objects = benchmark_module("product"), benchmark_module("objects")
    problem = product.problem_of(benchmark_module("generated_plan").Size(**SIZE, steady=True))
    product.hand_over(problem, tmp_path, 3, inputs_of=3)
    plan = benchmark_module("plain_plan").plain_plan(problem)
    world = objects.World(plan, np.load(tmp_path / "cells.npy")[:, 2].tolist(), [])
    for _ in range(SIZE["horizon"]):
        world.month += 1
        for entity in (*world.forces, *world.skilled):
            entity.step()
        world.open_channels()
        for entity in (*world.fleets, *world.functions, *world.lines):
            entity.step()
        world.keep()
    for name, mine in product.months_of(problem, 3).items():
        np.testing.assert_allclose(world.kept[name], mine[..., 2], rtol=1e-9, atol=1e-9, err_msg=name)


def test_inputs_by_straight_lines_are_the_products(benchmark_module: Callable[[str], Any], tmp_path: Path) -> None:
    product, numpy_draws = benchmark_module("product"), benchmark_module("numpy_draws")
    size = benchmark_module("generated_plan").Size(elements=5, tasks=4, areas=2, horizon=12)
    problem = product.problem_of(size)
    plan = benchmark_module("plain_plan").plain_plan(problem)
    tables = numpy_draws.input_tables(plan["cells"], plan["correlation"], np.float64)
    product.hand_over(problem, tmp_path, DRAWS, inputs_of=DRAWS)
    drawn = tables.draw(numpy_draws.Keyed(0, DRAWS, np.float64), DRAWS)
    width = np.maximum(tables.width, 1e-9)[:, None]
    assert np.abs((drawn - np.load(tmp_path / "cells.npy")) / width).max() < 1e-6
