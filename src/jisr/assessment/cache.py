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

__all__ = ["keep", "keep_text", "read_kept", "read_kept_text"]


def read_kept(plan: Plan, option: str | None = None) -> Assessment | None:
    """The kept assessment of a plan under an option; None when there is none, or it cannot be read."""
    try:
        return from_json(Assessment, read_kept_text(plan, "assessment", option) or "", ASSESSMENT_SCHEMA)
    except (ValueError, KeyError, TypeError):
        return None


def keep(plan: Plan, assessment: Assessment, option: str | None = None) -> None:
    """Keep an assessment; without a cache folder that can be written nothing is kept, and nothing is lost."""
    keep_text(plan, "assessment", to_json(ASSESSMENT_SCHEMA, assessment), option)


def read_kept_text(plan: Plan, name: str, option: str | None = None) -> str | None:
    """A kept result of a plan by name; None when there is none, or it cannot be read."""
    try:
        return _path(plan, name, option).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def keep_text(plan: Plan, name: str, text: str, option: str | None = None) -> None:
    """Keep a result by name, as JSON; without a cache folder that can be written nothing is kept, and nothing is lost."""
    path = _path(plan, name, option)
    scratch = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(text, encoding="utf-8")
        scratch.replace(path)
    except OSError:
        return


def _path(plan: Plan, name: str, option: str | None) -> Path:
    under = f"-{option}" if option else ""
    return cache_folder() / f"{name}-{_code_hash()}-{content_hash(plan)[:24]}{under}.json"


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
