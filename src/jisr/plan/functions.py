"""Functions of a force element that a line can need and a rating can be about."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["FUNCTIONS", "FUNCTIONS_WITHOUT_STOCK", "Function"]

Function = Literal[
    "manning",
    "skill",
    "equipment",
    "maintenance",
    "logistics",
    "command-and-control",
    "intelligence",
    "leadership",
    "pay",
    "interoperability",
]
"""Source: GAO-08-143R and Jones 2007 for the list; interoperability from the JSCD of July 2024."""

FUNCTIONS: tuple[str, ...] = get_args(Function)

FUNCTIONS_WITHOUT_STOCK = ("logistics", "command-and-control", "intelligence", "leadership", "pay", "interoperability")
"""Functions whose ratings go on moving after the cutoff: nothing else in the model carries them."""
