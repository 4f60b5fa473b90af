"""Checks of the tables alone, one file each; other rooms hand out their own."""

from jisr.findings import Finding
from jisr.plan.checks.addresses import address_finding, check_addresses
from jisr.plan.checks.areas import check_areas
from jisr.plan.checks.boundaries import check_boundaries
from jisr.plan.checks.commitments import check_commitments
from jisr.plan.checks.names import check_names
from jisr.plan.checks.parties import check_parties
from jisr.plan.checks.partnership_names import check_partnership_names
from jisr.plan.checks.references import check_references
from jisr.plan.checks.scales import check_scales
from jisr.plan.checks.strengths import check_strengths
from jisr.plan.checks.tiles import check_tiles
from jisr.plan.checks.windows import check_windows
from jisr.plan.plan import Plan
from jisr.plan.run_checks import run_checks

__all__ = ["address_finding", "check_targets", "checks"]


def check_targets(plan: Plan) -> list[Finding]:
    """Whether what rows name is there: the other checks rest on it."""
    return [*check_references(plan), *check_addresses(plan)]


def checks(plan: Plan) -> list[Finding]:
    """Every other finding of the tables alone."""
    each = (
        check_names,
        check_partnership_names,
        check_parties,
        check_areas,
        check_scales,
        check_strengths,
        check_tiles,
        check_boundaries,
        check_windows,
        check_commitments,
    )
    return run_checks(plan, each)
