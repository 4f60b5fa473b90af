"""AT-08: the Afghan Air Force of April 2021, and AT-12: one count in two vintages."""

from __future__ import annotations

import datetime as dt

import pytest
from historical.case import EXAMPLES, assessed, condition, gate, printed, reach

import jisr
from jisr.assessment import Assessment
from jisr.plan import EquipmentType, Evidence, Holding, Observed, Support
from jisr.record import known_on
from jisr.report import build_report
from jisr.words import Words

NAME = "afghan-air-force-2021"
FLEETS = [row.item for row in jisr.load(EXAMPLES / NAME).rows(EquipmentType)]
STAY = tuple(f"support/{item},contractor/ends=2022-12" for item in FLEETS)
GONE_IN_MAY = tuple(f"support/{item},contractor/ends=2021-05" for item in FLEETS)
MONTHS = ["2021-05", "2021-06", "2021-07", "2021-08", "2021-09"]


@pytest.fixture(scope="module")
def told() -> Assessment:
    return assessed(NAME)[1]


def test_the_fleet_is_the_published_one() -> None:
    held = {row.item: row.held for row in jisr.load(EXAMPLES / NAME).rows(Holding)}
    assert sum(held.values()) == 167
    assert round(held["uh-60"] * 0.77) == 25
    assert round(held["uh-60"] * 0.39) == 13


def test_nothing_of_the_outcome_is_an_input() -> None:
    """The readiness of June, 39 and 63 per cent, is what is to be foretold; later vintages of earlier facts say so."""
    plan, findings = jisr.api.checked(EXAMPLES / NAME)
    assert plan is not None
    shares = {row.mission_capable.mode for row in plan.rows(Holding)}
    assert not shares & {0.39, 0.63}
    later = {row.evidence for row in plan.rows(Evidence) if row.published > plan.partnership.cutoff}
    marked = {one.values["evidence"] for one in findings if one.code == "E402"}
    assert later == marked
    cutoff = plan.partnership.cutoff
    leaves = [row for row in plan.rows(Support) if row.provider == "contractor" and row.item not in {"uh-60", "c-130"}]
    assert all(row.known_on is not None and row.known_on <= cutoff for row in leaves)
    assert all(row.as_of is not None and row.as_of <= dt.date(2021, 5, 31) for row in plan.rows(Holding))


def test_the_gate_turns_red_before_the_handover(told: Assessment) -> None:
    by_month = gate(told, "withdrawal").probability_on
    assert by_month[0] > 0.9
    red = next(month for month, chance in zip(MONTHS, by_month, strict=False) if chance < 0.5)
    assert red < gate(told, "withdrawal").reference == "2021-09"
    assert gate(told, "withdrawal").on < 0.15


def test_it_is_the_contractors() -> None:
    """With everything else the same and the contractors there, the same gate stays green."""
    assert gate(assessed(NAME, *STAY)[1], "withdrawal").on > 0.85


def test_no_reading_of_the_inputs_saves_the_gate() -> None:
    """Every input at either end of its range, every limit a fifth easier, every choice of the model: still red."""
    found = reach(NAME)
    assert found.items
    assert not [one.id for one in found.items for end in one.ends for each in end.gates if each.turns]
    (widest,) = {one.id for one in found.items if one.kind == "input"} & {"support/uh-60,contractor/ends"}
    spans = {one.id: one.spans["withdrawal"] for one in found.items if one.kind == "input"}
    assert spans[widest] == max(spans.values())


def test_a_fleet_its_own_mechanics_keep_does_not_fall() -> None:
    own = ("support/uh-60,contractor/share=0", "support/uh-60,own/share=1")
    assert condition(assessed(NAME, *own)[1], "uh-60-flies").met[4] > 0.9


def test_it_asks_who_pays(told: Assessment) -> None:
    (asked,) = [one for one in jisr.check(EXAMPLES / NAME) if one.code == "K636"]
    assert asked.found == "aaf"
    assert told.sustainment.unpaid_after == 700e6
    assert told.sustainment.nobody == ("aaf",)
    assert told.sustainment.funded_by_payer["us"][5] == 0


def test_every_fleet_is_critical_by_the_handover(told: Assessment) -> None:
    critical = {one.what: one.critical for one in told.sustainment.ends if one.kind == "support"}
    assert set(critical) == set(FLEETS)
    assert all(month is not None and month <= "2021-09" for month in critical.values())


def test_it_would_not_have_foretold_how_fast() -> None:
    """39 per cent at the end of June: the model gave a UH-60 fleet under 40 per cent next to no chance so early."""
    early = ("conditions/uh-60-flies/threshold=0.4",)
    assert condition(assessed(NAME, *early)[1], "uh-60-flies").met[1] > 0.95
    assert condition(assessed(NAME, *early, *GONE_IN_MAY)[1], "uh-60-flies").met[1] > 0.95


def test_the_page_prints_what_the_engine_says(told: Assessment) -> None:
    found = gate(told, "withdrawal")
    rows = {
        "all three conditions": found.probability_on,
        "air strikes at four fifths": condition(told, "strikes-sustained").met,
        "air mobility at four fifths": condition(told, "mobility-sustained").met,
        "UH-60 at 60 %": condition(told, "uh-60-flies").met,
        "AC-208 at 75 %": condition(told, "ac-208-flies").met,
        "all three, contractors stay": gate(assessed(NAME, *STAY)[1], "withdrawal").probability_on,
        "all three, contractors gone at the end of May": gate(
            assessed(NAME, *GONE_IN_MAY)[1], "withdrawal"
        ).probability_on,
    }
    for label, values in rows.items():
        assert printed(NAME, label) == pytest.approx([100 * value for value in values[:5]], abs=2), label


def test_what_was_believed_and_what_is_held() -> None:
    """AT-12: the strength of 31 January 2018, first published as 296,409 and corrected to 313,728."""
    plan = jisr.load(EXAMPLES / NAME)
    assert [row.value for row in known_on(plan, dt.date(2018, 5, 1)).rows(Observed)] == [296_409]
    both = {row.evidence: row.value for row in plan.rows(Observed)}
    assert both == {"sigar-39": 296_409, "sigar-39-supplement": 313_728}
    change = both["sigar-39-supplement"] - both["sigar-39"]
    assert change == 17_319
    assert round(100 * change / both["sigar-39"], 1) == 5.8
    assert [row.value for row in known_on(plan, dt.date(2018, 4, 1)).rows(Observed)] == []


def test_the_two_vintages_stand_side_by_side_and_neither_is_primary(told: Assessment) -> None:
    """The report picks none in silence; SIGAR had no means to verify either, and the grade says so."""
    plan = jisr.load(EXAMPLES / NAME)
    grades = {row.evidence: row.grade for row in plan.rows(Evidence) if row.evidence.startswith("sigar-39")}
    assert grades == {"sigar-39": 2, "sigar-39-supplement": 2}
    tables = build_report(plan, told, Words()).tables()
    (row,) = [row for table in tables if table.id == "conflicts" for row in table.rows]
    said = row.cells[-1].text
    assert said.index("296,409") < said.index("313,728")
