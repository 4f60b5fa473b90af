"""What became of somebody's events, as lines for a terminal."""

from __future__ import annotations

import numpy as np

from jisr.threat import MonthCounts
from jisr.words import Words

__all__ = ["panel_text"]


def panel_text(counts: MonthCounts, words: Words) -> str:
    """Units, months and total of a panel, its release, and everything that was not counted, by reason."""
    lines = [
        words.text(
            "panel-made",
            units=words.number(len(counts.units)),
            first=words.month(str(counts.first)),
            last=words.month(str(counts.last)),
            observed=words.number(int((~np.isnan(counts.values)).sum())),
            total=words.number(float(np.nansum(counts.values))),
            unit=counts.unit,
        )
    ]
    if counts.vintage:
        lines.append(words.text("panel-vintage", vintage=counts.vintage))
    lines += [
        words.text(
            "panel-left-out",
            events=words.number(one.events),
            value=words.number(one.value),
            unit=counts.unit,
            reason=words.text(f"left-out-{one.reason}", names=words.text("comma").join(one.reported) or "none"),
        )
        for one in counts.left_out
    ]
    return "\n".join(lines)
