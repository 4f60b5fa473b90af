"""From seats to posts: what courses bring."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.assessment.result.spread import Spread

__all__ = ["CourseOutlook"]


@dataclass(frozen=True)
class CourseOutlook:
    """One activity that trains one skill: seats → graduates → posts filled, and how many are still filled later."""

    activity: str
    """Activity."""
    kind: str
    """Its kind: training, pme …"""
    element: str
    """Element that sends and takes back."""
    skill: str
    """Skill."""
    chosen: bool
    """Whether the programme carries it out."""
    ends: str | None
    """Month in which the course ends; None when it is not carried out."""
    seats: Spread
    """Entrants."""
    graduates: Spread
    """Of them who pass."""
    posts_filled: Spread
    """Of them who fill a post."""
    filled_later: Spread
    """Of these posts still filled two years on, after attrition and fading."""
    need: int
    """Qualified persons the element needs."""
    short_today: Spread
    """Qualified and present persons it lacks at the cutoff."""
    seats_a_month: int | None = None
    """Entrants the skill's courses take through a month, all together; None: as many as come."""
    through: str | None = None
    """Median month in which the last of them has come through; None when it is not carried out, or after the horizon."""
