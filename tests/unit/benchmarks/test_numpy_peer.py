"""The month loop written a second time, for the benchmarks: NumPy and nothing of the project. It must come to the same."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"
DRAWS = 40


@pytest.fixture(scope="module")
def modules() -> Iterator[tuple[Any, ...]]:
    folders = [str(BENCHMARKS / "peers"), str(BENCHMARKS)]
    before = set(sys.modules)
    sys.path[:0] = folders
    try:
        yield tuple(
            importlib.import_module(name)
            for name in ("generated_plan", "plain_plan", "product", "numpy_peer", "numpy_draws")
        )
    finally:
        sys.path[:] = [folder for folder in sys.path if folder not in folders]
        for name in set(sys.modules) - before:
            if not name.startswith(("jisr", "numpy.", "scipy", "numba", "llvmlite")):
                sys.modules.pop(name)


@pytest.mark.parametrize("kind", ["moving", "steady", "exact"])
def test_a_second_month_loop_comes_to_the_same(kind: str, modules: tuple[Any, ...], tmp_path: Path) -> None:
    generated_plan, plain_plan, product, numpy_peer, numpy_draws = modules
    size = generated_plan.Size(elements=10, tasks=8, areas=3, horizon=36, **({} if kind == "moving" else {kind: True}))
    problem = product.problem_of(size)
    product.hand_over(problem, tmp_path, DRAWS, inputs_of=DRAWS)
    drivers = np.load(tmp_path / "drivers.npy").astype(np.float64)
    peer = numpy_peer.NumpyPeer(plain_plan.plain_plan(problem), np.float64)
    months = list(
        peer.months(numpy_draws.Keyed(0, DRAWS, np.float64), DRAWS, drivers, cells=np.load(tmp_path / "cells.npy"))
    )
    for name, mine in product.months_of(problem, DRAWS).items():
        if name == "covers":
            other = np.stack([month.cover.reshape(-1, DRAWS) for month in months])
        else:
            other = np.stack([getattr(month, name) for month in months[-len(mine) :]])
        np.testing.assert_allclose(other, mine, rtol=1e-9, atol=1e-9, err_msg=name)


def test_inputs_of_the_second_loop_are_the_products(modules: tuple[Any, ...], tmp_path: Path) -> None:
    generated_plan, plain_plan, product, _, numpy_draws = modules
    problem = product.problem_of(generated_plan.Size(elements=5, tasks=4, areas=2, horizon=12))
    plan = plain_plan.plain_plan(problem)
    tables = numpy_draws.input_tables(plan["cells"], plan["correlation"], np.float64)
    product.hand_over(problem, tmp_path, DRAWS, inputs_of=DRAWS)
    drawn = tables.draw(numpy_draws.Keyed(0, DRAWS, np.float64), DRAWS)
    width = np.maximum(tables.width, 1e-9)[:, None]
    assert np.abs((drawn - np.load(tmp_path / "cells.npy")) / width).max() < 1e-6
