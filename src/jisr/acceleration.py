"""Compiled kernels: used where numba is installed, with the NumPy path beside them that gives the same figures.

`JISR_FAST=0` turns them off. Compiled code is kept in the user's cache folder, under a name made from the sources of all
kernels and the versions of the compiler, so that a change of one function can never meet stale code of another; where that
folder cannot be written, code is compiled anew in each process.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["draws_last", "enabled", "kernel", "numpy_only"]

F = TypeVar("F", bound=Callable[..., Any])
N = TypeVar("N", bound=np.generic)
_OFF = "JISR_FAST"


class _Switch:
    """Asking the environment itself costs more than many a kernel."""

    off = os.environ.get(_OFF, "1") == "0"


_switch = _Switch()


def enabled() -> bool:
    """Whether kernels are used in this process; what the environment says is read when the process first asks."""
    return not _switch.off and _installed()


@contextmanager
def numpy_only() -> Iterator[None]:
    """Compute without kernels for a while, in this process and in those it starts."""
    before, off = os.environ.get(_OFF), _switch.off
    os.environ[_OFF] = "0"
    _switch.off = True
    try:
        yield
    finally:
        _switch.off = off
        if before is None:
            del os.environ[_OFF]
        else:
            os.environ[_OFF] = before


def kernel(function: F) -> F:
    """Compile a function when it is first called; it lets other threads run meanwhile.

    No reordering of arithmetic is allowed (`fastmath` stays off): not-a-number stays visible, and one order of sums holds
    for every block and executor. What only other kernels call, named with an underscore, gets no door to Python and no file
    of its own: a third of the time to compile it.
    """
    import numba

    inside = function.__name__.startswith("_")
    options = {"no_cpython_wrapper": inside, "no_cfunc_wrapper": True}
    cached = _cache_is_set() and not inside
    return numba.njit(cache=cached, nogil=True, error_model="numpy", **options)(function)  # type: ignore[no-any-return]


def draws_last(array: NDArray[N]) -> NDArray[N]:
    """What a kernel reads of an array whose first axis is the draws: its axes turned round, draws side by side in memory.

    Arrays of the month loop are made so (`order="F"`), and cost nothing to turn; others are copied. Side by side, eight
    draws are computed at once; and the compiler meets one kind of array, however few columns there are.
    """
    turned = array.T
    return turned if turned.flags.c_contiguous else np.ascontiguousarray(turned)


@cache
def _installed() -> bool:
    return find_spec("numba") is not None


@cache
def _cache_is_set() -> bool:
    """Point the compiler to the user's cache folder; False where it cannot be written."""
    import numba

    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = root / "jisr" / f"compiled-{_sources_hash()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    numba.config.CACHE_DIR = str(folder)
    return os.access(folder, os.W_OK)


def _sources_hash() -> str:
    digest = hashlib.sha256(f"{version('numba')} {version('llvmlite')} {version('numpy')}".encode())
    for path in sorted(Path(__file__).parent.rglob("*kernels.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
