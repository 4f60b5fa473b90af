"""What the draws of a run answer: gates and uncovered requirement, draw by draw."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Executor, Problem, block_months
from jisr.inputs import Variant
from jisr.keyed_random import Block

__all__ = ["Answers", "Case", "answers_of", "run_cases"]

_ROWS = 1_000
"""Rows of a block: variants are put together up to so many draws, as larger arrays gain no more."""

Case = tuple[Problem, Variant]
Tick = Callable[[int, int], None]


@dataclass(frozen=True)
class Answers:
    """One number a draw for every answer.

    Shapes: met (draw, gate), conditions met in the month it is judged, 0 or 1; open (draw, gate), core conditions not
    ready then; first (draw, gate), the month they were first met, infinite for never; uncovered (draw,), essential
    requirement left uncovered, mean of the milestones.
    """

    met: NDArray[np.float64]
    open: NDArray[np.float64]
    first: NDArray[np.float64]
    uncovered: NDArray[np.float64]

    def rows(self, rows: slice) -> Answers:
        """Some of the draws."""
        return Answers(*(getattr(self, one.name)[rows] for one in dataclasses.fields(self)))


def answers_of(specification: tuple[Problem, Block]) -> Answers:
    """The answers of one block."""
    problem, block = specification
    gates = problem.transition.gates
    met, open_ = np.zeros((block.size, len(gates))), np.zeros((block.size, len(gates)))
    first, uncovered = np.full(met.shape, np.inf), np.zeros(block.size)
    for one in block_months(problem, block):
        number = one.month.number
        if number in problem.milestones:
            uncovered += one.month.risk.essential / len(problem.milestones)
        if one.gates is None:
            continue
        first = np.where(np.isinf(first) & one.gates.conditions_met, number, first)
        for i, gate in enumerate(gates):
            if number == gate.references[0].month:
                met[:, i] = one.gates.conditions_met[:, i]
                open_[:, i] = (~one.gates.ready[:, list(gate.core)]).sum(axis=1)
    return Answers(met, open_, first, uncovered)


def run_cases(
    cases: Sequence[Case], draws: int, executor: Executor, tick: Tick | None = None, *, start: int = 0
) -> list[Answers]:
    """The answers of every case over the draws `start` … `start + draws − 1`; cases of one problem run as copies.

    The result depends neither on the executor nor on how cases are put together.
    """
    size = min(draws, _ROWS)
    parts = [Block(first, min(size, start + draws - first)) for first in range(start, start + draws, size)]
    bundles = [
        bundle for _, same in groupby(cases, key=lambda case: id(case[0])) for bundle in _bundles(list(same), size)
    ]
    work = [(bundle, part) for bundle in bundles for part in parts]
    found: list[list[Answers]] = []
    for done, (given, (bundle, part)) in enumerate(
        zip(executor.map_blocks(answers_of, [_specification(*one) for one in work]), work, strict=True), 1
    ):
        if part is parts[0]:
            found += [[] for _ in bundle]
        for i in range(len(bundle)):
            found[len(found) - len(bundle) + i].append(given.rows(slice(i * part.size, (i + 1) * part.size)))
        if tick is not None:
            tick(done, len(work))
    return [_joined(one) for one in found]


def _bundles(cases: list[Case], size: int) -> list[list[Case]]:
    width = max(1, _ROWS // size)
    return [cases[i : i + width] for i in range(0, len(cases), width)]


def _specification(bundle: list[Case], part: Block) -> tuple[Problem, Block]:
    variants = tuple(variant for _, variant in bundle)
    return dataclasses.replace(bundle[0][0], variants=variants), part.times((frozenset(),) * len(variants))


def _joined(parts: list[Answers]) -> Answers:
    return Answers(
        *(np.concatenate([getattr(part, one.name) for part in parts]) for one in dataclasses.fields(Answers))
    )
