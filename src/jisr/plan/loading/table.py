"""One CSV table → rows, with a finding at file:line:column for every cell that cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.columns import Column, columns_of
from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.row import Row

__all__ = ["ReadTable", "read_table"]


@dataclass(frozen=True)
class ReadTable:
    """Rows of a table with the line each begins on, and what was found on the way."""

    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Header:
    """For each column of the file: the field it fills, and the language when it is one of a text."""

    fields: tuple[tuple[str, str] | None, ...]

    def position(self, field: str) -> int:
        """Column number of a field, from 1; 0 when the file has none."""
        return next((i for i, target in enumerate(self.fields, 1) if target and target[0] == field), 0)


def read_table(model: type[Row], text: str, name: str, languages: Sequence[str]) -> ReadTable:
    """Read the text of a table: comma, semicolon or tab separated, any line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    findings: list[Finding] = []
    rows: list[Row] = []
    lines: list[int] = []
    header: _Header | None = None
    line = 1
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header, found = _read_header(model, cells, name, start, languages)
                findings += found
                continue
            row, found = _read_row(model, header, cells, name, start)
            findings += found
            if row is not None:
                rows.append(row)
                lines.append(start)
    except csv.Error as error:
        findings.append(finding("F107", Place(name, line), str(error), case="quotes"))
    return ReadTable(tuple(rows), tuple(lines), tuple(findings))


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _read_header(
    model: type[Row], cells: Sequence[str], name: str, line: int, languages: Sequence[str]
) -> tuple[_Header, list[Finding]]:
    columns = columns_of(model)
    targets: list[tuple[str, str] | None] = []
    findings: list[Finding] = []
    for number, cell in enumerate(cells, 1):
        place = Place(name, line, number)
        title, _, unit = cell.strip().partition("[")
        target = _target(columns, title.strip(), languages)
        if target is None and cell.strip():
            findings.append(finding("F105", place, cell.strip(), known=" ".join(_titles(columns, languages))))
        elif target in targets and target is not None:
            findings.append(finding("F111", place, cell.strip()))
        elif target is not None and unit and unit.rstrip("]").strip() != columns[target[0]].unit:
            findings.append(finding("F110", place, unit.rstrip("]"), expected=columns[target[0]].unit))
        targets.append(target)
    there = {target[0] for target in targets if target}
    findings += [
        finding("F106", Place(name, line), column.name)
        for column in columns.values()
        if column.required and column.name not in there
    ]
    return _Header(tuple(targets)), findings


def _target(columns: dict[str, Column], title: str, languages: Sequence[str]) -> tuple[str, str] | None:
    if title in columns and not columns[title].is_text:
        return title, ""
    stem, _, language = title.rpartition("_")
    if stem in columns and columns[stem].is_text and language in languages:
        return stem, language
    return None


def _titles(columns: dict[str, Column], languages: Sequence[str]) -> list[str]:
    return [
        title
        for column in columns.values()
        for title in ([f"{column.name}_{language}" for language in languages] if column.is_text else [column.name])
    ]


def _read_row(
    model: type[Row], header: _Header, cells: Sequence[str], name: str, line: int
) -> tuple[Row | None, list[Finding]]:
    findings: list[Finding] = []
    if len(cells) > len(header.fields) and any(cell.strip() for cell in cells[len(header.fields) :]):
        place = Place(name, line, len(header.fields) + 1)
        findings.append(finding("F107", place, len(cells), expected=len(header.fields)))
    values = _values(header, cells)
    for number, cell in enumerate(cells, 1):
        if _is_formula(cell):
            findings.append(finding("C204", Place(name, line, number), cell.strip()))
    if findings:
        return None, findings
    try:
        return model.model_validate(values), findings
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, cell_findings(details, lambda loc: Place(name, line, header.position(str(loc[0]) if loc else "")))


def _is_formula(cell: str) -> bool:
    """A spreadsheet would compute it: `=…`, or `@…` as old spreadsheets do (CSV injection, OWASP)."""
    return cell.lstrip().startswith(("=", "@"))


def _values(header: _Header, cells: Sequence[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for target, cell in zip(header.fields, cells, strict=False):
        text = cell.strip()
        if target is None or not text:
            continue
        field, language = target
        if language:
            values.setdefault(field, {})[language] = text
        else:
            values[field] = text
    return values
