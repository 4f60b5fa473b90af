"""The challenge's four benchmarks, and where models come from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import DEFAULT_MODEL, MODELS, Panel
from jisr.threat.models import BUILT_IN, ENTRY_POINT

LAST = Month.parse("2020-12")
RNG = np.random.default_rng(3)
PANEL = Panel(RNG.poisson(6, (300, 3)).astype(float), LAST + -299, ("a", "b", "c"), "count/month")


def drawn(model: str, size: int = 400) -> np.ndarray:
    return MODELS[model].fit(PANEL, LAST).draws(Block(0, size), 14, 1).values


def test_zero_is_zero() -> None:
    assert not drawn("zero").any()


def test_conflictology_is_the_last_twelve_months() -> None:
    found = drawn("conflictology", 24)
    assert found[:12, 0].tolist() == PANEL.values[-12:].tolist()
    assert found[12:, 13].tolist() == PANEL.values[-12:].tolist()


def test_last_historical_poisson_is_around_the_last_month() -> None:
    found = drawn("last_historical_poisson", 4000)
    error = np.sqrt(PANEL.values[-1] / found[:, :, 0].size)
    assert (np.abs(found.mean(axis=(0, 1)) - PANEL.values[-1]) < 5 * error + 1e-9).all()


def test_boot_240_is_one_pool_of_240_months() -> None:
    values = PANEL.values.copy()
    values[:-240] = 1_000_000
    values[-240, 0] = 77_777
    panel = Panel(values, PANEL.first, PANEL.areas, PANEL.unit)
    found = MODELS["boot_240"].fit(panel, LAST).draws(Block(0, 4000), 14, 1).values
    assert found.max() == 77_777
    share = (found == 77_777).mean(axis=(0, 1))
    assert (np.abs(share * 720 - 1) < 0.6).all()  # about 78 of 56,000 for each area, within five standard errors


@pytest.mark.parametrize("model", sorted(BUILT_IN))
def test_every_model_is_deterministic_whole_and_blind_to_what_comes_after(model: str) -> None:
    cutoff = LAST + -20
    later = PANEL.values.copy()
    later[-20:] = 9_999
    changed = Panel(later, PANEL.first, PANEL.areas, PANEL.unit)
    before, after = (MODELS[model].fit(one, cutoff).draws(Block(0, 60), 14, 5).values for one in (PANEL, changed))
    assert before.tobytes() == after.tobytes()
    assert before.shape == (60, 14, 3)
    assert (before == np.floor(before)).all()
    assert (before >= 0).all()
    part = MODELS[model].fit(PANEL, cutoff).draws(Block(20, 10), 14, 5).values
    assert part.tobytes() == before[20:30].tobytes()


@pytest.mark.parametrize("model", ["conflictology", "skeleton"])
def test_too_short_a_panel_is_refused(model: str) -> None:
    with pytest.raises(ValueError, match="12 observed months"):
        MODELS[model].fit(PANEL, PANEL.first + 10)


def test_the_built_in_models_are_registered_like_those_of_others() -> None:
    root = Path(__file__).resolve().parents[4]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"][ENTRY_POINT] == dict(BUILT_IN)
    assert DEFAULT_MODEL in MODELS
    assert set(MODELS) >= set(BUILT_IN)
    with pytest.raises(KeyError):
        MODELS["oracle"]
