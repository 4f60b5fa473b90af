from __future__ import annotations

import numpy as np
import pytest

from jisr.months import Month
from jisr.threat import Panel

FIRST = Month.parse("2024-01")


@pytest.mark.parametrize(
    "values",
    [[1.0, 2.0], [[1.0], [2.0]], [[1.0, np.nan]], [[1.0, -1.0]], [[1.0, np.inf]]],
    ids=["one dimension", "areas do not fit", "a gap", "negative", "infinite"],
)
def test_what_is_no_panel_is_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Panel(np.array(values), FIRST, ("east", "west"), "count")


def test_a_panel_as_it_stood() -> None:
    panel = Panel(np.arange(6.0).reshape(3, 2), FIRST, ("east", "west"), "count")
    assert panel.last == FIRST + 2
    assert panel.up_to(FIRST + 1).values.tolist() == [[0, 1], [2, 3]]
    for outside in (FIRST + -1, panel.last + 1):
        with pytest.raises(ValueError, match="the months are"):
            panel.up_to(outside)
