"""An assessment made by hand: small, complete, with every kind of thing a page can show."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from sample_capability import absorption, courses, gaps, lines, ratings, spread, strengths

from jisr.assessment import (
    ActivityOutlook,
    AreaOutlook,
    Assessment,
    BasisTally,
    Calibration,
    ConditionOutlook,
    ConditionState,
    DriverOutlook,
    Fan,
    GateOutlook,
    History,
    PastForecast,
    PlanFacts,
    PositionOutlook,
    ProgrammeOutlook,
    ReturnsOutlook,
    SiteOutlook,
    SupportEnd,
    SupportPosts,
    SustainmentOutlook,
    TaskOutlook,
)

MONTHS = tuple(f"{2025 + (i // 12)}-{i % 12 + 1:02d}" for i in range(24))
DRAWS = 2000


def names(english: str, arabic: str = "") -> Mapping[str, str]:
    """A name in the languages of the sample."""
    return {"en": english, "ar": arabic} if arabic else {"en": english}


def fan(start: float, end: float) -> Fan:
    """A fan whose median goes straight from one value to another."""
    mid = [start + (end - start) * i / (len(MONTHS) - 1) for i in range(len(MONTHS))]
    rows = {name: tuple(value * factor for value in mid) for name, factor in _FACTORS.items()}
    return Fan(**rows)


_FACTORS = {"q05": 0.6, "q25": 0.85, "q50": 1.0, "q75": 1.1, "q95": 1.3, "mean": 1.0}


def state(condition: str, gate: str, name: str, kind: str, **changes: Any) -> ConditionState:
    """One condition's state today."""
    first = ConditionState(
        condition=condition,
        gate=gate,
        name=names(name),
        state=kind,
        value=0.6,
        threshold=0.75,
        comparison=">=",
        unit="share",
        record=f"ratings/{condition},logistics,joint,2024-03-15/level",
        as_of="2024-03-15",
        age_months=9,
        max_age_months=6,
        said="not met",
        owner="host",
        next_assessment="2025-06",
        condition_class="core",
        family="capability",
        basis="assumed",
    )
    return dataclasses.replace(first, **changes)


def outlook(one: ConditionState, open_share: float, gain: float) -> ConditionOutlook:
    """The outlook of a condition whose state is given."""
    measured = one.unit != "yes or no"
    low, mid, high = (0.41, 0.66, 0.93) if one.unit == "share" else (4.0, 9.5, 31.0)
    return ConditionOutlook(
        condition=one.condition,
        name=one.name,
        family=one.family,
        owner=one.owner,
        condition_class=one.condition_class,
        open_share=open_share,
        sole_blocker=gain,
        gain_if_removed=gain,
        value_q05=low if measured else None,
        value_q50=mid if measured else None,
        value_q95=high if measured else None,
        threshold=one.threshold,
        unit=one.unit,
        comparison=one.comparison,
        met=tuple((1 - open_share) * (i + 1) / len(MONTHS) for i in range(len(MONTHS))),
    )


STATES = (
    state("raids", "step-one", "Raids after step one", "stale", age_months=51),
    state("command", "step-one", "Joint command", "partly", basis="sourced"),
    state(
        "incidents", "step-one", "Few incidents", "met", comparison="<=", value=8.7, threshold=15.0, unit="count/month"
    ),
    state("watch", "step-one", "Watch over the plain", "disputed", basis="assessed", owner="joint"),
    state(
        "procedures",
        "step-one",
        "Procedures agreed",
        "not met",
        value=None,
        threshold=1.0,
        unit="yes or no",
        record=None,
        as_of=None,
        age_months=None,
        next_assessment=None,
        family="record",
        owner="joint",
    ),
    state(
        "camp-small",
        "step-one",
        "Camp below half",
        "unknown",
        condition_class="contextual",
        unit="persons",
        value=6000.0,
    ),
    state("alone", "step-two", "Watch alone", "not met"),
    state("paid", "step-two", "Planes are paid for", "unknown", family="residual", record=None, age_months=None),
)
OPEN = {"raids": (0.54, 0.04), "command": (0.35, 0.02), "watch": (0.3, 0.01), "procedures": (0.25, 0.11)}


