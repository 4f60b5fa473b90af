from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(("wanted", "reached"), [(2.0, "yes"), (5.0, "**no**"), (None, "–")])
def test_a_row_says_whether_the_ratio_is_reached(
    wanted: float | None, reached: str, benchmark_module: Callable[[str], Any]
) -> None:
    row = benchmark_module("turns").Row("a peer", product=2.0, peer=6.0, wanted=wanted)
    assert str(row).split(" | ")[3:] == ["3 ×", "–" if wanted is None else f"{wanted:g} ×", f"{reached} |"]


def test_turns_alternate_and_give_medians(benchmark_module: Callable[[str], Any]) -> None:
    order: list[str] = []
    mine, other = iter([1.0, 9.0, 2.0]), iter([4.0, 4.0, 70.0])

    def own() -> float:
        order.append("own")
        return next(mine)

    def peer() -> float:
        order.append("peer")
        return next(other)

    row = benchmark_module("turns").in_turns("a peer", None, 3, own, peer)
    assert order == ["own", "peer"] * 3
    assert (row.product, row.peer) == (2000.0, 4000.0)


def test_a_peer_that_computes_something_else_stops_the_run(
    benchmark_module: Callable[[str], Any], tmp_path: Path
) -> None:
    agrees = benchmark_module("run").agrees
    mine = {"now": np.array([[[0.5, 0.6]], [[0.7, 0.8]]])}
    np.savez(tmp_path / "same.npz", now=mine["now"] + 1e-12)
    agrees("a peer", tmp_path / "same.npz", mine, 1e-9, 0.0)
    np.savez(tmp_path / "other.npz", now=mine["now"] + [[[0.0, 1e-6]], [[0.0, 0.0]]])
    with pytest.raises(SystemExit, match="a peer computes another now"):
        agrees("a peer", tmp_path / "other.npz", mine, 1e-9, 0.0)
