"""Long work seen from the terminal: processes, and a bar that shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jisr.assessment import Executor

__all__ = ["processes", "progress"]


@contextmanager
def processes() -> Iterator[Executor]:
    """As many processes as may run here, started with the first work and stopped at the end."""
    from jisr.assessment import default_executor

    executor = default_executor()
    try:
        yield executor
    finally:
        executor.close()


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error where somebody looks at it; nothing where output is kept."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of)
            bar.update(tasks[stage], completed=done, total=of)

        yield show
