"""What a page shows of capability, made by hand: lines, gaps, courses, counts and ratings with a break each."""

from __future__ import annotations

import dataclasses

from jisr.assessment import (
    AbsorptionOutlook,
    CourseOutlook,
    GapCell,
    GapOutlook,
    GapRegister,
    LineOutlook,
    NeedOutlook,
    Spread,
    UnmetRequirement,
)
from jisr.record import (
    RatingPoint,
    RatingSeries,
    SeriesBreak,
    StrengthChange,
    StrengthPoint,
    StrengthSeries,
)

ELEMENTS = ("doctrine", "organisation", "training", "materiel", "leadership", "personnel", "facilities", "policy")


def spread(middle: float, width: float = 0.2) -> Spread:
    """A spread around a median."""
    return Spread(middle * (1 - width), middle, middle * (1 + width))


def need(kind: str, name: str, value: float, lowest: float, second: float, *, mandatory: bool = True) -> NeedOutlook:
    """One need of a line."""
    return NeedOutlook(kind, name, mandatory, 0.75, spread(value), lowest, second)


def lines(fan: object) -> tuple[LineOutlook, ...]:
    """Two lines; the second has a single need, and one that limits nothing."""
    mechanics = (
        need("skill", "mechanic", 0.5, 0.9, 0.1),
        need("function", "logistics", 0.6, 0.1, 0.9),
        need("item", "scout-plane", 0.9, 0.0, 0.0),
    )
    present = (need("personnel", "personnel", 0.7, 1.0, 0.0), need("item", "truck", 0.4, 0.0, 0.0, mandatory=False))
    return (
        LineOutlook("l1", "air-wing", "mobility", 1.0, spread(0.5), fan, mechanics),  # type: ignore[arg-type]
        LineOutlook("l2", "army", "fires", 0.4, spread(0.7), fan, present),  # type: ignore[arg-type]
    )


def gap(gap_id: str, name: str, states: dict[str, tuple[str, tuple[str, ...]]], **changes: object) -> GapOutlook:
    """One gap; elements that are not named are not needed."""
    cells = tuple(GapCell(key, *states.get(key, ("not-needed", ()))) for key in ELEMENTS)
    missing = tuple(cell.element for cell in cells if cell.state == "nothing")
    first = GapOutlook(
        gap=gap_id,
        name={"en": name},
        task="mobility",
        force_element="air-wing",
        need="skill mechanic",
        owner="host",
        basis="assessed",
        evidence=(),
        today=spread(0.5),
        cells=cells,
        missing=missing,
    )
    return dataclasses.replace(first, **changes)  # type: ignore[arg-type]


def gaps() -> GapRegister:
    """One gap of each kind: closed, only by what is left out, and by nothing; and three requirements not met."""
    rows = (
        gap("mechanics", "Few mechanics", {"training": ("chosen", ("course",)), "personnel": ("nothing", ())}),
        gap("spares", "No spares", {"materiel": ("proposed", ("support",))}, today=None, force_element=None),
    )
    unmet = (
        UnmetRequirement("mobility", 0.5, 0.7, untouched=False, needs=("air-wing skill mechanic",)),
        UnmetRequirement("fires", 0.6, 0.6, untouched=True, needs=()),
    )
    return GapRegister(ELEMENTS, rows, unmet)


def courses() -> tuple[CourseOutlook, ...]:
    """One course that is given, one left out."""
    first = CourseOutlook(
        activity="course",
        kind="training",
        element="air-wing",
        skill="mechanic",
        chosen=True,
        ends="2025-10",
        seats=spread(40.0),
        graduates=spread(32.0),
        posts_filled=spread(25.6),
        filled_later=spread(14.1),
        need=160,
        short_today=spread(76.7),
        seats_a_month=10,
        through="2026-02",
    )
    left_out = {"chosen": False, "ends": None, "through": None}
    return (first, dataclasses.replace(first, activity="school", skill="pilot", need=40, **left_out))  # type: ignore[arg-type]


def absorption(months: int) -> tuple[AbsorptionOutlook, ...]:
    """One element with a limit that is reached, one without."""
    used = tuple(1.0 if 2 <= month < 8 else 0.0 for month in range(months))
    return (
        AbsorptionOutlook("army", tuple(1.0 for _ in range(months)), used, 6, ("school",)),
        AbsorptionOutlook("air-wing", None, used, 0, ()),
    )


def rating(on: str, level: float, segment: int = 0, *, expired: bool = False, version: int = 1) -> RatingPoint:
    """One rating."""
    return RatingPoint(
        address=f"ratings/army,logistics,joint,{on}/level",
        rated_on=on,
        scale="readiness",
        version=version,
        low=level,
        level=level,
        high=level + 1,
        top=4,
        read_as=level,
        method="visit",
        denominator=None,
        evidence=(),
        expires="2024-06-30" if expired else "2025-06-30",
        expired=expired,
        segment=segment,
    )


def ratings() -> tuple[RatingSeries, ...]:
    """A series over a break, and another assessor who says otherwise."""
    version = SeriesBreak("2024-03-15", "version", "1", "2", bridged=False)
    points = (rating("2023-03-15", 1.0, expired=True), rating("2024-03-15", 2.0, 1, version=2))
    return (
        RatingSeries("army", "logistics", "joint", points, (version,), "refused", 9, decides=True),
        RatingSeries("army", "logistics", "host", (rating("2024-05-01", 3.0),), (), "too-few", 7, decides=False),
        RatingSeries("air-wing", "leadership", "joint", (rating("2024-01-10", 3.0),), (), "too-few", 11, decides=True),
    )


def count(
    on: str, assigned: float, present: float | None, method: str, segment: int, *, decides: bool
) -> StrengthPoint:
    """One count of the army's personnel."""
    address = f"strength/army,{on}/assigned"
    return StrengthPoint(address, on, on, 12000, assigned, present, method, "army-2024", (), decides, segment)


def strengths() -> tuple[StrengthSeries, ...]:
    """Three counts with a change of method between the last two, and one of unmeasured presence."""
    counts = (
        count("2023-01-15", 10000.0, 0.9, "payroll", 0, decides=False),
        count("2024-01-15", 11000.0, 0.88, "payroll", 0, decides=False),
        count("2024-10-15", 9000.0, 0.75, "biometric", 1, decides=True),
    )
    method = SeriesBreak("2024-10-15", "method", "payroll", "biometric", bridged=False)
    changes = (
        StrengthChange("2024-01-15", 1000.0, -0.02, 0.008),
        StrengthChange("2024-10-15", -2000.0, -0.13, None),
    )
    wing = StrengthPoint(
        "strength/air-wing,2024-10-15/assigned", "2024-10-15", None, 900, 820.0, None, "payroll", "air", (), True, 0
    )
    return (
        StrengthSeries("army", counts, (method,), changes),
        StrengthSeries("air-wing", (wing,), (), ()),
    )
