"""A workspace folder → a plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.boundaries import Boundaries, read_boundaries
from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.loading.files import read_text
from jisr.plan.loading.table import ReadTable, read_table
from jisr.plan.loading.yaml_text import read_yaml
from jisr.plan.partnership import Partnership
from jisr.plan.plan import Plan
from jisr.plan.row import Row
from jisr.plan.tables import TABLES
from jisr.plan.unread import Unread, names_in

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
    settings = _read_partnership(folder)
    findings = [*settings.findings]
    tables: dict[str, tuple[Row, ...]] = {}
    places = dict(settings.places)
    columns: dict[tuple[str, str], int] = {}
    unread: list[Unread] = []
    for model in TABLES.values():
        read = _read_one(model, folder, settings.languages, places)
        tables[model.table] = read.rows
        columns |= {(model.table, name): number for name, number in read.columns.items()}
        unread += read.unread
        findings += read.findings
    if not (folder / "tables").is_dir():
        findings = [*settings.findings, finding("F101", Place("tables"), "tables", case="folder")]
    findings += _unknown_files(folder)
    boundaries, found = _read_boundaries(folder, settings.partnership)
    findings += found
    plan = None
    if settings.partnership:
        plan = Plan(settings.partnership, tables, places, boundaries, columns, tuple(unread))
    return Loaded(plan, tuple(sorted(findings, key=Finding.sort_key)))


@dataclass(frozen=True)
class _Settings:
    """What `partnership.yaml` gave: without a partnership still the languages, so that no column is called unknown."""

    partnership: Partnership | None
    languages: tuple[str, ...] | None
    places: dict[tuple[str, str], Place]
    findings: tuple[Finding, ...]


def _read_partnership(folder: Path) -> _Settings:
    text, findings = read_text(folder / _PARTNERSHIP, _PARTNERSHIP, required=True)
    if text is None:
        return _Settings(None, None, {}, tuple(findings))
    read = read_yaml(text, _PARTNERSHIP)
    findings += read.findings
    if not isinstance(read.data, dict):
        findings = findings or [finding("F109", Place(_PARTNERSHIP, 1, 1), type(read.data).__name__)]
        return _Settings(None, None, {}, tuple(findings))
    places = {("partnership", ".".join(map(str, path))): place for path, place in read.places.items()}
    try:
        partnership = Partnership.model_validate(read.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        findings += cell_findings(details, lambda path: read.place(path, _PARTNERSHIP))
        return _Settings(None, _languages(read.data.get("languages")), places, tuple(findings))
    return _Settings(partnership, partnership.languages, places, tuple(findings))


def _languages(written: object) -> tuple[str, ...] | None:
    """The languages as they are written, where they are a list; None allows any."""
    is_list = isinstance(written, list) and written and all(isinstance(one, str) for one in written)
    return tuple(written) if is_list else None  # type: ignore[arg-type]


def _read_boundaries(folder: Path, partnership: Partnership | None) -> tuple[Boundaries | None, list[Finding]]:
    setting = None if partnership is None else partnership.boundaries
    if setting is None:
        return None, []
    text, findings = read_text(folder / setting.file, setting.file, required=True)
    return (None, findings) if text is None else read_boundaries(text, setting.file, setting.property)


def _read_one(
    model: type[Row], folder: Path, languages: tuple[str, ...] | None, places: dict[tuple[str, str], Place]
) -> ReadTable:
    """The rows of a table under different keys; each enters `places`."""
    name = f"tables/{model.table}.csv"
    path = folder / "tables" / f"{model.table}.csv"
    if not os.path.lexists(path) and not model.required:
        return ReadTable((), (), (), {}, ())
    whole = (Unread(model.table, is_whole_table=True),)
    text, findings = read_text(path, name, required=model.required)
    if text is None:
        return ReadTable((), (), tuple(findings), {}, whole)
    read = read_table(model, text, name, languages)
    findings += read.findings
    kept: list[Row] = []
    unread = list(read.unread)
    for row, line in zip(read.rows, read.lines, strict=True):
        key = (model.table, row.key_text)
        if key in places:
            place = Place(name, line, read.columns.get(model.key[0], 0))
            findings.append(finding("R302", place, row.key_text, first=str(places[key])))
            unread.append(Unread(model.table, row.key_text, names_in(model, dict(row))))
            continue
        places[key] = Place(name, line)
        kept.append(row)
    if model.required and not kept and not findings:
        findings.append(finding("F102", Place(name), name, case="required"))
        unread += whole
    return ReadTable(tuple(kept), (), tuple(findings), read.columns, tuple(unread))


def _unknown_files(folder: Path) -> list[Finding]:
    known = {f"{name}.csv" for name in TABLES}
    tables = folder / "tables"
    if not tables.is_dir():
        return []
    return [
        finding("F108", Place(f"tables/{path.name}"), path.name)
        for path in sorted(tables.iterdir())
        if path.name not in known and path.suffix != ".md" and not path.name.startswith((".", "~"))
    ]
