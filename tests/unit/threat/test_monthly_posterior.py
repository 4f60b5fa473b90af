from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.threat.monthly_posterior import CONCENTRATION, MonthlyPosterior
from jisr.threat.windows import Window, pieces_of

JANUARY = Month.parse("2024-01")
STREAM = Stream(7, "threat")
N = 20_000


def posterior(*windows: tuple[str, str, float], months: int = 12, unit: str = "attacks") -> MonthlyPosterior:
    made = [Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last), total) for first, last, total in windows]
    pieces, faults = pieces_of(made)
    assert not faults
    return MonthlyPosterior(unit, JANUARY, months, tuple(pieces))


def test_a_month_observed_alone_is_what_it_was() -> None:
    counts = posterior(("2024-01-01", "2024-01-31", 9), ("2024-02-01", "2024-02-29", 4), months=2)
    assert (counts.draws(STREAM, Block(0, 50)) == [9, 4]).all()


def test_moments_are_those_of_the_dirichlet_multinomial() -> None:
    drawn = posterior(("2024-01-01", "2024-04-30", 40), months=4).draws(STREAM, Block(0, N))
    whole = 4 * CONCENTRATION
    variance = 40 * 0.25 * 0.75 * (40 + whole) / (1 + whole)
    assert np.abs(drawn.mean(axis=0) - 10).max() < 5 * np.sqrt(variance / N)
    assert drawn.var(axis=0) == pytest.approx([variance] * 4, rel=0.05)
    covariance = -40 * 0.25**2 * (40 + whole) / (1 + whole)
    assert np.cov(drawn[:, 0], drawn[:, 3])[0, 1] == pytest.approx(covariance, rel=0.08)


def test_counts_have_the_distribution_of_gamma_rates_given_their_sum() -> None:
    """Against the definition itself: gamma rates, Poisson counts, kept where they add up to the total."""
    generator = np.random.default_rng(1)
    rates = generator.gamma(CONCENTRATION, 8.0, (2_000_000, 3))
    counts = generator.poisson(rates)
    kept = counts[counts.sum(axis=1) == 12][:, 0]
    drawn = posterior(("2024-01-01", "2024-03-31", 12), months=3).draws(STREAM, Block(0, N))[:, 0]
    reference = np.bincount(kept, minlength=13) / len(kept)
    found = np.bincount(drawn.astype(np.int64), minlength=13) / N
    error = np.sqrt(reference * (1 - reference) * (1 / N + 1 / len(kept)))
    assert len(kept) > 20_000
    assert (np.abs(found - reference) < 5 * error + 1e-9).all()


def test_a_part_of_a_month_counts_by_its_days() -> None:
    drawn = posterior(("2024-01-01", "2024-02-10", 40), months=2)
    expected = 40 * 1 / (1 + 10 / 29)
    assert drawn.means()[0] == pytest.approx(expected)
    assert drawn.draws(STREAM, Block(0, N))[:, 0].mean() == pytest.approx(expected, rel=0.02)


def test_what_falls_before_the_first_month_is_left_out() -> None:
    drawn = posterior(("2023-11-01", "2024-02-29", 40), months=2).draws(STREAM, Block(0, 500))
    assert (drawn.sum(axis=1) <= 40).all()
    assert 10 < drawn.sum(axis=1).mean() < 30


def test_another_window_changes_no_draw_of_this_one() -> None:
    one = posterior(("2024-01-01", "2024-03-31", 12), months=3)
    two = posterior(("2024-01-01", "2024-03-31", 12), ("2024-04-01", "2024-06-30", 50), months=6)
    assert (one.draws(STREAM, Block(0, 99)) == two.draws(STREAM, Block(0, 99))[:, :3]).all()
