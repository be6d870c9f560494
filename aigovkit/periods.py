"""Days, instants, periods and cadences, and the arithmetic between them.

Every point in time becomes an interval of microseconds since 1970 in UTC: the
earliest and the latest instant it may be. A day is all its instants; an event
that never happened lies beyond every instant; one that is unknown may be
anywhere. One comparison of intervals then serves all of them.

This module is the only user of dateutil, and loads it on first use.
"""

from __future__ import annotations

import datetime
import functools
import math
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Self

import attrs

from aigovkit.errors import InstantError, shown

Interval = tuple[float, float]
"""The least and the greatest a value may be. Both ends are included."""

UNKNOWN: Interval = (-math.inf, math.inf)
NEVER_AT: Interval = (math.inf, math.inf)

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MICROSECOND = datetime.timedelta(microseconds=1)
_DAY = datetime.timedelta(days=1)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_PERIOD = re.compile(
    r"P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?!$)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)


class Occurrence(Enum):
    """What is known of an event beyond its date."""

    NEVER = "never"
    """It is known not to have happened."""
    UNDATED = "undated"
    """It happened; the day is not known."""

    def __repr__(self) -> str:
        return f"Occurrence.{self.name}"


Moment = datetime.date | datetime.datetime
"""A calendar day, or an instant with a zone. A naive datetime is an error."""

EventValue = datetime.date | datetime.datetime | Occurrence


@attrs.frozen(order=False)
class Period:
    """A length of time: calendar years, months and days, or elapsed seconds.

    Calendar parts clip to the end of the month; seconds are elapsed time,
    whatever clocks do meanwhile.

    >>> Period.parse("P30D")
    Period.parse('P30D')
    >>> Period.parse("PT24H").seconds
    86400
    """

    years: int = 0
    months: int = 0
    days: int = 0
    seconds: int = 0

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 duration; InstantError when it is not one."""
        match = _PERIOD.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise InstantError(f"`{shown(text)}` is not an ISO 8601 duration such as `P30D` or `PT24H`")
        years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return cls(years, months, weeks * 7 + days, (hours * 60 + minutes) * 60 + seconds)

    @property
    def is_elapsed(self) -> bool:
        """Whether it counts elapsed time only, and no calendar day."""
        return not (self.years or self.months or self.days)

    def isoformat(self) -> str:
        """The ISO 8601 form."""
        calendar = "".join(
            f"{n}{unit}" for n, unit in ((self.years, "Y"), (self.months, "M"), (self.days, "D")) if n
        )
        hours, rest = divmod(self.seconds, 3600)
        minutes, seconds = divmod(rest, 60)
        clock = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
        return "P" + (calendar + ("T" + clock if clock else "") or "T0S")

    def __repr__(self) -> str:
        return f"Period.parse({self.isoformat()!r})"

    def bounds(self) -> Span:
        """The least and the greatest number of seconds it can last.

        Months and years differ in length, so two periods are ordered only
        where these bounds leave no doubt.
        """
        return Span(self.years * 12 + self.months, self.days * 86_400 + self.seconds)


class Span(tuple[float, float]):  # noqa: SLOT001 - a tuple takes no slots with anything in them
    """The bounds of a length in seconds, with the months and the seconds it is made of.

    Two lengths of as many months differ by the rest alone, however long those are.
    """

    months: int
    rest: int

    def __new__(cls, months: int, rest: int) -> Self:
        """The bounds of so many months and seconds."""
        least, greatest = (bound(months) * 86_400 + rest for bound in (_shortest_days, _longest_days))
        made = super().__new__(cls, (least, greatest))
        made.months, made.rest = months, rest
        return made

    def __getnewargs__(self) -> tuple[int, int]:
        return self.months, self.rest

    def minus(self, other: Span) -> Interval:
        """The bounds of the seconds by which this length is longer than another that starts with it.

        >>> Period.parse("P1M1D").bounds().minus(Period.parse("P1M").bounds())
        (86400, 86400)
        """
        months, rest = self.months - other.months, self.rest - other.rest
        if months < 0:
            least, greatest = other.minus(self)
            return -greatest, -least
        return _shortest_days(months) * 86_400 + rest, _longest_days(months) * 86_400 + rest


def _shortest_days(months: int) -> int:
    """A lower bound of the days that many consecutive calendar months hold."""
    years, rest = divmod(months, 12)
    return years * 365 + (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)[rest]


def _longest_days(months: int) -> int:
    """An upper bound of the days that many consecutive calendar months hold."""
    years, rest = divmod(months, 12)
    return years * 365 + (years + 3) // 4 + (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)[rest]


def parse_moment(text: str) -> Moment:
    """Read an ISO 8601 day, or an instant with its offset from UTC.

    >>> parse_moment("2025-03-08T14:00:00-08:00").utcoffset()
    datetime.timedelta(days=-1, seconds=57600)
    """
    if isinstance(text, str):
        try:
            if _DATE.fullmatch(text):
                return datetime.date.fromisoformat(text)
            if _INSTANT.fullmatch(text):
                return datetime.datetime.fromisoformat(text)
        except ValueError as error:
            raise InstantError(f"`{text}` is no day of the calendar: {error}") from None
        if re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?", text):
            raise InstantError(f"`{text}` lacks a zone; add an offset from UTC, such as `-08:00` or `Z`")
    raise InstantError(
        f"`{shown(text)}` is neither a day such as `2026-03-02` nor an instant such as "
        "`2026-03-02T09:00:00-08:00`"
    )


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


def instant(moment: datetime.datetime) -> int:
    """An instant as microseconds since 1970 in UTC."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise InstantError(f"`{moment.isoformat()}` lacks a zone; give an aware datetime")
    return (moment - _EPOCH) // _MICROSECOND


@functools.lru_cache(maxsize=4096)
def _midnight(day: datetime.date, zone: TimeZone) -> int:
    # Going through UTC makes a midnight that the clocks skip or repeat unambiguous.
    return instant(
        datetime.datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo).astimezone(datetime.UTC)
    )


