"""Circles are found one by one, each at the edge that closes it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jisr.circles import circles

NAMES = st.sampled_from("abcdef")
EDGES = st.lists(st.tuples(NAMES, NAMES), max_size=14, unique=True)


def test_a_tree_has_none() -> None:
    assert circles([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]) == []


def test_what_only_leads_into_a_circle_is_not_of_it() -> None:
    assert circles([("x", "a"), ("a", "b"), ("b", "a"), ("b", "y")]) == [(("b", "a"), ("b", "a", "b"))]


def test_one_that_waits_for_itself() -> None:
    assert circles([("a", "a")]) == [(("a", "a"), ("a", "a"))]


@given(EDGES)
def test_each_goes_round_along_edges_and_without_the_closing_ones_none_is_left(edges: list[tuple[str, str]]) -> None:
    found = circles(edges)
    for closing, members in found:
        around = list(pairwise(members))
        assert set(around) <= set(edges)
        assert members[0] == members[-1]
        assert len(set(around)) == len(around)
        assert closing == around[0] == max(around, key=edges.index)
    assert circles([edge for edge in edges if edge not in {closing for closing, _ in found}]) == []
