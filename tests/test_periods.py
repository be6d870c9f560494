"""Days, instants, periods and cadences: what is read, and how it is reckoned on the calendar and on the
clock.
"""

from __future__ import annotations

import datetime
import math
import pickle
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from strategies import OFFSETS

from aigovkit import periods
from aigovkit.errors import InstantError
from aigovkit.periods import NEVER_AT, UNKNOWN, UTC, Cadence, Occurrence, Period, parse_moment, zone

PACIFIC, PHOENIX = zone("America/Los_Angeles"), zone("America/Phoenix")
HOUR = 3_600_000_000
DAY = 24 * HOUR


def on(year: int, month: int, day: int) -> datetime.date:
    """A day."""
    return datetime.date(year, month, day)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, *, offset: int = 0) -> int:
    """An instant on clocks so many hours from UTC, in microseconds."""
    zone_ = datetime.timezone(datetime.timedelta(hours=offset))
    return periods.instant(datetime.datetime(year, month, day, hour, minute, tzinfo=zone_))


# Reading.


@pytest.mark.parametrize(
    ("text", "period", "written"),
    [
        ("P30D", Period(days=30), "P30D"),
        ("P1Y2M3D", Period(1, 2, 3), "P1Y2M3D"),
        ("P2W", Period(days=14), "P14D"),
        ("P1W1D", Period(days=8), "P8D"),
        ("P18M", Period(months=18), "P18M"),
        ("PT24H", Period(seconds=86_400), "PT24H"),
        ("PT90M", Period(seconds=5_400), "PT1H30M"),
        ("PT61S", Period(seconds=61), "PT1M1S"),
        ("P1DT2H3M4S", Period(days=1, seconds=7_384), "P1DT2H3M4S"),
        ("PT0S", Period(), "PT0S"),
        ("P0D", Period(), "PT0S"),
    ],
)
def test_periods_are_read_and_written_as_iso_8601(text: str, period: Period, written: str) -> None:
    """A duration in ISO 8601 is read, written in its one form, and read back as the same."""
    assert period == Period.parse(text)
    assert written == period.isoformat()
    assert period == Period.parse(period.isoformat())
    assert f"Period.parse('{written}')" == repr(period)
    assert period == eval(repr(period))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "30D",
        "P-1D",
        "P1.5D",
        "p30d",
        "P30",
        "P1D2M",
        "P30D ",
        "P30D\n",
        "PT1H1D",
        "P12345Y",
        "30 days",
        "P\u0663D",
        None,
        30,
    ],
)
def test_what_is_no_duration_is_refused(text: Any) -> None:
    """Something else than an ISO 8601 duration is refused with an example of one."""
    with pytest.raises(InstantError, match="is not an ISO 8601 duration such as `P30D` or `PT24H`"):
        Period.parse(text)


def test_the_refused_value_is_shown() -> None:
    """The messages show what was given, cut short."""
    with pytest.raises(InstantError, match="^`'30 days'` is not an ISO 8601 duration"):
        Period.parse("30 days")
    with pytest.raises(InstantError, match="^`None` is not"):
        Period.parse(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02", on(2026, 3, 2)),
        ("2024-02-29", on(2024, 2, 29)),
        ("2026-03-02T09:00Z", datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)),
        ("2026-03-02T09:00:30-08:00", datetime.datetime(2026, 3, 2, 17, 0, 30, tzinfo=datetime.UTC)),
        (
            "2026-03-02T09:00:30.25+00:00",
            datetime.datetime(2026, 3, 2, 9, 0, 30, 250_000, tzinfo=datetime.UTC),
        ),
    ],
)
def test_days_and_instants_are_read_as_iso_8601(text: str, moment: Any) -> None:
    """A day is read as a day and an instant with its zone as an instant."""
    read = parse_moment(text)
    assert moment == read
    assert type(moment) is type(read)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-29", "`2026-02-29` is no day of the calendar: day is out of range"),
        ("2026-13-01", "`2026-13-01` is no day of the calendar: month must be in 1..12"),
        ("2026-03-02T25:00:00Z", "`2026-03-02T25:00:00Z` is no day of the calendar: hour must be in 0..23"),
        (
            "2026-03-02T09:00:00",
            "`2026-03-02T09:00:00` lacks a zone; add an offset from UTC, such as `-08:00` or `Z`",
        ),
        ("2026-03-02 09:00", "lacks a zone"),
        ("2026-03-02T09:00:00.5", "lacks a zone"),
        (
            "2026-03-02 09:00:00Z",
            "is neither a day such as `2026-03-02` nor an instant such as `2026-03-02T09:00:00-08:00`",
        ),
        ("2026-3-2", "`'2026-3-2'` is neither a day"),
        ("20260302", "is neither a day"),
        ("2026-W10-1", "is neither a day"),
        ("2 March 2026", "is neither a day"),
        ("2026-03", "is neither a day"),
        ("today", "is neither a day"),
        ("", "is neither a day"),
        ("2026-03-02\n", "is neither a day"),
        (None, "`None` is neither a day"),
        (20260302, "`20260302` is neither a day"),
    ],
)
def test_what_is_no_day_and_no_instant_is_refused(text: Any, message: str) -> None:
    """Impossible days, instants without a zone and other forms of dates are refused, never guessed."""
    with pytest.raises(InstantError) as caught:
        parse_moment(text)
    assert message in str(caught.value)


