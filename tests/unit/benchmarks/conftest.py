from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"


@pytest.fixture(scope="session")
def benchmark_module() -> Iterator[Callable[[str], Any]]:
    """Imports a module of the benchmarks by name, as their commands do."""
    folders = [str(BENCHMARKS / "peers"), str(BENCHMARKS)]
    sys.path[:0] = folders
    yield importlib.import_module
    sys.path[:] = [folder for folder in sys.path if folder not in folders]
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(folders[1]):
            del sys.modules[name]