def interval(moment: Moment, zone: TimeZone) -> Interval:
    """When a day or an instant is: a day is everything from its midnight to the next."""
    if isinstance(moment, datetime.datetime):
        # Not kept: the two instants of a repeated hour are equal as datetimes.
        at = instant(moment)
        return at, at
    return _whole_day(moment, zone)


@functools.lru_cache(maxsize=4096)
def _whole_day(moment: datetime.date, zone: TimeZone) -> Interval:
    if moment == datetime.date.max:
        return _midnight(moment, zone), _midnight(moment, zone)
    return _midnight(moment, zone), _midnight(moment + _DAY, zone) - 1


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


@functools.lru_cache(maxsize=4096)
def day_at(at: float, zone: TimeZone) -> datetime.date:
    """The calendar day on which an instant falls, in that place."""
    return (_EPOCH + int(at) * _MICROSECOND).astimezone(zone.tzinfo).date()


def local(at: float, zone: TimeZone) -> datetime.datetime:
    """An instant on the clocks of a place."""
    return (_EPOCH + int(at) * _MICROSECOND).astimezone(zone.tzinfo)


def day_after(day: datetime.date, period: Period) -> datetime.date:
    """The day a calendar period after a day; months clip to the end of the month.

    >>> day_after(datetime.date(2024, 1, 31), Period(months=1))
    datetime.date(2024, 2, 29)
    """
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(years=period.years, months=period.months, days=period.days)


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
        try:
            at = end_of(day_after(day_at(at, zone), period), zone)
        except (OverflowError, ValueError):  # Beyond the year 9999.
            return math.inf
    return at + period.seconds * 1_000_000


def start_of_day(at: Interval, zone: TimeZone) -> Interval:
    """The first instant of the days on which something may be."""
    low, high = at
    return (
        low if math.isinf(low) else _midnight(day_at(low, zone), zone),
        high if math.isinf(high) else _midnight(day_at(high, zone), zone),
    )


def end_of_day(at: Interval, zone: TimeZone) -> Interval:
    """The last instant of the days on which something may be."""
    low, high = at
    return (
        low if math.isinf(low) else end_of(day_at(low, zone), zone),
        high if math.isinf(high) else end_of(day_at(high, zone), zone),
    )


