"""Retention: learning more never contradicts what was said of conflicts, and random lengths stay in order."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aigovkit.authoring import RetentionRule, Source, exception, policy, retention
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Case, System, Use
from aigovkit.models.retention import longest, shortest
from aigovkit.periods import Period

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
DAY = datetime.date(2026, 3, 2)
FACTS = (Use.novel, System.uses_ai, Use.tracks_individuals)
ANSWERS = (None, True, False)

conditions = st.recursive(
    st.sampled_from((ALWAYS, *FACTS)),
    lambda inner: st.one_of(
        inner.map(lambda one: ~one),
        st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
    ),
    max_leaves=4,
)
lengths = st.sampled_from(
    [*map(Period.parse, ("P1D", "PT24H", "P28D", "P30D", "P1M", "P1M31D", "P2M", "P1Y"))]
)
both = st.sampled_from(
    [{"floor": Period(days=1), "ceiling": end} for end in (Period(days=28), Period(years=1))]
)
ends = st.one_of(lengths.map(lambda one: {"floor": one}), lengths.map(lambda one: {"ceiling": one}), both)
kept = st.builds(
    lambda ends, trigger, series: RetentionRule(**ends, trigger=trigger, series=series),
    ends,
    st.sampled_from(("collection", "closure")),
    st.sampled_from(("", "footage")),
)


def conflicts(made: Any, answers: Any) -> dict[tuple[str, str], bool]:
    """The pairs that conflict, or may, and whether they do for certain."""
    novel, uses_ai, tracks = answers
    case = Case(use=Use(novel=novel, tracks_individuals=tracks), system=System(uses_ai=uses_ai))
    limits = made.evaluate(case, as_of=DAY).retention_limits
    return {one.provisions: one.certain for each in limits for one in each.conflicts}


@given(
    st.lists(st.tuples(kept, conditions), min_size=2, max_size=3),
    conditions,
    st.tuples(*3 * [st.sampled_from(ANSWERS)]),
)
def test_learning_never_contradicts_a_conflict(rules: Any, lifted: Any, answers: Any) -> None:
    """What conflicts for certain does so in every completion of the case, and what conflicts in one of them
    was told before.
    """
    entries = [
        retention(f"K-{number}", ORDER.at(str(number)), "Keep it.", keeps=keeps, when=when)
        for number, (keeps, when) in enumerate(rules)
    ]
    lifts = exception("X", ORDER.at("X"), "Not this.", to="K-0", when=lifted)
    made = policy("rur/order", ORDER, time_zone="UTC", entries=[*entries, lifts])
    told = conflicts(made, answers)
    for complete in itertools.product(*([(True, False), (one,)][one is not None] for one in answers)):
        later = conflicts(made, complete)
        assert {pair for pair, certain in told.items() if certain} <= {
            pair for pair, certain in later.items() if certain
        }
        assert later.keys() <= told.keys()


@given(st.lists(lengths, min_size=1, max_size=5))
def test_the_longest_and_the_shortest_are_among_those_told(several: Any) -> None:
    """Whatever the months, the longest period is one of the longest told, and so the shortest."""
    most = max(one.bounds()[1] for one in several)
    least = min(one.bounds()[0] for one in several)
    assert most == max(one.bounds()[1] for one in longest(several))
    assert least == min(one.bounds()[0] for one in shortest(several))
