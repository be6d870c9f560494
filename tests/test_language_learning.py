"""Learning more never contradicts what was settled, of any node, at any edge of what can be known."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
from drawing import SEEDS, Dice, pick
from hypothesis import given
from learning import contradictions, pair, told
from one_day import BEFORE, NOW, PACIFIC, day, situation

from aigovkit import periods
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    Constant,
    Day,
    EndOfDay,
    LastOf,
    Points,
    Rebutted,
    StartOfDay,
    TimeIf,
)
from aigovkit.models import Attestation, Case, Data, Incident, System, Use, Vendor
from aigovkit.periods import Occurrence, Period
from aigovkit.situation import Situation


@given(SEEDS)
def test_learning_more_contradicts_nothing(seed: int) -> None:
    """Of random nodes of every kind, and of all inside them: what holds or fails goes on to do so, and what
    has bounds stays in them, the more is known of the facts, the attestations and the parameters.
    """
    draw = Dice(seed)
    for _ in range(25):
        drawn = pair(draw, pick(draw, (1, 2, 3)))
        found = [told(drawn, *one) for one in contradictions(drawn)]
        assert [] == found


def test_the_search_finds_what_is_unsound() -> None:
    """A value whose bounds are wider once more is known is found by the search that the property uses."""
    drawn = next(one for one in (pair(Dice(seed), 2) for seed in range(1000)) if is_learnt(one))
    turned = type(drawn)(drawn.node, less=drawn.more, more=drawn.less)
    assert list(contradictions(turned))


def is_learnt(drawn: Any) -> bool:
    """Whether a pair is open at first and settled then."""
    if hasattr(drawn.node, "happened") or hasattr(drawn.node, "equals"):
        return False
    return holds(drawn.node, drawn.less) is None and holds(drawn.node, drawn.more) is not None


# Single edges, as found


def test_a_product_of_scores_may_be_anything_while_no_step_is_known_to_hold() -> None:
    """Two scores of which nothing is known multiply to anything; what is learnt then lies within."""
    score = Points(((System.uses_ai, 1),)) * Points(((Vendor.involved, 2),))
    assert (-math.inf, math.inf) == bounds(score, situation())
    assert None is holds(score <= 10, situation())
    assert True is holds(
        score <= 10, situation(Case(system=System(uses_ai=True), vendor=Vendor(involved=True)))
    )


def test_an_hour_of_a_day_lies_in_the_day() -> None:
    """Every instant of a day, its first and its last, and the hours that the clocks skip or repeat, has its
    bounds within those of the day.
    """
    values = (
        Use.began,
        StartOfDay(Use.began),
        EndOfDay(Use.began),
        Use.began.plus("PT24H"),
        Use.began.plus("P1M"),
    )
    for one in (datetime.date(2026, 3, 8), datetime.date(2025, 11, 2), datetime.date(2026, 1, 31)):
        first, last = (int(at) for at in periods.interval(one, PACIFIC))
        whole = [bounds(value, situation(Case(use=Use(began=one)))) for value in values]
        for at in (first, first + 5_400_000_000, first + 9_000_000_000, last):
            known = Case(use=Use(began=periods.local(at, PACIFIC)))
            for value, (low, high) in zip(values, whole, strict=True):
                least, most = bounds(value, situation(known))
                assert low <= least <= most <= high


def test_an_hour_of_today_may_lie_after_the_hour_of_judging() -> None:
    """Judged at noon, what happened today may still come; what is known to have happened came by noon."""
    noon = int(periods.interval(datetime.date(2026, 3, 2), PACIFIC)[0]) + 43_200_000_000
    for began, answer in [
        (datetime.date(2026, 3, 2), None),
        (periods.local(noon, PACIFIC), True),
        (periods.local(noon + 1, PACIFIC), False),
        (Occurrence.UNDATED, True),
    ]:
        at = Situation(Case(use=Use(began=began)), noon, PACIFIC)
        assert answer is holds(Use.began.happened(), at)
    done = Case(attestations={"X": Attestation(met=True)})
    assert (-math.inf, noon) == bounds(LastOf(Data.inventory_reviews, AS_OF), Situation(done, noon, PACIFIC))


def test_a_presumption_is_set_aside_wherever_it_stands() -> None:
    """What counts as not shown while it is unknown does so inside times, scores and counts as well, and
    without the burden of proof each of them is open.
    """
    shown = Rebutted(System.uses_ai)
    incident = Case(incidents=[Incident()])
    for node, presumed, open_ in [
        (Points(((shown, 3), (ALWAYS, 1))), (1, 1), (1, 3)),
        (Case.incidents.count(Rebutted(Incident.caused_harm)), (0, 0), (0, 1)),
        (TimeIf(shown, AS_OF, Day(BEFORE)), day(BEFORE), (day(BEFORE)[0], NOW)),
    ]:
        at = situation(incident)
        assert presumed == bounds(node, at)
        assert open_ == bounds(node, at.unburdened())
    assert True is holds(Points(((shown, 3), (ALWAYS, 1))) <= 2, situation())
    assert None is holds(Points(((shown, 3), (ALWAYS, 1))) <= 2, situation().unburdened())


@pytest.mark.parametrize(
    ("kept", "limit", "at_most", "less"),
    [
        ("P1M", "P1M", True, False),
        ("P1M", "P31D", True, None),
        ("P1M", "P30D", None, None),
        ("P1M", "P28D", None, False),
        ("P1M", "P27D", False, False),
        ("P12M", "P1Y", True, False),
        ("P1Y", "P365D", None, False),
        ("P1Y", "P366D", True, None),
        ("P1M1D", "P1M", False, False),
        ("P1M", "P1M1D", True, True),
        ("P1M", "P2M", True, True),
        ("P13M", "P1Y", False, False),
        ("P30D", "P1M", None, None),
        ("P0D", "P0D", True, False),
    ],
)
def test_months_are_held_against_months_and_days(kept: str, limit: str, at_most: Any, less: Any) -> None:
    """As many months are as long, whichever they are; a month against days is open where that hangs on the
    month.
    """
    at = situation(Case(data=Data(retention=Period.parse(kept))))
    assert at_most is holds(Data.retention <= Period.parse(limit), at)
    assert less is holds(Data.retention < Period.parse(limit), at)
    assert None is holds(Data.retention <= Period.parse(limit), situation())


def test_counts_at_a_threshold() -> None:
    """A count settles a threshold as soon as those that hold reach it, or those that may cannot."""
    harm = [Incident(caused_harm=answer) for answer in (True, None, False)]
    number = Case.incidents.count(Incident.caused_harm)
    for incidents, answers in [
        (None, (None, None)),
        ([], (False, False)),
        (harm[:1], (True, False)),
        (harm[1:], (None, False)),
        (harm, (True, None)),
        (harm[:1] * 2, (True, True)),
    ]:
        at = Situation(Case(incidents=incidents), NOW, PACIFIC)
        assert answers == tuple(holds(number >= Constant(least), at) for least in (1, 2))
