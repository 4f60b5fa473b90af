from __future__ import annotations

import math

import numpy as np
import pytest

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import MODELS, CountDraws, Panel
from jisr.threat.models.skeleton import LEVEL_START, LEVEL_STEP, ONSET_RATE

LAST = Month.parse("2024-09")
N = 20_000
SPREAD = 5.0


def panel(values: list[float], name: str = "incidents") -> Panel:
    return Panel(np.array(values).reshape(-1, 1), LAST + (1 - len(values)), (name,), "count/month")


def drawn(values: list[float], steps: int = 3, size: int = N) -> np.ndarray:
    forecaster = MODELS["skeleton"].fit(panel(values), LAST)
    return forecaster.draws(Block(0, size), steps, 3).values[:, :, 0]


def test_draws_are_by_draw_month_and_area() -> None:
    forecaster = MODELS["skeleton"].fit(panel([5.0] * 12), LAST)
    found = forecaster.draws(Block(10, 4), 6, 1)
    assert found.values.shape == (4, 6, 1)
    assert (found.areas, found.unit) == (("incidents",), "count/month")
    assert found.values.tolist() == forecaster.draws(Block(0, 20), 6, 1).values[10:14].tolist()


def test_draws_whose_areas_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected values of shape \(draw, month, 2\)"):
        CountDraws(np.zeros((1, 2, 1)), ("a", "b"), "count/month")


def test_too_short_a_panel_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 12 observed months"):
        MODELS["skeleton"].fit(panel([1.0] * 11), LAST)


def test_nothing_after_the_cutoff_is_read() -> None:
    known = [float(i) for i in range(12)]
    late = MODELS["skeleton"].fit(panel([*known, 1000.0, 2000.0]), LAST + -2)
    early = MODELS["skeleton"].fit(Panel(np.array(known).reshape(-1, 1), LAST + -13, ("incidents",), "x"), LAST + -2)
    both = [one.draws(Block(0, 50), 4, 1).values.tobytes() for one in (late, early)]
    assert both[0] == both[1]


def test_mean_and_variance_of_the_first_month() -> None:
    """Poisson over twelve analogues and a lognormal level: the moments follow from those three."""
    year = np.arange(12.0) * 4
    counts = drawn(list(year))[:, 0]
    rates = year + ONSET_RATE
    spread = LEVEL_START**2 + LEVEL_STEP**2
    lift = math.exp(LEVEL_START**2 / 2)
    mean = rates.mean() * lift
    second = (rates**2).mean() * lift**2 * math.exp(spread)
    variance = mean + second - mean**2
    assert abs(counts.mean() - mean) < SPREAD * math.sqrt(variance / N)


def test_the_mean_level_stays_while_the_median_falls() -> None:
    counts = drawn([1000.0] * 12, steps=24)
    lift = math.exp(LEVEL_START**2 / 2)
    for month in (0, 11, 23):
        spread = LEVEL_START**2 + (month + 1) * LEVEL_STEP**2
        error = 1000 * lift * math.sqrt((math.exp(spread) - 1) / N)
        assert abs(counts[:, month].mean() - 1000 * lift) < SPREAD * error


def test_months_depend_on_one_another() -> None:
    logs = np.log(drawn([1000.0] * 12, steps=12))
    steps = np.arange(1, 13)
    variances = LEVEL_START**2 + LEVEL_STEP**2 * steps
    expected = np.sqrt(variances[5] / variances[11])
    assert abs(np.corrcoef(logs[:, 5], logs[:, 11])[0, 1] - expected) < SPREAD / math.sqrt(N) + 0.01


def test_a_quiet_year_is_not_the_end() -> None:
    counts = drawn([0.0] * 12, steps=12)
    mean = ONSET_RATE * math.exp(LEVEL_START**2 / 2)
    assert 0 < counts[:, 0].mean() < 3 * mean
