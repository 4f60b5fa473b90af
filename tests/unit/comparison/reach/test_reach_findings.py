"""An answer that hangs on a single thing nobody has sourced."""

from __future__ import annotations

from pathlib import Path

import jisr
from jisr.comparison import GateNow, GateReach, Reach, ReachEnd, ReachItem, reach_findings
from jisr.words import Words, finding_text

PLAN = jisr.load(Path(__file__).resolve().parents[4] / "examples" / "three-areas")
NOW = GateNow("step-one", {"en": "Step one"}, "date", "2025-12", 0.4, 0.02, 1.0, None, 0.3, True)


def _item(kind: str, id_: str, basis: str | None, *, turns: bool = True) -> ReachItem:
    gates = [GateReach("step-one", "2025-12", 0.4 + change, change, 0.01, 0, 0, None, turns) for change in (0.2, 0.3)]
    ends = tuple(ReachEnd(name, name, (gate,), 0, 0, None) for name, gate in zip(("low", "high"), gates, strict=True))
    return ReachItem(kind, id_, basis, 100, ends, {"step-one": 0.3}, {"step-one": 0}, 0, told=True)


def _reach(*items: ReachItem) -> Reach:
    return Reach({"en": "x"}, "2024-12-31", 7, "", 100, 20, (NOW,), 0.1, None, items, 0, ())


RATE = "demand/patrol,,incidents/rate"


def test_an_input_a_limit_and_a_choice_are_told_once_each_at_their_place() -> None:
    found = reach_findings(
        PLAN,
        _reach(
            _item("input", RATE, "assumed"),
            _item("limit", "conditions/patrol-after/threshold", "assumed"),
            _item("structure", "threat-model", None),
        ),
    )
    assert [one.code for one in found] == ["M106", "M107", "M108"]
    assert str(found[0].place).startswith("tables/demand.csv:")
    assert str(found[1].place).startswith("tables/conditions.csv:")
    text = finding_text(found[0], Words("en"))
    assert f"{RATE} at high" in text
    assert "from 40 % to 70 %" in text


def test_what_is_sourced_what_turns_nothing_and_the_programme_are_no_finding() -> None:
    assert not reach_findings(
        PLAN,
        _reach(
            _item("input", RATE, "sourced"),
            _item("input", RATE, "assumed", turns=False),
            _item("structure", "programme", None),
            _item("position", "surveillance-today", None),
        ),
    )
