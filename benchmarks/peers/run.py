"""The engine against its peers on the generated plan. Prints one markdown table.

Run from the root, in the development environment, after `sh benchmarks/peers/environment.sh`:

    python benchmarks/peers/run.py [--draws 10000] [--repeats 3]

Product and peer are timed in turns, the median of each is taken, and their ratio is what counts: seconds on a machine that
does other work mean little. Every peer computes the same equations and is held against the product first.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import product  # noqa: E402 - the folders are put on the path first
import turns  # noqa: E402
from generated_plan import Size  # noqa: E402
from sensitivity import against_salib  # noqa: E402
from threadpoolctl import threadpool_limits  # noqa: E402

from jisr.assessment import ProcessPool  # noqa: E402

CHUNK = 1000
CHECKED_DRAWS = 500
SLOW_DRAWS = 5
MEANS_APART = 2e-3
"""Shares of one whole item of a small fleet in one draw of the checked ones."""
Values = dict[str, NDArray[np.float64]]


def agrees(name: str, other: Path, mine: Values, bound: float, most: float) -> None:
    """Print how far a peer is off, value by value.

    Raises:
        SystemExit: more than a share `most` of some value is off by more than `bound`.
    """
    found = np.load(other)
    draws = found[found.files[0]].shape[-1]
    print(f"\n{name}, {draws} draws, every month: largest difference, share beyond {bound:g}")
    for value in found.files:
        largest, beyond = turns.apart(mine[value][..., :draws], found[value][-len(mine[value]) :].astype(float), bound)
        print(f"  {value:12} {largest:9.1e} {beyond:9.1e}")
        if beyond > most:
            msg = f"{name} computes another {value}"
            raise SystemExit(msg)


def against_numpy(folder: Path, draws: int, repeats: int) -> list[turns.Row]:
    """The chunked version in single precision."""
    problem = product.problem_of(Size(draws=draws))
    product.hand_over(problem, folder, max(draws, CHUNK))
    print(
        f"forecast of the threat, given to the peers: {product.forecast_seconds(problem) * 1e3:.2g} ms a draw of the product"
    )
    values = product.months_of(problem, CHECKED_DRAWS)
    turns.peer("numpy_run.py", folder, "check", CHECKED_DRAWS, CHUNK, "keyed", "values")
    agrees("NumPy in float64", folder / "numpy-float64.npz", values, 1e-4, 0.0)
    agrees("NumPy in float32", folder / "numpy-float32.npz", values, 1e-4, 1e-3)
    largest, _ = turns.apart(
        product.means_of(problem, CHECKED_DRAWS), np.load(folder / "numpy-means.npz")["means"], MEANS_APART
    )
    print(f"\nmeans of the series that are counted: largest difference {largest:.1e}")
    if largest > MEANS_APART:
        msg = "the NumPy version counts another series"
        raise SystemExit(msg)

    def numpy(source: str, keep: str, clock: str = "seconds") -> Callable[[], float]:
        return lambda: turns.peer("numpy_run.py", folder, "time", draws, CHUNK, source, keep)[clock] / draws

    def own(counted: bool) -> Callable[[], float]:
        return lambda: product.seconds(problem, draws, counted=counted) / draws

    executor = ProcessPool(2)
    product.wall(problem, 2 * CHUNK, executor)
    listed = (
        ("month loop alone, one thread each", None, own(False), numpy("keyed", "values")),
        ("ordinary run, one thread each", None, own(True), numpy("keyed", "counts")),
        ("ordinary run, one thread each, NumPy's own generator", None, own(True), numpy("own", "counts")),
        (
            "ordinary run, two processes against one thread, wall time",
            4,
            lambda: product.wall(problem, draws, executor) / draws,
            numpy("keyed", "counts", "wall"),
        ),
    )
    rows = [
        turns.in_turns(f"NumPy float32: {what}", wanted, repeats, mine, other) for what, wanted, mine, other in listed
    ]
    executor.close()
    return rows


def against_objects(steady: Path, moving: Path, draws: int, repeats: int) -> list[turns.Row]:
    """Mesa and SimPy: held against the product with noise off, timed with noise on."""
    still, problem = product.problem_of(Size(steady=True)), product.problem_of(Size())
    product.hand_over(still, steady, SLOW_DRAWS, inputs_of=SLOW_DRAWS)
    product.hand_over(problem, moving, SLOW_DRAWS, inputs_of=SLOW_DRAWS)
    values = product.months_of(still, SLOW_DRAWS)
    rows = []
    for framework, title in (("mesa", "Mesa"), ("simpy", "SimPy")):
        turns.peer("object_run.py", steady, framework, SLOW_DRAWS)
        agrees(f"{title}, noise off", steady / f"{framework}.npz", values, 1e-9, 0.0)

        def other(framework: str = framework) -> float:
            return turns.peer("object_run.py", moving, framework, SLOW_DRAWS)["seconds"] / SLOW_DRAWS

        what = f"{title}: ordinary run, one thread each"
        rows.append(
            turns.in_turns(what, 250, repeats, lambda: product.seconds(problem, draws, counted=True) / draws, other)
        )
    return rows


def against_pysd(folder: Path, draws: int, repeats: int) -> list[turns.Row]:
    """The stock-and-flow model, noise off on both sides."""
    problem = product.problem_of(Size(steady=True))
    product.hand_over(problem, folder, SLOW_DRAWS, inputs_of=SLOW_DRAWS)
    row = turns.in_turns(
        "PySD: steady plan, ordinary run, one thread each",
        10_000,
        repeats,
        lambda: product.seconds(problem, draws, counted=True) / draws,
        lambda: turns.peer("pysd_run.py", folder, SLOW_DRAWS)["seconds"] / SLOW_DRAWS,
    )
    values = product.months_of(problem, SLOW_DRAWS)
    agrees("PySD, noise off, everything kept", folder / "pysd.npz", values, 1e-9, 0.0)
    agrees("PySD, noise off, as timed", folder / "pysd-timed.npz", values, 1e-9, 0.0)
    return [row]


def first_block() -> float:
    """Milliseconds of the first block of a process: code is compiled or read from the cache."""
    return product.seconds(product.problem_of(Size()), CHECKED_DRAWS, counted=True) * 1e3


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--draws", type=int, default=10_000, help="draws of the product and of NumPy in each turn")
    arguments.add_argument("--repeats", type=int, default=3, help="turns")
    arguments.add_argument("--only", choices=["numpy", "objects", "pysd", "salib"], help="one group of peers")
    asked = arguments.parse_args()
    if not turns.PYTHON.exists():
        raise SystemExit(turns.MISSING)
    print(f"first block, code compiled or read from the cache: {first_block():.0f} ms, not counted below")
    with tempfile.TemporaryDirectory() as scratch:
        steady, moving = Path(scratch) / "steady", Path(scratch) / "moving"
        few = min(asked.draws, 2 * CHUNK)
        groups: dict[str, Callable[[], list[turns.Row]]] = {
            "numpy": lambda: against_numpy(moving, asked.draws, asked.repeats),
            "objects": lambda: against_objects(steady, moving, few, asked.repeats),
            "pysd": lambda: against_pysd(steady, few, asked.repeats),
            "salib": lambda: against_salib(asked.repeats),
        }
        rows = [row for name, group in groups.items() if asked.only in {None, name} for row in group()]
    print("\n" + turns.HEAD)
    for row in rows:
        print(row)


if __name__ == "__main__":
    with threadpool_limits(1):
        main()
