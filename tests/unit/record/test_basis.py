from __future__ import annotations

from unit.record.rows import condition, gate, strength
from unit.threat.small_plan import ASSUMED, CUTOFF, area, demand, driver, small_plan

from jisr.plan import TABLES, Cell, Plan, Provenance, columns_of
from jisr.record import counts_by_basis


def plan_of_six() -> Plan:
    """Inputs: one population, one rate, one strength of three. Limits: two thresholds and a gate's rule."""
    return small_plan(
        areas=[area("east", population="9"), area("west")],
        drivers=[driver("attacks", series="incidents")],
        demand=[demand("patrol", "attacks")],
        strength=[strength("2024-01-01", basis="sourced", evidence=["count"])],
        conditions=[condition("quiet", "5", exit_threshold="6")],
        gates=[gate(basis="sourced", evidence=["count"], as_of=CUTOFF, known_on=CUTOFF)],
    )


def test_each_filled_uncertain_cell_counts_once_and_limits_apart() -> None:
    inputs, limits, by_table = counts_by_basis(plan_of_six())
    assert inputs == {"assumed": 2, "sourced": 3}
    assert limits == {"assumed": 2, "sourced": 1}
    assert by_table == {"areas": {"assumed": 1}, "demand": {"assumed": 1}, "strength": {"sourced": 3}}


def test_one_cell_can_have_a_basis_of_its_own() -> None:
    override = Cell.model_validate({"address": "strength/army,2024-01-01/present"} | ASSUMED | {"basis": "assessed"})
    inputs, limits, _ = counts_by_basis(plan_of_six().with_rows("cells", [override]))
    assert inputs == {"assumed": 2, "sourced": 2, "assessed": 1}
    assert sum(limits.values()) == 3


def test_every_table_with_uncertain_cells_says_where_they_come_from() -> None:
    for model in TABLES.values():
        if any(column.is_uncertain for column in columns_of(model).values()):
            assert issubclass(model, Provenance), model.table
