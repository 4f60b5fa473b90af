"""The gates in the order in which the phases follow one another."""

from __future__ import annotations

from jisr.plan import Gate, Phase, Plan

__all__ = ["first_phases", "gates_in_order"]


def first_phases(plan: Plan) -> tuple[Phase, ...]:
    """The phases no gate opens; a sound plan has exactly one."""
    return tuple(row for row in plan.rows(Phase) if row.starts_by is None)


def gates_in_order(plan: Plan) -> tuple[Gate, ...]:
    """The gates from the first phase to the last.

    Raises:
        ValueError: the chain of phases and gates is broken, branching or cyclic; `checks` says where.
    """
    first = first_phases(plan)
    if len(first) != 1:
        msg = f"expected one first phase, found {len(first)}"
        raise ValueError(msg)
    phase, chain = first[0].phase, list[Gate]()
    while leaving := [row for row in plan.rows(Gate) if row.phase_from == phase]:
        if len(leaving) > 1 or len(chain) >= len(plan.rows(Gate)):
            msg = f"the phases branch or come back at {phase}"
            raise ValueError(msg)
        chain.append(leaving[0])
        phase = leaving[0].phase_to
    if len(chain) != len(plan.rows(Gate)):
        msg = "some gates are not reached from the first phase"
        raise ValueError(msg)
    return tuple(chain)
