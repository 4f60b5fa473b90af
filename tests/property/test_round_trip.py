"""Folder → plan → folder: nothing is lost, nothing is added, the same text comes out again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jisr.plan import Plan, Uncertain, read_workspace, workspace_files, write_workspace
from jisr.plan.uncertain import parse_uncertain

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_examples_survive_writing_and_reading(tmp_path: Path, example: str) -> None:
    first = read_workspace(ROOT / "examples" / example).plan
    assert first is not None
    write_workspace(first, tmp_path / "a")
    second = read_workspace(tmp_path / "a")
    assert not [one for one in second.findings if one.severity == "error"]
    assert second.plan == Plan(first.partnership, second.plan.tables)  # type: ignore[union-attr]
    assert {name: rows for name, rows in first.tables.items() if rows} == {
        name: rows
        for name, rows in second.plan.tables.items()  # type: ignore[union-attr]
        if rows
    }
    assert workspace_files(first) == workspace_files(second.plan)  # type: ignore[arg-type]


numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: float(f"{value:.9g}") + 0.0)


@given(
    st.one_of(
        st.just(Uncertain.unknown()),
        numbers.map(Uncertain.exact),
        st.tuples(numbers, numbers, numbers).map(lambda v: Uncertain(*sorted(v))),
    )
)
def test_an_uncertain_cell_survives_its_text(cell: Uncertain) -> None:
    assert parse_uncertain(str(cell)) == cell


names = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60).map(str.strip)


@settings(max_examples=25)
@given(names.filter(lambda name: name and not name.startswith(("=", "@"))))
def test_any_name_survives(name: str) -> None:
    plan = read_workspace(ROOT / "examples" / "three-areas").plan
    assert plan is not None
    rows = plan.tables["tasks"]
    named = plan.with_rows("tasks", [rows[0].model_copy(update={"name": {"en": name}}), *rows[1:]])
    with tempfile.TemporaryDirectory() as folder:
        write_workspace(named, Path(folder))
        again = read_workspace(Path(folder)).plan
    assert again is not None
    assert again.tables["tasks"][0].name == {"en": name}  # type: ignore[attr-defined]
