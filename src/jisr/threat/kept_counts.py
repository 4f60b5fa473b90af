"""Counts of an event file kept by its content: a file of hundreds of megabytes is read once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from jisr.cache_folder import cache_folder
from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, LeftOut, MonthCounts

__all__ = ["counts_through_cache"]


def counts_through_cache(source: str, paths: Sequence[Path], content: str, request: CountRequest) -> MonthCounts:
    """The counts a source gives of files, from the user's cache folder where they are already there.

    Parameters: `content` is the hash of the files.

    Raises:
        PlanError: with every finding about the files.
    """
    names = [path.name for path in paths]
    key = hashlib.sha256(repr((source, names, content, request, _code_hash())).encode()).hexdigest()[:32]
    path = cache_folder() / f"counts-{key}.npz"
    kept = _read(path)
    if kept is not None:
        return kept
    counts = SOURCES[source].counts(paths, request)
    _keep(path, counts)
    return counts


def _read(path: Path) -> MonthCounts | None:
    try:
        with path.open("rb") as file, np.load(file) as kept:
            told = json.loads(str(kept["told"]))
            left_out = tuple(
                LeftOut(reason, events, value, tuple(names)) for reason, events, value, names in told["left_out"]
            )
            return MonthCounts(
                kept["values"], Month(told["first"]), tuple(told["units"]), told["unit"], told["vintage"], left_out
            )
    except (OSError, ValueError, KeyError, TypeError, BadZipFile):
        return None


def _keep(path: Path, counts: MonthCounts) -> None:
    """Keep counts whole; without a folder that can be written nothing is kept, and nothing is lost."""
    told = {
        "first": counts.first.ordinal,
        "units": counts.units,
        "unit": counts.unit,
        "vintage": counts.vintage,
        "left_out": [(one.reason, one.events, one.value, one.reported) for one in counts.left_out],
    }
    scratch = path.with_suffix(f".{os.getpid()}.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(scratch, values=counts.values, told=json.dumps(told))
        scratch.replace(path)
    except OSError:
        return


@cache
def _code_hash() -> str:
    """What reads: a change of the sources or of the library that reads files may be other counts."""
    digest = hashlib.sha256(version("duckdb").encode())
    for path in sorted((Path(__file__).parent / "sources").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
