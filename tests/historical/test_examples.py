"""Every example comes with the project, is offered to a newcomer, and has no error."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from historical.case import EXAMPLES, ROOT

import jisr
from jisr.api import EXAMPLES as OFFERED
from jisr.cli.verbs.new import new
from jisr.plan import TABLES, Provenance

HISTORY = ("afghan-air-force-2021", "afghan-police-ratings", "iraqi-presence")


def test_the_folder_the_list_and_the_package_agree() -> None:
    there = {path.parent.name for path in EXAMPLES.glob("*/partnership.yaml")}
    assert there == set(OFFERED)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {path.removeprefix("examples/") for path in packed if path.startswith("examples/")} == there
    assert all(name in str(new.__annotations__["example"]) for name in OFFERED)


@pytest.mark.parametrize("name", HISTORY)
def test_a_new_workspace_from_it_has_no_error(name: str, tmp_path: Path) -> None:
    assert not [one for one in jisr.check(jisr.new(tmp_path / name, name)) if one.severity == "error"]


@pytest.mark.parametrize("name", HISTORY)
def test_every_row_says_where_it_comes_from(name: str) -> None:
    plan = jisr.load(EXAMPLES / name)
    for model in TABLES.values():
        for row in plan.rows(model):
            if not isinstance(row, Provenance) or row.basis is None:
                continue
            assert row.evidence if row.basis == "sourced" else row.reason, row
    assert all((ROOT / "docs" / "validation" / f"{one}.md").is_file() for one in HISTORY)
