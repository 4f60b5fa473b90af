"""Where blocks of draws are computed: this process, or a pool of processes. The result is the same bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

__all__ = ["Executor", "ProcessPool", "Serial", "default_executor"]

S = TypeVar("S")
T = TypeVar("T")

_MOST_WORKERS = 8
"""Beyond this the start of the workers costs more than a case of the usual size gives back."""


class Executor(Protocol):
    """Maps a function over the specifications of blocks, in order; workers return summaries, never trajectories."""

    def map_blocks(self, work: Callable[[S], T], specifications: Sequence[S]) -> Iterator[T]:
        """The results in the order of the specifications."""
        ...


class Serial:
    """The blocks one after another, in the calling process."""

    def map_blocks(self, work: Callable[[S], T], specifications: Sequence[S]) -> Iterator[T]:
        """The results in the order of the specifications."""
        return map(work, specifications)


class ProcessPool:
    """A pool of processes on this machine, started for the call and closed after it."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map_blocks(self, work: Callable[[S], T], specifications: Sequence[S]) -> Iterator[T]:
        """The results in the order of the specifications."""
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
        with ProcessPoolExecutor(self.workers, mp_context=context) as pool:
            yield from pool.map(work, specifications)


def default_executor(blocks: int) -> Executor:
    """A pool of as many processes as may run here at once, or this process when there is little to share."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = min(cores, blocks, _MOST_WORKERS)
    return Serial() if workers < 2 else ProcessPool(workers)
