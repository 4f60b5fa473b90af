"""Times Mesa's or SimPy's model draw by draw, in the peers' environment, and writes what came out.

Called by run.py: object_run.py FOLDER mesa|simpy DRAWS. The inputs are those the product drew. Prints one line of JSON.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

import numpy as np


def main(folder: Path, framework: str, draws: int) -> None:
    one_draw = importlib.import_module(f"{framework}_model").one_draw
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    cells, drivers = np.load(folder / "cells.npy"), np.load(folder / "drivers.npy").astype(float)
    taken, worlds = [], []
    for draw in range(draws):
        c, given = cells[:, draw].tolist(), drivers[..., draw].tolist()
        started = time.process_time()
        worlds.append(one_draw(plan, c, given, draw))
        taken.append(time.process_time() - started)
    found = {name: np.stack([world.kept[name] for world in worlds], axis=2) for name in worlds[0].kept}
    np.savez(folder / f"{framework}.npz", **found)
    print(json.dumps({"seconds": sum(taken), "least": min(taken)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
