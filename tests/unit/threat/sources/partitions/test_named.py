from __future__ import annotations

from pathlib import Path

import pytest

from jisr.findings import PlanError
from jisr.threat.sources import PrioGrid, Reported, partition_named, read_names


def test_words_name_partitions() -> None:
    assert partition_named("country") == Reported("country")
    assert partition_named("admin1", names={"a": "b"}, country="c") == Reported("admin1", {"a": "b"}, only="c")
    assert partition_named("prio-grid", precision=2) == PrioGrid(least_precision=2)


@pytest.mark.parametrize(
    ("what", "options"),
    [("country", {"precision": 3}), ("admin1", {"property_": "name"}), ("prio-grid", {"names": {"a": "b"}})],
)
def test_options_that_do_not_go_together(what: str, options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="reported"):
        partition_named(what, **options)  # type: ignore[arg-type]


def test_names_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("reported,unit\n Al Anbār province ,anbar\nSea,\n", encoding="utf-8")
    assert read_names(path) == {"Al Anbār province": "anbar"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("a,b\nx,y,z\n", "S103"), ("a,b\n", "S103"), (None, "F101"), ("a,b\nx,y\nz,y\nx,y\nx,z\n", "R302")],
)
def test_bad_names_are_found(tmp_path: Path, text: str | None, code: str) -> None:
    path = tmp_path / "names.csv"
    if text is not None:
        path.write_text(text)
    with pytest.raises(PlanError) as caught:
        read_names(path)
    assert [one.code for one in caught.value.findings] == [code]
