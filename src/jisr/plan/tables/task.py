"""Tasks: what the host forces must be able to do."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Flag, Id, Ids, Number, Reference, Text, Whole
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["Task"]


class Task(Row):
    """One task, with its unit of capacity per month and how its requirement is planned."""

    table: ClassVar[str] = "tasks"
    key: ClassVar[tuple[str, ...]] = ("task",)
    required: ClassVar[bool] = True

    task: Id
    """Id of the task."""
    name: Text
    """Name in each language of the plan."""
    unit: str
    """Unit of capacity; requirement and capability count it per month."""
    scope: Literal["local", "mobile"]
    """`local`: each area needs its own; `mobile`: shared over the areas."""
    no_shortfall_on_record: Flag = False
    """Whether evidence says the task is done without shortfall at the cutoff (face check)."""
    evidence: Annotated[Ids, Reference("evidence")] = ()
    """Sources of `no_shortfall_on_record`."""
    essential: Flag
    """Whether it counts in the uncovered essential requirement."""
    weight: Annotated[Number, Quantity("weight", 0)]
    """Weight in means over tasks, agreed before the data."""
    window: Annotated[Whole, Quantity("months", 1)]
    """Trailing planning window of its requirement."""
    service: Annotated[Number | None, Quantity("share", 0, 1)] = None
    """Service level of its requirement; blank: the plan's default."""
    factor: str | None = None
    """The commission's factor (working group) it belongs to."""
    anchor: Literal["elicited", "none"] = "elicited"
    """`elicited`: capability is scaled to the self-reliance today; `none`: contributions are taken as they are."""
    contributions: Literal["relative", "task-units"] = "relative"
    """Whether the contributions of its lines are relative weights, or task-units a month; the second are held against the
    judged self-reliance, and a factor outside 0.5–2 is a finding."""
