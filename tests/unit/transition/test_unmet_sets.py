from itertools import combinations

import numpy as np
import pytest

from jisr.transition import UnmetSets, parse_expression

CORE = ("a", "b", "c", "d", "e")


def sets(text: str, counts: dict[int, int], core: tuple[str, ...] = CORE) -> UnmetSets:
    return UnmetSets(core, counts, parse_expression(text).over(core))


def test_what_binds_agrees_with_counting_draw_by_draw() -> None:
    unmet = np.random.default_rng(3).random((400, 5)) < 0.4
    masks = (unmet * 2 ** np.arange(5)).sum(axis=1)
    some = sets(
        "all(a, any(b, c), at_least(1, d, e))", {int(mask): int((masks == mask).sum()) for mask in np.unique(masks)}
    )

    def holds(rows: np.ndarray) -> np.ndarray:
        met = ~rows
        return met[:, 0] & (met[:, 1] | met[:, 2]) & (met[:, 3] | met[:, 4])

    assert some.probability() == holds(unmet).mean()
    assert some.expected() == pytest.approx(unmet.sum(axis=1).mean())
    assert some.expected((1, 3)) == pytest.approx(unmet[:, [1, 3]].sum(axis=1).mean())
    assert some.open_shares() == pytest.approx(unmet.mean(axis=0))
    assert some.numbers() == pytest.approx([(unmet.sum(axis=1) == n).mean() for n in range(6)])
    for i in range(5):
        removed = unmet.copy()
        removed[:, i] = False
        assert some.gains()[i] == pytest.approx(holds(removed).mean() - holds(unmet).mean())
        alone = unmet[:, i] & (unmet.sum(axis=1) == 1) & ~holds(unmet)
        assert some.sole_blocker()[i] == pytest.approx(alone.mean())


def test_an_open_condition_the_gate_can_do_without_blocks_nothing() -> None:
    assert sets("any(a, b)", {0b10: 4}, ("a", "b")).sole_blocker() == (0.0, 0.0)


def test_smallest_sets_whose_removal_helps_a_gate_that_is_never_met() -> None:
    some = sets("all()", {0b00011: 5, 0b00111: 3, 0b11100: 2})
    found = [(one.conditions, one.probability) for one in some.removal_sets()]
    assert found == [(("a", "b"), 0.5), (("a", "b", "c"), 0.8)]
    for size, best in ((1, 0.0), (2, 0.5), (3, 0.8)):
        assert max(some.probability(bits) for bits in combinations(range(5), size)) == best


def test_sets_larger_than_three_are_found_where_no_smaller_one_helps() -> None:
    found = sets("all()", {0b01111: 1, 0b11110: 3, 0b11111: 4}).removal_sets()
    assert [(one.conditions, one.probability) for one in found] == [(("b", "c", "d", "e"), 0.375)]


def test_a_gate_that_is_met_in_some_draw_has_no_removal_sets() -> None:
    assert sets("all()", {0: 1, 0b1: 9}).removal_sets() == ()
