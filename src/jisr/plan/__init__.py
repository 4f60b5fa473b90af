"""What people write: table models, loading and writing, checks of the tables alone → one immutable `Plan`.

Not for: who said what when (`record`), or computing. In: a workspace folder. Out: `Plan` and findings. May enter: every
room below; this one imports only the ground floor.
"""

from jisr.plan.cells import Reference
from jisr.plan.columns import Column, columns_of
from jisr.plan.functions import FUNCTIONS, FUNCTIONS_WITHOUT_STOCK
from jisr.plan.loading import Loaded, read_workspace
from jisr.plan.partnership import Defaults, ExchangeRate, Partnership, Party
from jisr.plan.plan import Plan
from jisr.plan.row import Basis, Provenance, Row
from jisr.plan.tables import *  # noqa: F403 - the tables are the room's vocabulary
from jisr.plan.tables import __all__ as _tables
from jisr.plan.uncertain import Uncertain
from jisr.plan.writing import workspace_files, write_workspace

__all__ = [
    "FUNCTIONS",
    "FUNCTIONS_WITHOUT_STOCK",
    "Basis",
    "Column",
    "Defaults",
    "ExchangeRate",
    "Loaded",
    "Partnership",
    "Party",
    "Plan",
    "Provenance",
    "Reference",
    "Row",
    "Uncertain",
    "columns_of",
    "read_workspace",
    "workspace_files",
    "write_workspace",
    *_tables,
]
