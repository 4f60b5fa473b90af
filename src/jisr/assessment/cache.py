"""Assessments kept by content: the same plan is not computed twice. In the user's cache folder, never in the workspace."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jisr.assessment.bundle import ASSESSMENT_SCHEMA, content_hash
from jisr.assessment.json_form import from_json, to_json
from jisr.assessment.result import Assessment
from jisr.cache_folder import cache_folder
from jisr.plan import Plan

__all__ = ["keep", "read_kept"]


def read_kept(plan: Plan, option: str | None = None) -> Assessment | None:
    """The kept assessment of a plan under an option; None when there is none, or it cannot be read."""
    try:
        return from_json(Assessment, _path(plan, option).read_text(encoding="utf-8"), ASSESSMENT_SCHEMA)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(plan: Plan, assessment: Assessment, option: str | None = None) -> None:
    """Keep an assessment; without a cache folder that can be written nothing is kept, and nothing is lost."""
    path = _path(plan, option)
    scratch = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(to_json(ASSESSMENT_SCHEMA, assessment), encoding="utf-8")
        scratch.replace(path)
    except OSError:
        return


def _path(plan: Plan, option: str | None) -> Path:
    under = f"-{option}" if option else ""
    return cache_folder() / f"assessment-{_code_hash()}-{content_hash(plan)[:24]}{under}.json"


def _code_hash() -> str:
    """What computes: a change of the code or of its numerical libraries is another result."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for name in ("numpy", "scipy", "ortools"):
        try:
            digest.update(f"{name}=={version(name)}".encode())
        except PackageNotFoundError:
            digest.update(name.encode())
    return digest.hexdigest()[:12]
