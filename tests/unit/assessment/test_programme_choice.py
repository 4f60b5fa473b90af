"""Schedules computed side by side are worth what runs of their own give."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.assessment import Serial, compile_problem, run
from jisr.assessment.programme_choice import uncovered_under
from jisr.programme import compile_programme, earliest_starts, effects_of

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
DRAWS = 40


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_copies_give_what_runs_of_their_own_give(example: str) -> None:
    plan = jisr.load(EXAMPLES / example)
    data = compile_programme(plan)
    starts = [(), *(tuple(earliest_starts(data, one.id).items()) for one in data.activities)]
    effects = {each: effects_of(plan, data, dict(each)) for each in starts}
    together = uncovered_under(plan, effects, DRAWS, Serial())
    apart = run([(compile_problem(plan, one, in_full=False), DRAWS) for one in effects.values()], Serial())
    assert len(effects) > 3
    for each, tally in zip(effects, apart, strict=True):
        assert set(together[each]) == set(tally.problem.milestones)
        for month, values in together[each].items():
            assert (values == tally.per_draw(f"uncovered:{month}")).all(), (each, month)
    nothing, others = together[()], [together[each] for each in starts[1:]]
    assert any((nothing[month] != other[month]).any() for other in others for month in nothing)
