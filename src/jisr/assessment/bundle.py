"""The re-runnable bundle: one file with inputs, rules, results, and the command that reproduces them.

Layout (a zip with fixed dates and sorted names, so that the same numbers are the same bytes):
`manifest.json` (schema, version, seed, draws, command, hash of every file), `workspace/…` (the plan as it was
computed), `results/assessment.json`, `results/board.json`,
`results/forecasts.json` (what each series was expected to be, to be scored when the months arrive), and what else was
computed of it (`results/<name>.json`).
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jisr.assessment.board import BOARD_SCHEMA, board
from jisr.assessment.json_form import from_json, to_json
from jisr.assessment.result import Assessment
from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.plan import Plan, workspace_files
from jisr.threat import forecasts_text, stored_forecasts

__all__ = ["ASSESSMENT_SCHEMA", "Bundle", "bundle_bytes", "content_hash", "is_bundle", "read_bundle", "written_by"]

ASSESSMENT_SCHEMA = "jisr/assessment/1"
_MANIFEST_SCHEMA = "jisr/bundle/1"
_FORECASTS = "results/forecasts.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_OWN = frozenset({"assessment", "board", "forecasts"})
_LARGEST = 512 * 2**20
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, EOFError, RuntimeError)
"""What reading a zip, and JSON in it, raises: cut off, altered, encrypted, of an unknown compression, nested without end."""


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds: the files of the plan, by name, and the results."""

    files: Mapping[str, str]
    assessment: Assessment
    forecasts: str | None = None
    """The document of its stored forecasts; None in a bundle made before there were any."""
    others: Mapping[str, str] = field(default_factory=dict)
    """Other results by name, as JSON."""


def content_hash(plan: Plan) -> str:
    """SHA-256 of the plan's files in canonical form: the same content, the same numbers."""
    digest = hashlib.sha256()
    for name, text in sorted(workspace_files(plan).items()):
        digest.update(f"{name}\x00{len(text.encode())}\x00".encode())
        digest.update(text.encode())
    return digest.hexdigest()


def bundle_bytes(plan: Plan, assessment: Assessment, version: str, others: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a bundle; `others` are further results by name, as JSON."""
    files = {f"workspace/{name}": text for name, text in workspace_files(plan).items()}
    files["results/assessment.json"] = to_json(ASSESSMENT_SCHEMA, assessment)
    files["results/board.json"] = to_json(BOARD_SCHEMA, board(assessment))
    files[_FORECASTS] = forecasts_text(plan, stored_forecasts(plan))
    files |= {f"results/{name}.json": text for name, text in (others or {}).items()}
    option = f" --option {assessment.plan.option}" if assessment.plan.option else ""
    manifest = {
        "schema": _MANIFEST_SCHEMA,
        "jisr": version,
        "plan": assessment.plan.id,
        "content": assessment.plan.content,
        "seed": assessment.plan.seed,
        "draws": assessment.plan.draws,
        "command": f"jisr assess BUNDLE --draws {assessment.plan.draws} --seed {assessment.plan.seed}{option}",
        "files": {name: hashlib.sha256(text.encode()).hexdigest() for name, text in sorted(files.items())},
    }
    files["manifest.json"] = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in sorted(files.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode())
    return out.getvalue()


def is_bundle(path: Path) -> bool:
    """Whether a path is a file that looks like a bundle (a zip)."""
    return path.is_file() and zipfile.is_zipfile(path)


def read_bundle(path: Path) -> Bundle:
    """Read a bundle, verifying the hash of every file.

    Raises:
        PlanError: not a bundle, cut off, altered, or of a form this version does not read; with findings B101 and B102.
    """
    try:
        files = _files(path)
        manifest = json.loads(files.pop("manifest.json"))
        schema = str(manifest["schema"])
        hashes = manifest["files"] if schema == _MANIFEST_SCHEMA else {}
    except PlanError:
        raise
    except _UNREADABLE:
        raise PlanError([_bad(path, "B101", path.name)]) from None
    if schema != _MANIFEST_SCHEMA:
        raise PlanError([_of_other_form(path, schema, manifest)])
    wrong = [
        name for name in sorted(hashes) if hashlib.sha256(files.get(name, "").encode()).hexdigest() != hashes[name]
    ]
    wrong += sorted(set(files) - set(hashes))
    if wrong:
        raise PlanError([_bad(path, "B102", name) for name in wrong])
    try:
        assessment = from_json(Assessment, files["results/assessment.json"], ASSESSMENT_SCHEMA)
    except (KeyError, TypeError, ValueError):
        raise PlanError([_of_other_form(path, "results/assessment.json", manifest)]) from None
    workspace = {name.removeprefix("workspace/"): text for name, text in files.items() if name.startswith("workspace/")}
    results = {name.removeprefix("results/").removesuffix(".json"): text for name, text in files.items()}
    others = {name: text for name, text in results.items() if "/" not in name and name not in _OWN}
    return Bundle(workspace, assessment, files.get(_FORECASTS), others)


def written_by(path: Path) -> str | None:
    """The version of the program that wrote a bundle, `?` where it does not say; None of what is no bundle.

    Nothing is verified: whoever uses what a bundle holds reads it by `read_bundle`.
    """
    if not is_bundle(path):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("manifest.json").file_size > _LARGEST:
                return None
            manifest = json.loads(archive.read("manifest.json"))
        is_ours = str(manifest["schema"]).startswith(_MANIFEST_SCHEMA.rstrip("0123456789"))
    except _UNREADABLE:
        return None
    return _version(manifest) if is_ours else None


def _version(manifest: Mapping[str, object]) -> str:
    return str(manifest.get("jisr") or "?")


def _of_other_form(path: Path, what: str, manifest: Mapping[str, object]) -> Finding:
    """Whole as it was written, but not written as this version reads."""
    return finding("B101", Place(path.name), what, version=_version(manifest), case="form")


def _files(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > _LARGEST:
            raise PlanError([_bad(path, "B101", "size")])
        return {info.filename: archive.read(info).decode("utf-8") for info in archive.infolist()}


def _bad(path: Path, code: str, found: str) -> Finding:
    return finding(code, Place(path.name), found)
