from __future__ import annotations

from pathlib import Path

import jisr
from jisr.plan import SelfReliance, Uncertain

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


def test_unknown_inputs_at_their_ends_enclose_the_chance() -> None:
    plan = jisr.load(EXAMPLE)
    rows = [row.model_copy(update={"share": Uncertain.unknown()}) for row in plan.rows(SelfReliance)]
    _, found = jisr.assess(plan.with_rows("self_reliance", rows), draws=600)
    for gate in found.gates:
        assert gate.unknown_worst is not None
        assert gate.unknown_best is not None
        assert gate.unknown_worst <= gate.on <= gate.unknown_best
    assert any(gate.unknown_worst != gate.unknown_best for gate in found.gates)
