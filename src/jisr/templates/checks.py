"""What a plan that starts from templates still has to replace."""

from __future__ import annotations

from collections.abc import Iterator

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import TABLES, Plan, Row
from jisr.templates.library import library

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """K642 rows that still hold the placeholders of a template: one note a table, at the first of them."""
    found = []
    for table, model in TABLES.items():
        left = list(_placeholders(plan.rows(model)))
        if left:
            column = "reason" if "reason" in model.model_fields else "evidence"
            place = plan.place(table, left[0].key_text, column)
            found.append(finding("K642", place, len(left), table=table))
    return found


def _placeholders(rows: tuple[Row, ...]) -> Iterator[Row]:
    """Rows with the reason of a placeholder, or a source that stands for one."""
    shelf = library()
    reason = shelf.placeholder["reason"]
    sources = {row["evidence"] for row in shelf.tables["evidence"]}
    for row in rows:
        cited = getattr(row, "evidence", ())
        if getattr(row, "reason", None) == reason or sources & set((cited,) if isinstance(cited, str) else cited):
            yield row