def test_zones_are_named_and_kept_once() -> None:
    """A zone is found by its IANA name, is one object, and stays that when it is sent elsewhere."""
    assert PACIFIC is zone("America/Los_Angeles")
    assert PACIFIC is pickle.loads(pickle.dumps(PACIFIC))
    assert "zone('America/Los_Angeles')" == repr(PACIFIC)


@pytest.mark.parametrize("name", ["America/Atlantis", "", None, "Pacific"])
def test_an_unknown_zone_is_refused(name: Any) -> None:
    """A name that no zone bears is refused with an example."""
    with pytest.raises(InstantError, match="unknown time zone .*; use an IANA name such as `America/Denver`"):
        zone(name)


def test_a_naive_instant_is_refused() -> None:
    """An instant needs a zone, and a zone that says what its offset is."""

    class Vague(datetime.tzinfo):
        """A zone that gives no offset."""

        def utcoffset(self, _: Any) -> None:
            return None

    for zone_ in (None, Vague()):
        with pytest.raises(InstantError, match="`2026-03-02T00:00:00` lacks a zone; give an aware datetime"):
            periods.instant(datetime.datetime(2026, 3, 2, tzinfo=zone_))


# Days as intervals.


@pytest.mark.parametrize(
    ("day", "zone", "first", "hours"),
    [
        (on(2026, 3, 2), UTC, at(2026, 3, 2), 24),
        (on(2026, 3, 2), PACIFIC, at(2026, 3, 2, 8), 24),
        (on(2026, 3, 8), PACIFIC, at(2026, 3, 8, 8), 23),  # Clocks go forward.
        (on(2026, 11, 1), PACIFIC, at(2026, 11, 1, 7), 25),  # Clocks go back.
        (on(2026, 3, 8), PHOENIX, at(2026, 3, 8, 7), 24),  # Arizona keeps standard time.
        (on(2026, 11, 1), PHOENIX, at(2026, 11, 1, 7), 24),
        (on(2026, 7, 1), PACIFIC, at(2026, 7, 1, 7), 24),
        (on(1970, 1, 1), UTC, 0, 24),
    ],
)
def test_a_day_is_all_its_instants_in_the_place(
    day: datetime.date, zone: Any, first: int, hours: int
) -> None:
    """A day lasts from its midnight to just before the next, on the clocks of the place, changes of the
    clocks included.
    """
    assert (first, first + hours * HOUR - 1) == periods.interval(day, zone)
    assert first + hours * HOUR - 1 == periods.end_of(day, zone)
    assert day == periods.day_at(first, zone)
    assert day == periods.day_at(first + hours * HOUR - 1, zone)
    assert day - datetime.timedelta(days=1) == periods.day_at(first - 1, zone)
    assert day + datetime.timedelta(days=1) == periods.day_at(first + hours * HOUR, zone)


def test_an_instant_is_one_point_wherever_it_is() -> None:
    """An instant is the same in every place, to the microsecond."""
    moment = datetime.datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=OFFSETS[2])
    expected = at(2026, 3, 2, 17) + 1
    for clock in (PACIFIC, PHOENIX, UTC):
        assert (expected, expected) == periods.interval(moment, clock)
        assert expected == periods.end_of(moment, clock)
        assert moment == periods.local(expected, clock)
    assert 9 == periods.local(expected, PACIFIC).hour
    assert 10 == periods.local(expected, PHOENIX).hour


