"""Conditions of gates."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Reference, Text, UNumber, Whole
from jisr.plan.functions import Function
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Condition"]


class Condition(Provenance):
    """A test on a measure, for a gate."""

    table: ClassVar[str] = "conditions"
    key: ClassVar[tuple[str, ...]] = ("condition",)
    required: ClassVar[bool] = True

    condition: Id
    """Id of the condition."""
    name: Text
    """Name in each language of the plan."""
    gate: Annotated[Id, Reference("gates")]
    """The gate."""
    measure: Id
    """The measure (`jisr measures` lists them)."""
    task: Annotated[Id | None, Reference("tasks")] = None
    """Selects a task."""
    area: Annotated[Id | None, Reference("areas")] = None
    """Selects an area; blank: every area (local measures) or all together (national ones)."""
    element: Annotated[Id | None, Reference("elements")] = None
    """Selects an element."""
    function: Function | None = None
    """Selects a function."""
    driver: Annotated[Id | None, Reference("drivers")] = None
    """Selects a driver."""
    external: Annotated[Id | None, Reference("externals")] = None
    """Selects an external."""
    site: Annotated[Id | None, Reference("sites")] = None
    """Selects a site."""
    item: Annotated[Id | None, Reference("equipment_types")] = None
    """Selects an equipment type."""
    comparison: Literal[">=", "<="]
    """How the measure is compared with the threshold."""
    threshold: UNumber
    """Entry threshold."""
    exit_threshold: UNumber | None = None
    """Threshold to stay met; blank: the entry threshold."""
    smoothing: Literal["each-month", "mean"]
    """Whether each month of the window must satisfy, or their mean."""
    persistence: Annotated[Whole, Quantity("months", 1)]
    """Months the measure must satisfy before the condition is met."""
    hold: Annotated[Whole, Quantity("months", 0)] = 0
    """Months it must stay met before the gate opens."""
    condition_class: Literal["core", "contextual"]
    """Only core conditions gate."""
    family: Literal["threat", "capability", "external", "record", "residual", "post-assessment"]
    """Family: paperwork and capability are listed apart."""
    owner: Annotated[Id, Reference("parties", "joint")]
    """The party that can close it."""
    evidence_max_age: Annotated[Whole, Quantity("months", 1)]
    """Age from which its evidence is stale."""
