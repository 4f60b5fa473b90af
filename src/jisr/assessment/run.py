"""Runs over blocks of draws, several problems at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from jisr.assessment.block_run import run_block
from jisr.assessment.executor import Executor
from jisr.assessment.parcel import Parcel
from jisr.assessment.problem import Problem
from jisr.assessment.tally import Tally
from jisr.keyed_random import Block

__all__ = ["BLOCK", "begin", "blocks_of", "run", "run_blocks"]

BLOCK = 1_000
"""Draws a block: large enough for array arithmetic to dominate, small enough for memory (decision 0069)."""

_Work = list[tuple[int, Block]]
"""Positions of problems, and blocks of their draws."""


def blocks_of(draws: int, size: int = BLOCK) -> list[Block]:
    """The draws 0 … draws − 1 as consecutive blocks, none of a single draw beside others.

    Sums over an axis are taken in another order where there is one draw only, and differ in the last bit.
    """
    starts = [start for start in range(0, draws, size) if start == 0 or draws - start > 1]
    return [Block(start, stop - start) for start, stop in pairwise([*starts, draws])]


def run(
    problems: Sequence[tuple[Problem, int]],
    executor: Executor,
    progress: Callable[[int, int], None] | None = None,
    size: int = BLOCK,
) -> list[Tally]:
    """The tally of every problem over its number of draws. The result does not depend on executor or block size."""
    return begin(problems, executor, progress, size)()


def begin(
    problems: Sequence[tuple[Problem, int]],
    executor: Executor,
    progress: Callable[[int, int], None] | None = None,
    size: int = BLOCK,
) -> Callable[[], list[Tally]]:
    """Hand the work to the executor and return at once; the tallies are what the returned function gives, when called."""
    work = [(i, block) for i, (_, draws) in enumerate(problems) for block in blocks_of(draws, size)]
    # the problems of one block follow one another: they share most of what is drawn
    work.sort(key=lambda one: one[1].start)
    asked = [problem for problem, _ in problems]
    alone = executor.workers == 1
    parts = [[one] for one in work] if alone else _parts(work, executor.workers)
    parcel = Parcel(asked)
    results = None if alone else executor.map_blocks(_run_part, [(parcel, part) for part in parts], together=1)

    def finish() -> list[Tally]:
        tallies: dict[int, Tally] = {}
        done = 0
        for part in parts:
            if results is None:
                _add_blocks(tallies, asked, part)
            else:
                _merge(tallies, asked, next(results))
            done += len(part)
            if progress is not None:
                progress(done, len(work))
        return [tallies[i] for i in range(len(asked))]

    return finish


def _parts(work: _Work, workers: int) -> list[_Work]:
    """Work in parts that are the smaller the less is left: few results travel, and no process waits long at the end."""
    parts, left = [], work
    while left:
        size = -(-len(left) * 4 // (5 * workers))
        parts.append(left[:size])
        left = left[size:]
    return parts


def _run_part(specification: tuple[Parcel[list[Problem]], _Work]) -> dict[int, Tally]:
    tallies: dict[int, Tally] = {}
    _add_blocks(tallies, specification[0].value, specification[1])
    return tallies


def _add_blocks(tallies: dict[int, Tally], problems: Sequence[Problem], work: _Work) -> None:
    """Compute blocks and add each to what is counted of its problem: two counts side by side would take twice the room."""
    for i, block in work:
        tallies[i] = run_block(problems[i], block, tallies.get(i))


def _merge(tallies: dict[int, Tally], problems: Sequence[Problem], others: dict[int, Tally]) -> None:
    for i, other in others.items():
        other.belongs_to(problems[i])
        if i in tallies:
            tallies[i].merge(other)
        else:
            tallies[i] = other


def run_blocks(
    work: Sequence[tuple[Problem, Block]], executor: Executor, progress: Callable[[int, int], None] | None = None
) -> list[Tally]:
    """The tally of each problem over one block, which may hold copies of its draws."""
    tallies = []
    for done, (tally, (problem, _)) in enumerate(zip(executor.map_blocks(_run, work), work, strict=True), 1):
        tally.belongs_to(problem)
        tallies.append(tally)
        if progress is not None:
            progress(done, len(work))
    return tallies


def _run(specification: tuple[Problem, Block]) -> Tally:
    return run_block(*specification)