def test_the_two_instants_of_a_repeated_hour_stay_apart() -> None:
    """Where the clocks show an hour twice, its two instants lie an hour apart, in whatever order they are
    asked for.
    """
    first = datetime.datetime(2026, 11, 1, 1, 30, tzinfo=PACIFIC.tzinfo, fold=0)
    second = first.replace(fold=1)
    for one, other in ((first, second), (second, first)):
        assert (periods.instant(one),) * 2 == periods.interval(one, PACIFIC)
        assert (periods.instant(other),) * 2 == periods.interval(other, PACIFIC)
    assert HOUR == periods.instant(second) - periods.instant(first)


def test_the_last_day_of_the_calendar_has_an_interval() -> None:
    """The last day that can be written has no next one, and is still a day."""
    low, high = periods.interval(datetime.date.max, PACIFIC)
    assert low == high == periods.interval(on(9999, 12, 30), PACIFIC)[1] + 1


@pytest.mark.parametrize(
    ("interval", "zone", "expected"),
    [
        ((at(2026, 3, 2, 20), at(2026, 3, 2, 21)), PACIFIC, (at(2026, 3, 2, 8), at(2026, 3, 2, 8))),
        ((at(2026, 3, 2, 7), at(2026, 3, 2, 21)), PACIFIC, (at(2026, 3, 1, 8), at(2026, 3, 2, 8))),
        (UNKNOWN, PACIFIC, UNKNOWN),
        (NEVER_AT, PACIFIC, NEVER_AT),
        ((-math.inf, at(2026, 3, 2, 20)), UTC, (-math.inf, at(2026, 3, 2))),
        ((at(2026, 3, 2, 20), math.inf), UTC, (at(2026, 3, 2), math.inf)),
    ],
)
def test_the_start_of_a_day(interval: Any, zone: Any, expected: Any) -> None:
    """Each end goes back to the midnight of its own day; what has no end keeps none."""
    assert expected == periods.start_of_day(interval, zone)


# The calendar and the clock.


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        (on(2024, 1, 31), "P1M", on(2024, 2, 29)),
        (on(2025, 1, 31), "P1M", on(2025, 2, 28)),
        (on(2024, 2, 29), "P1Y", on(2025, 2, 28)),
        (on(2024, 2, 29), "P4Y", on(2028, 2, 29)),
        (on(2025, 12, 31), "P2M", on(2026, 2, 28)),
        (on(2025, 10, 31), "P1M", on(2025, 11, 30)),
        (on(2025, 10, 31), "P1M1D", on(2025, 12, 1)),
        (on(2026, 3, 2), "P30D", on(2026, 4, 1)),
        (on(2026, 3, 2), "P0D", on(2026, 3, 2)),
    ],
)
def test_calendar_periods_clip_to_the_end_of_the_month(
    day: datetime.date, period: str, expected: datetime.date
) -> None:
    """Years and months keep the day of the month, or take the last one there is; then the days are
    counted.
    """
    assert expected == periods.day_after(day, Period.parse(period))


@given(st.dates(on(1999, 1, 1), on(2400, 1, 1)), st.integers(0, 60))
def test_calendar_periods_agree_with_an_independent_reckoning(day: datetime.date, months: int) -> None:
    """So many months later it is the same day of the month, or the last one of that month."""
    month = day.year * 12 + day.month - 1 + months
    first_of_next = datetime.date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - datetime.timedelta(days=1)).day
    assert datetime.date(month // 12, month % 12 + 1, min(day.day, last)) == periods.day_after(
        day, Period(months=months)
    )


