"""Where blocks of draws are computed: this process, or a pool of processes. The result is the same bytes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["Executor", "ProcessPool", "Serial", "default_executor"]

S = TypeVar("S")
T = TypeVar("T")

_MOST_WORKERS = 8
"""Beyond this the start of the workers costs more than a case of the usual size gives back."""

_TOGETHER = 3
"""Specifications sent at once; more would leave a process without work at the end."""


class Executor(Protocol):
    """Maps a function over the specifications of blocks, in order; workers return summaries, never trajectories."""

    @property
    def workers(self) -> int:
        """How many specifications are worked on at once."""
        ...

    def map_blocks(
        self, work: Callable[[S], T], specifications: Sequence[S], *, together: int = _TOGETHER
    ) -> Iterator[T]:
        """The results in the order of the specifications, of which at most `together` travel to a process at once."""
        ...

    def warm(self) -> None:
        """Begin to start what the executor needs; it may be called at any time and waits for nothing."""
        ...

    def close(self) -> None:
        """Give back what the executor holds; nothing may be mapped afterwards."""
        ...


class Serial:
    """The blocks one after another, in the calling process."""

    workers = 1

    def map_blocks(
        self, work: Callable[[S], T], specifications: Sequence[S], *, together: int = _TOGETHER
    ) -> Iterator[T]:
        """The results in the order of the specifications."""
        del together
        return map(work, specifications)

    def close(self) -> None:
        """Nothing is held."""

    def warm(self) -> None:
        """Nothing to start."""


class ProcessPool:
    """A pool of processes on this machine, started with the first block and kept until it is closed."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def map_blocks(
        self, work: Callable[[S], T], specifications: Sequence[S], *, together: int = _TOGETHER
    ) -> Iterator[T]:
        """The results in the order of the specifications; what those sent together have in common travels once."""
        if self._pool is None:
            self._pool = self._start()
        return self._pool.map(work, specifications, chunksize=min(together, -(-len(specifications) // self.workers)))

    @property
    def workers(self) -> int:
        """How many processes there are."""
        return self._workers

    def warm(self) -> None:
        """Start the workers now, so that they load while the plan is read."""
        if self._pool is None:
            self._pool = self._start()
            for _ in range(self.workers):
                self._pool.submit(_ready)

    def close(self) -> None:
        """Stop the workers at once: who closes has what it wanted, or was interrupted and wants nothing more."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        workers = list((pool._processes or {}).values())  # noqa: SLF001 - public only from Python 3.14 (terminate_workers)
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        if os.name != "posix":
            spawning = multiprocessing.get_context("spawn")
            return ProcessPoolExecutor(self.workers, mp_context=spawning, initializer=_leave_interruptions)
        context = multiprocessing.get_context("forkserver")
        # the server imports once, before any thread exists; its workers are forks of it
        context.set_forkserver_preload(["jisr.assessment.run", "scipy.special"])
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=_leave_interruptions)


def _leave_interruptions() -> None:
    """A terminal interrupts every process of its group; a worker leaves that to the one that started it.

    Interrupted in the middle of taking or giving back work, it would hold a lock that all others wait for.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ready() -> None:
    """Import what a block needs."""
    import jisr.assessment.run  # noqa: F401 - loading it is the work


def default_executor() -> Executor:
    """A pool of as many processes as may run here at once; this process where that is one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = min(cores, _MOST_WORKERS)
    return Serial() if workers < 2 else ProcessPool(workers)
