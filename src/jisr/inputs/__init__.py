"""From uncertain cells to draws: every stage reads its inputs by address, for one block of draws.

Not for: reading tables (`plan`), or who holds which position (`record`). In: a plan, a block, a seed. Out: arrays by
draw. May enter: the stages below; this room imports `plan`.
"""

from jisr.inputs.checks import checks
from jisr.inputs.draw import Inputs, Unknowns, draw_inputs
from jisr.inputs.effect import Effect
from jisr.inputs.orientation import ORIENTATION, direction, orientation
from jisr.inputs.pert import pert_quantile
from jisr.inputs.shared import sources
from jisr.inputs.stated_range import value_at
from jisr.inputs.variant import Variant

__all__ = [
    "ORIENTATION",
    "Effect",
    "Inputs",
    "Unknowns",
    "Variant",
    "checks",
    "direction",
    "draw_inputs",
    "orientation",
    "pert_quantile",
    "sources",
    "value_at",
]
