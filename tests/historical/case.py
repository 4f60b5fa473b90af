"""What the tests of historical cases share: an example assessed once, and the numbers its page prints."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import jisr
from jisr.assessment import Assessment, ConditionOutlook, GateOutlook
from jisr.comparison import Reach
from jisr.plan import Plan

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"


@cache
def assessed(name: str, *sets: str, **options: str) -> tuple[Plan, Assessment]:
    """An example with its own draws, under `ADDRESS=VALUE` what-ifs, computed once in a run of the tests."""
    given = dict(one.split("=", 1) for one in sets)
    draws = jisr.load(EXAMPLES / name).partnership.draws
    return jisr.assess(EXAMPLES / name, draws=draws, sets=given or None, **options)  # type: ignore[arg-type]


@cache
def reach(name: str) -> Reach:
    """Which single thing would change an example's answer, with few draws, computed once in a run of the tests."""
    return jisr.reach(EXAMPLES / name, draws=200)


def gate(assessment: Assessment, name: str) -> GateOutlook:
    """The outlook of a gate."""
    return next(one for one in assessment.gates if one.gate == name)


def condition(assessment: Assessment, name: str) -> ConditionOutlook:
    """The outlook of a condition."""
    return next(one for each in assessment.gates for one in each.conditions if one.condition == name)


def printed(name: str, label: str) -> list[float]:
    """The numbers of a row of the tables on an example's page, by the text of its first cell."""
    text = (ROOT / "docs" / "validation" / f"{name}.md").read_text(encoding="utf-8")
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {label} |")]
    return [float(found.replace(",", "")) for found in re.findall(r"-?\d[\d,]*(?:\.\d+)?", row.split("|", 2)[2])]
