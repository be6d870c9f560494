"""The logic of three values and of intervals."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_day import (
    PACIFIC,
    THREE,
    situation,
)
from strategies import PATHS, PROVISIONS, cases, conditions, times_of_judging

from aigovkit import periods
from aigovkit.language.kinds import Condition
from aigovkit.language.logic import (
    compared,
    conjunction,
    counted,
    disjunction,
    greatest,
    least,
    negation,
    points,
    product,
    total,
)
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import (
    Not,
)
from aigovkit.models import (
    Case,
    Incident,
    System,
)
from aigovkit.periods import NEVER_AT, UNKNOWN
from aigovkit.situation import Situation

# Three values.


@pytest.mark.parametrize(("answer", "opposite"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_unknown_is_unknown(answer: Any, opposite: Any) -> None:
    """Negation turns true and false round and leaves unknown."""
    assert opposite is negation(answer)
    assert opposite is holds(~System.uses_ai, situation(Case(system=System(uses_ai=answer))))


@pytest.mark.parametrize(
    ("answers", "both", "either"),
    [
        ((), True, False),
        ((True,), True, True),
        ((False,), False, False),
        ((None,), None, None),
        ((True, True), True, True),
        ((True, False), False, True),
        ((False, True), False, True),
        ((False, False), False, False),
        ((True, None), None, True),
        ((None, True), None, True),
        ((False, None), False, None),
        ((None, False), False, None),
        ((None, None), None, None),
        ((None, True, True), None, True),
        ((None, False, True), False, True),
        ((True, None, False), False, True),
    ],
)
def test_joined_answers_follow_strong_kleene_logic(answers: Any, both: Any, either: Any) -> None:
    """One false settles a conjunction and one true a disjunction; else one unknown leaves them unknown."""
    assert both is conjunction(answers)
    assert either is disjunction(answers)


@pytest.mark.parametrize("left", THREE)
@pytest.mark.parametrize("right", THREE)
def test_and_and_or_hold_as_their_parts_do(left: Any, right: Any) -> None:
    """`&` and `|` mean conjunction and disjunction."""
    known = situation(Case(system=System(uses_ai=left, public_facing=right)))
    assert conjunction((left, right)) is holds(System.uses_ai & System.public_facing, known)
    assert disjunction((left, right)) is holds(System.uses_ai | System.public_facing, known)


@given(conditions(), conditions(), cases(PATHS, PROVISIONS), times_of_judging())
def test_de_morgan(one: Condition, other: Condition, case: Case, as_of: Any) -> None:
    """The opposite of a conjunction is the disjunction of the opposites, and the other way round; twice
    the opposite is the same.
    """
    at = Situation(case, periods.end_of(as_of, PACIFIC), PACIFIC)
    assert holds(~(one & other), at) is holds(~one | ~other, at)
    assert holds(~(one | other), at) is holds(~one & ~other, at)
    assert holds(Not(Not(one)), at) is holds(one, at)


@given(
    conditions(record=Incident, proved=False),
    cases(PATHS, PROVISIONS),
    times_of_judging(),
)
def test_some_and_each_are_opposites(inner: Condition, case: Case, as_of: Any) -> None:
    """Not some record meets a condition exactly when each meets its opposite."""
    at = Situation(case, periods.end_of(as_of, PACIFIC), PACIFIC)
    assert holds(~Case.incidents.some(inner), at) is holds(Case.incidents.each(~inner), at)


# Comparing intervals.


@pytest.mark.parametrize(
    ("left", "right", "at_most", "less"),
    [
        ((1, 1), (1, 1), True, False),
        ((1, 1), (2, 2), True, True),
        ((2, 2), (1, 1), False, False),
        ((1, 2), (2, 3), True, None),
        ((1, 2), (3, 4), True, True),
        ((3, 4), (1, 2), False, False),
        ((2, 3), (1, 2), None, False),
        ((1, 3), (2, 4), None, None),
        ((1, 4), (2, 3), None, None),
        ((2, 3), (1, 4), None, None),
        ((5, 5), (-math.inf, 5), None, False),
        ((-math.inf, 5), (5, 5), True, None),
        (UNKNOWN, (1, 1), None, None),
        ((1, 1), UNKNOWN, None, None),
        (UNKNOWN, UNKNOWN, None, None),
        (NEVER_AT, (1, 1), False, False),
        (NEVER_AT, UNKNOWN, False, False),
        (NEVER_AT, NEVER_AT, False, False),
        ((1, 1), NEVER_AT, True, True),
        ((1, math.inf), NEVER_AT, None, None),
        (UNKNOWN, NEVER_AT, None, None),
        ((0, math.inf), (0, 0), None, False),
        ((0, 0), (0, math.inf), True, None),
    ],
)
def test_intervals_compare_wherever_in_them_the_values_lie(
    left: Any, right: Any, at_most: Any, less: Any
) -> None:
    """A comparison is settled only where every pair of values agrees; what never happened precedes
    nothing.
    """
    assert at_most is compared(left, right, strict=False)
    assert less is compared(left, right, strict=True)


@given(
    st.tuples(st.integers(-3, 3), st.integers(0, 3)),
    st.tuples(st.integers(-3, 3), st.integers(0, 3)),
    st.booleans(),
)
def test_a_comparison_is_what_all_pairs_of_values_agree_on(one: Any, other: Any, strict: bool) -> None:
    """The comparison of two intervals is the one answer of all pairs of values in them, or unknown."""
    left, right = (one[0], one[0] + one[1]), (other[0], other[0] + other[1])
    answers = {
        (a < b if strict else a <= b)
        for a in range(left[0], left[1] + 1)
        for b in range(right[0], right[1] + 1)
    }
    assert (answers.pop() if len(answers) == 1 else None) is compared(left, right, strict)


@pytest.mark.parametrize(
    ("intervals", "smallest", "largest", "sum_"),
    [
        ([(1, 2)], (1, 2), (1, 2), (1, 2)),
        ([(1, 5), (2, 3)], (1, 3), (2, 5), (3, 8)),
        ([(2, 3), (1, 5)], (1, 3), (2, 5), (3, 8)),
        ([UNKNOWN, (2, 2)], (-math.inf, 2), (2, math.inf), UNKNOWN),
        ([NEVER_AT, (2, 2)], (2, 2), NEVER_AT, NEVER_AT),
        ([(1, 1), (2, 2), (4, 8)], (1, 1), (4, 8), (7, 11)),
        ([(-3, -1), (0, math.inf)], (-3, -1), (0, math.inf), (-3, math.inf)),
    ],
)
def test_the_least_greatest_and_sum_of_intervals(
    intervals: Any, smallest: Any, largest: Any, sum_: Any
) -> None:
    """Least, greatest and sum are taken of the lower ends and of the upper ends."""
    assert smallest == least(intervals)
    assert largest == greatest(intervals)
    assert sum_ == total(intervals)


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([], (1, 1)),
        ([(2, 3)], (2, 3)),
        ([(2, 3), (4, 5)], (8, 15)),
        ([(0, 3), (4, 5)], (0, 15)),
        ([(0, 0), (0, math.inf)], (0, 0)),
        ([(0, math.inf), (0, 0)], (0, 0)),
        ([(2, math.inf), (3, 3)], (6, math.inf)),
        ([(0, 0), (5, 5), (2, 2)], (0, 0)),
        ([(0, 0), UNKNOWN], (0, 0)),
        ([UNKNOWN, (0, 0)], (0, 0)),
        ([UNKNOWN, (2, 2)], UNKNOWN),
        ([(2, 2), (3, 3), (5, 5)], (30, 30)),
        ([(-2, 3), (4, 5)], (-10, 15)),
        ([(4, 5), (-2, 3)], (-10, 15)),
        ([(-2, -1), (-5, -3)], (3, 10)),
        ([(-2, 3), (-5, 7)], (-15, 21)),
        ([UNKNOWN, (-1, -1)], UNKNOWN),
        ([UNKNOWN, UNKNOWN], UNKNOWN),
        ([(1, math.inf), (-2, -1)], (-math.inf, -1)),
        ([(0, math.inf), (-1, 2)], (-math.inf, math.inf)),
        ([(-1, 0), (0, math.inf)], (-math.inf, 0)),
    ],
)
def test_nothing_times_anything_is_nothing(intervals: Any, expected: Any) -> None:
    """A product lies between the products of the ends of its factors; zero wins over what has no bound."""
    assert expected == product(intervals)


@given(st.lists(st.tuples(st.integers(-4, 4), st.integers(0, 4)), max_size=3))
def test_products_and_sums_hold_all_that_their_parts_leave_open_and_no_more(drawn: Any) -> None:
    """The ends of a product and of a sum are the least and the greatest of all that can come of the parts."""
    intervals = [(low, low + width) for low, width in drawn]
    values = [range(low, high + 1) for low, high in intervals]
    for of, one in ((product, math.prod), (total, sum)):
        possible = [one(choice) for choice in itertools.product(*values)]
        assert (min(possible), max(possible)) == of(intervals)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ([], UNKNOWN),
        ([(True, 3)], (3, 3)),
        ([(False, 3)], UNKNOWN),
        ([(None, 3)], UNKNOWN),
        ([(False, 3), (True, 1)], (1, 1)),
        ([(True, 3), (True, 1)], (3, 3)),
        ([(None, 3), (True, 1)], (1, 3)),
        ([(None, 1), (True, 3)], (1, 3)),
        ([(None, 3), (None, 5), (True, 1), (True, 9)], (1, 5)),
        ([(None, 3), (False, 9), (True, 1)], (1, 3)),
        ([(None, 3), (None, 1)], UNKNOWN),
        ([(None, -2), (True, 5)], (-2, 5)),
        ([(False, 3), (False, 1)], UNKNOWN),
    ],
)
def test_the_first_step_that_holds_gives_the_points(scale: Any, expected: Any) -> None:
    """The points are those of the first step that holds, or of one before it that may; without one
    nothing is known.
    """
    assert expected == points(scale)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], (0, 0)),
        ([True], (1, 1)),
        ([False], (0, 0)),
        ([None], (0, 1)),
        ([True, None, False, None, True], (2, 4)),
    ],
)
def test_a_count_lies_between_what_holds_and_what_may(answers: Any, expected: Any) -> None:
    """At least those that hold are counted, at most those that do not fail."""
    assert expected == counted(iter(answers))
