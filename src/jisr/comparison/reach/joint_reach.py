"""How much is assumed, in points: all of a kind held otherwise together, and every choice of the model."""

from __future__ import annotations

from collections.abc import Callable

from jisr.assessment import Assessment, Executor, has_unknown
from jisr.comparison.reach.held import held_limits, held_together
from jisr.comparison.reach.items import held_items, swapped_items
from jisr.comparison.reach.result import Reach
from jisr.comparison.reach.setting import reach_of, reach_setting
from jisr.comparison.reach.swaps import structure
from jisr.inputs import Variant
from jisr.plan import Plan

__all__ = ["find_joint_reach"]


def find_joint_reach(
    plan: Plan,
    assessment: Assessment,
    executor: Executor,
    *,
    draws: int | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Reach:
    """The part of `find_reach` that looks at no single input: a tenth of its work, the same figures.

    All assumed inputs at their better and worse quartiles, all limits a fifth easier and harder, and each choice of the
    model made otherwise, over the same draws (`models.md` 5). `screened` of the result is 0.
    """
    setting = reach_setting(plan, assessment, executor, draws, progress)
    under, base = setting.plan, setting.base
    held = held_together(under, setting.inputs(), held_limits(under, base))
    swaps = structure(under, setting.starts, base, unknown=has_unknown(under))
    ends = setting.both_ends(held)
    swapped = [(problem, Variant()) for swap in swaps for _, _, problem in swap.ends]
    usual, *found = setting.run("reach", [setting.usual(), *ends, *swapped])
    now = (base, usual)
    items = held_items(base, usual, held, found[: len(ends)]) + swapped_items(now, swaps, found[len(ends) :])
    return reach_of(setting, now, items)
