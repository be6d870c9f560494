"""Days, instants, periods and cadences: what is read, and how it is reckoned on the calendar and on the
clock.
"""

from __future__ import annotations

import datetime
import math
import pickle
import re
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from strategies import OFFSETS

from aigovkit import periods
from aigovkit.errors import InstantError
from aigovkit.periods import (
    NEVER_AT,
    UNKNOWN,
    UTC,
    Cadence,
    ClosedDays,
    Occurrence,
    Period,
    parse_moment,
    zone,
)

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


@pytest.mark.parametrize(
    "longest",
    [
        "P9999Y9999M9999W99999D",
        "PT999999999H999999999M999999999S",
        "P9999W99999DT999999999H99M",
        "P9999Y9999M9999W99999DT999999999H999999999M999999999S",
    ],
)
def test_the_longest_durations_are_written_as_they_are_read(longest: str) -> None:
    """What has too many digits in one unit goes over into another, so that what is read is written so that
    it is read again.
    """
    period = Period.parse(longest)
    assert period.is_duration
    assert period == Period.parse(period.isoformat())
    assert not Period(period.years + 10_000, period.months, period.days, period.seconds).is_duration
    assert not Period(days=period.days + 170_000).is_duration
    assert not Period(seconds=period.seconds + 10**13).is_duration
    assert not Period(days=-1).is_duration


@pytest.mark.parametrize("part", [1.0, True, "1", None])
def test_a_period_counts_whole_numbers(part: Any) -> None:
    """A period with a part that is no whole number is refused where it is built."""
    for unit in ("years", "months", "days", "seconds"):
        with pytest.raises(InstantError, match="whole numbers"):
            Period(**{unit: part})


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
        ("2026-02-29", "`2026-02-29` is no day of the calendar; the calendar has the days from 0001-01-01"),
        ("2026-13-01", "`2026-13-01` is no day of the calendar"),
        ("2100-02-29", "`2100-02-29` is no day of the calendar"),
        ("0000-01-01", "`0000-01-01` is no day of the calendar"),
        ("2026-03-02T25:00:00Z", "`2026-03-02T25:00:00Z` is no time on a day of the calendar"),
        ("2026-03-02T24:00:00Z", "`2026-03-02T24:00:00Z` is no time on a day of the calendar"),
        ("2026-02-29T09:00:00Z", "is no time on a day of the calendar"),
        ("2026-03-02T09:00:00+24:00", "is no time on a day of the calendar"),
        ("2026-03-02T09:00:00-08:00:30", "has seconds in its offset; write the instant in UTC, with `Z`"),
        (
            "2026-03-02T09:00:00.1234567Z",
            "has too many digits of a second; at most six are read: write `2026-03-02T09:00:00.123456Z`",
        ),
        ("2026-03-02T09:00:00.123456789-08:00", "write `2026-03-02T09:00:00.123456-08:00`"),
        ("2026-02-30T09:00:00.1234567Z", "has too many digits of a second; at most six are read"),
        ("2026-03", "`2026-03` names no day; a day such as `2026-03-02` or an instant with its zone is read"),
        ("2026", "`2026` names no day"),
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
        ("today", "is neither a day"),
        ("", "is neither a day"),
        ("2026-03-02\n", "is neither a day"),
        ("\u0662026-03-02", "is neither a day"),
        ("10000-01-01", "is neither a day"),
        ("2026-03-02T09:00:00Z\n", "is neither a day"),
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


# The ends of the calendar.

KIRITIMATI = zone("Pacific/Kiritimati")
CLOCKS = (UTC, PACIFIC, PHOENIX, KIRITIMATI)
EDGES = tuple(
    day
    for first in (datetime.date.min, datetime.date.max - datetime.timedelta(days=2))
    for day in (first + datetime.timedelta(days=step) for step in range(3))
)


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_days_at_the_ends_of_the_calendar_are_days(clock: Any) -> None:
    """The first and the last days that can be written have their whole length, one after the other."""
    for day in (datetime.date.min, datetime.date.max):
        low, high = periods.interval(day, clock)
        assert (low + DAY - 1, high) == (high, periods.end_of(day, clock))
        assert day == periods.day_at(low, clock) == periods.day_at(high, clock)
        assert (low, low) == periods.start_of_day((high, high), clock)
        assert (high, high) == periods.end_of_day((low, low), clock)
    low, high = periods.interval(datetime.date.max, clock)
    assert low == periods.interval(on(9999, 12, 30), clock)[1] + 1
    low, high = periods.interval(datetime.date.min, clock)
    assert high + 1 == periods.interval(on(1, 1, 2), clock)[0]


