"""Jisr: the open, reproducible workbench of a bilateral security-cooperation commission.

One function per question of a user; nothing heavy is imported before it is needed.

Examples:
    >>> import jisr
    >>> "areas" in jisr.table_names()
    True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jisr.api import (
        assess,
        board,
        check,
        checked,
        compare,
        demo,
        difference_of,
        doctor,
        explain,
        load,
        measures,
        new,
        open_plan,
        reach,
        report,
        schema,
        score,
        sensitivity,
        table_names,
        task_templates,
        threat_backtest,
        threat_fetch,
        threat_forecast,
        threat_models,
        threat_panel,
    )

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "assess",
    "board",
    "check",
    "checked",
    "compare",
    "demo",
    "difference_of",
    "doctor",
    "explain",
    "load",
    "measures",
    "new",
    "open_plan",
    "reach",
    "report",
    "schema",
    "score",
    "sensitivity",
    "table_names",
    "task_templates",
    "threat_backtest",
    "threat_fetch",
    "threat_forecast",
    "threat_models",
    "threat_panel",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("jisr.api"), name)
    raise AttributeError(name)
