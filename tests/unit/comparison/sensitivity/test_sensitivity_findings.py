"""A gate without anything to apportion, and shares that too few draws tell."""

from __future__ import annotations

from pathlib import Path

import jisr
from jisr.comparison import GroupShare, Sensitivity, SeriesSensitivity, sensitivity_findings
from jisr.words import Words, finding_text

PLAN = jisr.load(Path(__file__).resolve().parents[4] / "examples" / "three-areas")


def _found(chance: float, error: float | None) -> Sensitivity:
    shares = () if error is None else (GroupShare("demand", "kind", 0.1, 0.01, 0.4, error),)
    gate = SeriesSensitivity(
        "gate", "step-one", {"en": "Step one"}, "2025-01", shares, shares, (chance,), (0.1,), {}, {}, {}, {}
    )
    cover = SeriesSensitivity("cover", "patrol", {"en": "Patrol"}, None, (), (), (1.0,), (0.0,), {}, {}, {}, {})
    return Sensitivity({"en": "x"}, "2024-12-31", 7, "", 500, 500, 100, ("2025-01",), (), (gate, cover))


def test_a_gate_that_no_draw_meets() -> None:
    (one,) = sensitivity_findings(PLAN, _found(0.0, None))
    assert (one.code, one.severity) == ("M109", "note")
    assert str(one.place).startswith("tables/gates.csv:")
    assert "step-one" in finding_text(one, Words("en"))


def test_shares_that_more_draws_would_tell() -> None:
    (one,) = sensitivity_findings(PLAN, _found(0.2, 0.15))
    assert (one.code, one.severity) == ("M110", "warning")
    assert "--draws 2000" in finding_text(one, Words("en"))
    assert not sensitivity_findings(PLAN, _found(0.2, 0.05))
