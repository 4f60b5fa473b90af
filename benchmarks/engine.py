"""The engine on the generated plan: seconds a draw, compiled against NumPy alone, and peak memory of a long run.

Run from the root: python benchmarks/engine.py [DRAWS]. Prints a table; nothing here is asserted but that both paths agree.
`--profile [DRAWS]` prints instead where the time of a run goes, by function, itself alone.
Processor seconds of one process are compared, run in turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from generated_plan import Size, write_generated

import jisr
from jisr.acceleration import enabled, numpy_only
from jisr.assessment import Problem, Serial, compile_problem, run

_LONG = Size(horizon=120)


def problem_of(size: Size) -> Problem:
    with tempfile.TemporaryDirectory() as scratch:
        return compile_problem(jisr.load(write_generated(Path(scratch), size)))


def seconds(problem: Problem, draws: int) -> float:
    started = time.process_time()
    run([(problem, draws)], Serial())
    return time.process_time() - started


def agree(problem: Problem) -> bool:
    compiled = run([(problem, 500)], Serial())[0]
    with numpy_only():
        reference = run([(problem, 500)], Serial())[0]
    series = compiled.shares.series
    same = all((compiled.shares.counts(name) == reference.shares.counts(name)).all() for name in series)
    return same and bool((compiled.gates.ready == reference.gates.ready).all())


def _peak() -> float:
    """The largest memory so far of this program in MB; `ru_maxrss` would begin with that of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def memory(draws: int) -> None:
    """Print the peak above import of a run of its own process; called as `engine.py --memory DRAWS`."""
    problem = problem_of(_LONG)
    before = _peak()
    for library in ("numba", "scipy.special"):
        with suppress(ImportError):
            import_module(library)
    loaded = _peak()
    run([(problem, draws)], Serial())
    after = _peak()
    print(f"{draws} draws × {_LONG.horizon} months, peak above import {after - loaded:7.0f} MB", end="")
    print(f"   with numba and SciPy, loaded by the first block {after - before:7.0f} MB")


def profile(draws: int) -> None:
    """Print the functions that take most of a run; profiling itself slows what is called often."""
    problem = problem_of(Size())
    run([(problem, 500)], Serial())
    watch = cProfile.Profile()
    watch.runcall(run, [(problem, draws)], Serial())
    stats = pstats.Stats(watch).stats  # type: ignore[attr-defined]
    own = sorted(((one[2], Path(place[0]).stem, place[2]) for place, one in stats.items()), reverse=True)
    whole = sum(seconds for seconds, _, _ in own)
    print(f"{draws} draws × 60 months, {1e3 * whole / draws:.2f} ms a draw under the profiler, of which")
    for taken, module, function in own[:16]:
        print(f"{module + '.' + function:44} {1e3 * taken / draws:7.3f} ms {taken / whole:5.0%}")


def main(draws: int) -> None:
    problem = problem_of(Size())
    if enabled():
        first = seconds(problem, 500)
        print(f"compiled and NumPy give the same counts          {agree(problem)}")
        print(f"first block, code compiled or read from the cache {first:7.2f} s")
    compiled = numpy = float("inf")
    for _ in range(3):
        compiled = min(compiled, seconds(problem, draws))
        with numpy_only():
            numpy = min(numpy, seconds(problem, draws))
    print(f"{draws} draws × 60 months × 50 elements × 20 tasks, processor seconds, best of 3")
    print(f"as installed {compiled:7.2f} s   NumPy alone {numpy:7.2f} s   {numpy / compiled:5.2f} ×")
    subprocess.run([sys.executable, __file__, "--memory", "10000"], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        memory(int(sys.argv[2]))
    elif sys.argv[1:2] == ["--profile"]:
        profile(int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
