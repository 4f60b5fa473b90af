"""Bad and odd input of the threat stage, each a clear finding or a stated behaviour."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from unit.threat.sources.download.replayed import TOKEN, Replayed, ged, serving
from unit.threat.sources.ged_file import event, ged_csv

import jisr
from jisr.api.fetching import UCDP_SERVER, UCDP_TOKEN
from jisr.findings import PlanError
from jisr.report import backtest_document
from jisr.threat import Patience

MONTHS = [f"{2018 + i // 12}-{i % 12 + 1:02d}" for i in range(36)]
MODELS = jisr.threat_models()


def panel(folder: Path, rows: list[str]) -> Path:
    path = folder / "panel.csv"
    path.write_text("\n".join(["unit,month,value", *rows]) + "\n", encoding="utf-8")
    return path


def unit(name: str, value: object = 1, months: list[str] | None = None) -> list[str]:
    return [f"{name},{month},{value}" for month in months or MONTHS]


def forecast(path: Path, model: str | None = "conflictology", cutoff: str = "2020-12") -> jisr.api.ThreatForecast:
    return jisr.threat_forecast(path, cutoff, steps="1:3", draws=20, model=model)


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([], ["T511"]),
        (unit("a", months=[*MONTHS[:5], *MONTHS[6:]]), ["T515"]),
        ([*unit("a", months=MONTHS[:-1]), f"a,{MONTHS[-1]},-1"], ["T513"]),
        ([*unit("a", months=MONTHS[:-1]), f"a,{MONTHS[-1]},0.5"], ["T513"]),
        ([*unit("a"), f"a,{MONTHS[3]},1"], ["T514"]),
        ([*unit("a"), f"b,{MONTHS[0]},1"], ["T515"]),  # a unit that ends early
    ],
)
def test_what_no_forecast_can_use(tmp_path: Path, rows: list[str], codes: list[str]) -> None:
    with pytest.raises(PlanError) as caught:
        forecast(panel(tmp_path, rows))
    assert [one.code for one in caught.value.findings] == codes


@pytest.mark.parametrize(("cutoff", "code"), [("2017-12", "T517"), ("2021-01", "T517"), ("2018-11", "T518")])
def test_a_cutoff_outside_the_data(tmp_path: Path, cutoff: str, code: str) -> None:
    with pytest.raises(PlanError) as caught:
        forecast(panel(tmp_path, unit("a")), cutoff=cutoff)
    assert [one.code for one in caught.value.findings] == [code]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("value", [0, 3])
def test_one_unit_and_all_zeros_are_forecast_by_every_model(tmp_path: Path, model: str, value: int) -> None:
    from io import BytesIO

    from pyarrow import parquet

    drawn = parquet.read_table(BytesIO(forecast(panel(tmp_path, unit("a", value)), model).parquet))["value"].to_numpy()
    assert len(drawn) == 3 * 20
    assert (drawn >= 0).all()


def test_scores_of_all_zeros_hold_no_nan(tmp_path: Path) -> None:
    result, _ = jisr.threat_backtest(
        panel(tmp_path, unit("a", 0)), ["2019-12"], steps="1:12", draws=20, models=["conflictology", "zero"]
    )
    assert "NaN" not in json.dumps(backtest_document(result))


def test_a_unit_that_appears_late_counts_zero_before_and_is_noted(tmp_path: Path) -> None:
    made = forecast(panel(tmp_path, [*unit("a"), *unit("b", months=MONTHS[20:])]))
    assert [(one.code, one.found) for one in made.notes] == [("T516", "b")]


def test_months_as_dates_or_numbers_are_the_same_forecast(tmp_path: Path) -> None:
    written = [
        MONTHS,
        [f"{month}-28" for month in MONTHS],
        [month.replace("-", "") for month in MONTHS],
        [str(457 + i) for i in range(36)],
    ]
    assert len({forecast(panel(tmp_path, unit("a", 4, months))).parquet for months in written}) == 1


def test_a_truncated_archive(tmp_path: Path) -> None:
    ged_csv(tmp_path / "ged251.csv", *(event("2020-01-01", i, side_a=f"group {i}") for i in range(300)))
    with zipfile.ZipFile(tmp_path / "ged251.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "ged251.csv", "ged251.csv")
    whole = (tmp_path / "ged251.zip").read_bytes()
    (tmp_path / "ged251.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PlanError) as caught:
        jisr.threat_panel("ucdp", [tmp_path / "ged251.zip"])
    assert [one.code for one in caught.value.findings] == ["S101"]


@pytest.mark.parametrize(("failures", "code"), [(2, None), (99, "S118")])
def test_a_page_that_fails_twice_and_one_that_fails_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failures: int, code: str | None
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv(UCDP_TOKEN, TOKEN)
    broken = Replayed([ged(1)], lambda _, times: (500, b"", {}) if times <= failures else None)
    with serving(broken) as server:
        monkeypatch.setenv(UCDP_SERVER, server.url)
        patience = Patience(lambda _: None)
        if code is None:
            assert jisr.threat_fetch("21.1", tmp_path, patience=patience)[1].events == 1
            return
        with pytest.raises(PlanError) as caught:
            jisr.threat_fetch("21.1", tmp_path, patience=patience)
    assert [one.code for one in caught.value.findings] == [code]
    assert list(tmp_path.glob("*.csv")) == []
