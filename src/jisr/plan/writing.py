"""A plan → a workspace folder; reading it back gives the same plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from jisr.plan.columns import Column, columns_of
from jisr.plan.plan import Plan
from jisr.plan.row import Row
from jisr.plan.tables import TABLES
from jisr.plan.uncertain import show_month

__all__ = ["workspace_files", "write_workspace"]


def write_workspace(plan: Plan, folder: Path) -> None:
    """Write the plan's files into a folder that is made when it is missing.

    Raises:
        OSError: the folder cannot be written.
    """
    for name, text in workspace_files(plan).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def workspace_files(plan: Plan) -> dict[str, str]:
    """The text of each file of the plan's workspace, by name; empty optional tables are left out."""
    data = plan.partnership.model_dump(mode="json", exclude_none=True)
    files = {"partnership.yaml": yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)}
    if plan.boundaries is not None:
        files[plan.boundaries.file] = plan.boundaries.text
    for name, model in TABLES.items():
        rows = plan.rows(model)
        if rows or model.required:
            files[f"tables/{name}.csv"] = _table_text(model, rows, plan.partnership.languages)
    return files


def _table_text(model: type[Row], rows: Sequence[Row], languages: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    columns = columns_of(model).values()
    writer.writerow([title for column in columns for title in _titles(column, languages)])
    for row in rows:
        writer.writerow([cell for column in columns for cell in _cells(row, column, languages)])
    return out.getvalue()


def _titles(column: Column, languages: Sequence[str]) -> list[str]:
    return [f"{column.name}_{language}" for language in languages] if column.is_text else [column.name]


def _cells(row: Row, column: Column, languages: Sequence[str]) -> list[str]:
    value: Any = getattr(row, column.name)
    if column.is_text:
        return [(value or {}).get(language, "") for language in languages]
    if value is None:
        return [""]
    if column.kind == "uncertain month":
        return [show_month(value)]
    if column.kind == "ids":
        return [" ".join(value)]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return [f"{value:.12g}" if isinstance(value, float) else str(value)]