def gate(gate_id: str, name: str, **changes: Any) -> GateOutlook:
    """One gate of the sample."""
    conditions = tuple(outlook(one, *OPEN.get(one.condition, (0.1, 0.0))) for one in STATES if one.gate == gate_id)
    line = tuple(0.12 * min(i, 11) / 11 for i in range(len(MONTHS)))
    first = GateOutlook(
        gate=gate_id,
        name=names(name),
        phase_from="mission",
        phase_to="after",
        phase_from_name=names("Coalition mission"),
        phase_to_name=names("Advisers only"),
        rule="date",
        reference="2025-12",
        on=0.12,
        by=0.2,
        by_horizon=0.56,
        held=0.25,
        lost=0.1,
        standard_error=0.0073,
        draws=DRAWS,
        without_programme=0.1,
        unknown_worst=0.08,
        unknown_best=0.16,
        expected_open=2.6,
        expected_open_without_programme=3.1,
        core=sum(one.condition_class == "core" for one in conditions),
        unscheduled=1,
        probability_on=line,
        probability_by=line,
        probability_opened=line,
        conditions=conditions,
        removal_sets=(),
        positions=(
            PositionOutlook("contributor", "condition", "2025-12", 0.08, 0.01, 0.02, 0.0022),
            PositionOutlook("host", "date", "2025-09", 0.14, 0.26, 1.0, 0.0098),
        ),
        on_by_both=0.07,
    )
    return dataclasses.replace(first, **changes)


def never_gate() -> GateOutlook:
    """A gate that no draw ever meets."""
    nothing = tuple(0.0 for _ in MONTHS)
    return gate(
        "step-two",
        "Step two",
        rule="condition",
        reference="2026-06",
        on=0.0,
        by=0.0,
        by_horizon=0.0,
        held=0.0,
        lost=0.0,
        standard_error=0.0,
        without_programme=0.0,
        unknown_worst=None,
        unknown_best=None,
        probability_on=nothing,
        probability_by=nothing,
        probability_opened=nothing,
        expected_open=1.4,
        expected_open_without_programme=1.6,
        removal_sets=(
            {"conditions": ["paid"], "probability": 0.05},
            {"conditions": ["paid", "alone"], "probability": 0.22},
        ),
        positions=(),
    )


def activity(activity_id: str, title: str, **changes: Any) -> ActivityOutlook:
    """One activity of the sample."""
    first = ActivityOutlook(
        id=activity_id,
        title=names(title),
        component="military-training",
        kind="training",
        element="army",
        owner="host",
        mandatory=False,
        start="2025-03",
        months=9,
        cost={"host": 6e6, "contributor": 2e6},
        value=0.0123,
        reason=None,
        detail={},
    )
    return dataclasses.replace(first, **changes)


def programme() -> ProgrammeOutlook:
    """Three activities chosen, two left out."""
    return ProgrammeOutlook(
        status="OPTIMAL",
        activities=(
            activity("course", "Planning course", start="2025-02", mandatory=True, component="strategic-planning"),
            activity("advisers", "Fusion advisers"),
            activity("spares", "Spares", component="equipment"),
            activity(
                "support",
                "Contractor support",
                start=None,
                reason="no-money",
                detail={"payer": "host", "year": "2026", "cost": "240000000", "money": "69000000"},
            ),
            activity("school", "School", start=None, reason="prerequisite", detail={"other": "support"}, value=0.0),
        ),
        cost=24e6,
        cost_by_payer={"host": 18e6, "contributor": 6e6},
        cost_by_payer_year={"host": {"2025": 18e6}, "contributor": {"2025": 6e6}},
        money_by_payer_year={"host": {"2025": 20e6}, "contributor": {"2025": 9e6}},
        uncovered_with=0.307,
        uncovered_without=0.397,
        uncovered_standard_error=0.001,
        milestones=("2025-12", "2026-06"),
        untouched=("fires",),
        additive_value=0.02,
        bound_gap=0.0,
        reproducible=True,
    )


