"""The exit codes of the contract."""

__all__ = ["DONE", "FOUND", "UNFINISHED", "USAGE"]

DONE = 0
FOUND = 1
"""Findings of severity error, or a verification that failed."""
USAGE = 2
UNFINISHED = 3
"""Interrupted, or a resource is missing; what was finished is kept."""
