"""Days as intervals of instants, and the arithmetic of the calendar and of the clock.

Reckoning goes by the numbers of days and microseconds, so that a day at either
end of the calendar has its whole length, and a period may end beyond it.
"""

from __future__ import annotations

import datetime
import functools
import math

from aigovkit.errors import InstantError, shown
from aigovkit.periods.lengths import Interval, Period
from aigovkit.periods.moments import CALENDAR, Moment, instant
from aigovkit.periods.stretches import Dated

UNKNOWN: Interval = (-math.inf, math.inf)
NEVER_AT: Interval = (math.inf, math.inf)

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_EPOCH_DAY = datetime.date(1970, 1, 1).toordinal()
_MICROSECOND = datetime.timedelta(microseconds=1)
_DAY = 86_400_000_000
LAST_DAY = datetime.date.max.toordinal()
"""The number of the last day of the calendar; the first is 1."""
CYCLE = 146_097
"""The days of 400 years, after which the calendar repeats itself."""


class TimeZone:
    """The zone of a place, in which its days begin and end. There is one for each name: see `zone`."""

    __slots__ = ("name", "tzinfo")

    name: str
    tzinfo: datetime.tzinfo

    def __init__(self, name: str, tzinfo: datetime.tzinfo) -> None:
        self.name, self.tzinfo = name, tzinfo

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return zone, (self.name,)

    def __repr__(self) -> str:
        return f"zone({self.name!r})"


@functools.cache
def zone(name: str) -> TimeZone:
    """The time zone of that IANA name."""
    # Not zoneinfo: dateutil brings the data along where the machine has none.
    from dateutil import tz

    found = tz.gettz(name) if isinstance(name, str) and name else None
    if found is None:
        raise InstantError(f"unknown time zone `{shown(name)}`; use an IANA name such as `America/Denver`")
    return TimeZone(name, found)


UTC = TimeZone("UTC", datetime.UTC)


@functools.lru_cache(maxsize=4096)
def _midnight(number: int, zone: TimeZone) -> int:
    """The first instant of a day, given by its number; it need not be one of the calendar."""
    day = datetime.date.fromordinal(min(max(number, 1), LAST_DAY))
    # Its offset from UTC makes a midnight that the clocks skip or repeat unambiguous.
    offset = datetime.datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo).utcoffset()
    assert offset is not None
    return (number - _EPOCH_DAY) * _DAY - offset // _MICROSECOND


@functools.lru_cache(maxsize=4096)
def _number_at(at: float, zone: TimeZone) -> int:
    """The number of the day on which an instant falls, in that place."""
    near = _EPOCH + int(min(max(at, _FIRST), _LAST)) * _MICROSECOND
    offset = near.astimezone(zone.tzinfo).utcoffset()
    assert offset is not None
    return (int(at) + offset // _MICROSECOND) // _DAY + _EPOCH_DAY


def interval(dated: Dated, zone: TimeZone) -> Interval:
    """When something was: a day is everything from its midnight to the next, and so are several days."""
    if isinstance(dated, datetime.datetime):
        # Not kept: the two instants of a repeated hour are equal as datetimes.
        at = instant(dated)
        return at, at
    if isinstance(dated, datetime.date):
        return _whole_day(dated, zone)
    return _whole_day(dated.first, zone)[0], _whole_day(dated.last, zone)[1]


@functools.lru_cache(maxsize=4096)
def _whole_day(day: datetime.date, zone: TimeZone) -> Interval:
    number = day.toordinal()
    return _midnight(number, zone), _midnight(number + 1, zone) - 1


def end_of(moment: Moment, zone: TimeZone) -> int:
    """The instant a date of judging stands for: the end of that day, in that place."""
    return int(interval(moment, zone)[1])


_FIRST, _LAST = (
    instant(datetime.datetime(1, 1, 2, tzinfo=datetime.UTC)),
    instant(datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC)),
)


def in_calendar(at: float) -> bool:
    """Whether a point in time is on a day of the calendar, on any clock: neither endless nor before or
    after all its years.
    """
    return _FIRST <= at <= _LAST


def day_at(at: float, zone: TimeZone) -> datetime.date:
    """The calendar day on which an instant falls, in that place; beyond all days, the first or the last."""
    return datetime.date.fromordinal(min(max(_number_at(at, zone), 1), LAST_DAY))


def local(at: float, zone: TimeZone) -> datetime.datetime:
    """An instant on the clocks of a place; the first or the last that they show for one beyond them."""
    try:
        return (_EPOCH + int(at) * _MICROSECOND).astimezone(zone.tzinfo)
    except OverflowError:
        return (datetime.datetime.max if at > 0 else datetime.datetime.min).replace(tzinfo=zone.tzinfo)


def day_after(day: datetime.date, period: Period) -> datetime.date:
    """The day a calendar period after a day; months clip to the end of the month.

    Raises `InstantError` where that is no day of the calendar.

    >>> day_after(datetime.date(2024, 1, 31), Period(months=1))
    datetime.date(2024, 2, 29)
    """
    number = number_after(day.toordinal(), period)
    if not 1 <= number <= LAST_DAY:
        raise InstantError(f"`{period.isoformat()}` after {day} there is no day; {CALENDAR}")
    return datetime.date.fromordinal(number)


def number_after(number: int, period: Period) -> int:
    """The number of the day a calendar period after a day; neither need be one of the calendar."""
    from dateutil.relativedelta import relativedelta

    # Both the day and the months are reckoned within 400 years, so that nothing leaves the calendar here.
    cycles, within = divmod(number - 1, CYCLE)
    more, months = divmod(period.years * 12 + period.months, 4800)
    day = datetime.date.fromordinal(within + 1) + relativedelta(months=months)
    return (cycles + more) * CYCLE + day.toordinal() + period.days


def shift(start: Interval, period: Period, zone: TimeZone) -> Interval:
    """When a period that runs from `start` has passed.

    A calendar period ends with the last instant of its last day, since the
    whole of that day is available; elapsed time ends to the second.
    """
    return _shift(start[0], period, zone), _shift(start[1], period, zone)


@functools.lru_cache(maxsize=4096)
def _shift(at: float, period: Period, zone: TimeZone) -> float:
    if math.isinf(at):
        return at
    if not period.is_elapsed:
        at = _midnight(number_after(_number_at(at, zone), period) + 1, zone) - 1
    return at + period.seconds * 1_000_000


def start_of_day(at: Interval, zone: TimeZone) -> Interval:
    """The first instant of the days on which something may be."""
    low, high = at
    return (
        low if math.isinf(low) else _midnight(_number_at(low, zone), zone),
        high if math.isinf(high) else _midnight(_number_at(high, zone), zone),
    )


def end_of_day(at: Interval, zone: TimeZone) -> Interval:
    """The last instant of the days on which something may be."""
    low, high = at
    return (
        low if math.isinf(low) else _midnight(_number_at(low, zone) + 1, zone) - 1,
        high if math.isinf(high) else _midnight(_number_at(high, zone) + 1, zone) - 1,
    )
