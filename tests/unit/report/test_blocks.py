from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pytest
from sample_assessment import activity, bare, gate, programme, sample

from jisr.assessment import Assessment, GateOutlook
from jisr.plan import Activity
from jisr.plan.functions import FUNCTIONS
from jisr.report.block import Block
from jisr.report.blocks import first_page
from jisr.report.gate_block import gate_block
from jisr.report.programme_block import programme_block, why_not
from jisr.report.returns_block import returns_block
from jisr.report.sustainment_block import sustainment_block
from jisr.returns import CAUSES
from jisr.words import Words

WORDS = Words()


def line(block: Block, label: str) -> str:
    """The text of a line of a block, empty when it is not there."""
    return next((one.text for one in block.lines if one.label == label), "")


def of_gate(**changes: Any) -> Block:
    """The block of a gate changed in some fields."""
    return gate_block(sample(), gate("step-one", "Step one", **changes), WORDS)


def test_blocks_come_in_the_order_of_the_questions() -> None:
    assert [one.id for one in first_page(sample(), WORDS)] == [
        "gate-step-one",
        "gate-step-two",
        "next",
        "cliff",
        "returns",
        "assumed",
    ]


def test_a_block_with_nothing_to_say_is_not_there() -> None:
    blocks = first_page(bare(), WORDS)
    assert [one.id for one in blocks] == ["gate-step-two"]
    assert blocks[0].lines == ()


@pytest.mark.parametrize(
    ("on", "by_horizon", "answer"),
    [
        (0.12, 0.56, "Conditions are not expected to be complete in Dec 2025: about 1 in 8 (12 %, ±1.5)."),
        (0.007, 0.56, "Conditions are not expected to be complete in Dec 2025: in 14 of 2,000 futures (0.7 %, ±1.5)."),
        (0.5, 0.56, "Conditions may or may not be complete in Dec 2025: about 1 in 2 (50 %, ±1.5)."),
        (0.8, 0.9, "Conditions are expected to be complete in Dec 2025: about 8 in 10 (80 %, ±1.5)."),
        (0.0, 0.56, "Not met in Dec 2025 in any of 2,000 futures (< 0.15 %)."),
        (
            0.0,
            0.0,
            "Not met in any of 2,000 futures to Dec 2026 (< 0.15 %), even with every activity of the programme.",
        ),
    ],
)
def test_a_gate_answers_in_one_sentence(on: float, by_horizon: float, answer: str) -> None:
    assert of_gate(on=on, by_horizon=by_horizon).answer == answer


def test_a_gate_sure_to_be_met_is_not_called_certain() -> None:
    assert of_gate(on=1.0, by=1.0, by_horizon=1.0).figure == "> 99.85 %"


def test_each_side_is_told_apart_by_rules_and_by_beliefs() -> None:
    shown = line(of_gate(), "Each side")
    assert shown == (
        "Coalition, by conditions, 1.0 % (rules alone 8.0 %) · Northland in Sep 2025 26 % (rules alone 14 %)"
    )
    assert line(of_gate(positions=()), "Each side") == ""


def test_what_would_help_is_told_apart_by_who_must_do_it() -> None:
    shown = line(of_gate(), "Gain if met")
    assert shown == "by signature: Procedures agreed +11; by capability: Raids after step one +4, Joint command +2"


def test_a_gain_that_rounds_to_nothing_is_not_offered() -> None:
    conditions = tuple(dataclasses.replace(one, gain_if_removed=0.004) for one in gate("step-one", "x").conditions)
    assert line(of_gate(conditions=conditions), "Gain if met") == ""


def test_a_gate_never_met_says_which_sets_would_open_it() -> None:
    block = gate_block(sample(), sample().gates[1], WORDS)
    assert line(block, "If met") == "Planes are paid for: 5.0 %; Planes are paid for, Watch alone: 22 %"
    assert line(block, "Reached") == ""
    assert line(block, "Programme") == ""


def test_contextual_conditions_do_not_count_as_open() -> None:
    shown = " ".join(one.text for one in of_gate().lines)
    assert "Camp below half" not in shown


@pytest.mark.parametrize(
    ("without", "shown"), [(0.1, "12 % with it, 10 % without it"), (0.1201, "does not change this: 12 %")]
)
def test_the_programme_is_told_with_and_without(without: float, shown: str) -> None:
    assert line(of_gate(without_programme=without), "Programme").startswith(shown)


