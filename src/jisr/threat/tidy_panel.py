"""A panel from a file, as a forecast needs it: a count for every unit and month."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.threat.panel import Panel
from jisr.threat.sources import read_panel_file

__all__ = ["TidyPanel", "read_tidy_panel"]


@dataclass(frozen=True)
class TidyPanel:
    """A panel read from a file, and what was found on reading that is no error.

    Parameters: `units` are the ids as the file has them, whole numbers where all are, else text, in the order of
    `panel.areas`.
    """

    panel: Panel
    units: NDArray[Any]
    notes: tuple[Finding, ...]


def read_tidy_panel(path: Path) -> TidyPanel:
    """The panel of a file with the columns `unit, month, value`, as `read_panel_file` reads it.

    Months before a unit's first row were not observed. A forecast needs a number for them and takes 0, which note T516
    says; a month missing after the first is refused.

    Raises:
        PlanError: with everything wrong in the file (F101, S101, T510–T515, T520), at once.
    """
    read = read_panel_file(path)
    gaps = read.gaps(to_the_end=True)
    if gaps:
        raise PlanError(gaps)
    begins = read.begins()
    notes = tuple(
        finding("T516", Place(read.file), read.names[i], month=read.first + int(begins[i]))
        for i in np.flatnonzero(begins > 0)
    )
    panel = Panel(np.nan_to_num(read.values, nan=0.0), read.first, read.names, "count/month")
    return TidyPanel(panel, read.units, notes)
