"""Who said what, when: positions, ratings, evidence and their age, what was known on a date.

Not for: drawing or computing. In: a plan. Out: plans as one side sees them, records by age, counts by basis. May enter:
every room below; this one imports `plan`.
"""

from jisr.record.ages import age_months, evidence_ages
from jisr.record.basis import counts_by_basis
from jisr.record.checks import checks
from jisr.record.known_on import known_on
from jisr.record.positions import sides, with_positions
from jisr.record.ratings import latest_rating, latest_strength, rating_expires

__all__ = [
    "age_months",
    "checks",
    "counts_by_basis",
    "evidence_ages",
    "known_on",
    "latest_rating",
    "latest_strength",
    "rating_expires",
    "sides",
    "with_positions",
]
