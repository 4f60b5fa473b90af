from __future__ import annotations

from pathlib import Path

import pytest
from unit.threat.sources.ged_file import event, ged_csv

from jisr.findings import PlanError
from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, LeftOut, MonthCounts, Reported
from jisr.threat.sources.ucdp_release import release_of

REQUEST = CountRequest(Reported("country"))


def counts(*paths: Path) -> MonthCounts:
    return SOURCES["ucdp-candidate"].counts(paths, REQUEST)


@pytest.mark.parametrize(
    ("name", "version", "first", "last"),
    [
        ("ged251-csv.zip", "25.1", "1989-01", "2024-12"),
        ("GEDEvent_v25_1.csv", "25.1", "1989-01", "2024-12"),
        ("25.1", "25.1", "1989-01", "2024-12"),
        ("GEDEvent_v26_0_8.csv", "26.0.8", "2026-08", "2026-08"),
        ("26.0.12", "26.0.12", "2026-12", "2026-12"),
        ("GEDEvent_v26_01_26_06.csv", "26.01.26.06", "2026-01", "2026-06"),
    ],
)
def test_the_name_says_the_release(name: str, version: str, first: str, last: str) -> None:
    release = release_of(name)
    assert release is not None
    assert (release.version, str(release.first), str(release.last)) == (version, first, last)


@pytest.mark.parametrize("name", ["events.csv", "iraq_2017.csv", "GEDEvent_v26_0_13.csv"])
def test_other_names_say_none(name: str) -> None:
    assert release_of(name) is None


def test_each_month_is_taken_from_one_file(tmp_path: Path) -> None:
    final = ged_csv(tmp_path / "GEDEvent_v25_1.csv", event("2024-12-05", 1))
    monthly = ged_csv(tmp_path / "GEDEvent_v25_0_1.csv", event("2025-01-05", 10), event("2024-12-30", 500))
    revised = ged_csv(tmp_path / "GEDEvent_v25_01_25_03.csv", event("2025-01-05", 20), event("2025-03-05", 40))
    found = counts(monthly, final, revised)
    assert (str(found.first), str(found.last)) == ("1989-01", "2025-03")
    assert found.values[-4:, 0].tolist() == [1, 20, 0, 40]
    assert found.vintage == "GED 25.0.1 + 25.1 + 25.01.25.03"


def test_what_ucdp_doubts_is_left_out_and_told(tmp_path: Path) -> None:
    found = counts(
        ged_csv(
            tmp_path / "GEDEvent_v26_0_8.csv", event("2026-08-05", 1), event("2026-08-06", 9, code_status="Check type")
        )
    )
    assert found.values.sum() == 1
    assert found.left_out == (LeftOut("unclear", 1, 9.0),)


def test_a_month_no_file_covers_is_found(tmp_path: Path) -> None:
    files = [ged_csv(tmp_path / f"GEDEvent_v26_0_{month}.csv", event(f"2026-0{month}-05")) for month in (3, 6)]
    with pytest.raises(PlanError) as caught:
        counts(*files)
    assert [(one.code, one.found) for one in caught.value.findings] == [("S110", "2026-04 2026-05")]


def test_a_name_without_release_is_found(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        counts(ged_csv(tmp_path / "latest.csv", event("2026-08-05")))
    assert [one.code for one in caught.value.findings] == ["S109"]


def test_no_file_is_found() -> None:
    with pytest.raises(PlanError) as caught:
        counts()
    assert [one.code for one in caught.value.findings] == ["S108"]


def test_a_quiet_month_of_the_release_is_zero(tmp_path: Path) -> None:
    found = counts(ged_csv(tmp_path / "GEDEvent_v26_01_26_03.csv", event("2026-02-05", 4)))
    assert found.first == Month.parse("2026-01")
    assert found.values[:, 0].tolist() == [0, 4, 0]