@given(
    st.sampled_from(EDGES),
    st.times(),
    st.sampled_from((*OFFSETS, *(datetime.timezone(datetime.timedelta(hours=h)) for h in (-23, 14, 23)))),
    st.sampled_from(CLOCKS),
    st.sampled_from(("P1D", "P30D", "P1M", "P9999Y", "PT24H", "P99999D")),
)
def test_reckoning_at_the_ends_of_the_calendar_answers(
    day: datetime.date, time: datetime.time, offset: Any, clock: Any, period: str
) -> None:
    """An instant on any clock of the first and last days is on one day of any place, and what is reckoned
    from it keeps its order.
    """
    moment = datetime.datetime.combine(day, time, offset)
    at, _ = periods.interval(moment, clock)
    start, end = periods.start_of_day((at, at), clock)[0], periods.end_of_day((at, at), clock)[0]
    assert start <= at <= end
    assert DAY - 1 == end - start
    assert datetime.date.min <= periods.day_at(at, clock) <= datetime.date.max
    assert periods.local(at, clock).tzinfo is clock.tzinfo
    later = periods.shift((at, at), Period.parse(period), clock)
    assert at < later[0] == later[1] < math.inf
    assert moment == periods.plain(moment)
    assert re.fullmatch(r"\d{4,5}-\d\d-\d\dT.*Z", periods.in_utc(moment))


def test_a_day_at_an_end_of_the_calendar_holds_its_instants() -> None:
    """What is known to the day leaves open what an instant within it settles, on the last day as on any."""
    low, high = periods.interval(datetime.date.max, PACIFIC)
    within = datetime.datetime(9999, 12, 31, 1, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-12)))
    assert low <= periods.instant(within) <= high


def test_what_lies_beyond_the_calendar_is_shown_at_its_end() -> None:
    """A day or a clock cannot show what lies beyond the calendar, and shows the end of it."""
    beyond = periods.end_of(datetime.date.max, PACIFIC) + 7 * DAY
    assert datetime.date.max == periods.day_at(beyond, PACIFIC)
    assert datetime.datetime.max == periods.local(beyond, PACIFIC).replace(tzinfo=None)
    before = periods.interval(datetime.date.min, KIRITIMATI)[0] - 7 * DAY
    assert datetime.date.min == periods.day_at(before, PACIFIC)
    assert datetime.datetime.min == periods.local(before, PACIFIC).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("day", "period"),
    [(datetime.date.max, "P1D"), (on(9999, 1, 31), "P1Y"), (on(2026, 3, 2), "P9999Y")],
)
def test_a_day_beyond_the_calendar_is_refused(day: datetime.date, period: str) -> None:
    """There is no day after the last one; the error says which days there are."""
    with pytest.raises(InstantError, match="the calendar has the days from 0001-01-01 to 9999-12-31"):
        periods.day_after(day, Period.parse(period))
    with pytest.raises(InstantError, match="the calendar has the days"):
        periods.day_after(datetime.date.min, Period(days=-1))


@given(st.dates(on(1600, 1, 1), on(2400, 12, 31)), st.integers(0, 400), st.integers(0, 99_999))
def test_the_calendar_repeats_itself_after_400_years(day: datetime.date, months: int, days: int) -> None:
    """What is reckoned 2,800 years later, or 1,200 earlier, comes out so many years later or earlier."""
    period = Period(months=months, days=days)
    for years in (2800, -1200):
        there = periods.day_after(day.replace(year=day.year + years), period)
        assert periods.day_after(day, period) == there.replace(year=there.year - years)


