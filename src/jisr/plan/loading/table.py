"""One CSV table → rows, with a finding at file:line:column for every cell that cannot be read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.columns import Column, columns_of
from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.loading.control_characters import control_character
from jisr.plan.row import Provenance, Row
from jisr.plan.unread import Unread, names_in

__all__ = ["ReadTable", "read_table"]


@dataclass(frozen=True)
class ReadTable:
    """Rows of a table with the line each begins on, and what was found on the way."""

    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]
    columns: Mapping[str, int]
    """Where each column stands, from 1; a text under its own name and under each language's."""
    unread: tuple[Unread, ...]


@dataclass(frozen=True)
class _Header:
    """For each column of the file: the field it fills, and the language when it is one of a text."""

    fields: tuple[tuple[str, str] | None, ...]
    has_strange: bool
    """Whether a column is not one of the table: what stands in it may be what a row seems to lack."""

    def position(self, field: str) -> int:
        """Column number of a field, from 1; 0 when the file has none."""
        return next((i for i, target in enumerate(self.fields, 1) if target and target[0] == field), 0)


def read_table(model: type[Row], text: str, name: str, languages: Sequence[str] | None) -> ReadTable:
    """Read the text of a table: comma, semicolon or tab separated, any line ends.

    Parameters: without `languages` a text may be in any.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    findings: list[Finding] = []
    rows: list[Row] = []
    lines: list[int] = []
    unread: list[Unread] = []
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
            if row is None:
                unread.append(_unread(model, _values(header, cells), found))
            else:
                rows.append(row)
                lines.append(start)
    except csv.Error as error:
        unread.append(Unread(model.table, is_whole_table=True))
        findings.append(_uncut(Place(name, line), str(error)))
    return ReadTable(tuple(rows), tuple(lines), tuple(findings), _columns(header), tuple(unread))


def _uncut(place: Place, reason: str) -> Finding:
    """What keeps a text from being cut into cells: one that is too long to be one, or a quotation mark out of place."""
    if "field limit" in reason:
        return finding("F107", place, csv.field_size_limit(), most=csv.field_size_limit(), case="long")
    return finding("F107", place, reason, case="quotes")


def _columns(header: _Header | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, target in enumerate(header.fields if header else (), 1):
        if target is not None:
            field, language = target
            found.setdefault(field, number)
            if language:
                found[f"{field}_{language}"] = number
    return found


def _unread(model: type[Row], values: dict[str, Any], findings: Sequence[Finding]) -> Unread:
    """What a row that cannot be read still says: its key and the ids in it, as far as they can be read."""
    columns = columns_of(model)
    wrong = {one.values.get("column", "").partition(".")[0] for one in findings}
    key = [str(values.get(name, "")).replace(" ", "") for name in model.key]
    is_keyed = not wrong & set(model.key) and "" not in wrong
    meant = {table for name in wrong & columns.keys() for table in columns[name].reference}
    return Unread(model.table, ",".join(key) if is_keyed else None, names_in(model, values), frozenset(meant))


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _read_header(
    model: type[Row], cells: Sequence[str], name: str, line: int, languages: Sequence[str] | None
) -> tuple[_Header, list[Finding]]:
    columns = columns_of(model)
    targets: list[tuple[str, str] | None] = []
    findings: list[Finding] = []
    for number, cell in enumerate(cells, 1):
        place = Place(name, line, number)
        title, _, unit = cell.strip().partition("[")
        target = _target(columns, title.strip(), languages)
        if target is None and cell.strip():
            findings.append(_unknown_column(columns, place, cell.strip(), languages))
        elif target in targets and target is not None:
            findings.append(finding("F111", place, cell.strip()))
        elif target is not None and unit and unit.rstrip("]").strip() != columns[target[0]].unit:
            findings.append(finding("F110", place, unit.rstrip("]"), expected=columns[target[0]].unit))
        targets.append(target)
    there = {target[0] for target in targets if target}
    if not there:
        known = " ".join(_titles(columns, languages))
        return _Header(tuple(targets), True), [finding("F106", Place(name, line), cells[0], known=known, case="header")]
    findings += [
        finding("F106", Place(name, line), column.name)
        for column in columns.values()
        if column.required and column.name not in there
    ]
    strange = any(cell.strip() and target is None for cell, target in zip(cells, targets, strict=True))
    return _Header(tuple(targets), strange), findings


def _unknown_column(columns: dict[str, Column], place: Place, title: str, languages: Sequence[str] | None) -> Finding:
    stem, _, language = title.rpartition("_")
    if stem in columns and columns[stem].is_text and _is_language(language, None):
        return finding("F105", place, title, language=language, case="language")
    return finding("F105", place, title, known=" ".join(_titles(columns, languages)))


def _target(columns: dict[str, Column], title: str, languages: Sequence[str] | None) -> tuple[str, str] | None:
    if title in columns and not columns[title].is_text:
        return title, ""
    stem, _, language = title.rpartition("_")
    if stem in columns and columns[stem].is_text and _is_language(language, languages):
        return stem, language
    return None


def _is_language(text: str, languages: Sequence[str] | None) -> bool:
    return text in languages if languages is not None else re.fullmatch(r"[a-z]{2,3}", text) is not None


def _titles(columns: dict[str, Column], languages: Sequence[str] | None) -> list[str]:
    ordered = sorted(columns.values(), key=lambda column: column.name in Provenance.model_fields)
    return [
        title
        for column in ordered
        for title in (
            [f"{column.name}_{language}" for language in languages or ("en",)] if column.is_text else [column.name]
        )
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
        elif character := control_character(cell):
            findings.append(finding("C219", Place(name, line, number), character))
    if findings:
        return None, findings
    try:
        return model.model_validate(values), findings
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if not _follows(one, header)]
        return None, cell_findings(details, lambda loc: Place(name, line, header.position(str(loc[0]) if loc else "")))


def _follows(error: ErrorDetails, header: _Header) -> bool:
    """Whether a cell lacks only because its column does, which is said once, of the header."""
    if error["type"] == "missing":
        return not header.position(str(error["loc"][0]))
    return error["type"] == "provenance" and header.has_strange


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
