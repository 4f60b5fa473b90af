"""Where each area stands on a tile map."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.plan import Area

__all__ = ["area_tiles"]

_WIDEST = 18
"""Tiles beside one another where none has a place; as many as names of three letters leave room for."""


def area_tiles(areas: Sequence[Area], shown: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Area → (row, column) from 0, of every area shown; those without a place follow in rows below the others.

    Examples:
        >>> area_tiles([], [])
        {}
    """
    placed = {
        row.area: (row.tile_row, row.tile_col) for row in areas if row.area in shown and row.tile_row and row.tile_col
    }
    top = min((row for row, _ in placed.values()), default=0)
    left = min((column for _, column in placed.values()), default=0)
    tiles = {area: (row - top, column - left) for area, (row, column) in placed.items()}
    others = [area for area in shown if area not in tiles]
    width = max((column for _, column in tiles.values()), default=-1) + 1
    width = max(width, min(_WIDEST, max(1, round(len(others) ** 0.5))))  # a few places do not make a column of the rest
    below = max((row for row, _ in tiles.values()), default=-1) + 1
    tiles |= {area: (below + i // width, i % width) for i, area in enumerate(others)}
    return tiles