@pytest.mark.parametrize(
    ("start", "period", "zone", "expected"),
    [
        # A calendar day ends with the day, whatever the hour; elapsed hours end to the second.
        (at(2026, 3, 2, 20), "P1D", PACIFIC, at(2026, 3, 4, 8) - 1),
        (at(2026, 3, 2, 20), "PT24H", PACIFIC, at(2026, 3, 3, 20)),
        # Over the change to daylight saving time 24 hours end an hour later on the clock.
        (at(2026, 3, 7, 14, offset=-8), "PT24H", PACIFIC, at(2026, 3, 8, 15, offset=-7)),
        (at(2026, 3, 7, 14, offset=-8), "P1D", PACIFIC, at(2026, 3, 9, 0, offset=-7) - 1),
        # Over the change back they end an hour earlier.
        (at(2026, 10, 31, 14, offset=-7), "PT24H", PACIFIC, at(2026, 11, 1, 13, offset=-8)),
        (at(2026, 10, 31, 14, offset=-7), "P1D", PACIFIC, at(2026, 11, 2, 0, offset=-8) - 1),
        # Arizona does not change its clocks.
        (at(2026, 3, 7, 14, offset=-7), "PT24H", PHOENIX, at(2026, 3, 8, 14, offset=-7)),
        (at(2026, 3, 7, 14, offset=-7), "P1D", PHOENIX, at(2026, 3, 9, 0, offset=-7) - 1),
        # Both: the day ends first, and then the hours are counted.
        (at(2026, 3, 2, 20), "P1DT1H", PACIFIC, at(2026, 3, 4, 9) - 1),
        (at(2026, 1, 31, 20), "P1M", PACIFIC, at(2026, 3, 1, 8) - 1),
        (math.inf, "P1D", PACIFIC, math.inf),
        (-math.inf, "PT1H", PACIFIC, -math.inf),
        # Late in the evening in California it is the next day in UTC.
        (at(2026, 3, 2, 23, offset=-8), "P1D", PACIFIC, at(2026, 3, 4, 0, offset=-8) - 1),
        (at(2026, 3, 2, 23, offset=-8), "P1D", UTC, at(2026, 3, 5) - 1),
    ],
)
def test_when_a_period_has_passed(start: float, period: str, zone: Any, expected: float) -> None:
    """A calendar period ends with its last day in the place, elapsed time to the second."""
    assert (expected, expected) == periods.shift((start, start), Period.parse(period), zone)


def test_both_ends_of_an_interval_are_shifted() -> None:
    """What may have been at two times has passed at two times."""
    low, high = periods.interval(on(2026, 3, 2), PACIFIC)
    assert (low + HOUR, high + HOUR) == periods.shift((low, high), Period(seconds=3600), PACIFIC)
    assert (-math.inf, high + HOUR) == periods.shift((-math.inf, high), Period(seconds=3600), PACIFIC)
    end = periods.end_of(on(2026, 3, 3), PACIFIC)
    assert (end, end) == periods.shift((low, high), Period(days=1), PACIFIC)


@pytest.mark.parametrize("period", ["P1D", "P1M", "P1Y", "P9999Y", "PT24H"])
def test_a_period_beyond_the_calendar_never_passes(period: str) -> None:
    """What would end after the last day that can be written lies beyond every instant that can be asked
    about.
    """
    low, high = periods.shift(periods.interval(datetime.date.max, PACIFIC), Period.parse(period), PACIFIC)
    assert low > periods.interval(on(9999, 12, 30), PACIFIC)[1]
    assert high >= low


@pytest.mark.parametrize(
    ("text", "elapsed"),
    [("PT1H", True), ("PT0S", True), ("P1D", False), ("P1M", False), ("P1Y", False), ("P1DT1H", False)],
)
def test_elapsed_time_counts_no_calendar_day(text: str, elapsed: bool) -> None:
    """Hours, minutes and seconds are elapsed time; days, months and years are the calendar's."""
    assert elapsed is Period.parse(text).is_elapsed


# How long a period can last.


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("PT24H", 1, 1),
        ("P1D", 1, 1),
        ("P30D", 30, 30),
        ("P1M", 28, 31),
        ("P2M", 59, 62),
        ("P3M", 89, 92),
        ("P4M", 120, 123),
        ("P5M", 150, 153),
        ("P6M", 181, 184),
        ("P7M", 212, 215),
        ("P8M", 242, 245),
        ("P9M", 273, 276),
        ("P10M", 303, 306),
        ("P11M", 334, 337),
        ("P1Y", 365, 366),
        ("P12M", 365, 366),
        ("P18M", 546, 550),
        ("P2Y", 730, 731),
        ("P4Y", 1460, 1461),
        ("P5Y", 1825, 1827),
        ("P1Y1M1D", 394, 398),
    ],
)
def test_how_short_and_how_long_a_period_can_be(text: str, least: int, most: int) -> None:
    """A period lasts at least and at most so many days."""
    assert (least * 86_400, most * 86_400) == Period.parse(text).bounds()


