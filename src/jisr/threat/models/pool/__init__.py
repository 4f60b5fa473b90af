"""The pool of forecasts: one grid, one member a file, their weights, and how months are tied together."""

from jisr.threat.models.pool.pool import Pool

__all__ = ["Pool"]
