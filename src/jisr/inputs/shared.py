"""What an input shares with others: the independent random numbers behind a cell."""

from __future__ import annotations

from jisr.ids import Address
from jisr.plan import TABLES, Demand, Plan, Provenance

__all__ = ["factor_name", "shared_group", "sources"]


def sources(plan: Plan, address: Address) -> tuple[str, ...]:
    """The independent random numbers a cell is drawn from, by name: its own, and that of the group it errs with."""
    group = shared_group(plan, address)[0]
    return (str(address),) if group is None else (str(address), factor_name(group))


def factor_name(group: str) -> str:
    """The name of the number that a group of inputs shares, whichever way round an input takes it."""
    return f"group:{group.lstrip('-')}"


def shared_group(plan: Plan, address: Address) -> tuple[str | None, float]:
    """The group an input errs with and the correlation of its scores; none and 0 for one that stands alone."""
    defaults = plan.partnership.defaults
    row = plan.get(TABLES[address.table], address.key)
    override = plan.get(TABLES["cells"], str(address))
    shared = (isinstance(override, Provenance) and override.shared_with) or (
        row.shared_with if isinstance(row, Provenance) else None
    )
    if shared:
        return shared, defaults.correlation
    if isinstance(row, Demand):
        return f"demand:{row.task}", defaults.demand_correlation
    return None, 0.0
