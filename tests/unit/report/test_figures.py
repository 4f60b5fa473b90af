from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_assessment import DRAWS, sample

from jisr.report.figures import (
    chance_text,
    error_text,
    gain_text,
    odds_text,
    owner_name,
    spread_text,
    value_text,
    wanted_text,
)
from jisr.report.kept_together import NO_BREAK, kept_together
from jisr.words import Words

WORDS = Words()
RAIDS = sample().gates[0].conditions[0]


@given(st.integers(0, DRAWS))
def test_a_chance_is_certain_only_where_it_says_below_or_above(met: int) -> None:
    shown = chance_text(met / DRAWS, DRAWS, WORDS)
    assert shown not in {"0 %", "0.0 %", "100 %"}
    assert ("<" in shown) == (met == 0)
    assert met < DRAWS or shown == "> 99.85 %"


def test_a_small_chance_keeps_a_decimal() -> None:
    assert [chance_text(share, DRAWS, WORDS) for share in (0.007, 0.0995, 0.1, 0.12)] == [
        "0.7 %",
        "10.0 %",
        "10 %",
        "12 %",
    ]


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "in 0 of 2,000 futures"),
        (0.007, "in 14 of 2,000 futures"),
        (0.125, "about 1 in 8"),
        (0.8, "about 8 in 10"),
        (1.0, "in 2,000 of 2,000 futures"),
    ],
)
def test_odds_are_ones_a_listener_keeps(share: float, shown: str) -> None:
    assert odds_text(share, DRAWS, WORDS) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (None, "share", "–"),
        (0.75, "share", "75 %"),
        (1.0, "yes or no", "yes"),
        (0.0, "yes or no", "no"),
        (6004.5, "persons", "6,004"),
        (8.72, "count/month", "8.7"),
        (15.0, "count/month", "15"),
        (812.4, "count/month", "812"),
        (0.0, "count/month", "0"),
    ],
)
def test_values_carry_their_unit(value: float | None, unit: str, shown: str) -> None:
    assert value_text(value, unit, WORDS) == shown


def test_what_is_wanted_has_sign_and_unit() -> None:
    assert wanted_text(RAIDS, WORDS) == "≥ 75 %"
    assert (
        wanted_text(dataclasses.replace(RAIDS, comparison="<=", unit="persons", threshold=12000.0), WORDS) == "≤ 12,000"
    )
    assert wanted_text(dataclasses.replace(RAIDS, unit="yes or no", threshold=1.0), WORDS) == "yes"
    assert wanted_text(dataclasses.replace(RAIDS, unit="yes or no", threshold=0.0, comparison="<="), WORDS) == "yes"
    assert wanted_text(dataclasses.replace(RAIDS, threshold=None), WORDS) == "–"


def test_a_spread_is_one_phrase_and_absent_where_nothing_is_measured() -> None:
    assert spread_text(RAIDS, WORDS) == "41–66–93 %"
    assert spread_text(dataclasses.replace(RAIDS, value_q50=None), WORDS) == ""
    assert spread_text(RAIDS, Words("qps")).startswith("\u2066")


def test_signs_stay_with_their_figures_in_right_to_left_text() -> None:
    right_to_left = Words("qps")
    assert error_text(0.0073, WORDS) == "±1.5"
    assert gain_text(0.112, WORDS) == "+11"
    for shown, sign in ((error_text(0.0073, right_to_left), "±"), (gain_text(0.112, right_to_left), "+")):
        assert shown.startswith("\u2066" + sign)
        assert shown.endswith("\u2069")


def test_owners_are_named() -> None:
    assert owner_name(sample(), "host", WORDS) == "Northland"
    assert owner_name(sample(), "joint", WORDS) == "both sides"
    assert owner_name(sample(), "nobody-known", WORDS) == "nobody-known"


def test_a_figure_stays_with_its_unit() -> None:
    assert kept_together("USD 19 M a year (47 %), ≥ 70 %").count(NO_BREAK) == 4
    assert kept_together("and 4 more") == "and 4 more"
