"""Equipment types."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Text, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["EquipmentType"]


class EquipmentType(Provenance):
    """One kind of equipment: how it is counted, how it fails."""

    table: ClassVar[str] = "equipment_types"
    key: ClassVar[tuple[str, ...]] = ("item",)

    item: Id
    """Id of the type."""
    name: Text
    """Name in each language of the plan."""
    item_class: Literal["aircraft", "helicopter", "vehicle", "uas", "artillery", "sensor", "other"]
    """Class."""
    count_kind: Literal["whole", "continuous"]
    """`whole`: small fleets in whole numbers; `continuous`: large ones."""
    failure: Annotated[UNumber, Quantity("failures/item/month", 0, 1)]
    """Chance that a serviceable item fails in a month."""
    eum: Literal["routine", "enhanced"] | None = None
    """End-use monitoring, when of foreign origin."""
