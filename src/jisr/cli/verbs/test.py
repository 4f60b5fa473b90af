"""The gate, which the launcher runs."""

from __future__ import annotations

from jisr.cli.terminal import wrong

__all__ = ["test"]


def test() -> None:
    """Run every test: ./jisr test [--quick].

    The only gate of a checkout; its launcher runs it.
    """
    wrong("the gate is run by the launcher of a checkout: ./jisr test")
