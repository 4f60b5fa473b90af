"""Where an answer hangs on a single thing that nobody has sourced."""

from __future__ import annotations

from collections.abc import Iterator

from jisr.comparison.reach.result import GateReach, Reach, ReachEnd, ReachItem
from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.ids import Address
from jisr.plan import Plan

__all__ = ["reach_findings"]

_CODES = {"input": "M106", "limit": "M107", "structure": "M108"}


def reach_findings(plan: Plan, reach: Reach) -> tuple[Finding, ...]:
    """M106, M107, M108: an input, a limit or a choice of the model that alone turns the answer of a gate.

    A sourced input or limit is no finding: that is how far evidence leaves the answer open.
    """
    before = {gate.gate: gate.chance for gate in reach.gates}
    return tuple(
        finding(
            _CODES[item.kind],
            _place(plan, item),
            end.value or end.end,
            gate=gate.gate,
            what=item.id,
            says=f"{100 * before[gate.gate]:.0f} %",
            other=f"{100 * gate.chance:.0f} %",
        )
        for item, end, gate in _turning(reach)
    )


def _turning(reach: Reach) -> Iterator[tuple[ReachItem, ReachEnd, GateReach]]:
    """The widest turn of each item and gate."""
    for item in reach.items:
        if item.kind not in _CODES or item.basis == "sourced" or item.id == "programme":
            continue
        for gate in reach.gates:
            found = [(end, one) for end in item.ends for one in end.gates if one.gate == gate.gate and one.turns]
            if found:
                yield item, *max(found, key=lambda pair: abs(pair[1].change))


def _place(plan: Plan, item: ReachItem) -> Place:
    if item.kind == "structure":
        return Place("partnership.yaml")
    address = Address.parse(item.id)
    return plan.place(address.table, address.key, address.field)