def test_the_bounds_of_a_period_count_its_seconds_once() -> None:
    """Elapsed seconds lengthen both bounds alike."""
    assert (28 * 86_400 + 61, 31 * 86_400 + 61) == Period(months=1, seconds=61).bounds()
    assert (61, 61) == Period(seconds=61).bounds()


@given(st.dates(on(1999, 1, 1), on(2400, 1, 1)), st.integers(0, 20), st.integers(0, 60), st.integers(0, 100))
def test_no_period_lasts_less_or_more_than_its_bounds(
    day: datetime.date, years: int, months: int, days: int
) -> None:
    """Wherever on the calendar a period starts, it lasts no less and no more than its bounds say."""
    lasts = (
        day + relativedelta(years=years, months=months) + datetime.timedelta(days=days) - day
    ).days * 86_400
    least, most = Period(years, months, days).bounds()
    assert least <= lasts <= most


# Cadences.

MONTHLY = Cadence(Period(months=1))
EACH_MONTH = Cadence(Period(months=1), by_calendar=True)
EACH_QUARTER = Cadence(Period(months=3), by_calendar=True)
EACH_YEAR = Cadence(Period(years=1), by_calendar=True)
ANNIVERSARY = Cadence(Period(years=1), by_anniversary=True)
SAME_DAY_OF_MONTH = Cadence(Period(months=1), by_anniversary=True)


@pytest.mark.parametrize(
    ("cadence", "since", "done", "until", "missed"),
    [
        # Rolling: a gap is counted from the last occurrence.
        (MONTHLY, on(2026, 1, 15), [], on(2026, 2, 15), []),
        (MONTHLY, on(2026, 1, 15), [], on(2026, 2, 16), [on(2026, 2, 15)]),
        (MONTHLY, on(2026, 1, 15), [on(2026, 2, 15)], on(2026, 3, 15), []),
        (MONTHLY, on(2026, 1, 15), [on(2026, 2, 15)], on(2026, 3, 16), [on(2026, 3, 15)]),
        # A window missed stays missed, however promptly the next one is kept.
        (MONTHLY, on(2026, 1, 15), [on(2026, 2, 16), on(2026, 3, 1)], on(2026, 3, 15), [on(2026, 2, 15)]),
        (
            MONTHLY,
            on(2026, 1, 15),
            [on(2026, 2, 16), on(2026, 3, 20)],
            on(2026, 3, 25),
            [on(2026, 2, 15), on(2026, 3, 16)],
        ),
        # The order in which occurrences are listed does not matter, nor do those before the start or after
        # the end.
        (MONTHLY, on(2026, 1, 15), [on(2026, 3, 10), on(2026, 2, 10)], on(2026, 4, 10), []),
        (MONTHLY, on(2026, 1, 15), [on(2025, 12, 1), on(2026, 2, 20)], on(2026, 2, 14), []),
        (MONTHLY, on(2026, 1, 15), [on(2026, 2, 20)], on(2026, 2, 19), [on(2026, 2, 15)]),
        (MONTHLY, on(2026, 1, 15), [on(2026, 1, 15)], on(2026, 2, 15), []),
        # The ends of months clip.
        (MONTHLY, on(2026, 1, 31), [], on(2026, 2, 28), []),
        (MONTHLY, on(2026, 1, 31), [], on(2026, 3, 1), [on(2026, 2, 28)]),
        (MONTHLY, on(2026, 1, 31), [on(2026, 2, 28)], on(2026, 3, 28), []),
        (MONTHLY, on(2026, 1, 31), [on(2026, 2, 28)], on(2026, 3, 29), [on(2026, 3, 28)]),
        # By the calendar: each month needs one of its own.
        (EACH_MONTH, on(2026, 1, 15), [], on(2026, 1, 31), []),
        (EACH_MONTH, on(2026, 1, 15), [], on(2026, 2, 1), [on(2026, 1, 31)]),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 1, 31), on(2026, 2, 1)], on(2026, 3, 1), []),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 1, 31), on(2026, 3, 1)], on(2026, 4, 1), [on(2026, 2, 28)]),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 1, 1)], on(2026, 2, 1), []),
        (EACH_MONTH, on(2024, 2, 1), [], on(2024, 3, 1), [on(2024, 2, 29)]),
        (EACH_MONTH, on(2025, 12, 31), [], on(2026, 2, 1), [on(2025, 12, 31), on(2026, 1, 31)]),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 3, 1)], on(2026, 2, 20), [on(2026, 1, 31)]),
        (EACH_QUARTER, on(2026, 2, 1), [], on(2026, 3, 31), []),
        (EACH_QUARTER, on(2026, 2, 1), [on(2026, 3, 31)], on(2026, 7, 1), [on(2026, 6, 30)]),
        (EACH_QUARTER, on(2026, 10, 1), [on(2026, 12, 31)], on(2027, 4, 1), [on(2027, 3, 31)]),
        (EACH_YEAR, on(2025, 7, 1), [], on(2025, 12, 31), []),
        (EACH_YEAR, on(2025, 7, 1), [], on(2027, 1, 1), [on(2025, 12, 31), on(2026, 12, 31)]),
        (EACH_YEAR, on(2025, 7, 1), [on(2026, 1, 1)], on(2027, 1, 1), [on(2025, 12, 31)]),
        # Not begun.
        (MONTHLY, on(2026, 3, 15), [], on(2026, 3, 1), []),
        (EACH_MONTH, on(2026, 3, 15), [], on(2026, 3, 1), []),
    ],
)
def test_windows_that_passed_without_an_occurrence(
    cadence: Cadence, since: Any, done: Any, until: Any, missed: Any
) -> None:
    """Each window that ended before the day asked about without an occurrence is listed by its last day."""
    assert missed == cadence.deadlines(since, done, until)
    assert missed == cadence.deadlines(since, iter(done), until)


