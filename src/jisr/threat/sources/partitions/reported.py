"""Units by the name the source itself reports: its country, or its first-level area."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.threat.sources.events import Events
from jisr.threat.sources.partitions.partition import NO_AREA, Placement

__all__ = ["Reported"]


@dataclass(frozen=True)
class Reported:
    """Units as reported, renamed by `names` where that is given; then what it does not name is in no unit.

    Parameters: `only` keeps events of one country (a first-level name may occur in two); `units` are the units there
    are, so that one without events is still a unit; else those of `names`, else those that occur.
    """

    column: Literal["country", "admin1"]
    names: Mapping[str, str] = field(default_factory=dict)
    units: tuple[str, ...] = ()
    only: str | None = None

    def place(self, events: Events) -> Placement:
        """The reported unit of each event. Blanks at the ends of a name do not count.

        Raises:
            PlanError: no event is in the one country that is asked for (C209).
        """
        if self.only is not None and len(events) and not (events.country == self.only).any():
            there = sorted(set(events.country.astype(str)))
            near = difflib.get_close_matches(self.only, there, 3, 0.5) or there[:12]
            expected = ", ".join(near)
            raise PlanError([finding("C209", Place("country"), self.only, column="country", expected=expected)])
        raw = getattr(events, self.column)
        reported, position = np.unique(raw.astype(str), return_inverse=True)
        trimmed = [name.strip() for name in reported]
        wanted = [self.names.get(name, "") for name in trimmed] if self.names else trimmed
        units = self.units or tuple(sorted(set(self.names.values()) or {name for name in wanted if name}))
        number = {unit: i for i, unit in enumerate(units)}
        unit_of = np.array([number.get(name, NO_AREA) for name in wanted], dtype=np.int64)[position.reshape(-1)]
        if self.only is not None:
            unit_of = np.where(events.country == self.only, unit_of, NO_AREA)
        return Placement(units, unit_of, raw)
