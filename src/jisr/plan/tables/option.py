"""Options: rules for phases with a programme."""

from typing import ClassVar, Literal

from jisr.plan.cells import Id, Text
from jisr.plan.row import Row

__all__ = ["Option"]


class Option(Row):
    """A rule for phases, with or without the programme."""

    table: ClassVar[str] = "options"
    key: ClassVar[tuple[str, ...]] = ("option",)

    option: Id
    """Id of the option."""
    name: Text
    """Name in each language of the plan."""
    sets: str | None = None
    """`ADDRESS=VALUE`, separated by `;`."""
    programme: Literal["plan", "none"] = "plan"
    """Whether the programme is carried out."""
