"""A workspace folder → a plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.boundaries import Boundaries, read_boundaries
from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.loading.files import read_text
from jisr.plan.loading.table import read_table
from jisr.plan.loading.yaml_text import read_yaml
from jisr.plan.partnership import Partnership
from jisr.plan.plan import Plan
from jisr.plan.row import Row
from jisr.plan.tables import TABLES

__all__ = ["Loaded", "read_workspace"]

_PARTNERSHIP = "partnership.yaml"


@dataclass(frozen=True)
class Loaded:
    """What reading a workspace gave: a plan of the rows that could be read, and all findings.

    `plan` is None when `partnership.yaml` itself cannot be read. A plan beside findings of severity *error* lacks the
    rows they are about: good for further checks, not for computing.
    """

    plan: Plan | None
    findings: tuple[Finding, ...]


def read_workspace(folder: Path) -> Loaded:
    """Read every table of a workspace folder; nothing is written."""
    partnership, findings = _read_partnership(folder)
    languages = partnership.languages if partnership else ("en",)
    tables: dict[str, tuple[Row, ...]] = {}
    places: dict[tuple[str, str], Place] = {}
    for model in TABLES.values():
        rows, found = _read_one(model, folder, languages, places)
        tables[model.table] = rows
        findings += found
    findings += _unknown_files(folder)
    boundaries, found = _read_boundaries(folder, partnership)
    findings += found
    plan = Plan(partnership, tables, places, boundaries) if partnership else None
    return Loaded(plan, tuple(sorted(findings, key=Finding.sort_key)))


def _read_partnership(folder: Path) -> tuple[Partnership | None, list[Finding]]:
    text, findings = read_text(folder / _PARTNERSHIP, _PARTNERSHIP, required=True)
    if text is None:
        return None, findings
    read = read_yaml(text, _PARTNERSHIP)
    findings += read.findings
    if not isinstance(read.data, dict):
        return None, findings or [finding("F109", Place(_PARTNERSHIP, 1, 1), type(read.data).__name__)]
    try:
        return Partnership.model_validate(read.data), findings
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, findings + cell_findings(details, lambda path: read.place(path, _PARTNERSHIP))


def _read_boundaries(folder: Path, partnership: Partnership | None) -> tuple[Boundaries | None, list[Finding]]:
    setting = None if partnership is None else partnership.boundaries
    if setting is None:
        return None, []
    text, findings = read_text(folder / setting.file, setting.file, required=True)
    return (None, findings) if text is None else read_boundaries(text, setting.file, setting.property)


def _read_one(
    model: type[Row], folder: Path, languages: tuple[str, ...], places: dict[tuple[str, str], Place]
) -> tuple[tuple[Row, ...], list[Finding]]:
    name = f"tables/{model.table}.csv"
    path = folder / "tables" / f"{model.table}.csv"
    if not path.exists() and not model.required:
        return (), []
    text, findings = read_text(path, name, required=model.required)
    if text is None:
        return (), findings
    read = read_table(model, text, name, languages)
    findings += read.findings
    kept: list[Row] = []
    for row, line in zip(read.rows, read.lines, strict=True):
        key = (model.table, row.key_text)
        if key in places:
            findings.append(finding("R302", Place(name, line), row.key_text, first=str(places[key])))
            continue
        places[key] = Place(name, line)
        kept.append(row)
    if model.required and not kept and not findings:
        findings.append(finding("F102", Place(name), name, case="required"))
    return tuple(kept), findings


def _unknown_files(folder: Path) -> list[Finding]:
    known = {f"{name}.csv" for name in TABLES}
    tables = folder / "tables"
    if not tables.is_dir():
        return []
    return [
        finding("F108", Place(f"tables/{path.name}"), path.name)
        for path in sorted(tables.iterdir())
        if path.suffix == ".csv" and path.name not in known
    ]
