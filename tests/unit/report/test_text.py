from __future__ import annotations

import dataclasses

import pytest
from sample_assessment import bare, names, sample

from jisr.assessment import Assessment, board
from jisr.report import assess_text, board_text, demo_lines
from jisr.words import Words

WIDTH = 110
LONG = "A name of " + "eighty-letters-" * 5 + "and more"


def with_long_names() -> Assessment:
    """The sample with names that fit no column."""
    first = sample()
    today = tuple(dataclasses.replace(one, name=names(LONG)) for one in first.today)
    gates = tuple(dataclasses.replace(one, name=names(LONG)) for one in first.gates)
    plan = dataclasses.replace(first.plan, title=names(LONG * 2))
    return dataclasses.replace(first, today=today, gates=gates, plan=plan)


@pytest.mark.parametrize("assessment", [sample(), bare(), with_long_names()], ids=["sample", "bare", "long"])
@pytest.mark.parametrize("language", ["en", "qps"])
def test_no_line_is_wider_than_a_terminal(assessment: Assessment, language: str) -> None:
    words = Words(language)
    lines = assess_text(assessment, words).splitlines()
    lines += board_text(assessment, board(assessment), words).splitlines()
    lines += demo_lines(assessment, words)
    # an unbroken pseudo-translation is longer than any word
    assert language == "qps" or max(map(len, lines)) <= WIDTH
    assert not any("nan" in line.lower().split() for line in lines)


def test_the_demonstration_is_said_in_ten_lines() -> None:
    lines = demo_lines(sample(), Words())
    assert len(lines) <= 10
    assert lines[1].startswith("DEMONSTRATION: 105 of 124 uncertain inputs and 14 of 14 limits")
    assert lines[-1].endswith(":")
    assert any(line.startswith("Step two:") for line in lines)


def test_no_answer_of_the_demonstration_is_cut() -> None:
    lines = demo_lines(sample(), Words())
    assert not any("…" in line for line in lines)


def test_nothing_is_called_a_demonstration_when_nothing_is_assumed() -> None:
    assert "DEMONSTRATION" not in assess_text(bare(), Words())


def test_the_board_names_record_age_owner_and_chance() -> None:
    shown = board_text(sample(), board(sample()), Words())
    row = next(line for line in shown.splitlines() if "Raids after step one" in line)
    assert " ".join(row.split()) == "STALE Raids after step one 60 % ≥ 75 % 51 months 23 % Northland"
    assert "record ratings/raids,logistics,joint,2024-03-15/level; next assessment: Jun 2025" in shown
    assert "Open today, in the order of how often they stay open: Raids after step one" in shown


def test_the_board_can_look_at_another_month() -> None:
    shown = board_text(sample(), board(sample(), "2026-03"), Words())
    assert shown.count("In Mar 2026: met") == 2
