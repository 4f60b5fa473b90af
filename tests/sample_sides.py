"""What separates the two sides of the sample, made by hand."""

from __future__ import annotations

from jisr.comparison import Move, Separation, SidesApart, SideShift


def moves(points: float, error: float) -> dict[str, Move]:
    """A change of the first gate, and none of the second."""
    return {"step-one": Move(points, error, 0.0, error), "step-two": Move(0.0, error, 0.0, error)}


def shift(judgement: str, first: float, second: float, error: float = 0.005) -> SideShift:
    """A judgement that moves the first gate by so much from either side, and the second gate not at all."""
    return SideShift(judgement, "belief", ("1", "2"), moves(first, error), moves(second, error))


def sides_apart(*judgements: SideShift, others: SideShift | None = None, change: float = 0.25) -> SidesApart:
    """Two sides apart by so much at the first gate."""
    usual = (shift("incidents", 0.2, -0.11), shift("self-reliance", 0.04, 0.0), shift("x", 0.0, 0.0))
    one = Separation(
        first="contributor",
        second="host",
        first_chance={"step-one": 0.01, "step-two": 0.0},
        second_chance={"step-one": 0.01 + change, "step-two": 0.0},
        change=moves(change, 0.01),
        only_together=moves(0.0, 0.01),
        judgements=judgements or usual,
        others=others if others is not None else shift("", 0.001, 0.0),
    )
    return SidesApart(500, (one,))
