"""External events a transition waits for or fears."""

from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator

from jisr.plan.cells import Id, Reference, Text, UNumber
from jisr.plan.row import Provenance
from jisr.plan.uncertain import Uncertain
from jisr.units import SHARE, Quantity

__all__ = ["External"]


class External(Provenance):
    """An event that may strike each month, or a task that completes once."""

    table: ClassVar[str] = "externals"
    key: ClassVar[tuple[str, ...]] = ("external",)

    external: Id
    """Id of the external."""
    name: Text
    """Name in each language of the plan."""
    kind: Literal["event-hazard", "time-to-completion"]
    """`event-hazard`: Bernoulli each month; `time-to-completion`: one month drawn per draw."""
    value: Annotated[UNumber, Quantity("share/month or months", 0)]
    """Monthly hazard (0–1), or months from the cutoff to completion."""
    owner: Annotated[Id, Reference("parties", "joint")]
    """Who can move it."""

    @field_validator("value")
    @classmethod
    def _hazard_is_a_share(cls, value: Uncertain, info: ValidationInfo) -> Uncertain:
        return SHARE.checked(value) if info.data.get("kind") == "event-hazard" else value
