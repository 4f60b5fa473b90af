"""Circles among things that wait for each other."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

__all__ = ["Edge", "circles"]

Edge = tuple[str, str]
"""Who waits, and for whom."""


def circles(edges: Sequence[Edge]) -> list[tuple[Edge, tuple[str, ...]]]:
    """Every circle by the edge that closes it: the last one written of those that form it.

    Each circle is what is left when the closing edges of those before it are taken away; it lists its members from the
    one that waits on, the first again at the end.

    Examples:
        >>> circles([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])
        [(('c', 'a'), ('c', 'a', 'b', 'c'))]
    """
    left = list(edges)
    found = []
    while members := _one(left):
        around = list(pairwise(members))
        closing = max(around, key=lambda edge: max(i for i, one in enumerate(left) if one == edge))
        start = around.index(closing)
        turned = [*around[start:], *around[:start]]
        found.append((closing, (*(waiting for waiting, _ in turned), turned[-1][1])))
        left = [edge for edge in left if edge != closing]
    return found


def _one(edges: Sequence[Edge]) -> list[str]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for waiting, awaited in edges:
        sorter.add(waiting, awaited)
    try:
        sorter.prepare()
    except CycleError as error:
        # graphlib names each member before the one that waits for it
        return list(reversed(error.args[1]))
    return []
