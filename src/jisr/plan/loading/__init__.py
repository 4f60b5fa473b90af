"""Reading a workspace folder: files → rows → one immutable plan, with every finding at once.

Not for: what rows mean together (`plan.checks`). In: a folder. Out: a `Plan` and findings. May enter: `plan` only.
"""

from jisr.plan.loading.cell_findings import cell_findings
from jisr.plan.loading.workspace import Loaded, read_workspace

__all__ = ["Loaded", "cell_findings", "read_workspace"]