def test_summer_time_goes_on_after_2037() -> None:
    """A day in July 2038 ends by summer time in California, whatever brings the rules of the zone."""
    assert 2161666799999999 == periods.end_of(on(2038, 7, 1), PACIFIC)


# The one form in which a case keeps a day or an instant.

SOLAR = datetime.timezone(-datetime.timedelta(hours=7, minutes=52, seconds=58))


def test_a_plain_moment_is_kept_as_it_is() -> None:
    """A day, and an instant with a fixed offset in minutes, is already plain."""
    for moment in (on(2026, 3, 2), *(datetime.datetime(2026, 3, 2, 9, tzinfo=offset) for offset in OFFSETS)):
        assert moment is periods.plain(moment)


def test_instants_forget_the_rules_of_their_zone() -> None:
    """The two instants of a repeated hour differ once they are plain, and the same instant elsewhere is
    equal to each.
    """
    first = datetime.datetime(2026, 11, 1, 1, 30, tzinfo=PACIFIC.tzinfo, fold=0)
    second = first.replace(fold=1)
    one, other = periods.plain(first), periods.plain(second)
    assert one != other
    assert datetime.datetime(2026, 11, 1, 8, 30, tzinfo=datetime.UTC) == one
    assert datetime.datetime(2026, 11, 1, 9, 30, tzinfo=datetime.UTC) == other
    assert 0 == periods.plain(datetime.datetime(2026, 11, 1, tzinfo=OFFSETS[1], fold=1)).fold  # type: ignore[union-attr]


def test_an_offset_with_seconds_is_kept_in_utc() -> None:
    """Before there were zones, places went by the sun; such an instant is kept in UTC."""
    for tzinfo in (SOLAR, PACIFIC.tzinfo):
        kept = periods.plain(datetime.datetime(1880, 7, 1, 12, tzinfo=tzinfo))
        assert "1880-07-01T19:52:58+00:00" == kept.isoformat()
    with pytest.raises(InstantError, match="the calendar has the days"):
        periods.plain(datetime.datetime(9999, 12, 31, 23, tzinfo=SOLAR))


def test_plain_moments_are_plain_values() -> None:
    """A day or an instant of a class of its own becomes one of the standard library."""

    class MyDay(datetime.date):
        """A day of another library."""

    class MyInstant(datetime.datetime):
        """An instant of another library."""

    class Nanoseconds(datetime.datetime):
        """An instant with more than microseconds, of which a plain one would lose some."""

        def __sub__(self, other: Any) -> Any:
            return 1

    assert datetime.date is type(periods.plain(MyDay(2026, 3, 2)))
    instant = periods.plain(MyInstant(2026, 3, 2, 9, tzinfo=datetime.UTC))
    assert (datetime.datetime, datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)) == (
        type(instant),
        instant,
    )
    with pytest.raises(InstantError, match="more than microseconds"):
        periods.plain(Nanoseconds(2026, 3, 2, 9, tzinfo=datetime.UTC))
    with pytest.raises(InstantError, match="lacks a zone"):
        periods.plain(datetime.datetime(2026, 3, 2, 9))


