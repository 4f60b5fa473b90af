"""Times the stock-and-flow model under PySD draw by draw, in the peers' environment, and writes what came out.

Called by run.py: pysd_run.py FOLDER DRAWS. The inputs are those the product drew. Translating the model is not timed; of what
is timed only cover and gates are kept, then one draw more keeps everything to compare. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pysd
from numpy.typing import NDArray
from pysd_arrays import inputs, structure
from pysd_model import vensim

KEPT = {
    "now": "now",
    "met": "met",
    "covers": "cover",
    "required": "required",
    "capacity": "capacity",
    "assigned": "assigned",
    "qualified": "qualified",
    "held": "held",
    "serviceable": "serviceable",
    "functions": "functioning",
    "readiness": "readiness",
    "uncovered": "uncovered",
    "ready": "ready",
}
"""The product's names → the model's."""


def values(frame: Any, name: str) -> NDArray[np.float64]:
    """Shape: (month, entity), entities in the order of their subscripts."""
    columns = [column for column in frame.columns if column.split("[")[0] == name]
    return frame[columns].to_numpy(dtype=float)  # type: ignore[no-any-return]


def main(folder: Path, draws: int) -> None:
    warnings.simplefilter("ignore")
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    cells = np.load(folder / "cells.npy")
    made = vensim(plan)
    (folder / "plan.mdl").write_text(made.text, encoding="utf-8")
    model = pysd.read_vensim(str(folder / "plan.mdl"))
    model.set_components(made.arrays(structure(plan)))
    taken, kept = [], []
    for draw in range(draws):
        drawn = made.arrays(inputs(plan, cells[:, draw]))
        started = time.process_time()
        frame = model.run(params=drawn, return_columns=["now", "met"])
        taken.append(time.process_time() - started)
        kept.append({name: values(frame, name) for name in ("now", "met")})
    np.savez(folder / "pysd-timed.npz", **{name: np.stack([one[name] for one in kept], axis=2) for name in kept[0]})
    frame = model.run(params=made.arrays(inputs(plan, cells[:, 0])), return_columns=list(KEPT.values()))
    np.savez(folder / "pysd.npz", **{name: values(frame, own)[:, :, None] for name, own in KEPT.items()})
    print(json.dumps({"seconds": sum(taken), "least": min(taken)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
