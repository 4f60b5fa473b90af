"""Plans small enough to reason about: one to three gates, conditions given by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Condition, Gate, Partnership, Phase, Plan, Row
from jisr.transition import GateOutput, GateTally, TransitionState, compile_transition, start, step

CUTOFF = dt.date(2024, 9, 30)
ASSUMED: dict[str, Any] = {"basis": "assumed", "reason": "test", "as_of": CUTOFF, "known_on": CUTOFF}


def partnership(**changes: Any) -> Partnership:
    values: dict[str, Any] = {
        "id": "small",
        "title": {"en": "Small"},
        "parties": [
            {"id": "north", "role": "host", "label": {"en": "North"}},
            {"id": "south", "role": "contributor", "label": {"en": "South"}},
        ],
        "languages": ["en"],
        "currency_base": "USD",
        "price_year": 2024,
        "cutoff": CUTOFF,
        "horizon": 12,
        "seed": 1,
        "draws": 100,
        "defaults": {"held_months": 3},
    }
    return Partnership.model_validate(values | changes)


def gate(number: int = 1, **changes: Any) -> Gate:
    values: dict[str, Any] = {
        "gate": f"gate-{number}",
        "name": {"en": "Gate"},
        "phase_from": f"phase-{number}",
        "phase_to": f"phase-{number + 1}",
        "rule": "condition",
        "review_date": "2025-03-31",
        "expression": "all()",
        "on_fail": "hold",
        "reverse_rule": "none",
        "decision_body": "Commission",
    }
    return Gate.model_validate(values | ASSUMED | changes)


def condition(name: str, **changes: Any) -> Condition:
    values: dict[str, Any] = {
        "condition": name,
        "name": {"en": name},
        "gate": "gate-1",
        "measure": "presence",
        "element": "army",
        "comparison": ">=",
        "threshold": "0.5",
        "smoothing": "each-month",
        "persistence": 1,
        "condition_class": "core",
        "family": "capability",
        "owner": "north",
        "evidence_max_age": 6,
    }
    return Condition.model_validate(values | ASSUMED | changes)


def plan(
    conditions: Sequence[Condition], gates: Sequence[Gate] = (), others: Sequence[Row] = (), **changes: Any
) -> Plan:
    gates = gates or (gate(),)
    phases = [Phase(phase=gates[0].phase_from, name={"en": "First"})]
    phases += [Phase(phase=one.phase_to, name={"en": "Next"}, starts_by=one.gate) for one in gates]
    tables: dict[str, tuple[Row, ...]] = {
        "phases": tuple(phases),
        "gates": tuple(gates),
        "conditions": tuple(conditions),
    }
    for row in others:
        tables[row.table] = (*tables.get(row.table, ()), row)
    return Plan(partnership(**changes), tables)


def run(
    some_plan: Plan,
    values: NDArray[np.float64],
    *,
    first: int = 0,
    effects: Sequence[Any] = (),
) -> tuple[list[GateOutput], TransitionState, GateTally]:
    """The months of a block. `values` (month, draw, condition) from month 1; draws start at `first`."""
    data = compile_transition(some_plan, effects)
    inputs = draw_inputs(some_plan, Block(first, values.shape[1]), seed=1)
    state, tally, outputs = start(data, inputs), GateTally(data), []
    for month in range(1, len(values) + 1):
        state, output = step(data, inputs, state, month, values[month - 1], 1)
        tally.observe(month, output)
        outputs.append(output)
    return outputs, state, tally


def path(*values: float) -> NDArray[np.float64]:
    """One condition, one draw. Shape: (month, 1, 1)."""
    return np.array(values, dtype=np.float64)[:, None, None]