@pytest.mark.parametrize(
    ("cadence", "since", "done", "until", "due"),
    [
        (MONTHLY, on(2026, 1, 31), [], on(2026, 2, 10), on(2026, 2, 28)),
        (MONTHLY, on(2026, 1, 31), [on(2026, 2, 10)], on(2026, 2, 11), on(2026, 3, 10)),
        (MONTHLY, on(2026, 1, 31), [on(2026, 2, 10), on(2026, 2, 5)], on(2026, 2, 11), on(2026, 3, 10)),
        (MONTHLY, on(2026, 1, 31), [on(2026, 2, 12)], on(2026, 2, 11), on(2026, 2, 28)),
        (MONTHLY, on(2026, 1, 31), [on(2025, 12, 5)], on(2026, 2, 11), on(2026, 2, 28)),
        (MONTHLY, on(2026, 5, 1), [], on(2026, 2, 11), on(2026, 6, 1)),
        (EACH_MONTH, on(2026, 1, 15), [], on(2026, 2, 11), on(2026, 2, 28)),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 2, 1)], on(2026, 2, 11), on(2026, 3, 31)),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 2, 11)], on(2026, 2, 11), on(2026, 3, 31)),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 2, 12)], on(2026, 2, 11), on(2026, 2, 28)),
        (EACH_MONTH, on(2026, 1, 15), [on(2026, 1, 20)], on(2026, 2, 11), on(2026, 2, 28)),
        (EACH_MONTH, on(2026, 5, 15), [], on(2026, 2, 11), on(2026, 5, 31)),
        (EACH_QUARTER, on(2026, 1, 15), [on(2026, 1, 20)], on(2026, 2, 11), on(2026, 6, 30)),
        (EACH_YEAR, on(2026, 1, 15), [], on(2026, 2, 11), on(2026, 12, 31)),
        (EACH_YEAR, on(2026, 1, 15), [on(2026, 1, 15)], on(2026, 2, 11), on(2027, 12, 31)),
    ],
)
def test_when_the_next_occurrence_is_due(
    cadence: Cadence, since: Any, done: Any, until: Any, due: Any
) -> None:
    """The next occurrence is due by the end of the window that has none so far, and never before the duty
    begins.
    """
    assert due == cadence.next_due(since, done, until)