def sustainment() -> SustainmentOutlook:
    """Funding of one payer that ends after a year."""
    theirs = tuple(15e6 if i < 12 else 0.0 for i in range(len(MONTHS)))
    own = tuple(20e6 for _ in MONTHS)
    plane = names("Scout plane", "طائرة استطلاع")
    return SustainmentOutlook(
        needed_year=40e6,
        funded_year=35e6,
        needed=tuple(40e6 for _ in MONTHS),
        funded=tuple(a + b for a, b in zip(theirs, own, strict=True)),
        funded_by_payer={"contributor": theirs, "host": own},
        unpaid_after=15e6,
        ends=(
            SupportEnd(
                "support", "plane", plane, "contractor", 0.65, "2025-09", 0.0, "", "own mechanics", "2025-10", False
            ),
            SupportEnd("item", "plane", plane, "money", 0.6, "2025-12", 15e6, "contributor", None, "2025-10", False),
            SupportEnd("skill", "army,mechanic", {}, "money", 1.0, None, 3e6, "host", "host", "2024-12", True),
        ),
        posts=(
            SupportPosts("step-one", names("Step one"), "2025-12", 20, ("plane",)),
            SupportPosts(None, {}, None, 45, ("truck", "scout-plane")),
        ),
        nobody=("plane", "army,mechanic"),
    )


def returns() -> ReturnsOutlook:
    """A camp and a centre."""
    return ReturnsOutlook(
        sites=(
            SiteOutlook("camp", names("River camp", "مخيم النهر"), "camp", 6000.0, 1500.0, fan(6000.0, 2000.0)),
            SiteOutlook("centre", names("Reception centre"), "centre", 300.0, None, fan(300.0, 500.0)),
        ),
        refusals=fan(1217.0, 1217.0),
        binding={"willing": 0.2, "convoys": 0.71, "stay": 0.0, "capacity": 0.09},
        levels=(
            {"site": "camp", "level": 4500.0, "q05": "2025-05", "q50": "2025-09", "q95": "2026-02", "share": 1.0},
            {"site": "camp", "level": 3000.0, "q05": "2025-12", "q50": "2026-07", "q95": None, "share": 0.8},
            {"site": "camp", "level": 1500.0, "q05": None, "q50": None, "q95": None, "share": 0.01},
        ),
    )


def areas() -> tuple[AreaOutlook, ...]:
    """The areas of the plan of three areas."""
    whole = {"north": 20.0, "centre": 6.0, "south": 0.0}
    shown = {name: values[::3] for name, values in vars(fan(1.0, 1.0)).items()}
    return tuple(
        AreaOutlook(
            area,
            names(area.title()),
            Fan(**{name: tuple(first * value for value in values) for name, values in shown.items()}),
        )
        for area, first in whole.items()
    )


def task(task_id: str, name: str, **changes: Any) -> TaskOutlook:
    """One task of the sample."""
    settings = ("now", "cutoff", "alone", "after:step-one", "after:step-two")
    first = TaskOutlook(
        id=task_id,
        name=names(name),
        unit="sorties",
        scope="mobile",
        essential=True,
        requirement=fan(96.5, 90.0),
        capability=fan(58.1, 80.0),
        cover={setting: fan(0.6, 0.7) for setting in settings},
        uncovered=fan(0.4, 0.3),
        cover_today=dict.fromkeys(settings, 0.62),
        self_reliance_elicited=0.55,
        binds=(
            {"line": "l1", "element": "army", "kind": "skill", "name": "mechanic", "share": 0.9, "second": 0.1},
            {"line": "l1", "element": "army", "kind": "function", "name": "logistics", "share": 0.1, "second": 0.9},
        ),
        requirement_today=spread(95.0),
        requirement_by_side={"host": spread(80.0), "contributor": spread(120.0)},
    )
    return dataclasses.replace(first, **changes)


