"""Voluntary returns as flows of counts: camp → convoy → centre → community.

Not for: persons. In: a plan, effects, inputs. Out: persons by site and month, what binds, refusals. May enter: the rooms
below; this one imports `plan`, `inputs`.
"""

from jisr.returns.checks import checks
from jisr.returns.compiled import ReturnsData, compile_returns
from jisr.returns.simulate import CAUSES, ReturnPaths, simulate

__all__ = ["CAUSES", "ReturnPaths", "ReturnsData", "checks", "compile_returns", "simulate"]
