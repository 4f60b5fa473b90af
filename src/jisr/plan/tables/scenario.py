"""Scenarios: declared external circumstances."""

from typing import ClassVar

from jisr.plan.cells import Id, Text
from jisr.plan.row import Row

__all__ = ["Scenario"]


class Scenario(Row):
    """A set of cells with other values."""

    table: ClassVar[str] = "scenarios"
    key: ClassVar[tuple[str, ...]] = ("scenario",)

    scenario: Id
    """Id of the scenario."""
    name: Text
    """Name in each language of the plan."""
    sets: str
    """`ADDRESS=VALUE`, separated by `;`."""
