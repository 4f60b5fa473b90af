from collections.abc import Callable

import numpy as np
import pytest

from jisr.transition import ExpressionError, Group, Leaf, parse_expression

CORE = ("a", "b", "c", "d")
COLUMNS = {name: i for i, name in enumerate(CORE)}
EVERY = np.array([[bool(word >> bit & 1) for bit in range(4)] for word in range(16)])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("all()", lambda a, b, c, d: a and b and c and d),
        ("any()", lambda a, b, c, d: a or b or c or d),
        ("at_least(3)", lambda a, b, c, d: a + b + c + d >= 3),
        ("all(a, any(b, c), at_least(2, b, c, d))", lambda a, b, c, d: a and (b or c) and b + c + d >= 2),
        (" any( all(a,b) ,d ) ", lambda a, b, _, d: (a and b) or d),
        ("b", lambda _a, b, _c, _d: b),
    ],
)
def test_an_expression_holds_for_exactly_the_sets_its_words_say(text: str, rule: Callable[..., bool]) -> None:
    holds = parse_expression(text).over(CORE).evaluate(EVERY, COLUMNS)
    assert holds.tolist() == [bool(rule(*row)) for row in EVERY.tolist()]


@pytest.mark.parametrize(
    ("text", "column", "rule"),
    [
        ("", 1, "condition-or-group"),
        ("   ", 4, "condition-or-group"),
        ("all(", 5, "condition-or-group"),
        ("all(a b)", 7, "closing-bracket"),
        ("all(a,)", 7, "condition-or-group"),
        ("most(a)", 1, "unknown-group"),
        ("all(a) b", 8, "end"),
        ("at_least()", 10, "number"),
        ("at_least(x, a)", 10, "number"),
        ("at_least(2 a)", 12, "closing-bracket"),
        ("all(A)", 5, "character"),
        ("all(a, ü)", 8, "character"),
        ("all(a, e)", 8, "unknown-condition"),
        ("all(a, at_least(3, b, c))", 8, "count"),
        ("at_least(0)", 1, "count"),
        ("at_least(5)", 1, "count"),
    ],
)
def test_what_cannot_be_used_is_refused_with_rule_and_column(text: str, column: int, rule: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text).over(CORE)
    assert (caught.value.rule, caught.value.column) == (rule, column)


def test_an_empty_group_is_filled_with_the_core_conditions() -> None:
    assert str(parse_expression("any(all(), a)").over(("a", "b"))) == "any(all(a, b), a)"


def test_a_condition_may_be_called_like_a_group() -> None:
    assert parse_expression("all(any, all)") == Group("all", (Leaf("any"), Leaf("all")))
