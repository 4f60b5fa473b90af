"""What the returns stage needs of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jisr.inputs import Effect
from jisr.plan import Cohort, Plan, Site

__all__ = ["ReturnsData", "compile_returns"]


@dataclass(frozen=True)
class ReturnsData:
    """Sites and flows; flows in the order downstream first, so that room made this month is there for the next."""

    sites: tuple[Site, ...]
    flows: tuple[Cohort, ...]
    horizon: int
    effects: tuple[Effect, ...]

    def site_at(self, site: str) -> int:
        """Position of a site."""
        return next(i for i, row in enumerate(self.sites) if row.site == site)

    def effects_on(self, table: str, key: str, field: str) -> tuple[Effect, ...]:
        """The effects on one cell."""
        return tuple(
            one for one in self.effects if (one.target.table, one.target.key, one.target.field) == (table, key, field)
        )


def compile_returns(plan: Plan, effects: Sequence[Effect] = ()) -> ReturnsData:
    """The returns stage's view of a plan that has passed its checks."""
    flows = list(plan.rows(Cohort))
    ordered: list[Cohort] = []
    while flows:
        # a flow is ready when no flow still to be placed leaves the site it goes to; checks refuse cycles (V901)
        ready = [flow for flow in flows if not any(other.from_site == flow.to_site for other in flows)] or flows[:1]
        ordered += ready
        flows = [flow for flow in flows if flow not in ready]
    return ReturnsData(plan.rows(Site), tuple(ordered), plan.partnership.horizon, tuple(effects))
