"""Runs over blocks of draws, several problems at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from jisr.assessment.block_run import run_block
from jisr.assessment.executor import Executor
from jisr.assessment.problem import Problem
from jisr.assessment.tally import Tally
from jisr.keyed_random import Block

__all__ = ["BLOCK", "begin", "blocks_of", "run", "run_blocks"]

BLOCK = 500
"""Draws a block: large enough for array arithmetic to dominate, small enough for the processor's cache."""


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
    work = [(i, problem, block) for i, (problem, draws) in enumerate(problems) for block in blocks_of(draws, size)]
    # the problems of one block follow one another: they share most of what is drawn
    work.sort(key=lambda one: one[2].start)
    results = executor.map_blocks(_run, [(problem, block) for _, problem, block in work])

    def finish() -> list[Tally]:
        tallies: dict[int, Tally] = {}
        for done, ((i, problem, _), tally) in enumerate(zip(work, results, strict=True), 1):
            tally.belongs_to(problem)
            if i in tallies:
                tallies[i].merge(tally)
            else:
                tallies[i] = tally
            if progress is not None:
                progress(done, len(work))
        return [tallies[i] for i in range(len(problems))]

    return finish


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
