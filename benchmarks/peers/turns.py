"""Product and peer in turns: how a peer is called, and one row of the table."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
PYTHON = HERE / ".venv" / "bin" / "python"
MISSING = "no environment of the peers: sh benchmarks/peers/environment.sh"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
HEAD = "| against | product, ms | peer, ms | ratio | wanted | reached |\n|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Row:
    """One comparison; nothing is wanted where `wanted` is None. Units: milliseconds a draw, or an output."""

    what: str
    product: float
    peer: float
    wanted: float | None

    def __str__(self) -> str:
        ratio = self.peer / self.product
        wanted, reached = "–", "–"
        if self.wanted is not None:
            wanted, reached = f"{self.wanted:,g} ×", "yes" if ratio >= self.wanted else "**no**"
        shown = f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.2g}"
        return f"| {self.what} | {self.product:.3g} | {self.peer:.4g} | {shown} × | {wanted} | {reached} |"


def peer(script: str, *arguments: object) -> dict[str, float]:
    """What a peer prints, run in its own environment."""
    command = [str(PYTHON), str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    if done.returncode:
        msg = f"{script} failed:\n{done.stderr}"
        raise SystemExit(msg)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def in_turns(
    what: str, wanted: float | None, repeats: int, own: Callable[[], float], other: Callable[[], float]
) -> Row:
    """Product, peer, product, peer, …; the median of each. Both give seconds."""
    pairs = [(own(), other()) for _ in range(repeats)]
    mine, theirs = (statistics.median(column) * 1e3 for column in zip(*pairs, strict=True))
    return Row(what, mine, theirs, wanted)


def apart(mine: NDArray[np.float64], other: NDArray[np.float64], bound: float) -> tuple[float, float]:
    """The largest difference against the value (at least a thousandth), and the share of values off by more than a bound."""
    off = np.abs(mine - other) / np.maximum(np.abs(mine), 1e-3)
    return float(off.max()), float((off > bound).mean())