@pytest.mark.parametrize(
    ("cadence", "anchor", "since", "done", "until", "missed", "due"),
    [
        # The anniversary is the last day of its window.
        (ANNIVERSARY, on(2020, 3, 1), on(2025, 6, 1), [], on(2026, 3, 1), [], on(2026, 3, 1)),
        (ANNIVERSARY, on(2020, 3, 1), on(2025, 6, 1), [], on(2026, 3, 2), [on(2026, 3, 1)], on(2027, 3, 1)),
        (ANNIVERSARY, on(2020, 3, 1), on(2025, 6, 1), [on(2026, 3, 1)], on(2026, 4, 1), [], on(2027, 3, 1)),
        (
            ANNIVERSARY,
            on(2020, 3, 1),
            on(2025, 6, 1),
            [on(2026, 3, 2)],
            on(2026, 4, 1),
            [on(2026, 3, 1)],
            on(2028, 3, 1),
        ),
        # An early one moves no later window.
        (
            ANNIVERSARY,
            on(2020, 3, 1),
            on(2025, 6, 1),
            [on(2025, 6, 2)],
            on(2027, 3, 2),
            [on(2027, 3, 1)],
            on(2028, 3, 1),
        ),
        # What starts on an anniversary, or on the anchor, has the whole window after it.
        (ANNIVERSARY, on(2020, 3, 1), on(2025, 3, 1), [], on(2026, 3, 1), [], on(2026, 3, 1)),
        (ANNIVERSARY, on(2025, 3, 1), on(2025, 3, 1), [], on(2026, 3, 2), [on(2026, 3, 1)], on(2027, 3, 1)),
        # The anchor may come later, or be left out.
        (ANNIVERSARY, on(2025, 9, 1), on(2025, 6, 1), [], on(2026, 9, 1), [], on(2026, 9, 1)),
        (ANNIVERSARY, None, on(2025, 6, 1), [], on(2026, 6, 2), [on(2026, 6, 1)], on(2027, 6, 1)),
        # The 29th of February and the 31st come back where there is one.
        (
            ANNIVERSARY,
            on(2024, 2, 29),
            on(2026, 12, 1),
            [],
            on(2028, 3, 1),
            [on(2027, 2, 28), on(2028, 2, 29)],
            on(2029, 2, 28),
        ),
        (
            SAME_DAY_OF_MONTH,
            on(2025, 1, 31),
            on(2026, 2, 1),
            [],
            on(2026, 4, 1),
            [on(2026, 2, 28), on(2026, 3, 31)],
            on(2026, 4, 30),
        ),
        (
            SAME_DAY_OF_MONTH,
            on(1990, 1, 5),
            on(2026, 2, 5),
            [on(2026, 2, 6)],
            on(2026, 3, 6),
            [],
            on(2026, 4, 5),
        ),
    ],
)
def test_windows_between_anniversaries(
    cadence: Cadence, anchor: Any, since: Any, done: Any, until: Any, missed: Any, due: Any
) -> None:
    """Each window between the anniversaries of a day needs an occurrence of its own."""
    assert missed == cadence.deadlines(since, done, until, anchor)
    assert due == cadence.next_due(since, done, until, anchor)


@pytest.mark.parametrize("period", [Period(), Period(seconds=60), Period(days=1, seconds=1)])
def test_a_cadence_by_anniversary_is_counted_in_days(period: Period) -> None:
    """Anniversaries are days, and a cadence is by them or by the calendar."""
    with pytest.raises(InstantError, match="counted in days, months or years"):
        Cadence(period, by_anniversary=True)
    with pytest.raises(InstantError, match="not both"):
        Cadence(Period(years=1), by_calendar=True, by_anniversary=True)


@pytest.mark.parametrize(
    "period",
    [
        Period(days=30),
        Period(seconds=3600),
        Period(1, 1),
        Period(months=1, days=1),
        Period(years=1, seconds=1),
    ],
)
def test_a_calendar_cadence_counts_whole_months_or_whole_years(period: Period) -> None:
    """A cadence by the calendar is in months or in years, not in both, nor in anything less."""
    with pytest.raises(InstantError, match="a calendar cadence is counted in whole months or whole years"):
        Cadence(period, by_calendar=True)
    assert Cadence(period).by_calendar is False


@pytest.mark.parametrize("period", [Period(), Period(months=5), Period(years=2)])
def test_a_calendar_cadence_divides_the_year(period: Period) -> None:
    """A cadence by the calendar that does not divide the year into equal windows is refused."""
    with pytest.raises(InstantError):
        Cadence(period, by_calendar=True)


def test_what_is_known_of_an_event_reads_back() -> None:
    """The words for events without a date have a repr that names them."""
    assert ["Occurrence.NEVER", "Occurrence.UNDATED"] == [repr(one) for one in Occurrence]
    assert Occurrence.NEVER is Occurrence("never")
    assert Occurrence.UNDATED is Occurrence("undated")