def calibration() -> Calibration:
    """Five past forecasts of a quiet series; one month of the last was a surprise."""
    windows = tuple(
        PastForecast(
            cutoff=f"{2022 + (9 + 3 * i) // 12}-{(9 + 3 * i) % 12 + 1:02d}",
            observed=tuple(60.0 if i == 4 and month == 3 else 9.0 for month in range(12)),
            q05=tuple(2.0 for _ in range(12)),
            q50=tuple(8.0 for _ in range(12)),
            q95=tuple(20.0 for _ in range(12)),
        )
        for i in range(5)
    )
    return Calibration(
        series="press",
        name=names("Incidents"),
        unit="incidents",
        model="skeleton",
        known=48,
        least=45,
        windows=windows,
        bins=(2, 4, 8, 9, 9, 8, 8, 7, 4, 1),
        within_50=0.7,
        within_90=0.97,
        sums_within_90=1.0,
    )


def short_calibration() -> Calibration:
    """A series too short to be held against."""
    return Calibration("claims", names("Claims"), "claims", "skeleton", known=24, least=45)


def sample() -> Assessment:
    """The whole of it."""
    history = History(("2024-11", "2024-12"), (12.0, 9.0), revised_later=True, evidence=("bulletin",))
    return Assessment(
        plan=PlanFacts(
            id="sample",
            title=names("Sample plan", "خطة نموذجية"),
            parties={"host": names("Northland", "نورثلاند"), "contributor": names("Coalition", "التحالف")},
            roles={"host": "host", "contributor": "contributor"},
            languages=("en", "ar"),
            cutoff="2024-12-31",
            horizon=len(MONTHS),
            months=MONTHS,
            seed=2024,
            draws=DRAWS,
            currency="USD",
            price_year=2024,
            held_months=6,
            content="0123456789abcdef" * 4,
        ),
        basis=BasisTally(
            inputs={"assumed": 105, "sourced": 12, "assessed": 7},
            limits={"assumed": 14},
            by_table={"skills": {"assumed": 60}, "strength": {"sourced": 12, "assessed": 7, "assumed": 45}},
        ),
        drivers=(
            DriverOutlook(
                "incidents", names("Incidents"), "count", "forecast", history, fan(9.0, 12.0), MONTHS[::3], areas()
            ),
        ),
        tasks=(
            task("mobility", "Air mobility"),
            task(
                "fires",
                "Fires",
                essential=False,
                self_reliance_elicited=None,
                contributions="task-units",
                coherence=spread(2.6),
                loose=0.04,
            ),
        ),
        today=STATES,
        gates=(gate("step-one", "Step one"), never_gate()),
        programme=programme(),
        sustainment=sustainment(),
        returns=returns(),
        presence=fan(2500.0, 1200.0),
        severe=tuple(0.1 for _ in MONTHS),
        severe_ever=0.1,
        lines=lines(fan(0.5, 0.6)),
        gaps=gaps(),
        absorption=absorption(len(MONTHS)),
        courses=courses(),
        ratings=ratings(),
        strengths=strengths(),
        calibration=(calibration(), short_calibration()),
    )


def bare() -> Assessment:
    """As little as an assessment can hold: no activities, returns, positions, sustainment or assumed inputs."""
    full = sample()
    zeros = tuple(0.0 for _ in MONTHS)
    return dataclasses.replace(
        full,
        basis=BasisTally({}, {}, {}),
        drivers=(),
        tasks=(),
        today=(),
        gates=(
            dataclasses.replace(never_gate(), conditions=(), core=0, unscheduled=0, removal_sets=(), expected_open=0.0),
        ),
        programme=dataclasses.replace(
            full.programme,
            activities=(),
            cost=0.0,
            cost_by_payer={},
            cost_by_payer_year={},
            untouched=(),
            uncovered_with=0.0,
            uncovered_without=0.0,
        ),
        sustainment=SustainmentOutlook(0.0, 0.0, zeros, zeros, {}, 0.0, ()),
        returns=None,
        lines=(),
        gaps=None,
        absorption=(),
        courses=(),
        ratings=(),
        strengths=(),
        severe=zeros,
        severe_ever=0.0,
        calibration=(),
    )
