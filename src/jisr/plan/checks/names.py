"""P402, P403: names that are missing in a language of the plan."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.columns import columns_of
from jisr.plan.plan import Plan
from jisr.plan.tables import TABLES

__all__ = ["check_names"]


def check_names(plan: Plan) -> list[Finding]:
    """The first language must be filled; for each other language and table one note counts what is blank."""
    found: list[Finding] = []
    first, *others = plan.partnership.languages
    for model in TABLES.values():
        for column in (one for one in columns_of(model).values() if one.is_text):
            if (model.table, column.name) in plan.columns and (
                model.table,
                f"{column.name}_{first}",
            ) not in plan.columns:
                found.append(finding("P402", plan.place(model.table), column=f"{column.name}_{first}", case="column"))
                continue
            texts = [(row, getattr(row, column.name) or {}) for row in plan.rows(model)]
            found += [
                finding(
                    "P402",
                    plan.place(model.table, row.key_text, f"{column.name}_{first}"),
                    row.key_text,
                    column=f"{column.name}_{first}",
                )
                for row, text in texts
                if not text.get(first)
            ]
            for language in others:
                blank = [row.key_text for row, text in texts if not text.get(language)]
                if blank and len(blank) < len(texts):
                    place = plan.place(model.table, blank[0], f"{column.name}_{language}")
                    found.append(finding("P403", place, len(blank), column=f"{column.name}_{language}"))
    return found
