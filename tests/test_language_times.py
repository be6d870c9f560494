"""When things happened, happened last, and happened again: times and recurring acts."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
from one_day import (
    AFTER,
    BEFORE,
    NOW,
    PACIFIC,
    TODAY,
    day,
    situation,
)

from aigovkit import periods
from aigovkit.errors import InstantError
from aigovkit.language.logic import (
    attested_interval,
    either,
    event_interval,
    last_interval,
    meets_cadence,
)
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    AS_OF,
    AtMost,
    Day,
    LastOf,
    MeetsCadence,
    Shifted,
    StartOfDay,
    TimeIf,
)
from aigovkit.language.parts import parts
from aigovkit.models import (
    Attestation,
    Case,
    Data,
    System,
    Use,
)
from aigovkit.periods import NEVER_AT, UNKNOWN, Cadence, Occurrence, Period
from aigovkit.situation import Situation

# Times.


def test_when_an_event_was() -> None:
    """An event is unknown, never, some time up to now, on a day, or at an instant."""
    instant = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    assert UNKNOWN == event_interval(None, NOW, PACIFIC)
    assert NEVER_AT == event_interval(Occurrence.NEVER, NOW, PACIFIC)
    assert (-math.inf, NOW) == event_interval(Occurrence.UNDATED, NOW, PACIFIC)
    assert day(BEFORE) == event_interval(BEFORE, NOW, PACIFIC)
    assert (periods.instant(instant),) * 2 == event_interval(instant, NOW, PACIFIC)


def test_when_something_attested_was_done() -> None:
    """What is attested done was done on its day, or at some time; what is attested not done never was;
    else it is unknown.
    """
    assert UNKNOWN == attested_interval(None, NOW, PACIFIC)
    assert UNKNOWN == attested_interval(Attestation(by="J. Ortiz"), NOW, PACIFIC)
    assert NEVER_AT == attested_interval(Attestation(met=False), NOW, PACIFIC)
    assert (-math.inf, NOW) == attested_interval(Attestation(met=True), NOW, PACIFIC)
    assert day(BEFORE) == attested_interval(Attestation(met=True, on=BEFORE), NOW, PACIFIC)


@pytest.mark.parametrize(
    ("began", "answer"),
    [
        (None, None),
        (Occurrence.NEVER, False),
        (Occurrence.UNDATED, True),
        (BEFORE, True),
        (TODAY, True),
        (AFTER, False),
    ],
)
def test_what_has_happened_by_the_time_of_judging(began: Any, answer: Any) -> None:
    """An event has happened when it is no later than the time of judging; the day of judging counts whole."""
    assert answer is holds(Use.began.happened(), situation(Case(use=Use(began=began))))


@pytest.mark.parametrize(
    ("began", "ended", "no_later", "before"),
    [
        (BEFORE, TODAY, True, True),
        (TODAY, TODAY, None, None),
        (TODAY, BEFORE, False, False),
        (BEFORE, Occurrence.NEVER, True, True),
        (Occurrence.NEVER, TODAY, False, False),
        (Occurrence.NEVER, Occurrence.NEVER, False, False),
        (None, TODAY, None, None),
        (Occurrence.UNDATED, AFTER, True, True),
        (Occurrence.UNDATED, TODAY, None, None),
        (BEFORE, None, None, None),
    ],
)
def test_one_event_before_another(began: Any, ended: Any, no_later: Any, before: Any) -> None:
    """Two days are ordered; the same day, without times of day, leaves the order open."""
    at = situation(Case(use=Use(began=began, ended=ended)))
    assert no_later is holds(Use.began.no_later_than(Use.ended), at)
    assert before is holds(Use.began.before(Use.ended), at)


def test_the_same_instant_is_no_later_but_not_before() -> None:
    """Of two equal instants neither comes before the other."""
    noon = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    at = situation(Case(use=Use(began=noon, ended=noon)))
    assert True is holds(Use.began.no_later_than(Use.ended), at)
    assert False is holds(Use.began.before(Use.ended), at)


def test_moments_build_nodes() -> None:
    """Times are compared and shifted by named methods, and a period may be written in words of ISO 8601."""
    assert AtMost(Use.began, Use.ended) == Use.began.no_later_than(Use.ended)
    assert AtMost(Use.began, Use.ended, strict=True) == Use.began.before(Use.ended)
    assert AtMost(Use.began, AS_OF) == Use.began.happened()
    assert Shifted(Use.began, Period(days=30)) == Use.began.plus("P30D") == Use.began.plus(Period(days=30))
    with pytest.raises(InstantError):
        Use.began.plus("30 days")


# Recurring acts.

THIRTY = Cadence(Period(days=30))
OF_OLD = (-math.inf, NOW)


@pytest.mark.parametrize(
    ("occurrences", "since", "answer"),
    [
        (None, day(AFTER), True),
        ((), day(AFTER), True),
        (None, NEVER_AT, True),
        (None, day(BEFORE), True),
        (None, day(datetime.date(2026, 1, 31)), True),
        (None, day(datetime.date(2026, 1, 30)), None),
        (None, (day(datetime.date(2026, 1, 30))[0], day(datetime.date(2026, 1, 31))[1]), None),
        ((BEFORE,), UNKNOWN, None),
        ((BEFORE,), OF_OLD, None),
        ((), (day(TODAY)[0], NOW + 1), None),
        ((), (NOW + 1, NOW + 2), True),
        ((), (NOW, NOW), True),
        ((), (NOW, NOW + 1), None),
        ((), day(datetime.date(2026, 1, 31)), True),
        ((), day(datetime.date(2026, 1, 30)), False),
        ((datetime.date(2026, 1, 31),), day(datetime.date(2026, 1, 1)), True),
        ((datetime.date(2026, 2, 1),), day(datetime.date(2026, 1, 1)), False),
        ((datetime.date(2026, 1, 20), datetime.date(2026, 2, 10)), day(datetime.date(2026, 1, 1)), True),
        ((datetime.datetime(2026, 2, 1, 7, 59, tzinfo=datetime.UTC),), day(datetime.date(2026, 1, 1)), True),
        ((datetime.datetime(2026, 2, 1, 8, 0, tzinfo=datetime.UTC),), day(datetime.date(2026, 1, 1)), False),
        ((), (day(datetime.date(2026, 1, 30))[0], day(datetime.date(2026, 1, 31))[1]), None),
        ((), (day(datetime.date(2026, 1, 31))[0], day(datetime.date(2026, 2, 2))[1]), True),
        ((), (day(datetime.date(2026, 1, 20))[0], day(datetime.date(2026, 1, 30))[1]), False),
    ],
)
def test_a_recurring_act_is_kept_up_when_no_window_passed_without_it(
    occurrences: Any, since: Any, answer: Any
) -> None:
    """Every gap since the start is within the cadence, on the calendar of the place; an open start leaves
    that open where it matters.
    """
    assert answer is meets_cadence(occurrences, THIRTY, since, (NOW, NOW), None, NOW, PACIFIC)


@pytest.mark.parametrize(
    ("occurrences", "until", "answer"),
    [
        # From 1 January a window of thirty days closes on the 31st.
        ((), day(datetime.date(2026, 1, 31)), True),
        ((), day(datetime.date(2026, 2, 1)), False),
        ((), (day(datetime.date(2026, 1, 31))[0], NOW), None),
        ((), UNKNOWN, None),
        ((), NEVER_AT, False),
        ((), day(datetime.date(2025, 12, 31)), True),
        (None, day(datetime.date(2026, 1, 31)), True),
        (None, day(datetime.date(2026, 2, 1)), None),
        ((datetime.date(2026, 2, 1),), day(datetime.date(2026, 2, 1)), False),
        ((datetime.date(2026, 1, 31),), day(datetime.date(2026, 3, 1)), True),
        # What comes after the end cures nothing, and is not needed either.
        ((datetime.date(2026, 2, 2),), day(datetime.date(2026, 2, 1)), False),
        ((datetime.date(2026, 2, 2),), day(datetime.date(2026, 1, 31)), True),
    ],
)
def test_a_recurring_act_is_counted_up_to_its_end(occurrences: Any, until: Any, answer: Any) -> None:
    """Windows that close after the end do not count; an open end leaves that open where it matters, and
    none is the time of judging.
    """
    since = day(datetime.date(2026, 1, 1))
    assert answer is meets_cadence(occurrences, THIRTY, since, until, None, NOW, PACIFIC)


def test_anniversaries_are_those_of_the_anchor() -> None:
    """A cadence by anniversary ends its windows on the anniversaries of one day, known to the day or not
    at all.
    """
    yearly = Cadence(Period(years=1), by_anniversary=True)
    since, anchor = day(datetime.date(2025, 6, 1)), day(datetime.date(2020, 1, 10))
    assert False is meets_cadence((), yearly, since, (NOW, NOW), anchor, NOW, PACIFIC)
    assert True is meets_cadence((), yearly, since, (NOW, NOW), day(datetime.date(2020, 5, 10)), NOW, PACIFIC)
    assert None is meets_cadence((), yearly, since, (NOW, NOW), UNKNOWN, NOW, PACIFIC)
    assert True is meets_cadence((), yearly, since, (NOW, NOW), NEVER_AT, NOW, PACIFIC)
    assert None is meets_cadence((), yearly, since, (NOW, NOW), (anchor[0], math.inf), NOW, PACIFIC)
    assert None is meets_cadence(
        (), yearly, since, (NOW, NOW), (anchor[0], day(datetime.date(2020, 5, 10))[1]), NOW, PACIFIC
    )
    # The first and the last of these days leave nothing missed, and one between them does.
    spread = day(datetime.date(2020, 3, 10))[0], day(datetime.date(2021, 3, 10))[1]
    assert {True} == {
        meets_cadence((), yearly, since, (NOW, NOW), (end, end), NOW, PACIFIC) for end in spread
    }
    assert None is meets_cadence((), yearly, since, (NOW, NOW), spread, NOW, PACIFIC)
    node = MeetsCadence(Data.inventory_reviews, yearly, Use.began, anchor=Use.ended)
    known = Use(began=datetime.date(2025, 6, 1), ended=datetime.date(2020, 1, 10))
    assert False is holds(node, situation(Case(use=known, data=Data(inventory_reviews=[]))))
    assert (Data.inventory_reviews, Use.began, AS_OF, Use.ended) == parts(node)


@pytest.mark.parametrize(
    ("occurrences", "expected"),
    [
        (None, UNKNOWN),
        ((), NEVER_AT),
        ((BEFORE,), day(BEFORE)),
        ((BEFORE, TODAY), day(TODAY)),
        ((TODAY, BEFORE), day(TODAY)),
        ((BEFORE, AFTER), day(BEFORE)),
        ((AFTER,), NEVER_AT),
    ],
)
def test_the_last_occurrence_so_far(occurrences: Any, expected: Any) -> None:
    """The last of several occurrences is the last up to the time of judging; without one, another time
    stands for it.
    """
    assert expected == last_interval(occurrences, NEVER_AT, (NOW, NOW), NOW, PACIFIC)
    node = LastOf(Data.inventory_reviews, Use.began)
    assert expected == bounds(
        node, situation(Case(data=Data(inventory_reviews=occurrences), use=Use(began=Occurrence.NEVER)))
    )


def test_an_occurrence_on_the_day_of_judging_may_still_come() -> None:
    """Judged at an hour, an occurrence on that day, whose hour is not known, may have come already, or come
    later; it came no later than the hour, if it did.
    """
    first, noon = day(TODAY)[0], day(TODAY)[0] + 12 * 3_600_000_000
    assert (first, math.inf) == last_interval((TODAY,), NEVER_AT, (noon, noon), noon, PACIFIC)
    assert (day(BEFORE)[0], noon) == last_interval((BEFORE, TODAY), NEVER_AT, (noon, noon), noon, PACIFIC)
    assert (first, math.inf) == last_interval((TODAY,), NEVER_AT, (first, first), first, PACIFIC)
    assert NEVER_AT == last_interval((TODAY,), NEVER_AT, (first - 1, first - 1), first - 1, PACIFIC)
    assert day(TODAY) == last_interval((TODAY,), NEVER_AT, (NOW, NOW), NOW, PACIFIC)


def test_the_last_occurrence_by_a_time() -> None:
    """What came after the time asked about is left out; where that time is not known, or not to the hour,
    several may have been the last, or none.
    """
    both = (BEFORE, TODAY)
    start, end = day(BEFORE)
    # By some hour of the first day, none may have come.
    assert (start, math.inf) == last_interval(both, NEVER_AT, day(BEFORE), NOW, PACIFIC)
    assert (start, end) == last_interval(both, NEVER_AT, (end, end), NOW, PACIFIC)
    assert (start, end + 5) == last_interval(both, NEVER_AT, (end, end + 5), NOW, PACIFIC)
    assert (start, day(TODAY)[1]) == last_interval(both, NEVER_AT, (end, NOW), NOW, PACIFIC)
    assert (start, math.inf) == last_interval(both, NEVER_AT, (-math.inf, end), NOW, PACIFIC)
    # None at all is one of them, and so is each in between.
    assert (start, math.inf) == last_interval(both, NEVER_AT, (-math.inf, NOW), NOW, PACIFIC)
    # Of occurrences not known, the last came no later than that time, or there was none.
    long_ago = day(datetime.date(2026, 1, 1))
    assert (-math.inf, end) == last_interval(None, long_ago, day(BEFORE), NOW, PACIFIC)
    assert (-math.inf, NOW) == last_interval(None, long_ago, day(AFTER), NOW, PACIFIC)
    assert UNKNOWN == last_interval(None, NEVER_AT, day(BEFORE), NOW, PACIFIC)
    # A time that has not come leaves it at the time of judging.
    assert day(BEFORE) == last_interval((BEFORE, AFTER), NEVER_AT, day(AFTER), NOW, PACIFIC)


def test_a_start_on_the_day_of_judging_has_missed_nothing_at_any_hour() -> None:
    """Days are counted, not hours: what began today, at whatever hour, is kept up, also judged at noon."""
    noon = day(TODAY)[0] + 12 * 3_600_000_000
    for since in (day(TODAY), (noon - 1, noon - 1), (noon + 1, noon + 1)):
        assert True is meets_cadence((), THIRTY, since, (noon, noon), None, noon, PACIFIC)


def test_what_is_kept_up_since_the_last_of_several_stays_open_while_that_is() -> None:
    """A half-yearly review since the last one before a first use, whose day is not known, is neither kept up
    nor missed: with some days it is missed that lie between two with which it is kept up.
    """
    half_yearly = Cadence(Period(months=6), by_anniversary=True)
    reviews = Data.inventory_reviews
    since = LastOf(reviews, Day(datetime.date(2025, 12, 1)), by=Use.began)
    condition = MeetsCadence(reviews, half_yearly, since)
    done = [(2023, 12, 10), (2024, 2, 28), (2024, 11, 1), (2024, 12, 31), (2025, 11, 30)]
    data = Data(inventory_reviews=[datetime.date(*parts) for parts in done])
    answers = {
        began: holds(condition, situation(Case(data=data, use=Use(began=began))))
        for began in (Occurrence.UNDATED, datetime.date(2024, 11, 27), datetime.date(2025, 12, 3))
    }
    assert [None, False, True] == list(answers.values())


def test_a_review_on_the_day_of_judging_settles_nothing_before_its_hour_is_known() -> None:
    """Whether the last review came before today is open while one is dated today, and the hour of judging
    is known.
    """
    reviews = Data.inventory_reviews
    stale = LastOf(reviews, Day(datetime.date(2020, 1, 1))).before(StartOfDay(AS_OF))
    noon = int(day(TODAY)[0]) + 12 * 3_600_000_000
    for last, answer in [
        (TODAY, None),
        (periods.local(noon - 1, PACIFIC), False),
        (periods.local(noon + 1, PACIFIC), True),
        (AFTER, True),
    ]:
        known = Case(data=Data(inventory_reviews=[datetime.date(2025, 12, 7), last]))
        assert answer is holds(stale, Situation(known, noon, PACIFIC))


def test_anniversaries_of_a_start_that_may_lie_on_several_days_are_open() -> None:
    """What holds of the first and of the last day on which windows may start need not hold of those between;
    while even the first window of the first day runs, nothing can have been missed.
    """
    monthly = Cadence(Period(months=1), by_anniversary=True)
    low, high = day(datetime.date(2025, 12, 1))[0], day(datetime.date(2025, 12, 31))[1]
    done = (datetime.date(2026, 1, 1), datetime.date(2026, 2, 1))
    assert None is meets_cadence(done, monthly, (low, high), (NOW, NOW), None, NOW, PACIFIC)
    late = day(datetime.date(2026, 2, 10))[0], day(datetime.date(2026, 2, 20))[1]
    assert True is meets_cadence(None, monthly, late, (NOW, NOW), None, NOW, PACIFIC)
    assert None is meets_cadence(
        (), monthly, (late[0] - 9 * 86_400_000_000, late[1]), (NOW, NOW), None, NOW, PACIFIC
    )


def test_an_anchor_counts_for_anniversaries_alone() -> None:
    """A cadence by gaps or by the calendar has no anniversaries; an unknown anchor leaves nothing open."""
    for cadence in (THIRTY, Cadence(Period(months=1), by_calendar=True)):
        since = day(BEFORE)
        assert True is meets_cadence((), cadence, since, (NOW, NOW), UNKNOWN, NOW, PACIFIC)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(True, day(BEFORE)), (False, day(TODAY)), (None, (day(BEFORE)[0], day(TODAY)[1]))],
)
def test_a_time_that_depends_on_a_condition(answer: Any, expected: Any) -> None:
    """It is the one where the condition holds, the other where it does not, and may be either while that
    is unknown.
    """
    node = TimeIf(System.uses_ai, Day(BEFORE), Day(TODAY))
    assert expected == either(answer, day(BEFORE), day(TODAY))
    assert expected == either(None if answer is None else not answer, day(TODAY), day(BEFORE))
    assert expected == bounds(node, situation(Case(system=System(uses_ai=answer))))
    assert (System.uses_ai, Day(BEFORE), Day(TODAY)) == parts(node)


def test_a_node_of_a_recurring_act_reads_its_facts() -> None:
    """The occurrences come from a fact, and the start from a time."""
    condition = MeetsCadence(Data.inventory_reviews, THIRTY, Use.began)
    began = Use(began=datetime.date(2026, 1, 1))
    assert None is holds(condition, situation(Case(use=began)))
    assert True is holds(condition, situation(Case(use=Use(began=BEFORE))))
    assert False is holds(condition, situation(Case(use=began, data=Data(inventory_reviews=[]))))
    assert True is holds(
        condition, situation(Case(use=began, data=Data(inventory_reviews=[datetime.date(2026, 1, 31)])))
    )
    assert None is holds(condition, situation(Case(data=Data(inventory_reviews=[]))))
    assert True is holds(condition, situation(Case(use=Use(began=Occurrence.NEVER))))