def test_unscheduled_assessments_are_counted() -> None:
    assert line(of_gate(unscheduled=3), "To declare").startswith("3 core conditions have no assessment scheduled")
    assert line(of_gate(unscheduled=0), "To declare") == ""


def test_the_programme_says_what_is_left_out_and_why() -> None:
    block = programme_block(sample(), WORDS)[0]
    assert line(block, "Left out") == (
        "Contractor support: USD 240 M does not fit what Northland has (USD 69 M in 2026); and 1 more"
    )
    assert line(block, "First").startswith("Planning course (Feb 2025)")
    assert line(block, "Untouched") == "Fires"


def test_a_programme_in_which_nothing_fits_says_so() -> None:
    found = programme()
    left = tuple(activity(one.id, "Left", start=None, reason="competes") for one in found.activities)
    block = programme_block(
        dataclasses.replace(sample(), programme=dataclasses.replace(found, activities=left)), WORDS
    )[0]
    assert block.answer.startswith("No activity fits")
    assert line(block, "Left out").endswith("and 4 more")
    assert line(block, "First") == ""


@pytest.mark.parametrize("reason", ["no-money", "no-seats", "no-window", "no-value", "prerequisite", "competes", None])
def test_every_reason_has_words(reason: str | None) -> None:
    assert why_not(sample(), activity("x", "X", start=None, reason=reason), WORDS)


def test_every_value_of_a_field_that_is_shown_has_words() -> None:
    states = ("met", "partly", "not-met", "unknown", "stale", "disputed")
    keys = [f"state-{one}" for one in states]
    keys += [f"component-{one}" for one in get_args(Activity.model_fields["component"].annotation)]
    keys += [f"cause-{one}" for one in CAUSES]
    keys += [f"function-{one}" for one in FUNCTIONS]
    keys += [f"{kind}-{rule}" for kind in ("rule", "gate-note", "side-rule") for rule in ("date", "condition")]
    keys += [f"provider-{one}" for one in ("own", "contractor", "contributor")]
    assert [key for key in keys if not WORDS.has(key)] == []


def test_the_cliff_is_the_least_funded_month() -> None:
    block = sustainment_block(sample(), WORDS)[0]
    assert block.figure == "50 %"
    assert "least in Jan 2026: USD 20 M (50 %)" in block.answer
    assert line(block, "No payer") == "USD 15 M a year once today's funding ends"


def test_funding_that_does_not_fall_is_no_cliff() -> None:
    outlook = sample().sustainment
    flat = dataclasses.replace(outlook, funded=tuple(35e6 for _ in outlook.funded), unpaid_after=0.0, ends=())
    block = sustainment_block(dataclasses.replace(sample(), sustainment=flat), WORDS)[0]
    assert block.answer.endswith("no less later.")
    assert [(one.label, one.text) for one in block.lines] == [("Funded", "")]


def test_returns_are_named_after_the_camp() -> None:
    block = returns_block(sample(), WORDS)[0]
    assert block.title == "River camp"
    assert block.answer == "6,000 at the cutoff; 4,500 or fewer by Sep 2025 (median; May 2025 to Feb 2026)."


def test_returns_without_levels_or_refusals_say_only_how_many() -> None:
    found = sample().returns
    assert found is not None
    still = dataclasses.replace(found, levels=(), refusals=None, binding={"convoys": 0.0})
    block = returns_block(dataclasses.replace(sample(), returns=still), WORDS)[0]
    assert block.answer == "6,000 at the cutoff."
    assert block.lines == ()


def test_history_of_a_later_vintage_is_said() -> None:
    block = first_page(sample(), WORDS)[-1]
    assert line(block, "History") == "Incidents: as revised later"


def changed(assessment: Assessment, **fields: Any) -> tuple[Block, ...]:
    """The first page with every gate changed."""
    gates = tuple(dataclasses.replace(one, **fields) for one in assessment.gates)
    return first_page(dataclasses.replace(assessment, gates=gates), WORDS)


def test_zeros_everywhere_are_no_error() -> None:
    zero = {field.name: 0.0 for field in dataclasses.fields(GateOutlook) if field.type == "float"}
    assert zero.keys() >= {"on", "by", "held", "expected_open"}
    shown = " ".join(one.text for block in changed(sample(), **zero) for one in block.lines)
    assert "nan" not in shown.lower()
