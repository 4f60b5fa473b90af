"""From counts to what is said of capability lines."""

from __future__ import annotations

from jisr.assessment.result import LineOutlook, NeedOutlook, Spread
from jisr.assessment.series import fan
from jisr.assessment.sketch import Sketch
from jisr.assessment.tally import Tally
from jisr.plan import Line

__all__ = ["line_outlooks", "spread_at"]


def line_outlooks(tally: Tally) -> tuple[LineOutlook, ...]:
    """Readiness of every line, and every need it has: supporting ones are reported, they limit nothing."""
    return tuple(_line(tally, at, row) for at, row in enumerate(tally.problem.capability.lines))


def _line(tally: Tally, at: int, row: Line) -> LineOutlook:
    draws = max(int(tally.binds[at].sum()), 1)
    needs = [
        NeedOutlook(
            kind=need.kind,
            name=need.name,
            mandatory=need.mandatory,
            threshold=need.threshold,
            value=spread_at(tally.needs, need.key_text, 0),
            lowest=int(tally.binds[at, n]) / draws,
            second=int(tally.second[at, n]) / draws,
        )
        for n, need in enumerate(tally.problem.capability.needs)
        if need.line == row.line
    ]
    return LineOutlook(
        line=row.line,
        element=row.element,
        task=row.task,
        share=row.share,
        today=spread_at(tally.shares, f"ready:{row.line}", 0),
        readiness=fan(tally.shares, f"ready:{row.line}", ahead=True),
        needs=tuple(sorted(needs, key=lambda one: not one.mandatory)),
    )


def spread_at(sketch: Sketch, name: str, month: int) -> Spread:
    """The quantiles of a series in one month, 0 the cutoff."""
    return Spread(*(float(sketch.quantile(name, share)[month]) for share in (0.05, 0.5, 0.95)))