@attrs.frozen
class Cadence:
    """How often something has to happen again.

    `every` is the longest gap allowed. With `by_calendar` each calendar month
    (or year, for a period in years) needs one occurrence of its own, instead of
    a gap counted from the last one; with `by_anniversary` each window between
    the anniversaries of some day, its last day included.
    """

    every: Period
    by_calendar: bool = False
    by_anniversary: bool = False

    def __attrs_post_init__(self) -> None:
        if self.by_calendar and self.by_anniversary:
            raise InstantError("a cadence is by the calendar or by anniversary, not both")
        if self.by_calendar and (
            self.every.days or self.every.seconds or (self.every.years and self.every.months)
        ):
            raise InstantError("a calendar cadence is counted in whole months or whole years")
        if self.by_calendar and (12 % self.every.months if self.every.months else self.every.years != 1):
            raise InstantError("a calendar cadence divides the year: into months, or as a whole")
        if self.by_anniversary and (self.every.is_elapsed or self.every.seconds):
            raise InstantError("a cadence by anniversary is counted in days, months or years")

    def deadlines(
        self,
        since: datetime.date,
        done: Iterable[datetime.date],
        until: datetime.date,
        anchor: datetime.date | None = None,
    ) -> list[datetime.date]:
        """The last day of every window that passed without an occurrence, up to `until`.

        A window still running on `until` is not in the list: see `next_due`.
        Anniversaries are those of `anchor`, or of `since` when there is none.
        """
        days = sorted(day for day in done if day <= until)
        if self.by_calendar or self.by_anniversary:
            met = {self._window_end(day, anchor or since) for day in days}
            return [
                end for end in self._ends(since, until, anchor or since) if end < until and end not in met
            ]
        return self._gaps(since, days, until)

    def next_due(
        self,
        since: datetime.date,
        done: Iterable[datetime.date],
        until: datetime.date,
        anchor: datetime.date | None = None,
    ) -> datetime.date:
        """The last day on which the next occurrence is in time, given those up to `until`."""
        days = sorted(day for day in done if day <= until)
        if not (self.by_calendar or self.by_anniversary):
            return day_after(max([since, *days]), self.every)
        met = {self._window_end(day, anchor or since) for day in days}
        return next(
            end
            for end in self._ends(since, datetime.date.max, anchor or since)
            if end >= until and end not in met
        )

    def _gaps(
        self, since: datetime.date, done: list[datetime.date], until: datetime.date
    ) -> list[datetime.date]:
        missed: list[datetime.date] = []
        last = since
        for day in [*(day for day in done if day >= since), until]:
            due = day_after(last, self.every)
            if due < day:
                missed.append(due)
            last = day
        return missed

    def _ends(
        self, since: datetime.date, until: datetime.date, anchor: datetime.date
    ) -> Iterator[datetime.date]:
        """The last days of the windows from the one that holds `since` on, up to the first that is not
        before `until`.
        """
        # An anniversary is the last day of the window before it; what starts on one starts the next.
        end = self._window_end(since + _DAY if self.by_anniversary else since, anchor)
        while True:
            yield end
            if end >= until:
                return
            end = self._window_end(end + _DAY, anchor)

    def _window_end(self, day: datetime.date, anchor: datetime.date) -> datetime.date:
        if self.by_anniversary:
            return self._anniversary(day, anchor)
        from dateutil.relativedelta import relativedelta

        if self.every.years:
            return datetime.date(day.year, 12, 31)
        # Windows longer than a month are counted from January, as quarters are.
        last = (day.month - 1) // self.every.months * self.every.months + self.every.months
        return datetime.date(day.year, 1, 1) + relativedelta(months=last, days=-1)

    def _anniversary(self, day: datetime.date, anchor: datetime.date) -> datetime.date:
        """The first anniversary that is not before a day, the anchor itself not counted."""
        # Counted from the anchor each time: the 31st of a month is lost in a shorter one, not for good.
        longest = self.every.years * 366 + self.every.months * 31 + self.every.days
        count = max(1, (day - anchor).days // longest)
        while (
            end := day_after(
                anchor,
                Period(*(part * count for part in (self.every.years, self.every.months, self.every.days))),
            )
        ) < day:
            count += 1
        return end
