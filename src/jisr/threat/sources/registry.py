"""The event sources there are: the built-in ones, and those other packages add under the same entry point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points

from jisr.threat.sources.source import EventSource

__all__ = ["BUILT_IN", "ENTRY_POINT", "SOURCES"]

ENTRY_POINT = "jisr.event_sources"
"""The group of entry points a package adds a source under: `name = "module:Class"`."""

BUILT_IN: Mapping[str, str] = {
    "acled": "jisr.threat.sources.acled:Acled",
    "plan": "jisr.threat.sources.plan_counts:PlanCounts",
    "ucdp": "jisr.threat.sources.ucdp_ged:UcdpGed",
    "ucdp-candidate": "jisr.threat.sources.ucdp_candidate:UcdpCandidate",
    "views": "jisr.threat.sources.views_panel:ViewsPanel",
}
"""The same lines as in the metadata of the package; here too, so that a bare source tree has them."""


class _Sources(Mapping[str, EventSource]):
    """Sources by name, each imported when it is asked for; a built-in name cannot be taken by another package."""

    def __getitem__(self, name: str) -> EventSource:
        source: EventSource = self._places()[name].load()()
        return source

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._places()))

    def __len__(self) -> int:
        return len(self._places())

    @staticmethod
    def _places() -> dict[str, EntryPoint]:
        added = {one.name: one for one in entry_points(group=ENTRY_POINT)}
        return added | {name: EntryPoint(name, value, ENTRY_POINT) for name, value in BUILT_IN.items()}


SOURCES: Mapping[str, EventSource] = _Sources()
"""The sources by name."""
