"""Times or writes out the NumPy version, in the peers' environment: one process, one thread.

Called by run.py: numpy_run.py FOLDER time|check DRAWS CHUNK keyed|own counts|values. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from numpy_counts import Counts
from numpy_draws import Keyed, Own
from numpy_month import PeerMonth
from numpy_peer import NumpyPeer

Array = NDArray[Any]
CHECKED = ("now", "required", "capacity", "assigned", "qualified", "held", "serviceable", "functions", "readiness")


def chunks(peer: NumpyPeer, drivers: Array, draws: int, chunk: int, source: type) -> Iterator[Iterator[PeerMonth]]:
    """The months of one chunk after another."""
    for start in range(0, draws, chunk):
        size = min(chunk, draws - start)
        given = np.ascontiguousarray(drivers[..., start : start + size])
        yield peer.months(source(start, size, peer.kind), size, given)


def timed(peer: NumpyPeer, drivers: Array, draws: int, chunk: int, source: type, *, count: bool) -> dict[str, float]:
    """Processor and wall seconds of a run, without reading the plan and building its tables."""
    counts, gates = Counts(peer.plan), len(peer.plan["gates"])
    started, wall = time.process_time(), time.perf_counter()
    for months in chunks(peer, drivers, draws, chunk, source):
        for month in months:
            if count:
                counts.observe(month, gates)
    return {"seconds": time.process_time() - started, "wall": time.perf_counter() - wall}


def written(peer: NumpyPeer, drivers: Array, draws: int, folder: Path) -> dict[str, float]:
    """Write the months of one keyed chunk to compare. Shape of each: (month, entity, draw)."""
    months = list(peer.months(Keyed(0, draws, peer.kind), draws, np.ascontiguousarray(drivers[..., :draws])))
    found = {name: np.stack([getattr(month, name) for month in months]) for name in (*CHECKED, "uncovered")}
    found["covers"] = np.stack([month.cover.reshape(-1, draws) for month in months])
    found["met"] = np.stack([month.met for month in months if month.met is not None])
    found["ready"] = np.stack([month.ready for month in months if month.ready is not None])
    np.savez(folder / f"numpy-{peer.kind.__name__}.npz", **found)
    return {"months": len(months)}


def means(peer: NumpyPeer, drivers: Array, draws: int, folder: Path) -> None:
    """Write the mean of every series that is counted. Shape: (month, series)."""
    counts, gates = Counts(peer.plan), len(peer.plan["gates"])
    for months in chunks(peer, drivers, draws, draws, Keyed):
        for month in months:
            counts.observe(month, gates)
    if any(int(month.sum()) % draws for month in (*counts.shares, *counts.amounts)):
        msg = "a draw was not counted"
        raise ValueError(msg)
    np.savez(folder / "numpy-means.npz", means=np.stack(counts.sums) / draws)


def main(folder: Path, task: str, draws: int, chunk: int, source: str, keep: str) -> None:
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    drivers = np.load(folder / "drivers.npy")
    if task == "check":
        result = [
            written(NumpyPeer(plan, kind), drivers.astype(kind), draws, folder) for kind in (np.float32, np.float64)
        ]
        means(NumpyPeer(plan), drivers, draws, folder)
        print(json.dumps(result[0]))
        return
    peer = NumpyPeer(plan)
    numbers = Keyed if source == "keyed" else Own
    timed(peer, drivers, chunk, chunk, numbers, count=keep == "counts")  # the first chunk warms caches
    print(json.dumps(timed(peer, drivers, draws, chunk, numbers, count=keep == "counts")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6])
