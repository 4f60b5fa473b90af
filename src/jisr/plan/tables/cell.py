"""Provenance of single cells."""

from typing import ClassVar

from jisr.plan.cells import AddressCell
from jisr.plan.row import Provenance

__all__ = ["Cell"]


class Cell(Provenance):
    """Provenance that overrides its row's for one cell."""

    table: ClassVar[str] = "cells"
    key: ClassVar[tuple[str, ...]] = ("address",)

    address: AddressCell
    """The cell."""
