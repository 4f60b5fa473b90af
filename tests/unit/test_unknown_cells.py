"""A `?` in any column is computed or is a finding; it is never a crash, and never NaN in a result."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.assessment import ASSESSMENT_SCHEMA, to_json
from jisr.plan import TABLES, Uncertain, columns_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "three-areas"
UNCERTAIN = [
    (name, column.name)
    for name, model in TABLES.items()
    for column in columns_of(model).values()
    if column.is_uncertain
]


@pytest.mark.parametrize(("table", "column"), UNCERTAIN, ids=lambda part: part)
def test_unknown_everywhere_in_a_column(table: str, column: str) -> None:
    plan = jisr.load(EXAMPLE)
    rows = plan.rows(TABLES[table])
    unknown = [
        row.model_copy(update={column: Uncertain.unknown()}) if isinstance(getattr(row, column), Uncertain) else row
        for row in rows
    ]
    spoilt = plan.with_rows(table, unknown)
    errors = [one for one in jisr.check(spoilt) if one.severity == "error"]
    if errors:
        assert {one.code for one in errors} == {"E401"}
        return
    _, assessment = jisr.assess(spoilt, draws=100)
    assert to_json(ASSESSMENT_SCHEMA, assessment)
