from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from unit.threat.small_plan import small_plan

from jisr.findings import PlanError
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import (
    StoredForecast,
    compile_threat,
    forecast_score,
    forecasts_text,
    read_draws,
    read_forecasts,
    stored_forecasts,
    threat_paths,
)
from jisr.threat.scores import crps

FIRST = Month.parse("2024-10")


def forecast(values: np.ndarray, units: tuple[str, ...] = ("",)) -> StoredForecast:
    return StoredForecast("incidents", FIRST, "skeleton", units, np.sort(values.astype(float), axis=0))


def test_it_is_what_the_assessment_draws_and_survives_being_written() -> None:
    plan = small_plan()
    (one,) = stored_forecasts(plan)
    data = compile_threat(plan)
    drawn = threat_paths(data, draw_inputs(plan, Block(0, 400), seed=2024), 2024).counts["incidents"][:, data.window :]
    assert one.units == ("", "east", "west", "hills")
    assert (one.values[:, :, 2] == np.sort(drawn[:, :, 1], axis=0)).all()
    assert (one.values[:, :, 0] == np.sort(drawn.sum(axis=2), axis=0)).all()
    (again,) = read_forecasts(forecasts_text(plan, [one]))
    assert (again.series, again.first, again.model, again.units) == ("incidents", FIRST, "skeleton", one.units)
    assert again.values.tobytes() == one.values.tobytes()


@pytest.mark.parametrize("text", ["{}", "[]", '{"schema": "jisr/forecasts/2", "series": []}', "x"])
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_forecasts(text)


def test_scores_are_those_of_the_months_that_arrived() -> None:
    values = np.arange(200).reshape(100, 2, 1) % 60
    one = forecast(values)
    scored = forecast_score("x.jisr", one, {"": {FIRST + 1: 7.0, FIRST + 2: 9.0, FIRST + -1: 3.0}})
    assert scored is not None
    (month,) = scored.months
    assert month.month == "2024-11"
    assert month.crps == pytest.approx(float(crps(one.values[:, 1, 0], np.array(7.0))))
    assert month.q50 == np.median(one.values[:, 1, 0])
    assert [unit.months for unit in scored.units] == [1]
    assert forecast_score("x.jisr", one, {"": {FIRST + 2: 1.0}}) is None


def test_calibrated_draws_are_found_calibrated_and_narrow_ones_are_not() -> None:
    generator = np.random.default_rng(3)
    actual = {FIRST + i: float(value) for i, value in enumerate(generator.poisson(6, 300))}
    shares = []
    for width in (1, 20):
        values = generator.poisson(6 * width, (400, 300, 1)) / width
        scored = forecast_score("x", forecast(np.rint(values)), {"": actual})
        assert scored is not None
        shares.append(scored.units[0].within_90)
        assert scored == forecast_score("x", forecast(np.rint(values)), {"": actual})
    assert 0.85 < shares[0] < 0.95
    assert shares[1] < 0.6


def test_areas_have_their_mean_beside_the_whole() -> None:
    one = forecast(np.full((10, 1, 3), 4), ("", "east", "west"))
    scored = forecast_score("x", one, {"": {FIRST: 6.0}, "east": {FIRST: 6.0}, "west": {FIRST: 4.0}})
    assert scored is not None
    assert [(unit.unit, unit.months, round(unit.crps, 9)) for unit in scored.units] == [
        ("", 1, 2.0), ("*", 2, 1.0), ("east", 1, 2.0), ("west", 1, 0.0)
    ]  # fmt: skip


def test_draws_of_a_forecast_file(tmp_path: Path) -> None:
    import jisr

    rows = [f"{unit},2020-{month:02d},{month}" for unit in ("a", "b") for month in range(1, 13)]
    (tmp_path / "panel.csv").write_text("\n".join(["unit,month,value", *rows]), encoding="utf-8")
    made = jisr.threat_forecast(tmp_path / "panel.csv", "2020-12", steps="1:3", draws=50, model="skeleton")
    (tmp_path / "forecast.parquet").write_bytes(made.parquet)
    one = read_draws(tmp_path / "forecast.parquet")
    assert (one.units, str(one.first), one.values.shape) == (("a", "b"), "2021-01", (50, 3, 2))
    later = [f"{unit},2021-{month:02d},{month}" for unit in ("a", "b") for month in (1, 2)]
    (tmp_path / "later.csv").write_text("\n".join(["unit,month,value", *later]), encoding="utf-8")
    (scored,) = jisr.score(tmp_path / "forecast.parquet", tmp_path / "later.csv")
    assert [(unit.unit, unit.months) for unit in scored.units] == [("*", 4), ("a", 2), ("b", 2)]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"unit,month\n"])
def test_what_is_no_file_of_draws_is_found(tmp_path: Path, content: bytes) -> None:
    import jisr

    (tmp_path / "draws.parquet").write_bytes(content)
    with pytest.raises(PlanError) as caught:
        jisr.score(tmp_path / "draws.parquet", tmp_path / "x.csv")
    assert [one.code for one in caught.value.findings] == ["S103"]
