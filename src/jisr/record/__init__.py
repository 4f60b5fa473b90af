"""Who said what, when: positions, ratings, evidence and their age, what was known on a date.

Not for: drawing or computing. In: a plan. Out: plans as one side sees them, records by age, counts by basis, ratings and
counts as series with their breaks. May enter: every room below; this one imports `plan`.
"""

from jisr.record.ages import age_months, evidence_ages
from jisr.record.basis import basis_of, counts_by_basis
from jisr.record.checks import checks
from jisr.record.known_on import known_on
from jisr.record.observed_rates import ObservedRate, observed_rates
from jisr.record.positions import sides, with_positions
from jisr.record.rating_series import RatingPoint, RatingSeries, rating_series
from jisr.record.ratings import latest_rating, latest_strength, rating_expires
from jisr.record.regression import Regression, regression
from jisr.record.series_break import SeriesBreak
from jisr.record.strength_series import StrengthChange, StrengthPoint, StrengthSeries, strength_series

__all__ = [
    "ObservedRate",
    "RatingPoint",
    "RatingSeries",
    "Regression",
    "SeriesBreak",
    "StrengthChange",
    "StrengthPoint",
    "StrengthSeries",
    "age_months",
    "basis_of",
    "checks",
    "counts_by_basis",
    "evidence_ages",
    "known_on",
    "latest_rating",
    "latest_strength",
    "observed_rates",
    "rating_expires",
    "rating_series",
    "regression",
    "sides",
    "strength_series",
    "with_positions",
]