@given(st.datetimes(timezones=st.sampled_from((*OFFSETS, PACIFIC.tzinfo, SOLAR))))
def test_equal_instants_are_the_same_text_in_utc(moment: datetime.datetime) -> None:
    """The text in UTC is that of the instant, whatever its zone."""
    try:
        kept = periods.plain(moment)
    except InstantError:
        return
    utc = periods.in_utc(kept)
    if 1 < moment.year < 9999:
        assert periods.instant(moment) == periods.instant(parse_moment(utc))  # type: ignore[arg-type]
        assert utc == periods.in_utc(parse_moment(utc))


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
    assert high >= low > periods.end_of(datetime.date.max, PACIFIC)


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
    for most in (0, 1, 2, 3):
        few = cadence.missed(since, done, until, most=most)
        named = (
            (missed, [])
            if len(missed) <= most
            else (missed[: most // 2], missed[-(most // 2) :][: most // 2])
        )
        assert (len(missed), *named) == (few.number, list(few.first), list(few.last))


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


def test_a_cadence_goes_forward_in_time() -> None:
    """A cadence of a negative length would never come to an end, and is refused."""
    with pytest.raises(InstantError, match="forward"):
        Cadence(Period(days=-1))


@pytest.mark.parametrize(
    "cadence", [MONTHLY, EACH_MONTH, EACH_QUARTER, EACH_YEAR, ANNIVERSARY, SAME_DAY_OF_MONTH]
)
def test_a_cadence_comes_to_the_end_of_the_calendar(cadence: Cadence) -> None:
    """Up to the last day windows are missed as ever; what is due beyond it has no day."""
    last = datetime.date.max
    missed = cadence.deadlines(on(9998, 6, 1), [], last)
    assert missed == sorted(missed)
    assert missed
    assert last > missed[-1]
    assert [] == cadence.deadlines(last, [], last)
    assert None is cadence.next_due(on(9998, 6, 1), [last], last)
    assert on(1, 1, 1) < cadence.next_due(datetime.date.min, [], datetime.date.min)  # type: ignore[operator]


@given(
    st.dates(on(1990, 1, 1), on(2030, 12, 31)),
    st.dates(on(1990, 1, 1), on(2030, 12, 31)),
    st.sampled_from(
        (Period(days=1), Period(days=7), Period(months=1), Period(months=1, days=1), Period(years=1))
    ),
)
def test_anniversaries_are_the_first_that_come(
    anchor: datetime.date, day: datetime.date, every: Period
) -> None:
    """The end of a window is the first anniversary, counted one by one, that is not before the day."""
    count = 1
    while (
        end := anchor
        + relativedelta(years=every.years * count, months=every.months * count, days=every.days * count)
    ) < day:
        count += 1
    due = Cadence(every, by_anniversary=True).next_due(day - datetime.timedelta(days=1), [], day, anchor)
    assert end == due


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


# Days that are closed

CLOSED = ClosedDays("the Act", weekdays=(6,), fixed=((1, 1), (12, 25)), of_month=((5, 0, -1), (11, 3, 4)))


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        ("2028-12-02", "2028-12-02"),  # A Saturday is open.
        ("2028-12-03", "2028-12-04"),
        ("2026-12-25", "2026-12-26"),
        ("2027-12-24", "2027-12-27"),  # The 25th is a Saturday, kept on the Friday as well.
        ("2022-12-25", "2022-12-27"),  # A Sunday, kept on the Monday as well.
        ("2022-01-01", "2022-01-03"),
        ("2021-12-31", "2022-01-03"),
        ("2028-05-29", "2028-05-30"),  # The last Monday of May.
        ("2028-05-22", "2028-05-22"),
        ("2028-11-23", "2028-11-24"),  # The fourth Thursday of November.
        ("2028-11-30", "2028-11-30"),
    ],
)
def test_what_falls_due_on_a_closed_day_may_be_done_on_the_next_that_is_open(day: str, opens: str) -> None:
    """Sundays, days of the year with those on which they are kept, and weekdays of a month."""
    phoenix = zone("America/Phoenix")
    due = periods.interval(datetime.date.fromisoformat(day), phoenix)
    end = periods.interval(datetime.date.fromisoformat(opens), phoenix)[1]
    assert (end, end) == periods.open_day(due, CLOSED, phoenix)


@given(st.integers(-(10**17), 10**17), st.integers(0, 10**13))
def test_what_is_later_opens_no_earlier(at: int, more: int) -> None:
    """So that learning a day never contradicts what was said of an interval."""
    phoenix = zone("America/Phoenix")
    low, high = periods.open_day((at, at + more), CLOSED, phoenix)
    assert at <= low <= high


def test_unknown_and_never_stay_what_they_are() -> None:
    """No day, no calendar."""
    assert UNKNOWN == periods.open_day(UNKNOWN, CLOSED, zone("America/Phoenix"))
    assert NEVER_AT == periods.open_day(NEVER_AT, CLOSED, zone("America/Phoenix"))
