"""The response of the threat to a change of phase, from the table to the board and the report."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.assessment import Assessment, Serial, board
from jisr.assessment.problem import compile_problem
from jisr.assessment.run import run
from jisr.explain import explain
from jisr.plan import Plan
from jisr.record import with_positions
from jisr.report import board_text, build_report
from jisr.words import Words

LABEL = "IF THE THREAT DOES NOT REACT"
HEADER = "phase,area,from_months,to_months,factor,basis,evidence,reason,as_of,known_on,shared_with"


def respond(folder: Path, factor: str | None) -> None:
    row = f"phase-2,,0,36,{factor},assumed,,test,2024-12-31,2024-12-31,"
    text = HEADER if factor is None else f"{HEADER}\n{row}"
    (folder / "tables" / "threat_response.csv").write_text(f"{text}\n", encoding="utf-8")


def assessed(folder: Path) -> tuple[Plan, Assessment]:
    return jisr.assess(folder, draws=200)


def report_text(plan: Plan, assessment: Assessment) -> str:
    return str([one for one in build_report(plan, assessment, Words("en")).sections if one.id == "threat"])


@pytest.mark.parametrize(("factor", "labelled"), [(None, True), ("1", True), ("0.9 | 1 | 1.3", False)])
def test_results_without_a_response_say_so(workspace: Path, factor: str | None, labelled: bool) -> None:
    respond(workspace, factor)
    plan, assessment = assessed(workspace)
    found = board(assessment)
    assert (assessment.plan.threat_reacts, found.threat_reacts) == (not labelled, not labelled)
    assert (LABEL in board_text(assessment, found, Words("en"))) == labelled
    assert (LABEL in report_text(plan, assessment)) == labelled


def test_a_factor_of_one_is_the_same_as_none(workspace: Path) -> None:
    respond(workspace, None)
    without = assessed(workspace)[1]
    respond(workspace, "1")
    assert assessed(workspace)[1].drivers == without.drivers


def test_each_side_may_hold_its_own(workspace: Path) -> None:
    respond(workspace, "1 | 1.1 | 1.2")
    tables = workspace / "tables"
    judgement = 'reaction,"threat_response/phase-2,,0/factor",How does it react?,كيف يتفاعل؟,belief\n'
    with (tables / "judgements.csv").open("a", encoding="utf-8") as file:
        file.write(judgement)
    with (tables / "positions.csv").open("a", encoding="utf-8") as file:
        file.write(
            "reaction,coalition,2 | 3 | 4,invented,2024-12-01\nreaction,northland,0.2 | 0.3 | 0.4,invented,2024-12-01\n"
        )
    plan, assessment = assessed(workspace)
    text = report_text(plan, assessment)
    assert "2 | 3 | 4" in text
    assert "0.2 | 0.3 | 0.4" in text
    views = [with_positions(plan, side) for side in ("coalition", "northland")]
    tallies = run([(compile_problem(one), 200) for one in views], Serial())
    last = [tally.amounts.quantile("driver:incidents", 0.5)[-1] for tally in tallies]
    assert last[0] > 3 * last[1]  # the coalition expects more attacks once the phase has begun


def test_the_chain_of_a_driver_names_the_factor(workspace: Path) -> None:
    respond(workspace, "1 | 1.1 | 1.2")
    bundle = jisr.assess(workspace, draws=100)
    chain = explain(*bundle, "driver/incidents/2026-12")
    assert "threat_response/phase-2,,0/factor" in {part.address for part in chain.parts}
