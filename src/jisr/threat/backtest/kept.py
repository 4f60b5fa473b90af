"""Scores kept as they are computed, so that a killed backtest goes on where it was."""

from __future__ import annotations

import hashlib
import os
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from jisr.cache_folder import cache_folder
from jisr.threat.backtest.unit_scores import UnitScores
from jisr.threat.panel import Panel

__all__ = ["Shelf"]


class Shelf:
    """A place of scores in the user's cache folder, named by everything that decides them."""

    def __init__(self, panel: Panel, settings: tuple[object, ...]) -> None:
        digest = hashlib.sha256(_code_hash().encode())
        digest.update(panel.values.tobytes())
        digest.update(repr((panel.values.shape, str(panel.first), panel.areas, settings)).encode())
        self.path = cache_folder() / f"backtest-{digest.hexdigest()[:32]}.npz"

    def read(self) -> UnitScores | None:
        """What was kept; None when there is nothing that can be read."""
        try:
            with self.path.open("rb") as file, np.load(file) as kept:
                return UnitScores(**{one.name: kept[one.name] for one in fields(UnitScores)})
        except (OSError, ValueError, KeyError, BadZipFile):
            return None

    def keep(self, scores: UnitScores) -> None:
        """Keep scores whole; without a folder that can be written nothing is kept, and nothing is lost."""
        scratch = self.path.with_suffix(f".{os.getpid()}.npz")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            np.savez_compressed(scratch, **{one.name: getattr(scores, one.name) for one in fields(UnitScores)})
            scratch.replace(self.path)
        except OSError:
            return


@cache
def _code_hash() -> str:
    """What computes: a change of the code or of its numerical libraries is another result."""
    digest = hashlib.sha256()
    package = Path(__file__).parents[2]
    for path in [*sorted((package / "threat").rglob("*.py")), package / "keyed_random.py"]:
        digest.update(path.read_bytes())
    for name in ("numpy", "scipy", "scikit-learn"):
        try:
            digest.update(f"{name}=={version(name)}".encode())
        except PackageNotFoundError:
            digest.update(name.encode())
    return digest.hexdigest()
